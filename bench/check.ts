/**
 * A whole check of ever larger schools, on the built bundle: how many service calls, how long on this machine.
 *
 * Each student has four conferences, a letter, a plan and an update. `npm run bench` for 100 to 10,000 students, with
 * the largest number as an argument for more: `npm run bench -- 100000`.
 */
import { emptySheet, emptyWorkbook, type SheetModel, type WorkbookModel } from '../local/workspace/model.ts'
import { createWorkspace } from '../local/workspace/workspace.ts'

const asOf = '2026-11-23'

function sheet(id: number, name: string, headings: string[], rows: (string | number)[][]): SheetModel {
  const made = emptySheet(id, name, rows.length + 1, headings.length)
  made.values = [headings, ...rows]
  return made
}

function schoolOf(students: number): WorkbookModel {
  const ids = Array.from({ length: students }, (_, index) => String(index + 1).padStart(6, '0'))
  const grade = (index: number) => index % 13
  const workbook = emptyWorkbook(`School of ${students}`)
  workbook.sheets.push(
    sheet(
      1,
      'Students',
      ['student_id', 'last_name', 'first_name', 'grade', 'birth_date', 'entry_date', 'iep', 'early_grad', 'counselor'],
      ids.map((id, index) => [
        id,
        `Last${id}`,
        `First${id}`,
        grade(index),
        '2012-03-03',
        '2024-07-15',
        'N',
        'N',
        'Alvarez',
      ]),
    ),
    sheet(
      2,
      'Conferences',
      [
        'conf_id',
        'student_id',
        'kind',
        'date',
        'status',
        'invited_count',
        'student_attended',
        'parent_attended',
        'staff_names',
      ],
      ids.flatMap((id, index) => [
        [`${id}-1`, id, 'individual', '2026-09-10', 'held', '', 'Y', index % 3 === 0 ? '' : 'Y', 'R. Alvarez'],
        [`${id}-2`, id, 'group', '2026-10-06', 'held', 18, 'Y', 'N', 'R. Alvarez'],
        [`${id}-3`, id, 'individual', '2025-10-09', 'held', '', 'Y', 'Y', 'R. Alvarez'],
        [`${id}-4`, id, 'small_group', '2026-11-03', 'no-show', 4, 'N', 'N', ''],
      ]),
    ),
    sheet(
      3,
      'Contacts',
      ['student_id', 'date', 'about', 'channel', 'outcome'],
      ids.map((id) => [id, '2026-09-01', 'individual', 'letter', 'sent']),
    ),
    sheet(
      4,
      'Plans',
      ['student_id', 'plan_kind', 'created_on', 'parent_signed_on'],
      ids.map((id, index) => [
        id,
        grade(index) < 7 ? 'ILP' : 'PCCR',
        '2025-09-10',
        index % 5 === 0 ? '' : '2025-09-20',
      ]),
    ),
    sheet(
      5,
      'PlanUpdates',
      ['student_id', 'updated_on', 'by'],
      ids.map((id) => [id, '2026-09-21', 'counselor']),
    ),
  )
  return workbook
}

const most = Number(process.argv[2] ?? 10_000)
console.log('students   run      calls   on ranges   seconds   heap after')
for (let students = 100; students <= most; students *= 10) {
  const workspace = createWorkspace({ dist: 'dist', workbook: schoolOf(students), now: `${asOf}T09:00:00-07:00` })
  for (const run of ['first', 'again']) {
    const start = performance.now()
    const answer = JSON.parse(workspace.execute('checkRoster', [JSON.stringify({ asOf })]) as string)
    if (!answer.ok) throw new Error(`The check of ${students} students did not run: ${answer.message}`)
    const seconds = (performance.now() - start) / 1000
    const calls = workspace.lastExecution?.calls
    console.log(
      [
        String(students).padStart(8),
        run.padEnd(6),
        String(calls?.total).padStart(6),
        String(calls?.rangeCalls).padStart(9),
        seconds.toFixed(2).padStart(9),
        `${Math.round(process.memoryUsage().heapUsed / 1e6)} MB`.padStart(11),
      ].join('   '),
    )
  }
}
