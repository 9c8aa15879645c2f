import { expect, test } from 'vitest'
import { lincoln, sheet } from './lincoln.ts'

test('formats go in and come back, and a cell without any has those of a new sheet', () => {
  const { run, students } = lincoln()
  run(`${sheet}.getRange('A1:D1').setFontWeight('bold').setBackground('#D9EAD3').setFontColor('red').setFontSize(11)
    .setFontFamily('Roboto').setFontStyle('italic').setHorizontalAlignment('center').setVerticalAlignment('middle')
    .setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP).setFontLine('underline')`)
  expect(students.styles[0]![3]).toEqual({
    bold: true,
    background: '#d9ead3',
    fontColor: '#ff0000',
    fontSize: 11,
    fontFamily: 'Roboto',
    italic: true,
    horizontalAlignment: 'center',
    verticalAlignment: 'middle',
    wrap: true,
    underline: true,
  })
  const read = (
    a1: string,
  ) => `(() => { const cell = ${sheet}.getRange('${a1}'); return [cell.getFontWeight(), cell.getBackground(), cell.getFontColor(),
    cell.getFontSize(), cell.getFontFamily(), cell.getFontStyle(), cell.getHorizontalAlignment(), cell.getVerticalAlignment(),
    cell.getWrapStrategy().toString(), cell.getFontLine(), cell.getNumberFormat()] })()`
  expect(run(`return [${read('B1')}, ${read('B2')}]`)).toEqual([
    [
      'bold',
      '#d9ead3',
      '#ff0000',
      11,
      'Roboto',
      'italic',
      'center',
      'middle',
      'WRAP',
      'underline',
      '0.###############',
    ],
    [
      'normal',
      '#ffffff',
      '#000000',
      10,
      'Arial',
      'normal',
      'general',
      'bottom',
      'OVERFLOW',
      'none',
      '0.###############',
    ],
  ])
})

test('cells of one look share one style', () => {
  const { run, students } = lincoln()
  run(
    `${sheet}.getRange('A1:F10').setFontWeight('bold').setBackgrounds(Array.from({ length: 10 }, () => Array(6).fill('#ffffff')))`,
  )
  expect(new Set(students.styles.slice(4).flat()).size).toBe(1)
})

test('a colour or an alignment that does not exist is not taken for one that does', () => {
  const { refusal } = lincoln()
  expect(refusal(`${sheet}.getRange('A1').setBackground('#12')`)).toBe('not emulated: the colour #12')
  expect(refusal(`${sheet}.getRange('A1').setFontWeight('boldd')`)).toBe('Invalid argument: boldd')
})

test('notes, contents, formats and validations are cleared each on its own', () => {
  const { run, students } = lincoln()
  run(
    `const cell = ${sheet}.getRange('B2').setNote('Ask').setFontWeight('bold').insertCheckboxes().setValue(true); cell.clearContent()`,
  )
  expect([
    students.values[1]![1],
    students.notes[1]![1],
    students.styles[1]![1],
    students.validations[1]![1]?.criteria,
  ]).toEqual([undefined, 'Ask', { bold: true }, 'CHECKBOX'])
  run(`${sheet}.getRange('B2').clearFormat()`)
  expect(students.styles[1]![1]).toBeUndefined()
  run(`${sheet}.getRange('B2').clear()`)
  expect([students.notes[1]![1], students.validations[1]![1]]).toEqual([undefined, undefined])
})

test('a drop-down refuses what it does not list, when it is told to', () => {
  const { run, refusal, students } = lincoln()
  run(`${sheet}.getRange('F2:F3').setDataValidation(SpreadsheetApp.newDataValidation()
    .requireValueInList(['Met', 'Late'], true).setAllowInvalid(false).setHelpText('Choose').build())`)
  run(`${sheet}.getRange('F2').setValue('Late')`)
  expect(refusal(`${sheet}.getRange('F3').setValue('Soon')`)).toBe(
    'The data you entered in cell F3 violates the data validation rules set on this cell. Please enter one of the following values: Met, Late.',
  )
  expect(students.validations[1]![5]).toBe(students.validations[2]![5])
  expect(
    run(`const rule = ${sheet}.getRange('F2').getDataValidation()
    return [rule.getCriteriaType().toString(), rule.getCriteriaValues(), rule.getAllowInvalid(), rule.getHelpText(), ${sheet}.getRange('A1').getDataValidation()]`),
  ).toEqual(['VALUE_IN_LIST', [['Met', 'Late'], true], false, 'Choose', null])
})

test('a drop-down from a range lists what stands there', () => {
  const { run, refusal } = lincoln()
  run(`${sheet}.getRange('F2').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(${sheet}.getRange('B2:B4')).setAllowInvalid(false).build())
    ${sheet}.getRange('F2').setValue('Ana')`)
  expect(refusal(`${sheet}.getRange('F2').setValue('Marco')`)).toContain('violates the data validation rules')
})

test('checkboxes are booleans that start unchecked, and going they take their values along', () => {
  const { run } = lincoln()
  expect(
    run(`const range = ${sheet}.getRange('F2:F3').insertCheckboxes()
      const before = [range.getValues(), range.isChecked()]
      range.check()
      const after = [range.getValues(), range.isChecked(), range.isBlank()]
      return [before, after, range.removeCheckboxes().isBlank()]`),
  ).toEqual([[[[false], [false]], false], [[[true], [true]], true, false], true])
})

test('conditional formats are set as a whole, read back, and keep what is not understood', () => {
  const { run, students } = lincoln()
  const carried = {
    areas: [{ row: 0, column: 0, rows: 1, columns: 1 }],
    criteria: 'OTHER',
    values: [],
    style: {},
    carried: { scale: 1 },
  }
  students.conditionalFormats = [carried]
  run(`const sheet = ${sheet}
    const rule = SpreadsheetApp.newConditionalFormatRule().setRanges([sheet.getRange('E2:E10')]).whenTextEqualTo('Late')
      .setBackground('#f4cccc').setFontColor('#660000').setBold(true).build()
    const formula = rule.copy().whenFormulaSatisfied('=$E2="Met"').setBackground(null).build()
    sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), rule, formula])`)
  expect(students.conditionalFormats).toEqual([
    carried,
    {
      areas: [{ row: 1, column: 4, rows: 9, columns: 1 }],
      criteria: 'TEXT_EQUAL_TO',
      values: ['Late'],
      style: { background: '#f4cccc', fontColor: '#660000', bold: true },
    },
    {
      areas: [{ row: 1, column: 4, rows: 9, columns: 1 }],
      criteria: 'CUSTOM_FORMULA',
      values: ['=$E2="Met"'],
      style: { fontColor: '#660000', bold: true },
    },
  ])
  expect(students.conditionalFormats[0]).toBe(carried)
  expect(
    run(`return ${sheet}.getConditionalFormatRules().map((rule) => rule.getBooleanCondition() &&
      [String(rule.getBooleanCondition().getCriteriaType()), rule.getBooleanCondition().getCriteriaValues(), rule.getRanges()[0].getA1Notation()])`),
  ).toEqual([null, ['TEXT_EQUAL_TO', ['Late'], 'E2:E10'], ['CUSTOM_FORMULA', ['=$E2="Met"'], 'E2:E10']])
})

test('a rule without a condition or a range cannot be built', () => {
  const { refusal } = lincoln()
  expect(refusal(`SpreadsheetApp.newConditionalFormatRule().setRanges([${sheet}.getRange('A1')]).build()`)).toContain(
    'condition',
  )
  expect(refusal(`SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().build()`)).toContain('range')
})

test('rich text carries links for the whole text or a part of it', () => {
  const { run, students } = lincoln()
  run(`${sheet}.getRange('F2:F3').setRichTextValues([
    [SpreadsheetApp.newRichTextValue().setText('Students row 2').setLinkUrl('#gid=0&range=A2').build()],
    [SpreadsheetApp.newRichTextValue().setText('00123 is text').setLinkUrl(0, 5, 'https://example.com').build()]])`)
  expect([students.values[1]![5], students.links![1]![5]]).toEqual([
    'Students row 2',
    [{ start: 0, end: 14, url: '#gid=0&range=A2' }],
  ])
  expect(
    run(`const [[whole], [part]] = ${sheet}.getRange('F2:F3').getRichTextValues()
      return [whole.getLinkUrl(), part.getLinkUrl(), part.getLinkUrl(0, 5), part.getText(), ${sheet}.getRange('C2').getRichTextValue()]`),
  ).toEqual(['#gid=0&range=A2', null, 'https://example.com', '00123 is text', null])
  run(`${sheet}.getRange('F2').setValue('plain')`)
  expect(students.links![1]![5]).toBeUndefined()
})

test('merging keeps the first cell, and a merge cannot be cut', () => {
  const { run, refusal, students } = lincoln()
  run(`${sheet}.getRange('A2:B3').merge()`)
  expect(students.values.slice(1, 3).map((row) => row.slice(0, 2))).toEqual([
    ['00123', undefined],
    [undefined, undefined],
  ])
  expect(run(`return ${sheet}.getRange('B3').getMergedRanges().map((range) => range.getA1Notation())`)).toEqual([
    'A2:B3',
  ])
  expect(refusal(`${sheet}.getRange('B3:C3').merge()`)).toBe(
    'You must select all cells in a merged range to merge or unmerge them.',
  )
  expect(refusal(`${sheet}.getRange('B3').setValue('under')`)).toContain('not emulated: writing into B3')
  run(`${sheet}.getRange('A2').breakApart()`)
  expect(students.merges).toEqual([])
})

test('a filter has a range, one to a sheet', () => {
  const { run, refusal, students } = lincoln()
  run(`${sheet}.getRange('A1:D4').createFilter().sort(2, false)`)
  expect(students.values.slice(1, 4).map((row) => row[1])).toEqual(['Mateo', 'Lupe', 'Ana'])
  expect(refusal(`${sheet}.getRange('A1:D4').createFilter()`)).toBe(
    "You can't create a filter in a sheet that already has a filter.",
  )
  run(`${sheet}.getFilter().remove()`)
  expect(students.filter).toBeUndefined()
})

test('widths, heights, freezing, hiding', () => {
  const { run, students } = lincoln()
  run(`const sheet = ${sheet}
    sheet.setColumnWidths(2, 2, 180); sheet.setRowHeight(1, 40); sheet.setFrozenRows(1); sheet.setFrozenColumns(2)
    sheet.hideColumns(5); sheet.hideRows(9, 2); sheet.showRows(10)`)
  expect([
    [...students.columnWidths],
    [...students.rowHeights],
    students.frozenRows,
    students.frozenColumns,
    [...students.hiddenColumns],
    [...students.hiddenRows],
  ]).toEqual([
    [
      [1, 180],
      [2, 180],
    ],
    [[0, 40]],
    1,
    2,
    [4],
    [8],
  ])
})

test('a write that is refused for one cell has changed none', () => {
  const { run, refusal, students } = lincoln()
  run(
    `${sheet}.getRange('F3').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['Met']).setAllowInvalid(false).build())`,
  )
  expect(refusal(`${sheet}.getRange('F2:F3').setValues([['Met'], ['Soon']])`)).toContain('cell F3 violates')
  expect(refusal(`${sheet}.getRange('F2:F4').setValues([['Met'], ['Met'], ['x'.repeat(50001)]])`)).toContain(
    '50000 characters',
  )
  expect(students.values.slice(1, 4).map((row) => row[5])).toEqual([undefined, undefined, undefined])
})

test('a rule that a file was read with is still a rule: the script can recognise it by its word', () => {
  const { run, students } = lincoln()
  students.conditionalFormats = [
    {
      areas: [{ row: 0, column: 4, rows: 10, columns: 1 }],
      criteria: 'TEXT_EQUAL_TO',
      values: ['Late'],
      style: { background: '#fce8e6' },
      carried: { rule: 'as in the file' },
    },
  ]
  expect(
    run(`return ${sheet}.getConditionalFormatRules().map((rule) => rule.getBooleanCondition().getCriteriaValues())`),
  ).toEqual([['Late']])
})
