import { describe, expect, test } from 'vitest'
import { emptySheet } from '../../../../local/workspace/model.ts'
import { formulas, school } from './school.ts'

describe('a result that came with the file', () => {
  /** F2 holds a formula with a result that no spreadsheet would compute, so that it shows whether it was computed. */
  function withResult(formula: string) {
    const workbook = school()
    workbook.sheets[0]!.formulas[1] = Array.from({ length: 6 }, (_, column) => (column === 5 ? formula : undefined))
    workbook.sheets[0]!.values[1]![5] = 'as it came'
    return formulas(workbook)
  }

  test('stands while nothing changes on which it hangs', () => {
    const { at, type } = withResult('=C2*2')
    expect(at('F2')).toBe('as it came')
    type('C3', 9)
    type('A2', '00999')
    expect(at('F2')).toBe('as it came')
  })

  test.each`
    change                      | how
    ${'its cell is typed over'} | ${(s: ReturnType<typeof formulas>) => s.type('C2', 9)}
    ${'a script writes there'}  | ${(s: ReturnType<typeof formulas>) => s.workspace.execute('run', [`SpreadsheetApp.getActive().getRange('Students!C2').setValue(9)`])}
    ${'a script appends a row'} | ${(s: ReturnType<typeof formulas>) => s.workspace.execute('run', [`SpreadsheetApp.getActive().getSheets()[0].deleteRow(3).getRange('C2').setValue(9)`])}
  `('is computed anew when $change, also before anything was read', ({ how }) => {
    const sheet = withResult('=C2*2')
    how(sheet)
    expect(sheet.at('F2')).toBe(18)
  })

  test('is computed anew through other formulas, tabs and ranges', () => {
    const sheet = withResult('=G2&""')
    sheet.students.formulas[1]![6] = "=COUNTA('fall ''26'!A2:A)"
    sheet.students.values[1]![6] = 3
    sheet.workspace.execute('run', [`SpreadsheetApp.getActive().getSheets()[1].appendRow(['00124', 'SEP'])`])
    expect([sheet.at('G2'), sheet.at('F2')]).toEqual([4, '4'])
  })

  test('stands when the formula is not emulated, or calls what nobody here knows', () => {
    for (const formula of [
      '=QUERY(A2:D,"select A")',
      '=OTHER_ADDON(A2:D)',
      '=IFERROR(__xludf.DUMMYFUNCTION("X(A2)"),A2)',
    ]) {
      const sheet = withResult(formula)
      sheet.type('A2', '00999')
      expect([sheet.at('F2'), sheet.reason('F2')?.slice(0, 13)]).toEqual(['as it came', 'not emulated:'])
    }
  })

  test('stands on a new day too, and TODAY() is asked on the next', () => {
    const sheet = withResult('=DAY(TODAY())')
    sheet.type('A9', 'anything')
    expect(sheet.at('F2')).toBe('as it came')
    sheet.workspace.clock.advance(86_400_000)
    sheet.type('A10', 'anything')
    expect(sheet.at('F2')).toBe(21)
  })
})

test('a result that was computed here goes when it cannot be computed any more', () => {
  const { type, at, reason, students } = formulas()
  type('F2', '=C2&"!"')
  expect(at('F2')).toBe('7!')
  students.styles[1]![2] = { numberFormat: 'yyyy-mm-dd' }
  type('C2', 8)
  expect([at('F2'), reason('F2')]).toEqual([undefined, 'not emulated: a number in the format yyyy-mm-dd as text'])
})

describe('order and circles', () => {
  test('formulas may stand in any order', () => {
    const { type, at } = formulas()
    type('F2', '=F3+1')
    type('F3', '=H9*2')
    type('H9', '=C2')
    expect([at('F2'), at('F3')]).toEqual([15, 14])
  })

  test('a chain of thousands, upwards and downwards', () => {
    const workbook = school()
    const long = emptySheet(9, 'Long', 5000, 2)
    for (let row = 0; row < 5000; row++) {
      long.formulas[row] = [row === 4999 ? '=1' : `=A${row + 2}+1`, row === 0 ? '=1' : `=B${row}+1`]
    }
    workbook.sheets.push(long)
    const { workspace } = formulas(workbook)
    workspace.recalculate()
    expect([long.values[0]![0], long.values[4999]![1]]).toEqual([5000, 5000])
  })

  test('a formula that comes back to itself is #REF!, those that only look on have the error', () => {
    const { type, at, sentence } = formulas()
    type('F2', '=G2+1')
    type('G2', '=IFERROR(F2,0)')
    type('H2', '=F2')
    type('I2', '=IFERROR(F2,"circle")')
    type('F5', '=SUM(F5:F6)')
    expect(['F2', 'G2', 'H2', 'I2', 'F5'].map(at)).toEqual(['#REF!', '#REF!', '#REF!', 'circle', '#REF!'])
    expect(sentence('G2')).toBe(
      'Circular dependency detected. To resolve with iterative calculation, see File > Settings.',
    )
    type('G2', 5)
    expect(['F2', 'H2', 'I2'].map(at)).toEqual([6, 6, 6])
  })

  test('a circle of thousands', () => {
    const workbook = school()
    const long = emptySheet(9, 'Long', 1000, 1)
    for (let row = 0; row < 1000; row++) long.formulas[row] = [`=A${((row + 1) % 1000) + 1}+1`]
    workbook.sheets.push(long)
    formulas(workbook).workspace.recalculate()
    expect(new Set(long.values.map(([value]) => (typeof value === 'object' ? value.error : value)))).toEqual(
      new Set(['#REF!']),
    )
  })
})

test('formulas that would look at billions of cells are left without a result', () => {
  const workbook = school()
  const long = emptySheet(9, 'Long', 10_000, 26)
  long.formulas = Array.from({ length: 2000 }, () => ['=ROWS(B1:Z10000)'])
  workbook.sheets.push(long)
  const { workspace } = formulas(workbook)
  workspace.recalculate()
  expect([long.values[0]![0], long.values[1999]]).toEqual([10_000, undefined])
  expect(workspace.formulas.notComputed.at(-1)!.reason).toContain('more cells than is worth the wait')
})

describe('tabs, rows and names', () => {
  test('a tab that comes, is renamed and goes', () => {
    const { workspace, type, at, students } = formulas()
    type('F2', '=Spring!A1')
    expect(at('F2')).toBe('#REF!')
    workspace.edits.addTab('Spring')
    workspace.edits.setCell('Spring', 'A1', 'here')
    expect(at('F2')).toBe('here')
    workspace.edits.renameTab('Spring', "Spring '27")
    expect([at('F2'), students.formulas[1]![5]]).toEqual(['here', "='Spring ''27'!A1"])
    workspace.edits.deleteTab("Spring '27")
    expect(at('F2')).toBe('#REF!')
  })

  test('rows that are deleted or sorted', () => {
    const { workspace, type, at } = formulas()
    type('F6', '=SUM(C2:C4)')
    type('G6', '=C2')
    workspace.edits.deleteRows('Students', 4)
    expect([at('F5'), at('G5')]).toEqual([15, 7])
    workspace.edits.deleteRows('Students', 2)
    expect([at('F4'), at('G4')]).toEqual([8, '#REF!'])
  })

  test('rows that are sorted by what formulas show', () => {
    const { workspace, type, at } = formulas()
    type('F2', '=C2')
    type('F3', '=10-C3')
    type('F4', '=C4*2')
    type('G6', '=C2')
    workspace.edits.sortRows('Students', { column: 6 })
    expect(['B2', 'B3', 'B4'].map(at)).toEqual(['Ana', 'Mateo', undefined])
    expect(['F2', 'F3', 'F4', 'G6'].map(at)).toEqual([2, 7, 14, 8])
  })

  test('the name of a range', () => {
    const { workspace, type, at } = formulas()
    type('F2', '=SUM(Grades)')
    expect(at('F2')).toBe('#NAME?')
    workspace.execute('run', [
      `const file = SpreadsheetApp.getActive(); file.setNamedRange('Grades', file.getRange('Students!C2:C4'))`,
    ])
    type('F3', '=SUM(Grades)')
    expect(at('F3')).toBe(22)
    type('C2', 10)
    expect(at('F3')).toBe(25)
  })
})

test('columns inserted before an open range move it along', () => {
  const { workspace, type, at, students } = formulas()
  type('F2', '=SUM(C2:C)')
  workspace.edits.insertColumns('Students', 2)
  expect([at('G2'), students.formulas[1]![6]]).toEqual([22, '=SUM(D2:D)'])
})
