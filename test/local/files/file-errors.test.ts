import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FileError } from '../../../local/files/file-error.ts'
import { readWorkbookFile } from '../../../local/files/workbook-file.ts'
import { writeXlsx, xlsxBytes } from '../../../local/files/xlsx/write-workbook.ts'
import { readZip, writeZip } from '../../../local/files/zip.ts'
import { emptySheet, emptyWorkbook } from '../../../local/workspace/model.ts'
import { scratchFolder } from '../scratch.ts'
import { shared } from '../shared-material.ts'

async function refusal(path: string): Promise<FileError> {
  const error = await readWorkbookFile(path).then(
    () => undefined,
    (cause: unknown) => cause,
  )
  expect(error).toBeInstanceOf(FileError)
  return error as FileError
}

function fileWith(name: string, content: string | Uint8Array): string {
  const path = join(scratchFolder(), name)
  writeFileSync(path, content)
  return path
}

function smallXlsx(): Buffer {
  const workbook = emptyWorkbook('Small')
  const sheet = emptySheet(0, 'Students')
  sheet.values = [
    ['id', 'name'],
    ['00123', 'Mateo'],
  ]
  workbook.sheets.push(sheet)
  return xlsxBytes(workbook)
}

test('a file that is not there', async () => {
  const error = await refusal(join(scratchFolder(), 'nowhere.xlsx'))
  expect(error.code).toBe('FILE_MISSING')
  expect(error.message).toMatch(/nowhere\.xlsx does not exist\. Check the name/)
})

test.each([
  [
    'roster.pdf',
    '%PDF-1.4',
    'FILE_KIND',
    /is a PDF, which has no cells\. Export the roster as \.xlsx or \.csv instead\.$/,
  ],
  ['roster.csv', '%PDF-1.4', 'FILE_KIND', /is a PDF/],
  ['roster.ods', 'PK', 'FILE_OLD_KIND', /is an OpenDocument spreadsheet .*save it as \.xlsx/],
  ['roster.numbers', 'PK', 'FILE_OLD_KIND', /is an Apple Numbers file\. .*Export To > Excel/],
  [
    'roster.gsheet',
    '{"doc_id":"1"}',
    'FILE_OLD_KIND',
    /is only a link to a Google Sheet\. .*Download > Microsoft Excel/,
  ],
  ['roster.xls', '<html><table><tr><td>id', 'FILE_KIND', /is a web page, whatever it is called\. .*save it as \.xlsx/],
  ['roster.xml', '<?xml version="1.0"?><a/>', 'FILE_KIND', /is an XML file\. Export the roster/],
  ['roster.json', '[]', 'FILE_KIND', /is a JSON file\. Export the roster/],
  ['roster.png', 'PNG', 'FILE_KIND', /is a \.png file\. Give an \.xlsx file, a \.csv file, or a folder/],
  ['roster', 'id', 'FILE_KIND', /is a file without an ending\. Give an \.xlsx file/],
  ['roster.xlsx', 'not a zip at all', 'FILE_BROKEN', /is damaged and cannot be read \(its end is missing\)/],
  ['roster.xlsx', '', 'FILE_EMPTY', /is empty\. Export it again\.$/],
  ['roster.csv', '', 'FILE_EMPTY', /is empty\. Export it again\.$/],
  ['roster.csv', '\ufeff\r\n,,\r\n', 'FILE_EMPTY', /is empty/],
])('%s with %j is refused as %s', async (name, content, code, message) => {
  const error = await refusal(fileWith(name, content))
  expect(error.code).toBe(code)
  expect(error.message).toMatch(message)
})

test.each([
  ['roster.xlsx', ['xl/workbook.bin'], 'FILE_OLD_KIND', /is a binary Excel workbook .*save it as \.xlsx/],
  ['roster.numbers', ['Index/Document.iwa'], 'FILE_OLD_KIND', /is an Apple Numbers file/],
  ['roster.ods', ['mimetype', 'content.xml', 'META-INF/manifest.xml'], 'FILE_OLD_KIND', /is an OpenDocument/],
  ['letter.csv', ['word/document.xml'], 'FILE_KIND', /is a Word or PowerPoint document\. Export/],
  ['export.zip', ['users.csv', 'orgs.csv'], 'FILE_KIND', /is a \.zip archive\. Unpack it and give its folder/],
])('%s, an archive of %j, is told by what it holds', async (name, parts, code, message) => {
  const archive = writeZip(new Map(parts.map((part) => [part, Buffer.from('<a/>')])))
  const error = await refusal(fileWith(name, archive))
  expect(error.code).toBe(code)
  expect(error.message).toMatch(message)
})

test('a real Word document is told as one, under any name', async () => {
  const letter = shared('data/poi-mail-merge/Template.docx')
  expect((await refusal(letter)).message).toMatch(/is a Word or PowerPoint document\. Export the roster as/)
  expect((await refusal(fileWith('letter.xlsx', readFileSync(letter)))).code).toBe('FILE_KIND')
})

test('a workbook of charts alone has no cells to read', async () => {
  const parts = readZip(smallXlsx())
  parts.set('xl/workbook.xml', Buffer.from('<workbook><sheets/></workbook>'))
  expect((await refusal(fileWith('charts.xlsx', writeZip(parts)))).code).toBe('FILE_EMPTY')
})

test('an .xlsx file under another name is read all the same', async () => {
  for (const name of ['roster.xls', 'roster.csv', 'roster.xlsm']) {
    const { sheets } = await readWorkbookFile(fileWith(name, smallXlsx()))
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Students'])
  }
})

test('an old .xls file, also when somebody renamed it to .xlsx', async () => {
  const old = shared('data/csv-edge-csvkit/dummy.xls')
  expect((await refusal(old)).code).toBe('FILE_OLD_KIND')
  const renamed = await refusal(fileWith('renamed.xlsx', readFileSync(old)))
  expect(renamed.code).toBe('FILE_OLD_KIND')
  expect(renamed.message).toMatch(/in the old \.xls format\. Open it and save it as \.xlsx/)
})

test('an .xlsx file cut off at any length is refused by one sentence, never read in part', async () => {
  const whole = smallXlsx()
  const folder = scratchFolder()
  for (let part = 1; part < 20; part++) {
    const path = join(folder, `${part}.xlsx`)
    writeFileSync(path, whole.subarray(0, Math.floor((whole.length * part) / 20)))
    const error = await refusal(path)
    expect(error.code).toBe('FILE_BROKEN')
    expect(error.message).not.toMatch(/undefined|TypeError|at .*:\d+/)
  }
})

test('an .xlsx file with a byte changed in its packed parts is refused, never read wrongly', async () => {
  const whole = smallXlsx()
  const folder = scratchFolder()
  const sheet = whole.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length
  for (let at = sheet; at < sheet + 60; at += 7) {
    const damaged = Buffer.from(whole)
    damaged[at] = (damaged[at] as number) ^ 0x55
    const path = join(folder, `${at}.xlsx`)
    writeFileSync(path, damaged)
    expect((await refusal(path)).code).toBe('FILE_BROKEN')
  }
})

/** The small workbook with one field of every entry of its list of parts changed. */
function withListChanged(change: (entry: Buffer) => void): Buffer {
  const bytes = smallXlsx()
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4))
    change(bytes.subarray(at))
  return bytes
}

test.each<[string, (entry: Buffer) => void, RegExp]>([
  ['are encrypted', (entry) => entry.writeUInt16LE(entry.readUInt16LE(8) | 1, 8), /\(its parts are encrypted\)/],
  ['would fill the memory', (entry) => entry.writeUInt32LE(0x5000_0000, 24), /\(.* is too large\)/],
  ['claim another size', (entry) => entry.writeUInt32LE(entry.readUInt32LE(24) + 1, 24), /\(.* is damaged\)/],
  ['are packed in another way', (entry) => entry.writeUInt16LE(12, 10), /packed in a way that is not read here/],
  ['lie beyond the end', (entry) => entry.writeUInt32LE(0x00ff_0000, 42), /\(.* is damaged\)/],
])('an .xlsx file whose parts %s', async (_, change, reason) => {
  const error = await refusal(fileWith('parts.xlsx', withListChanged(change)))
  expect(error.code).toBe('FILE_BROKEN')
  expect(error.message).toMatch(reason)
})

test('a workbook with a password', async () => {
  // The container that Excel and LibreOffice wrap around an encrypted workbook, and the stream that tells it apart.
  const container = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const stream = Buffer.from('EncryptedPackage', 'utf16le')
  const error = await refusal(fileWith('locked.xlsx', Buffer.concat([container, Buffer.alloc(1024), stream])))
  expect(error.code).toBe('FILE_LOCKED')
  expect(error.message).toMatch(/is protected by a password\. Open it, remove the password/)
})

test('a folder of XML exports is told what it holds and what to do', async () => {
  const error = await refusal(shared('data/edfi-grandbend-ds5'))
  expect(error.code).toBe('FOLDER_WITHOUT_CSV')
  expect(error.message).toMatch(/holds no \.csv file, only .*\.xml .*Export the roster as \.csv or \.xlsx\./)
})

test('a folder whose folders hold the .csv files is told which', async () => {
  const folder = scratchFolder()
  for (const name of ['lincoln', 'kennedy', 'pictures']) mkdirSync(join(folder, name))
  for (const name of ['lincoln', 'kennedy']) writeFileSync(join(folder, name, 'Students.csv'), 'id\n')
  const error = await refusal(folder)
  expect(error.message).toContain('its folders kennedy and lincoln do. Give that folder instead')
})

test('a folder with a workbook is told to give the workbook; an empty one to export into it', async () => {
  const folder = scratchFolder()
  expect((await refusal(folder)).message).toMatch(/is empty\. Export the roster/)
  writeFileSync(join(folder, 'Roster.xlsx'), '')
  expect((await refusal(folder)).message).toMatch(/Give the workbook itself: .*Roster\.xlsx/)
})

test('a place that cannot be written to keeps its older file', async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'taken'), 'a file')
  const workbook = emptyWorkbook('W')
  workbook.sheets.push(emptySheet(0, 'S'))
  const path = join(folder, 'taken', 'W.xlsx')
  const error = await writeXlsx(workbook, path).catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(FileError)
  expect((error as FileError).code).toBe('FILE_NOT_WRITTEN')
  expect((error as FileError).message).toMatch(/could not be written: a file stands where a folder is needed/)
  expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('a file')
})
