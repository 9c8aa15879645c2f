import { expect, test } from 'vitest'
import { parseCsv } from '../../../local/files/csv.ts'
import { csvText } from '../../../local/files/write-csv.ts'
import { emptySheet } from '../../../local/workspace/model.ts'

test('a sheet becomes text as it shows its cells, and is read back as that text', () => {
  const sheet = emptySheet(0, 'Students')
  sheet.values = [
    ['Roster'],
    ['Id', 'Name', 'Born', 'Here'],
    ['00042', 'Begay, “Ana” ǫ́', 46303, true],
    [undefined, 'a\nb', 'no "day"'],
  ]
  sheet.styles = [[], [], [{ numberFormat: '@' }, undefined, { numberFormat: 'm/d/yyyy' }]]
  expect(csvText(sheet).startsWith('\ufeff')).toBe(true)
  expect(parseCsv(Buffer.from(csvText(sheet)), 'roster.csv')).toEqual([
    ['Roster', '', '', ''],
    ['Id', 'Name', 'Born', 'Here'],
    ['00042', 'Begay, “Ana” ǫ́', '10/8/2026', 'TRUE'],
    ['', 'a\nb', 'no "day"', ''],
  ])
})
