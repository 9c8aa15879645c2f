/**
 * A whole check of ever larger schools, on the built bundle: how many service calls, how long on this machine.
 */
import { emptySheet, emptyWorkbook, type SheetModel, type WorkbookModel } from '../local/workspace/model.ts'
import { createWorkspace } from '../local/workspace/workspace.ts'
import { asOf, madeUpSchool, type Table } from './school.ts'
import { megabytes, printTable, seconds } from './table.ts'

/** @param most students of the largest school; the others have a tenth of them, a hundredth and so on */
export function benchCheck(most = 10_000): void {
  const rows: (string | number)[][] = []
  for (let students = 100; students <= most; students *= 10) {
    const workspace = createWorkspace({ dist: 'dist', workbook: workbookOf(students), now: `${asOf}T09:00:00-07:00` })
    for (const run of ['first', 'again']) {
      const start = performance.now()
      const answer = JSON.parse(workspace.execute('checkRoster', [JSON.stringify({ asOf })]) as string)
      if (!answer.ok) throw new Error(`The check of ${students} students did not run: ${answer.message}`)
      const time = performance.now() - start
      const calls = workspace.lastExecution?.calls
      const heap = megabytes(process.memoryUsage().heapUsed)
      rows.push([students, run, calls?.total ?? 0, calls?.rangeCalls ?? 0, seconds(time), heap])
    }
  }
  console.log('Whole checks on the in-memory Workspace\n')
  printTable(['students', 'run', 'service calls', 'on ranges', 'seconds', 'heap after'], rows)
}

function workbookOf(students: number): WorkbookModel {
  const workbook = emptyWorkbook(`School of ${students}`)
  workbook.sheets.push(...madeUpSchool(students).map(sheetOf))
  return workbook
}

export function sheetOf({ name, rows }: Table, index: number): SheetModel {
  const sheet = emptySheet(index + 1, name, rows.length, rows[0]?.length)
  sheet.values = rows.map((row) => [...row])
  return sheet
}
