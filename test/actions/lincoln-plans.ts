/** Lincoln, a school of twelve students in grades 5 to 12, and the calls of the sidebar that make their plan documents. */
import { emptySheet, emptyWorkbook, type WorkbookModel } from '../../local/workspace/model.ts'
import { createWorkspace, type Workspace, type WorkspaceOptions } from '../../local/workspace/workspace.ts'
import { ask } from './ask.ts'

const headings = ['Student ID', 'Last name', 'First name', 'Grade', 'School name', 'Counselor']

/** In the order of the roster. */
export const pupils = [
  ['00101', 'Ruiz', 'Mateo', 9],
  ['00102', 'Begay', 'Ana', 8],
  ['00103', 'Ortiz', 'Lupe', 7],
  ['00104', 'Smith', 'Noah', 12],
  ['00105', 'Nakai', 'Sofia', 10],
  ['00106', 'Tran', 'Kim', 11],
  ['00107', 'Vea', 'Sione', 9],
  ['00108', 'Lopez', 'Elena', 5],
  ['00109', 'Young', 'Kai', 6],
  ['00110', 'Kim', 'Joon', 8],
  ['00111', 'Shah', 'Maya', 7],
  ['00112', 'Dunn', 'Liam', 10],
] as const

/** Days since 1899-12-30, as a spreadsheet keeps them. */
const day = (iso: string) => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000) + 25_569

/** The workbook as it is before anything of ours. */
export function lincoln(): WorkbookModel {
  const workbook = emptyWorkbook('Lincoln')
  const students = emptySheet(0, 'Students', 40, 14)
  students.values = [[...headings], ...pupils.map((pupil) => [...pupil, 'Lincoln High', 'R. Young'])]
  students.styles = students.values.map((_, row) => (row === 0 ? [] : [{ numberFormat: '@' }]))
  const plans = emptySheet(1, 'Plans', 30, 6)
  plans.values = [
    ['Student ID', 'Plan kind', 'Created on', 'Parent signed on', 'Signed by'],
    ['00101', 'PCCR', day('2026-09-30'), day('2026-10-02'), 'parent'],
  ]
  plans.styles = plans.values.map((_, row) => (row === 0 ? [] : [{ numberFormat: '@' }]))
  workbook.sheets.push(students, plans)
  return workbook
}

/** Checked, and with its templates in Drive. */
export function ready(options: Partial<WorkspaceOptions> = {}): Workspace {
  const workspace = opened(options)
  ask(workspace, 'checkRoster', {})
  ask(workspace, 'setUpDocuments')
  return workspace
}

export function opened(options: Partial<WorkspaceOptions> = {}): Workspace {
  return createWorkspace({ dist: 'dist', workbook: lincoln(), now: '2026-11-23T09:00:00-07:00', ...options })
}

/** Asks for all and makes them. */
export function makeAll(workspace: Workspace) {
  workspace.clock.advance(60_000)
  ask(workspace, 'startDocuments', { whom: 'all' })
  return ask(workspace, 'makeDocuments', { workers: 1 })
}

/** Ids of the students whose document is in a state, with what is said of it. */
export function results(workspace: Workspace, state?: string): string[] {
  const { results } = ask(workspace, 'getDocuments', state === undefined ? {} : { state })
  return results.map((one) => [one.studentId, one.name, one.state, one.note].filter((text) => text !== '').join(' | '))
}

/** What stands under Plan document, by student id. */
export function links({ workbook }: Workspace): Map<string, string> {
  const { values } = workbook.sheets.find(({ name }) => name === 'Students')!
  const heading = values.findIndex((row) => row?.includes('Plan document'))
  const column = values[heading]!.indexOf('Plan document')
  return new Map(
    values.slice(heading + 1).flatMap((row) => (row?.[0] ? [[String(row[0]), String(row[column] ?? '')]] : [])),
  )
}

/** The plan of a student in Drive. */
export function planOf({ drive }: Workspace, last: string) {
  const found = drive.files.filter(({ name }) => name.includes(`${last}, `))
  if (found.length !== 1) throw new Error(`${found.length} documents are of ${last}.`)
  return found[0]!
}
