import { describe, expect, test } from 'vitest'
import type { CellsAnswer, CellView, StyleView } from '../../../local/workbench/protocol.ts'
import type { SheetModel, ValidationRule } from '../../../local/workspace/model.ts'
import { november20 } from '../workspace/lincoln.ts'
import { lincolnDesk } from './lincoln-desk.ts'

type Desk = ReturnType<typeof lincolnDesk>

/** The desk after something was put into the sheet past the script. */
function desk(change: (students: SheetModel) => void): Desk {
  const made = lincolnDesk()
  change(made.workspace.workbook.sheets[0]!)
  return made
}

function cellsOf({ workbench }: Desk, row: number, column: number, rows = 1, columns = 1): CellsAnswer {
  return workbench.answers.getCells({ sheetId: 0, area: { row, column, rows, columns } })
}

function cellAt(desk: Desk, row: number, column: number): CellView | undefined {
  return cellsOf(desk, row, column).cells[0]?.[0] ?? undefined
}

function styleAt(desk: Desk, row: number, column: number): StyleView | undefined {
  const { cells, styles } = cellsOf(desk, row, column)
  return styles[cells[0]?.[0]?.style ?? -1]
}

describe('a cell shows', () => {
  test.each`
    value                                             | numberFormat     | text              | align
    ${'Mateo'}                                        | ${undefined}     | ${'Mateo'}        | ${'left'}
    ${november20}                                     | ${'yyyy-mm-dd'}  | ${'2026-11-20'}   | ${'right'}
    ${november20}                                     | ${'mmm d, yyyy'} | ${'Nov 20, 2026'} | ${'right'}
    ${1234.5}                                         | ${'#,##0.00'}    | ${'1,234.50'}     | ${'right'}
    ${1_234_567}                                      | ${'#,##0,'}      | ${'1234567'}      | ${'right'}
    ${true}                                           | ${undefined}     | ${'TRUE'}         | ${'center'}
    ${{ error: '#N/A', message: 'No such student.' }} | ${undefined}     | ${'#N/A'}         | ${'center'}
  `('$text for $value as $numberFormat, $align', ({ value, numberFormat, text, align }) => {
    const lincoln = desk(({ values, styles }) => {
      values[8] = [value]
      styles[8] = [numberFormat && { numberFormat }]
    })
    expect(cellAt(lincoln, 8, 0)?.text).toBe(text)
    expect(styleAt(lincoln, 8, 0)?.align ?? 'left').toBe(align)
  })

  test('the result of a formula, and the formula in its editor', () => {
    const lincoln = lincolnDesk()
    lincoln.workbench.answers.edit({ sheetId: 0, row: 1, column: 5, typed: [['=UPPER(B2)'], ['=1/0']] })
    expect(cellAt(lincoln, 1, 5)).toMatchObject({ text: 'MATEO', typed: '=UPPER(B2)' })
    expect(cellAt(lincoln, 2, 5)).toMatchObject({
      text: '#DIV/0!',
      typed: '=1/0',
      warning: expect.stringContaining('zero'),
    })
    lincoln.workbench.answers.edit({ sheetId: 0, row: 1, column: 1, typed: [['Ana']] })
    expect(cellAt(lincoln, 1, 5)?.text).toBe('ANA')
  })

  test('Loading… for a formula that nobody has computed', () => {
    const lincoln = lincolnDesk()
    lincoln.workbench.answers.edit({ sheetId: 0, row: 1, column: 5, typed: [['=GOOGLEFINANCE("x")']] })
    expect(cellAt(lincoln, 1, 5)?.text).toBe('Loading...')
  })

  test('its note, and where its text leads when that is no harm', () => {
    const lincoln = desk((students) => {
      students.notes[1] = ['Came in August', '']
      students.links = [
        [],
        [
          undefined,
          [{ start: 0, end: 5, url: 'https://school.example' }],
          [{ start: 0, end: 1, url: 'javascript:alert(1)' }],
        ],
      ]
    })
    expect(cellAt(lincoln, 1, 0)).toEqual({ text: '00123', typed: "'00123", note: 'Came in August' })
    expect(cellAt(lincoln, 1, 1)).toEqual({ text: 'Mateo', link: 'https://school.example' })
    expect(cellAt(lincoln, 1, 2)).not.toHaveProperty('link')
  })

  test('its own looks, and nothing where there is nothing', () => {
    const lincoln = desk(({ styles }) => {
      styles[0] = [{ bold: true, background: '#eeeeee', fontColor: '#111111', fontSize: 10, wrap: true }]
      styles[6] = [undefined, { background: '#ffee00' }]
    })
    expect(styleAt(lincoln, 0, 0)).toEqual({
      bold: true,
      background: '#eeeeee',
      fontColor: '#111111',
      align: 'left',
      vertical: 'bottom',
      wrap: 'wrap',
    })
    expect(cellsOf(lincoln, 5, 0, 3, 6).cells).toEqual([[], [null, { text: '', style: 0 }], []])
  })
})

describe('a window', () => {
  test('is cut to the grid and names each look and each rule once', () => {
    const lincoln = lincolnDesk()
    const { area, cells, styles } = cellsOf(lincoln, 0, 0, 500, 80)
    expect(area).toEqual({ row: 0, column: 0, rows: 10, columns: 6 })
    expect(cells).toHaveLength(10)
    expect(cells.flat().filter((cell) => cell?.text === '7')).toHaveLength(2)
    expect(styles).toHaveLength(1)
  })

  test('has the merged areas that reach into it', () => {
    const title = { row: 0, column: 0, rows: 1, columns: 3 }
    const lincoln = desk(({ merges }) => merges.push(title, { row: 7, column: 0, rows: 2, columns: 2 }))
    expect(cellsOf(lincoln, 0, 2, 2, 2).merges).toEqual([title])
  })
})

describe('conditional formats', () => {
  const area = { row: 0, column: 0, rows: 10, columns: 6 }
  const red = { background: '#f4cccc' }

  test.each`
    criteria              | values                         | rows
    ${'TEXT_EQUAL_TO'}    | ${['mateo']}                   | ${[1]}
    ${'TEXT_CONTAINS'}    | ${['A']}                       | ${[0, 1, 2]}
    ${'TEXT_STARTS_WITH'} | ${['L']}                       | ${[3]}
    ${'TEXT_ENDS_WITH'}   | ${['a']}                       | ${[2]}
    ${'CELL_NOT_EMPTY'}   | ${[]}                          | ${[0, 1, 2, 3]}
    ${'CELL_EMPTY'}       | ${[]}                          | ${[4]}
    ${'CUSTOM_FORMULA'}   | ${['=$C1=8']}                  | ${[2]}
    ${'CUSTOM_FORMULA'}   | ${['=COUNTIF(C$1:C$10,C1)>1']} | ${[1, 3]}
    ${'CUSTOM_FORMULA'}   | ${['=GOOGLEFINANCE(B1)']}      | ${[]}
    ${'OTHER'}            | ${[]}                          | ${[]}
  `('$criteria $values colours the rows $rows of the names', ({ criteria, values, rows }) => {
    const column = String(values[0]).includes('COUNTIF') ? 2 : 1
    const lincoln = desk(({ conditionalFormats }) =>
      conditionalFormats.push({ areas: [{ row: 0, column, rows: 5, columns: 1 }], criteria, values, style: red }),
    )
    const { cells, styles } = cellsOf(lincoln, 0, column, 5, 1)
    const coloured = cells.flatMap((row, index) =>
      styles[row[0]?.style ?? -1]?.background === '#f4cccc' ? [index] : [],
    )
    expect(coloured).toEqual(rows)
  })

  test.each`
    criteria                 | values                      | rows
    ${'DATE_AFTER'}          | ${[november20]}             | ${[3]}
    ${'NUMBER_BETWEEN'}      | ${[november20, november20]} | ${[1]}
    ${'NUMBER_GREATER_THAN'} | ${['=D$2']}                 | ${[3]}
  `('$criteria $values colours the rows $rows of the dates', ({ criteria, values, rows }) => {
    const lincoln = desk(({ conditionalFormats }) =>
      conditionalFormats.push({ areas: [{ row: 0, column: 3, rows: 5, columns: 1 }], criteria, values, style: red }),
    )
    const coloured = [0, 1, 2, 3, 4].filter((row) => styleAt(lincoln, row, 3)?.background === '#f4cccc')
    expect(coloured).toEqual(rows)
  })

  test('lie over the own look, the first of them on top', () => {
    const lincoln = desk(({ conditionalFormats, styles }) => {
      styles[1] = [undefined, { background: '#ffffff', italic: true }]
      conditionalFormats.push(
        { areas: [area], criteria: 'TEXT_EQUAL_TO', values: ['Mateo'], style: red },
        { areas: [area], criteria: 'CELL_NOT_EMPTY', values: [], style: { background: '#0000ff', bold: true } },
      )
    })
    expect(styleAt(lincoln, 1, 1)).toMatchObject({ background: '#f4cccc', italic: true, bold: true })
    expect(styleAt(lincoln, 2, 1)).toMatchObject({ background: '#0000ff', bold: true })
  })
})

describe('data validation', () => {
  function withRule(rule: Partial<ValidationRule> & Pick<ValidationRule, 'criteria'>): Desk {
    return desk(({ validations }) => {
      const whole = { values: [], allowInvalid: true, ...rule }
      for (let row = 1; row < 6; row++) validations[row] = [undefined, whole, whole, whole]
    })
  }

  test('a list has its choices, and what is none of them is marked', () => {
    const lincoln = withRule({ criteria: 'VALUE_IN_LIST', values: ['Mateo', 'Ana'], helpText: 'Pick a name.' })
    const { cells, inputs } = cellsOf(lincoln, 1, 1, 3, 1)
    expect(inputs).toEqual([{ kind: 'list', choices: ['Mateo', 'Ana'], strict: false, help: 'Pick a name.' }])
    expect(cells.map(([cell]) => cell?.warning)).toEqual([
      undefined,
      undefined,
      'This is not one of the choices. Pick a name.',
    ])
    expect(cells[0]![0]).toEqual({ text: 'Mateo', input: 0 })
  })

  test('a list may stand in cells', () => {
    const lincoln = withRule({ criteria: 'VALUE_IN_RANGE', values: ["='Students'!$B$2:$B$4"], allowInvalid: false })
    expect(cellsOf(lincoln, 1, 1).inputs).toEqual([{ kind: 'list', choices: ['Mateo', 'Ana', 'Lupe'], strict: true }])
    const lost = withRule({ criteria: 'VALUE_IN_RANGE', values: ["='Gone'!$B$2:$B$4"] })
    expect(cellsOf(lost, 1, 1)).toMatchObject({
      inputs: [{ kind: 'other', strict: false }],
      cells: [[{ text: 'Mateo' }]],
    })
  })

  test.each`
    values        | value        | checked      | tick      | untick
    ${[]}         | ${true}      | ${true}      | ${'TRUE'} | ${'FALSE'}
    ${[]}         | ${undefined} | ${false}     | ${'TRUE'} | ${'FALSE'}
    ${['Y']}      | ${'Y'}       | ${true}      | ${'Y'}    | ${''}
    ${['Y']}      | ${undefined} | ${false}     | ${'Y'}    | ${''}
    ${['Y', 'N']} | ${'N'}       | ${false}     | ${'Y'}    | ${'N'}
    ${['Y', 'N']} | ${'maybe'}   | ${undefined} | ${'Y'}    | ${'N'}
  `('a box of $values with $value in it is ticked: $checked', ({ values, value, checked, tick, untick }) => {
    const lincoln = withRule({ criteria: 'CHECKBOX', values })
    lincoln.workspace.workbook.sheets[0]!.values[1]![1] = value
    const { cells, inputs } = cellsOf(lincoln, 1, 1)
    expect(inputs).toEqual([{ kind: 'checkbox', tick, untick }])
    expect(cells[0]![0]?.checked).toBe(checked)
    expect(cells[0]![0]?.warning).toBe(checked === undefined ? 'This is no value of the checkbox.' : undefined)
    lincoln.workbench.answers.edit({ sheetId: 0, row: 1, column: 1, typed: [[tick]] })
    expect(cellAt(lincoln, 1, 1)?.checked).toBe(true)
    lincoln.workbench.answers.edit({ sheetId: 0, row: 1, column: 1, typed: [[untick]] })
    expect(cellAt(lincoln, 1, 1)?.checked).toBe(false)
  })

  test('a date is asked for, and text marked', () => {
    const lincoln = withRule({ criteria: 'DATE_IS_VALID_DATE' })
    expect(cellsOf(lincoln, 1, 3).inputs).toEqual([{ kind: 'date', strict: false }])
    expect(cellAt(lincoln, 1, 3)).not.toHaveProperty('warning')
    expect(cellAt(lincoln, 1, 1)?.warning).toBe('This is not a date.')
  })

  test('of a formula as a rule nothing is said that is not known', () => {
    const lincoln = withRule({ criteria: 'CUSTOM_FORMULA', values: ['=LEN(B2)>9'] })
    expect(cellAt(lincoln, 1, 1)).toEqual({ text: 'Mateo', input: 0 })
  })
})
