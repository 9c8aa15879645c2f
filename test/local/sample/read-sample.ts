/** The sample school as the product reads and judges it. */
import { type SampleRequest, sampleWorkbook } from '../../../local/sample/sample-workbook.ts'
import type { SheetModel, WorkbookModel } from '../../../local/workspace/model.ts'
import { isDateStyle } from '../../../local/workspace/number-format.ts'
import { createWorkspace } from '../../../local/workspace/workspace.ts'
import { readSchool, type SchoolReading } from '../../../src/records/read-school.ts'
import type { Tab } from '../../../src/records/tab.ts'

const EPOCH = 25_569
const DAY = 86_400_000

/** 'YYYY-MM-DD' of a spreadsheet's number. */
export function isoOf(serial: number): string {
  return new Date((serial - EPOCH) * DAY).toISOString().slice(0, 10)
}

export function tabOf(workbook: WorkbookModel, name: string): SheetModel {
  const sheet = workbook.sheets.find((each) => each.name === name)
  if (sheet === undefined) throw new Error(`The sample has no tab ${name}.`)
  return sheet
}

/** The rows under the headings, each as a map from heading to value; of equal headings the first counts. */
export function rowsOf(sheet: SheetModel): ReadonlyMap<string, unknown>[] {
  const headings = sheet.values[sheet.frozenRows - 1] ?? []
  return sheet.values
    .slice(sheet.frozenRows)
    .map((cells) => new Map(headings.map((heading, column) => [String(heading), cells[column]] as const).reverse()))
}

/** What the reader makes of a workbook, without a check. */
export function read(workbook: WorkbookModel): SchoolReading {
  return readSchool(workbook.sheets.map(asTab), { schoolYear: '2026-27' })
}

function asTab(sheet: SheetModel): Tab {
  const rows = sheet.values.map((cells, row) =>
    Array.from({ length: sheet.columnCount }, (_, column) => {
      const value = cells[column]
      if (value === undefined || typeof value === 'object') return ''
      return typeof value === 'number' && isDateStyle(sheet.styles[row]?.[column]) ? isoOf(value) : value
    }),
  )
  return { name: sheet.name, rows, managed: [] }
}

export interface Checked {
  readonly students: number
  readonly counts: Readonly<Record<string, number>>
  readonly byCode: readonly { readonly code: string; readonly status: string; readonly count: number }[]
  readonly findings: readonly { readonly studentId: string; readonly code: string; readonly status: string }[]
  readonly problems: readonly { readonly code: string; readonly sheet: string; readonly value?: string }[]
}

const checks = new Map<string, Checked>()

/** Every finding of the built check on 23 November 2026 under Davis 4I-101; the same sample is checked once. */
export function check(request: SampleRequest): Checked {
  const key = JSON.stringify(request)
  const known = checks.get(key)
  if (known !== undefined) return known
  const workspace = createWorkspace({
    dist: 'dist',
    workbook: sampleWorkbook(request),
    now: '2026-11-23T09:00:00-07:00',
  })
  const asked = { policy: 'davis-4i-101', asOf: '2026-11-23', schoolYear: '2026-27', answer: 'all' }
  const answer = JSON.parse(String(workspace.execute('checkRoster', [JSON.stringify(asked)])))
  if (!answer.ok) throw new Error(`The check did not run: ${answer.message}`)
  checks.set(key, answer)
  return answer
}
