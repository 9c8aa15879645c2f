import { expect, test } from 'vitest'
import { rowsOfText, textOfRows } from '../../../../local/workbench/page/clipboard-text.ts'

test.each([
  ['one cell', 'Mateo', [['Mateo']]],
  [
    'a range as spreadsheets copy it, with a last line break',
    'Mateo\t7\r\nAna\t8\r\n',
    [
      ['Mateo', '7'],
      ['Ana', '8'],
    ],
  ],
  ['a blank cell at the end', 'Mateo\t', [['Mateo', '']]],
  ['a cell of two lines', '"left\nin May"\t7', [['left\nin May', '7']]],
  ['quotes in a text', 'called "Matt"\t7', [['called "Matt"', '7']]],
])('%s is read from the clipboard', (_, text, rows) => {
  expect(rowsOfText(text)).toEqual(rows)
})

test('what is copied is read back as it was', () => {
  const rows = [
    ['00123', 'say "hi"', ''],
    ['two\nlines', 'a\ttab', '=1+1'],
  ]
  expect(rowsOfText(textOfRows(rows))).toEqual(rows)
})
