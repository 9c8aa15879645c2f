/**
 * The same question asked the way a spreadsheet would ask it: a row of COUNTIFS for each student, in LibreOffice.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { xlsxBytes } from '../local/files/xlsx/write-workbook.ts'
import { emptyWorkbook, type SheetModel } from '../local/workspace/model.ts'
import { dayNumber } from '../src/records/calendar.ts'
import { sheetOf } from './check.ts'
import { measure } from './evaluate.ts'
import { madeUpSchool } from './school.ts'
import { median, printTable, seconds } from './table.ts'

/** How often LibreOffice is started for a file, unless it takes so long that once must do. */
const starts = 3
const longStart = 20_000

/** @param most students of the largest school; the others have half of them, a quarter and an eighth */
export function benchCountifs(most = 4000): void {
  const folder = mkdtempSync(join(tmpdir(), 'plan-keeper-bench-'))
  try {
    convert(folder, write(folder, 10, false))
    const rows = [most / 8, most / 4, most / 2, most].map((students) => {
      const without = convertOften(folder, write(folder, students, false))
      const withFormulas = convertOften(folder, write(folder, students, true))
      const ours = measure(students)
      const times = [without, withFormulas, withFormulas - without, ours.first, ours.read + ours.evaluate]
      return [students, students * formulasOf(0, students).length, ...times.map(seconds)]
    })
    console.log(`COUNTIFS in LibreOffice (opened, recalculated, saved as csv), beside reading and judging; seconds\n`)
    printTable(
      ['students', 'formulas', 'without them', 'with them', 'recalculation alone', 'ours, first run', 'ours, warm'],
      rows,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Behind the columns of the roster: what a counselor would count, and what follows. */
function formulasOf(row: number, students: number): readonly string[] {
  const column = (tab: string, letter: string, times = 1) => `${tab}!$${letter}$2:$${letter}$${students * times + 1}`
  const conference = (letter: string) => column('Conferences', letter, 4)
  const thisYear = (range: string) => `${range},">="&DATE(2026,7,1),${range},"<="&DATE(2027,6,30)`
  const id = `$A${row + 2}`
  const held = (kind: string) =>
    `COUNTIFS(${conference('B')},${id},${conference('C')},"${kind}",${conference('E')},"held",${conference('G')},"Y",${thisYear(conference('D'))})`
  return [
    `=${held('individual')}`,
    `=${held('group')}+${held('small_group')}`,
    `=COUNTIFS(${conference('B')},${id},${conference('E')},"no-show",${thisYear(conference('D'))})`,
    `=COUNTIFS(${column('Contacts', 'A')},${id},${thisYear(column('Contacts', 'B'))})`,
    `=COUNTIFS(${column('Plans', 'A')},${id})`,
    `=COUNTIFS(${column('Plans', 'A')},${id},${column('Plans', 'D')},">0")`,
    `=COUNTIFS(${column('PlanUpdates', 'A')},${id},${thisYear(column('PlanUpdates', 'B'))})`,
    `=IF(J${row + 2}=0,"no individual conference",IF(N${row + 2}=0,"no plan",IF(O${row + 2}=0,"not signed",IF(P${row + 2}=0,"not updated","on track"))))`,
  ]
}

/** @returns the file: the roster with or without the formulas, and the logs that they count */
function write(folder: string, students: number, formulas: boolean): string {
  const workbook = emptyWorkbook(`School of ${students}`)
  workbook.sheets.push(...madeUpSchool(students).map(sheetOf))
  for (const sheet of workbook.sheets) sheet.values = sheet.values.map((row) => row.map(asSerial))
  const roster = workbook.sheets[0] as SheetModel
  const width = roster.columnCount
  if (formulas) {
    roster.columnCount = width + formulasOf(0, students).length
    for (let row = 0; row < students; row++) {
      roster.formulas[row + 1] = [...Array<undefined>(width), ...formulasOf(row, students)]
    }
  }
  const file = join(folder, `school-${students}-${formulas ? 'with' : 'without'}.xlsx`)
  writeFileSync(file, xlsxBytes(workbook))
  return file
}

/** A day as the number that a spreadsheet keeps; without a last result, LibreOffice works a formula out on opening. */
function asSerial<Value>(value: Value): Value | number {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value))
  return day ? dayNumber(Number(day[1]), Number(day[2]), Number(day[3])) + 25_569 : value
}

/** @returns the median of the times, in milliseconds */
function convertOften(folder: string, file: string): number {
  const times = [convert(folder, file)]
  while (times.length < starts && (times[0] as number) < longStart) times.push(convert(folder, file))
  return median(times)
}

function convert(folder: string, file: string): number {
  const profile = pathToFileURL(join(folder, 'profile')).href
  const start = performance.now()
  execFileSync(
    'soffice',
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'csv', '--outdir', folder, file],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  return performance.now() - start
}
