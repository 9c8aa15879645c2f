import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseCsv } from '../../../local/files/csv.ts'
import { readWorkbookFile } from '../../../local/files/workbook-file.ts'
import { scratchFolder } from '../scratch.ts'
import { shared } from '../shared-material.ts'

function parse(text: string | Uint8Array): string[][] {
  return parseCsv(typeof text === 'string' ? Buffer.from(text) : text, 'Students.csv')
}

function sample(path: string): string[][] {
  return parseCsv(readFileSync(shared(`data/${path}`)), path)
}

test.each([
  'comma_in_quotes',
  'empty',
  'empty_crlf',
  'escaped_quotes',
  'json',
  'newlines',
  'newlines_crlf',
  'quotes_and_newlines',
  'simple',
  'simple_crlf',
  'utf8',
])('%s of csv-spectrum is read as its authors expect', (name) => {
  const [headings = [], ...rows] = sample(`csv-spectrum/csvs/${name}.csv`)
  const objects = rows.map((row) => Object.fromEntries(headings.map((heading, column) => [heading, row[column]])))
  const expected = readFileSync(shared(`data/csv-spectrum/json/${name}.json`), 'utf8').replaceAll('\\r\\n', '\\n')
  expect(objects).toEqual(JSON.parse(expected))
})

test('location_coordinates of csv-spectrum keeps its quotes and degree signs', () => {
  const expected = JSON.parse(readFileSync(shared('data/csv-spectrum/json/location_coordinates.json'), 'utf8'))
  expect(sample('csv-spectrum/csvs/location_coordinates.csv')[1]).toContain(expected['Location Coordinates'])
})

test('ids keep their zeros, and nothing becomes a number or a date', () => {
  expect(parse('id,date,grade,score\n00123,6-7,01,1.0\n')).toEqual([
    ['id', 'date', 'grade', 'score'],
    ['00123', '6-7', '01', '1.0'],
  ])
})

test.each([
  ['a comma', ','],
  ['a semicolon', ';'],
  ['a tab', '\t'],
])('%s between cells is recognised', (_, delimiter) => {
  const lines = [
    ['Lupe', 'Nez', '7'],
    ['Ana', 'García, López', '8'],
  ]
  const text = lines.map((cells) => cells.map((cell) => `"${cell}"`).join(delimiter)).join('\n')
  expect(parse(text)).toEqual(lines)
})

test.each<[string, string, string[]]>([
  [
    'a title and a blank line stand above',
    'Lincoln, Room 7\n\nid\tname\tscore\n1\tNez, Lupe\t1,7\n2\tDiaz, Ana\t2,0\n',
    ['1', 'Nez, Lupe', '1,7'],
  ],
  ['there are two columns and names with commas', 'id\tname\n1\tNez, Lupe\n2\tDiaz, Ana\n', ['1', 'Nez, Lupe']],
  ['the pipe stands between names with commas', 'id|name\n1|Nez, Lupe\n', ['1', 'Nez, Lupe']],
  ['numbers have decimal commas', 'id;name;score\n1;Lupe;1,7\n2;Ana;2,0\n', ['1', 'Lupe', '1,7']],
  ['remarks have semicolons', 'id,notes\n1,"late; phoned; came"\n2,d;e;f\n3,g;h;i\n', ['1', 'late; phoned; came']],
  ['every cell is quoted', '"id";"name"\n"1";"Ana ""Annie"" Diaz"\n', ['1', 'Ana "Annie" Diaz']],
])('the delimiter is told though %s', (_, text, row) => {
  expect(parse(text)).toContainEqual(row)
})

test('decimal commas and thousands with dots stay text', () => {
  expect(sample('csv-edge-csvkit/test_locale.csv')[1]).toEqual(['1,7', '200.000.000', ''])
})

test('apostrophes around every heading are quotes, in the cells too where they stand there', () => {
  expect(parse("'id','name'\n'1','O''Neil, Ana'\n")).toEqual([
    ['id', 'name'],
    ['1', "O'Neil, Ana"],
  ])
  const [headings, first] = sample('aspen-x2-student-insights/fake_x2_assessments.csv')
  expect(headings?.slice(0, 3)).toEqual(['local_id', 'school_local_id', 'assessment_date'])
  expect(first?.slice(0, 3)).toEqual(['100', 'HEA', '2014-05-01'])
})

test('an apostrophe before an id is a character of the id', () => {
  expect(parse("id,name\n'00123,Mateo\n")[1]).toEqual(["'00123", 'Mateo'])
})

test('quotation marks written as \\" by a database stay in their cell', () => {
  const rows = sample('aspen-x2-student-insights/attendance_dump.csv')
  expect(rows.map((row) => row.length)).toEqual([31, 31, 31])
  expect(rows.map((row) => row[11])).toEqual([
    'ATT_COMMENT',
    'MTHR CALLED "FEW MINUTES LATE"',
    'still away with family\\',
  ])
})

test("Excel's own first line names the delimiter and is no row", () => {
  expect(parse('sep=;\r\nid;name\r\n1;Mateo\r\n')).toEqual([
    ['id', 'name'],
    ['1', 'Mateo'],
  ])
})

const zoe = [
  ['id', 'name'],
  ['01', 'Zoë Núñez'],
]

test.each([
  ['UTF-8', Buffer.from('id,name\n01,Zoë Núñez')],
  ['UTF-8 with a mark', Buffer.from('\ufeffid,name\n01,Zoë Núñez')],
  ['UTF-16 little-endian with a mark', Buffer.from('\ufeffid,name\n01,Zoë Núñez', 'utf16le')],
  ['UTF-16 little-endian without a mark', Buffer.from('id,name\n01,Zoë Núñez', 'utf16le')],
  ['UTF-16 big-endian with a mark', Buffer.from('\ufeffid,name\n01,Zoë Núñez', 'utf16le').swap16()],
  ['UTF-16 big-endian without a mark', Buffer.from('id,name\n01,Zoë Núñez', 'utf16le').swap16()],
  ['Windows-1252', Buffer.from('id,name\n01,Zoë Núñez', 'latin1')],
])('%s is recognised', (_, bytes) => {
  expect(parse(bytes)).toEqual(zoe)
})

test("Excel's “Unicode text” is a workbook of one tab", async () => {
  const path = join(scratchFolder(), 'Roster.txt')
  writeFileSync(path, Buffer.from('\ufeffid\tname\r\n01\tNúñez, Zoë\r\n', 'utf16le'))
  const workbook = await readWorkbookFile(path)
  expect(workbook.name).toBe('Roster')
  expect(workbook.sheets[0]?.values).toEqual([
    ['id', 'name'],
    ['01', 'Núñez, Zoë'],
  ])
})

test('text with tabs that a school system calls .xls is read', async () => {
  const path = join(scratchFolder(), 'export.xls')
  writeFileSync(path, 'id\tname\n01\tMateo\n')
  expect((await readWorkbookFile(path)).sheets[0]?.values[1]).toEqual(['01', 'Mateo'])
})

test('stray bytes of Windows-1252 in a file of UTF-8 are read, and the rest stays right', () => {
  const bytes = Buffer.concat([Buffer.from('\ufeffid,name\n01,Zoë\n02,Nuñez\n03,'), Buffer.from('Peña', 'latin1')])
  expect(parse(bytes)).toEqual([
    ['id', 'name'],
    ['01', 'Zoë'],
    ['02', 'Nuñez'],
    ['03', 'Peña'],
  ])
})

test('accents side by side in Windows-1252 are no other encoding', () => {
  expect(parse(Buffer.from('name\nZÚÑIGA\nÑáñez\n', 'latin1')).slice(1)).toEqual([['ZÚÑIGA'], ['Ñáñez']])
})

test.each([
  ['Big5', [0xb3, 0xaf, 0xa4, 0x6a, 0xa4, 0xe5, 0x0a, 0xa7, 0xf5, 0xa9, 0xfa, 0xbc, 0xe1]],
  ['Windows-1251', [0xc8, 0xe2, 0xe0, 0xed, 0xee, 0xe2, 0xe0, 0x2c, 0xce, 0xeb, 0xfc, 0xe3, 0xe0]],
])('names in %s are refused rather than read as other names', (_, bytes) => {
  expect(() => parse(Buffer.concat([Buffer.from('name\n'), Buffer.from(bytes)]))).toThrow(
    /Students\.csv is in an encoding that is not read here.* save it as “CSV UTF-8”/,
  )
})

test('curly quotes of Windows-1252 are no control characters', () => {
  expect(parse(Buffer.from([0x4f, 0x92, 0x4e, 0x65, 0x69, 0x6c]))).toEqual([['O’Neil']])
})

test.each([
  ['test_utf8', 'ʤ'],
  ['test_utf8_bom', 'ʤ'],
  ['test_utf16_little', 'ʤ'],
  ['test_utf16_big', 'ʤ'],
  ['test_latin1', '©'],
])('%s of csvkit ends in %s', (name, last) => {
  expect(sample(`csv-edge-csvkit/${name}.csv`).at(-1)?.at(-1)).toBe(last)
})

test('NUL characters are dropped, the cells around them stay', () => {
  expect(sample('csv-edge-csvkit/null_byte.csv')).toEqual([
    ['a', 'b', 'c'],
    ['', '2', '3'],
  ])
})

test.each([
  'cr-line-endings',
  'crlf-line-endings',
  'lf-line-endings',
  'inconsistent-line-endings',
  'inconsistent-line-endings-unquoted',
])('%s of csvlint are three rows', (name) => {
  const rows = sample(`csv-edge-csvlint/${name}.csv`)
  expect(rows.map((row) => row.length)).toEqual([3, 3, 3])
  expect(rows[2]).toEqual(['Qux', 'Teaspoon', 'Doge'])
})

test('line ends of an old Mac, inside quotes too', () => {
  expect(sample('csv-edge-csvkit/mac_newlines.csv')[2]).toEqual(['Once upon\na time', '5', '6'])
})

test('rows that are too long or too short keep every cell', () => {
  expect(sample('csv-edge-csvkit/bad.csv').slice(1, 3)).toEqual([
    ['1', '27', '', "I'm too long!"],
    ['', "I'm too short!"],
  ])
})

test('blank lines at the end are no rows, those between are', () => {
  expect(parse('id\n\n1\n\n\n')).toEqual([['id'], [''], ['1']])
})

test('a quotation mark that is never closed stops the reading and names its line', () => {
  expect(() => parse('id,notes\n1,fine\n2,"left open\n3,lost\n')).toThrow(
    /Students\.csv: a quotation mark in line 3 is opened and never closed/,
  )
})

test('a quotation mark in the middle of a cell is a character like any other', () => {
  expect(parse('id,name\n1,Guadalupe "Lupe" Nez\n')[1]).toEqual(['1', 'Guadalupe "Lupe" Nez'])
})

test('a .csv file is a workbook of one tab, named as the file', async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'Roster 2026.csv'), 'id,name\n00123,Mateo\n')
  const workbook = await readWorkbookFile(join(folder, 'Roster 2026.csv'))
  expect(workbook.name).toBe('Roster 2026')
  expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['Roster 2026'])
  expect(workbook.sheets[0]?.values[1]).toEqual(['00123', 'Mateo'])
  expect(workbook.sheets[0]?.styles[1]?.[0]?.numberFormat, 'text, so that typing over it keeps the zeros').toBe('@')
})

test('a folder is a workbook of its .csv files in alphabetical order; hidden files and other kinds are left aside', async () => {
  const folder = scratchFolder()
  for (const name of ['b.csv', 'A.CSV', 'c.tsv', '.hidden.csv', '~$b.csv', 'readme.md', 'notes.txt'])
    writeFileSync(join(folder, name), 'id\n1\n')
  mkdirSync(join(folder, 'old'))
  const workbook = await readWorkbookFile(folder)
  expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['A', 'b', 'c'])
  expect(new Set(workbook.sheets.map((sheet) => sheet.id)).size).toBe(3)
})

test('an empty file among others is an empty tab, one of another kind stops the reading', async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'Students.csv'), 'id\n1\n')
  writeFileSync(join(folder, 'Contacts.csv'), '')
  expect((await readWorkbookFile(folder)).sheets.map((sheet) => sheet.values)).toEqual([[], [['id'], ['1']]])
  writeFileSync(join(folder, 'Plans.csv'), readFileSync(shared('data/csv-edge-csvkit/dummy.xlsx')))
  await expect(readWorkbookFile(folder)).rejects.toThrow(/Plans\.csv is no \.csv file, whatever it is called/)
})

test('tabs get names that Google Sheets takes: at most 100 characters, none twice', async () => {
  const folder = scratchFolder()
  for (const name of [`${'x'.repeat(120)}.csv`, `${'x'.repeat(121)}.csv`]) writeFileSync(join(folder, name), 'id\n')
  const names = (await readWorkbookFile(folder)).sheets.map((sheet) => sheet.name)
  expect(names).toEqual(['x'.repeat(100), `${'x'.repeat(96)} (2)`])
})

test('the seven tabs of a worked case', async () => {
  const workbook = await readWorkbookFile(shared('cases/2026-11-22'))
  expect(workbook.sheets.map((sheet) => sheet.name)).toEqual([
    'Calendar',
    'Conferences',
    'Contacts',
    'GradeHistory',
    'PlanUpdates',
    'Plans',
    'Students',
  ])
})
