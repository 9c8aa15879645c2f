import { beforeEach, describe, expect, test } from 'vitest'
import { copyWorkbook } from '../../../../local/workspace/model.ts'
import { type Formulas, formulas, november20 } from './school.ts'

let sheet: Formulas

beforeEach(() => {
  sheet = formulas()
})

/** What stands in cells of column F, from F1 on. */
const column = (rows: number) => Array.from({ length: rows }, (_, row) => sheet.at(`F${row + 1}`))

describe('names spilled from F2', () => {
  beforeEach(() => sheet.type('F2', '=FILTER(B2:B12,B2:B12<>"")'))

  test('stand right below, and a script reads them like any others', () => {
    expect(column(4)).toEqual([undefined, 'Mateo', 'Ana', undefined])
    const read = `return SpreadsheetApp.getActive().getSheetByName('Students').getRange('F1:F4')`
    expect(sheet.workspace.execute('run', [`${read}.getValues()`])).toEqual([[''], ['Mateo'], ['Ana'], ['']])
    expect(sheet.workspace.execute('run', [`${read}.getFormulas().flat().filter(String)`])).toEqual([
      '=FILTER(B2:B12,B2:B12<>"")',
    ])
  })

  test('grow and shrink with what they are made of', () => {
    sheet.type('B4', 'Lupe')
    expect(column(5)).toEqual([undefined, 'Mateo', 'Ana', 'Lupe', undefined])
    sheet.workspace.edits.clear('Students', 'B2:B3')
    expect(column(5)).toEqual([undefined, 'Lupe', undefined, undefined, undefined])
  })

  test.each`
    does                | how                                                             | left
    ${'clearing it'}    | ${(s: Formulas) => s.workspace.edits.clear('Students', 'F2')}   | ${undefined}
    ${'typing over it'} | ${(s: Formulas) => s.type('F2', 'names')}                       | ${'names'}
    ${'another one'}    | ${(s: Formulas) => s.type('F2', '=1+1')}                        | ${2}
    ${'a link'}         | ${(s: Formulas) => s.type('F2', '=HYPERLINK("#gid=7","Fall")')} | ${'Fall'}
  `('go with their formula: $does', ({ how, left }) => {
    expect(sheet.at('F3')).toBe('Ana')
    how(sheet)
    expect(column(3)).toEqual([undefined, left, undefined])
  })

  test('give way to what is typed among them, in Google’s words, and come back when it is gone', () => {
    expect(sheet.at('F3')).toBe('Ana')
    sheet.type('F3', 'mine')
    expect([sheet.at('F2'), sheet.at('F3'), sheet.at('F4')]).toEqual(['#REF!', 'mine', undefined])
    expect(sheet.sentence('F2')).toBe('Array result was not expanded because it would overwrite data in F3.')
    sheet.workspace.edits.clear('Students', 'F3')
    expect(column(3)).toEqual([undefined, 'Mateo', 'Ana'])
  })

  test('stand again after a script has cleared them', () => {
    sheet.workspace.execute('run', [`SpreadsheetApp.getActive().getRange('Students!F3').clearContent()`])
    expect(sheet.at('F3')).toBe('Ana')
  })

  test('move with their row, and stay whole when rows come or go among them', () => {
    expect(sheet.at('F3')).toBe('Ana')
    sheet.workspace.edits.insertRows('Students', 2)
    expect([sheet.at('F3'), sheet.at('F4')]).toEqual(['Mateo', 'Ana'])
    sheet.workspace.edits.insertRows('Students', 4)
    expect([sheet.at('F3'), sheet.at('F4'), sheet.at('F5')]).toEqual(['Mateo', 'Ana', undefined])
    sheet.workspace.edits.deleteRows('Students', 4)
    sheet.workspace.edits.deleteRows('Students', 2)
    expect(column(4)).toEqual([undefined, 'Mateo', 'Ana', undefined])
  })

  test('are what other formulas count, also before and after they change', () => {
    sheet.type('H2', '=COUNTA(F2:F12)')
    sheet.type('A12', '=F3')
    expect([sheet.at('H2'), sheet.at('A12')]).toEqual([2, 'Ana'])
    sheet.type('B4', 'Lupe')
    sheet.type('B3', 'Ana Ruiz')
    expect([sheet.at('H2'), sheet.at('A12')]).toEqual([3, 'Ana Ruiz'])
  })

  test('are known as such in a copy of the workbook', () => {
    expect(sheet.at('F3')).toBe('Ana')
    const copy = formulas(copyWorkbook(sheet.workspace.workbook))
    copy.type('B3', 'Ana Ruiz')
    expect(copy.at('F3')).toBe('Ana Ruiz')
  })
})

test('an array of dates is dressed as dates, and undressed when it goes', () => {
  sheet.type('F2', '=SORT(D2:D4)')
  const formats = () => sheet.students.styles.slice(1, 4).map((row) => row?.[5]?.numberFormat)
  expect([sheet.at('F2'), sheet.at('F3')]).toEqual([november20, november20 + 1])
  expect(formats()).toEqual(['yyyy-mm-dd', 'yyyy-mm-dd', undefined])
  sheet.workspace.edits.clear('Students', 'F2')
  expect([sheet.at('F3'), formats()]).toEqual([undefined, ['yyyy-mm-dd', undefined, undefined]])
})

test.each`
  formula             | cell    | sentence
  ${'=SEQUENCE(3)'}   | ${'F4'} | ${'Array result was not expanded because it would overwrite data in F4.'}
  ${'=SEQUENCE(1,3)'} | ${'H2'} | ${'Array result was not expanded because it would overwrite data in H2.'}
  ${'=SEQUENCE(12)'}  | ${'J9'} | ${'Result was not automatically expanded, please insert more rows (1).'}
  ${'=SEQUENCE(1,9)'} | ${'J9'} | ${'Result was not automatically expanded, please insert more columns (4).'}
`('$formula in F2 does not fit', ({ formula, cell, sentence }) => {
  sheet.type(cell, 'here')
  sheet.type('F2', formula)
  expect([sheet.at('F2'), sheet.sentence('F2'), sheet.at('F3')]).toEqual(['#REF!', sentence, undefined])
})

test('two arrays that would meet: the one that is there stays', () => {
  sheet.type('F4', '=SEQUENCE(3)')
  sheet.type('F2', '=SEQUENCE(4)')
  expect(column(6)).toEqual([undefined, '#REF!', undefined, 1, 2, 3])
  sheet.workspace.edits.clear('Students', 'F4')
  expect(column(6)).toEqual([undefined, 1, 2, 3, 4, undefined])
})

test('blank elements of an array are blanks, empty texts count as content', () => {
  sheet.type('F9', '=ARRAYFORMULA(IF(B2:B4="","",B2:B4))')
  expect([sheet.at('F10'), sheet.at('F11')]).toEqual(['Ana', ''])
  const last = `return SpreadsheetApp.getActive().getSheetByName('Students').getLastRow()`
  expect(sheet.workspace.execute('run', [last])).toBe(11)
  sheet.type('F9', '=SORT(B2:B4)')
  expect(sheet.workspace.execute('run', [last])).toBe(10)
})

test('an array that would be made of itself is a circle', () => {
  sheet.type('F2', '=ARRAYFORMULA(F3:F5+1)')
  expect([sheet.at('F2'), sheet.at('F3')]).toEqual(['#REF!', undefined])
  expect(sheet.sentence('F2')).toContain('Circular dependency detected.')
  sheet.type('F2', '=ARRAYFORMULA(G3:G5&"x")')
  sheet.type('G2', '=ARRAYFORMULA(F3:F5&"y")')
  expect([sheet.at('F2'), sheet.at('G2')]).toEqual(['#REF!', '#REF!'])
})
