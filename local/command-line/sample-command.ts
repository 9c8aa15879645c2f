import { join } from 'node:path'
import { writeCsv } from '../files/write-csv.ts'
import { writeXlsx } from '../files/xlsx/write-workbook.ts'
import { SAMPLE_AS_OF, SAMPLE_POLICY, sampleWorkbook } from '../sample/sample-workbook.ts'
import type { WorkbookModel } from '../workspace/model.ts'
import { readSampleArguments, SAMPLE_USAGE } from './sample-arguments.ts'

/**
 * Writes the sample school that the words ask for and says where it lies.
 *
 * @param words as typed behind `npm run sample --`
 * @throws UsageError, FileError
 */
export async function sampleCommand(words: readonly string[]): Promise<void> {
  const given = readSampleArguments(words)
  if (!given) {
    console.log(SAMPLE_USAGE)
    return
  }
  const workbook = sampleWorkbook(given)
  await write(workbook, given.out)
  const tabs = workbook.sheets.map(({ name }) => name).join(', ')
  const students = given.students === 1 ? '1 student' : `${given.students} students`
  console.log(`Wrote ${given.out}: ${students} of a made-up school (${tabs}).`)
  console.log(`Check it: npm run check -- ${quoted(given.out)} --policy ${SAMPLE_POLICY} --as-of ${SAMPLE_AS_OF}`)
}

async function write(workbook: WorkbookModel, out: string): Promise<void> {
  if (/\.xlsx$/i.test(out)) return writeXlsx(workbook, out)
  const [only] = workbook.sheets
  if (only !== undefined && /\.csv$/i.test(out)) return writeCsv(only, out)
  for (const sheet of workbook.sheets) await writeCsv(sheet, join(out, `${sheet.name.replaceAll(' ', '')}.csv`))
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `"${path}"`
}
