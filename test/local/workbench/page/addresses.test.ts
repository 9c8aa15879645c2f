import { expect, test } from 'vitest'
import { areaAddress, cellAddress, columnLetters, readAddress } from '../../../../local/workbench/page/addresses.ts'

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters)
  expect(readAddress(`${letters}7`)).toEqual({ row: 6, column })
})

test('a cell is called by its name, an area by its corners', () => {
  expect(cellAddress({ row: 89_999, column: 1 })).toBe('B90000')
  expect(areaAddress({ row: 1, column: 0, rows: 1, columns: 1 })).toBe('A2')
  expect(areaAddress({ row: 1, column: 0, rows: 3, columns: 2 })).toBe('A2:B4')
})

test.each(['', 'B', '12', 'B0', 'B2:C3', 'Mateo', 'ABCD1'])('“%s” is no cell', (text) => {
  expect(readAddress(text)).toBeUndefined()
})

test('small letters and blanks around are no matter', () => {
  expect(readAddress(' b12 ')).toEqual({ row: 11, column: 1 })
})
