/**
 * The Findings tab as rows of cells: title block, table of findings, problems under it. Pure.
 *
 * Everything that a school wrote goes through {@link repeated}, so that no name and no id can become a formula.
 */
import type { Evaluation, Finding, Status } from '../compliance/finding.ts'
import { codeName, dayInWords, gradeWord, messageText, statusWords, unmetStatuses } from '../compliance/messages.ts'
import type { Policy } from '../policy/schema.ts'
import { listedName, sortKey } from '../records/names.ts'
import type { Problem } from '../records/problem.ts'
import type { RowRef, Student } from '../records/school.ts'
import { ownTabTitles, palette } from './own-tabs.ts'
import { renewedTable, type StandingFindings, type TableRow } from './standing-findings.ts'
import { asText, quoted, repeated } from './typed-text.ts'

export const findingsHeadings = [
  'Student',
  'Name',
  'Grade',
  'Code',
  'What is missing',
  'Status',
  'Due',
  'Days left',
  'Clause',
  'Evidence',
  'Responsible',
] as const

export const findingsWidth = findingsHeadings.length

/** Sheet row of the headings, from 1; the title block stands above. */
export const findingsHeadingRow = 5

/** Where the title block says that the tab is out of date, and the words. */
export const outOfDateAt = 'E1'
export const outOfDateLine = 'Out of date: something was edited since. Check again.'

const problemHeadings = ['Tab', 'Column', 'Row', '', 'What is wrong, and what to do', 'Value', '', '', '', 'Where', '']

/** Where their headings stand in the problems' rows: behind a blank row and a title. */
const problemHeadingsAt = 2

/** The tab is for reading, and a spreadsheet holds 10 million cells: the most pressing findings are listed. */
export const mostFindingsListed = 50_000
const mostProblemsListed = 2_000

const statusTints: Readonly<Partial<Record<Status, string>>> = {
  LATE: palette.late,
  CHECK: palette.check,
  OPEN: palette.open,
}

export type TypedCell = string | number

export interface FindingsPage {
  /** From row 1, all {@link findingsWidth} wide, as they are to be typed. */
  readonly rows: readonly TypedCell[][]
  /** Background of every cell. */
  readonly backgrounds: readonly string[][]
  /** Rows of the table under its headings. */
  readonly listed: number
}

export interface FindingsInput {
  readonly policy: Policy
  readonly evaluation: Evaluation
  readonly problems: readonly Problem[]
  /** 'YYYY-MM-DD HH:MM' in the spreadsheet's zone. */
  readonly checkedAt: string
  /** The sheet id of a tab, for the links; a tab without one is named without a link. */
  readonly sheetIdOf: (tab: string) => number | undefined
  /** Sheet id of the Findings tab itself. */
  readonly ownSheetId: number
  /** Whether the tab has to say that it is. */
  readonly isOutOfDate?: boolean
}

/** What the place of a finding in a list hangs on. */
export interface Pressure {
  /** Of its status; see {@link rankOf}. */
  readonly rank: number
  /** '9999' where there is none. */
  readonly due: string
  /** As names are sorted. */
  readonly name: string
  readonly id: string
}

interface ListedFinding extends Pressure {
  readonly finding: Finding
  readonly student: Student | undefined
}

/**
 * The whole tab, from its first row.
 *
 * @param standing the table as it stands, where only the rows of some students, and those of nobody, are to change
 */
export function findingsPage(input: FindingsInput, standing?: StandingFindings): FindingsPage {
  const all = listedFindings(input.evaluation)
  const table = standing
    ? renewedTable(standing, all, tableRow(input), new Set(input.evaluation.students.map(({ student }) => student.id)))
    : all.slice(0, mostFindingsListed).map(tableRow(input))
  const problemsRow = findingsHeadingRow + table.length + 2
  const listed = table.filter(({ status }) => status !== '').length
  const rows = titleBlock(input, { total: all.length, listed, problemsRow })
  const backgrounds = rows.map((_, index) => evenly(index === findingsHeadingRow - 1 ? palette.heading : palette.plain))
  const tinted = new Map(unmetStatuses.map((status) => [statusWords[status], tintedRow(status)]))
  for (const { cells, status } of table) {
    rows.push(cells.length === 0 ? blankRow({}) : cells)
    backgrounds.push(tinted.get(status) ?? evenly(palette.plain))
  }
  problemRows(input).forEach((row, index) => {
    rows.push(row)
    backgrounds.push(evenly(index === problemHeadingsAt ? palette.heading : palette.plain))
  })
  return { rows, backgrounds, listed: table.length }
}

function tableRow(input: FindingsInput): (one: ListedFinding) => TableRow {
  return (one) => ({ id: one.id, status: statusWords[one.finding.status], cells: findingRow(one, input) })
}

function evenly(background: string): string[] {
  return Array.from({ length: findingsWidth }, () => background)
}

function tintedRow(status: Status): string[] {
  const row = evenly(palette.plain)
  row[findingsHeadings.indexOf('Status')] = statusTints[status] ?? palette.plain
  return row
}

/** The most pressing first, the school's own duties last. */
function listedFindings(evaluation: Evaluation): readonly ListedFinding[] {
  const list: ListedFinding[] = []
  const add = (finding: Finding, student: Student | undefined, name: string) => {
    const rank = rankOf(finding.status)
    if (rank >= 0) list.push({ finding, student, rank, due: finding.dueOn ?? noDue, name, id: finding.studentId })
  }
  for (const { student, findings } of evaluation.students) {
    const name = sortKey(listedName(student))
    for (const finding of findings) add(finding, student, name)
  }
  list.sort(byPressure)
  for (const finding of evaluation.school) add(finding, undefined, '')
  return list
}

/** Behind every day. */
export const noDue = '9999'

/** LATE is 0, then CHECK, OPEN, MET-LATE, NOTE; −1 for what is not listed. */
export function rankOf(status: Status): number {
  return unmetStatuses.indexOf(status)
}

/** By status, due date, name and id. */
export function byPressure(a: Pressure, b: Pressure): number {
  return a.rank - b.rank || byText(a.due, b.due) || byText(a.name, b.name) || byText(a.id, b.id)
}

function findingRow({ finding, student }: ListedFinding, { policy, sheetIdOf }: FindingsInput): TypedCell[] {
  return [
    student === undefined ? '' : repeated(student.id),
    student === undefined ? 'Whole school' : repeated(listedName(student)),
    student?.grade === undefined ? '' : gradeWord(student.grade),
    finding.detail === '' ? finding.code : asText(`${finding.code} ${finding.detail}`),
    `${codeName(finding.code)}: ${messageText(finding, policy)}`,
    statusWords[finding.status],
    finding.dueOn ?? '',
    finding.daysLeft ?? '',
    asText(finding.clause),
    linkTo(evidenceOf(finding, student), finding.evidence.length - 1, sheetIdOf),
    repeated(student?.counselor ?? student?.homeroomTeacher ?? ''),
  ]
}

function evidenceOf(finding: Finding, student: Student | undefined): RowRef | undefined {
  return finding.evidence[0] ?? student?.at
}

/** A link to a row in this spreadsheet; '#gid=…' works in a copy of the file as well. */
function linkTo(at: RowRef | undefined, more: number, sheetIdOf: FindingsInput['sheetIdOf']): string {
  if (at === undefined) return ''
  const label = `${at.sheet}, row ${at.row}${more > 0 ? ` and ${more} more` : ''}`
  const id = sheetIdOf(at.sheet)
  return id === undefined ? asText(label) : link(id, `A${at.row}`, label)
}

function link(sheetId: number, range: string, label: string): string {
  return `=HYPERLINK("#gid=${sheetId}&range=${range}",${quoted(label)})`
}

interface Extent {
  readonly total: number
  readonly listed: number
  /** Sheet row of the problems' title. */
  readonly problemsRow: number
}

/** Four rows: what was checked by which policy, and how it stands. */
function titleBlock(input: FindingsInput, { total, listed, problemsRow }: Extent): TypedCell[][] {
  const { policy, evaluation, problems } = input
  const counts = countsByStatus(evaluation)
  const problemCount = problems.length === 0 ? 0 : link(input.ownSheetId, `A${problemsRow}`, String(problems.length))
  const notTracked =
    evaluation.notTracked.length === 0
      ? 'Everything that the policy asks has its columns.'
      : `${evaluation.notTracked.map(notTrackedName).join(', ')}. No column of this workbook shows these, so they are not checked.`
  const extent =
    total > listed
      ? ` The ${listed} most pressing of ${total} findings are listed; each student's own stand on the roster.`
      : ''
  return [
    blankRow({
      0: ownTabTitles.findings,
      4: input.isOutOfDate ? outOfDateLine : '',
      5: 'Late',
      6: 'Please check',
      7: 'To do',
      8: 'Met late',
      9: 'Note',
      10: 'Problems',
    }),
    blankRow({
      0: 'Policy',
      1: `${policy.name}, ${policy.revision.text}`,
      5: counts.LATE ?? 0,
      6: counts.CHECK ?? 0,
      7: counts.OPEN ?? 0,
      8: counts['MET-LATE'] ?? 0,
      9: counts.NOTE ?? 0,
      10: problemCount,
    }),
    blankRow({
      0: 'As of',
      1: asText(dayInWords(evaluation.asOf)),
      2: `School year ${evaluation.schoolYear}, ${studentCount(evaluation.students.length)}, checked ${input.checkedAt}.${extent}`,
    }),
    blankRow({ 0: 'Not tracked', 1: notTracked }),
    [...findingsHeadings],
  ]
}

function notTrackedName(code: string): string {
  const known = /^[A-Z>0-9-]+/.exec(code)?.[0] ?? code
  return `${codeName(known as Finding['code']) ?? code} (${code})`
}

function problemRows({ problems, sheetIdOf }: FindingsInput): TypedCell[][] {
  if (problems.length === 0) return []
  const rows = [blankRow({}), blankRow({ 0: problemsTitle, 4: problemsLead(problems.length) }), [...problemHeadings]]
  for (const problem of problems.slice(0, mostProblemsListed)) {
    const { sheet, row } = problem
    rows.push(
      blankRow({
        0: asText(sheet),
        1: repeated(problem.column ?? ''),
        2: row ?? '',
        4: repeated(problem.message),
        5: asText(problem.value ?? ''),
        9: row === undefined ? '' : linkTo({ sheet, row }, 0, sheetIdOf),
      }),
    )
  }
  return rows
}

/** Under which heading row the table stands, from 0, and where it ends; undefined where the headings are not in their place. */
export function tableExtent(rows: readonly (readonly unknown[])[]): readonly [from: number, to: number] | undefined {
  if (findingsHeadings.some((heading, column) => rows[findingsHeadingRow - 1]?.[column] !== heading)) return undefined
  const problems = rows.findIndex((row) => row[0] === problemsTitle && String(row[4]).startsWith(problemsSentence))
  return [findingsHeadingRow, problems === -1 ? rows.length : problems - 1]
}

const problemsTitle = 'Problems'
const problemsSentence = 'What could not be read in your tabs. Correct it there, then check again.'

function problemsLead(count: number): string {
  const lead = problemsSentence
  return count > mostProblemsListed ? `${lead} The first ${mostProblemsListed} of ${count} are listed.` : lead
}

function blankRow(cells: Readonly<Record<number, TypedCell>>): TypedCell[] {
  return Array.from({ length: findingsWidth }, (_, column) => cells[column] ?? '')
}

/** Findings of students by status; MET and NA too. */
export function countsByStatus({ tallies }: Evaluation): Readonly<Partial<Record<Status, number>>> {
  const sums: Partial<Record<Status, number>> = {}
  for (const { counts } of tallies) {
    for (const [status, count] of Object.entries(counts) as [Status, number][])
      sums[status] = (sums[status] ?? 0) + count
  }
  return sums
}

function studentCount(count: number): string {
  return count === 1 ? '1 student' : `${count} students`
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
