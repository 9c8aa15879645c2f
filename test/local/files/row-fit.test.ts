import { expect, test } from 'vitest'
import { readXlsx } from '../../../local/files/xlsx/read-workbook.ts'
import { xlsxBytes } from '../../../local/files/xlsx/write-workbook.ts'
import { readZip } from '../../../local/files/zip.ts'
import { type CellStyle, emptySheet, emptyWorkbook, type SheetModel } from '../../../local/workspace/model.ts'

const sentence = 'Yearly involvement: Nothing on file this year shows that the parent took part. Due May 28, 2027.'

/** One cell in each row, in a column of 430 pixels. */
function sheetOf(...cells: [text: string | number, style: CellStyle][]): SheetModel {
  const sheet = emptySheet(0, 'Findings')
  sheet.values = cells.map(([text]) => [text])
  sheet.styles = cells.map(([, style]) => [style])
  sheet.columnWidths.set(0, 430)
  return sheet
}

function written(sheet: SheetModel): Buffer {
  const workbook = emptyWorkbook('Heights')
  workbook.sheets.push(sheet)
  return xlsxBytes(workbook)
}

/** What the file says of the height of every row: points, and '!' when it is one that somebody chose. */
function heights(sheet: SheetModel): string[] {
  const xml = Buffer.from(readZip(written(sheet)).get('xl/worksheets/sheet1.xml') as Uint8Array).toString()
  return [...xml.matchAll(/<row ([^>]*)>/g)].map(
    ([, attributes = '']) =>
      (/ht="([^"]*)"/.exec(attributes)?.[1] ?? '') + (attributes.includes('customHeight') ? '!' : ''),
  )
}

test('a wrapped text that takes two or three lines makes its row that high, one that takes a line does not', () => {
  const wrap = { wrap: true }
  const sheet = sheetOf([sentence, wrap], ['Plan: No PCCR on file.', wrap], [sentence + sentence, wrap], [sentence, {}])
  const [two = 0, , three = 0] = heights(sheet).map(Number)
  expect(heights(sheet)[1]).toBe('')
  expect(heights(sheet)[3]).toBe('')
  // Ten points of Arial are 11.5 points from line to line.
  expect(two).toBeGreaterThanOrEqual(2 * 11.5)
  expect(two).toBeLessThan(3 * 11.5)
  expect(three).toBeGreaterThanOrEqual(3 * 11.5)
  expect(three).toBeLessThan(4 * 11.5)
})

test('paragraphs, larger type, a narrower column and a long word count', () => {
  const wrap = { wrap: true }
  const cells = sheetOf(['Mateo\nAna\nLupe', wrap], ['Cedar Ridge', { fontSize: 18 }], ['x'.repeat(120), wrap])
  const [paragraphs = 0, title = 0, word = 0] = heights(cells).map(Number)
  expect(paragraphs).toBeGreaterThanOrEqual(3 * 11.5)
  expect(title).toBeGreaterThanOrEqual(18 * 1.15)
  expect(word).toBeGreaterThanOrEqual(2 * 11.5)
  const narrow = sheetOf([sentence, wrap])
  narrow.columnWidths.set(0, 120)
  expect(Number(heights(narrow)[0])).toBeGreaterThanOrEqual(6 * 11.5)
})

test('a height that somebody chose stays, and merged cells, hidden columns and numbers ask for none', () => {
  const wrap = { wrap: true }
  const sheet = sheetOf([sentence, wrap], [sentence, wrap], [1234.5, wrap])
  sheet.rowHeights.set(0, 40)
  sheet.merges = [{ row: 1, column: 0, rows: 1, columns: 3 }]
  expect(heights(sheet)).toEqual(['30!', '', ''])
  const hidden = sheetOf([sentence, wrap])
  hidden.hiddenColumns.add(0)
  expect(heights(hidden)).toEqual([''])
})

test('no row is higher than Excel allows', () => {
  expect(heights(sheetOf([sentence.repeat(100), { wrap: true }]))).toEqual(['409.5'])
})

test('such heights do not become heights of the model when the file is read back', () => {
  const bytes = written(sheetOf([sentence, { wrap: true }], ['Mateo\nAna', { wrap: true }]))
  const read = readXlsx(bytes, 'Heights', 'Heights.xlsx')
  expect(read.sheets[0]?.rowHeights.size).toBe(0)
  const again = Buffer.from(readZip(xlsxBytes(read)).get('xl/worksheets/sheet1.xml') as Uint8Array).toString()
  expect(again).toMatch(/<row r="1" ht="/)
  expect(again).not.toContain('customHeight')
})
