/**
 * Formulas that take a student in every row: whole columns in, one column out, all rows judged together.
 */
import { evaluate } from '../compliance/evaluate.ts'
import type { StudentFindings } from '../compliance/finding.ts'
import { messageText, statusWords, unmetStatuses } from '../compliance/messages.ts'
import { flagOf } from '../compliance/student-flags.ts'
import type { IsoDate, Policy, Requirement, SchoolYear } from '../policy/schema.ts'
import { schoolYearOf } from '../records/calendar.ts'
import { hasContent } from '../records/cell-text.ts'
import { type DateHabits, dateOrderOf } from '../records/dates.ts'
import { CheckStopped } from '../records/problem.ts'
import type { StudentDraft } from '../records/student-draft.ts'
import type { Cell } from '../records/tab.ts'
import { answered, type FormulaInput, type FormulaResult, rowsOf, sound, today } from './arguments.ts'
import { dayIn, gradeIn, policyIn } from './cell-values.ts'

/** One argument by row and column; a single cell, row or column of it serves for all. */
export class Argument {
  readonly name: string
  readonly isRange: boolean
  readonly width: number
  private readonly rows: readonly (readonly Cell[])[]
  private readonly orders: DateHabits['order'][] = []

  /** @throws CheckStopped RANGE_SHAPE when it is not so many columns wide, or one */
  constructor(name: string, input: FormulaInput, width?: number) {
    this.name = name
    this.isRange = Array.isArray(input)
    this.rows = rowsOf(input)
    this.width = this.rows[0]?.length ?? 0
    if (width === undefined || this.width === width || this.width === 1) return
    const wanted = width === 1 ? 'one column' : `${width} columns or one`
    throw new CheckStopped('RANGE_SHAPE', `${name} is ${this.width} columns wide. Give ${wanted}.`)
  }

  get height(): number {
    return this.rows.length
  }

  hasContent(row: number): boolean {
    return this.rowAt(row).some(hasContent)
  }

  cell(row: number, column = 0): Cell {
    return sound(this.rowAt(row)[this.width === 1 ? 0 : column])
  }

  /** The day in a cell; how a column writes days and months is told by all of its cells, as in a check. */
  day(row: number, schoolYear: SchoolYear, column = 0): IsoDate | undefined {
    this.orders[column] ??= dateOrderOf(this.rows, 0, column).order
    return dayIn(this.cell(row, column), schoolYear, this.orders[column])
  }

  private rowAt(row: number): readonly Cell[] {
    return this.rows[this.height === 1 ? 0 : row] ?? []
  }
}

/** The arguments that all of these formulas take. */
export interface Shared {
  readonly grade: FormulaInput
  readonly asOf: FormulaInput
  readonly policy: FormulaInput
}

/** Rows with the same policy and as-of date. */
interface Group {
  readonly policy: Policy
  readonly asOf: IsoDate
  readonly students: StudentDraft[]
}

/**
 * Judges a student in every row; a row without anything is left blank.
 *
 * What the formula is not told is taken so that it makes no finding: the student has been here all along, and the days
 * of school are the assumed ones.
 *
 * @param records the arguments that say whether there is anything in a row, beside the grade
 * @param asked the kinds of demands that these records can answer
 * @param fill puts the records of one row into its student
 */
export function forEveryStudent(
  shared: Shared,
  records: readonly Argument[],
  asked: ReadonlySet<Requirement['type']>,
  fill: (student: StudentDraft, row: number, schoolYear: SchoolYear) => void,
): FormulaResult {
  const grade = new Argument('grade', shared.grade, 1)
  const asOf = new Argument('as_of', shared.asOf, 1)
  const policy = new Argument('policy', shared.policy, 1)
  const height = commonHeight([grade, ...records, asOf, policy])
  const telling = [grade, ...records].filter((one, _, all) => one.isRange || !all.some(({ isRange }) => isRange))
  const groups = new Map<string, Group>()
  const answers: FormulaResult[] = []
  const now = today()

  const read = (row: number): string => {
    const rowPolicy = policyIn(policy.cell(row))
    const day = dayIn(asOf.cell(row)) ?? now
    const schoolYear = schoolYearOf(day)
    const student = studentOf(row)
    const ofGrade = gradeIn(grade.cell(row), schoolYear)
    if (ofGrade !== undefined) student.grade = ofGrade
    fill(student, row, schoolYear)
    const key = `${rowPolicy.id} ${day}`
    const group = groups.get(key) ?? { policy: rowPolicy, asOf: day, students: [] }
    groups.set(key, group)
    group.students.push(student)
    return ''
  }
  for (let row = 0; row < height; row++) {
    answers.push(telling.some((one) => one.hasContent(row)) ? answered(() => read(row)) : '')
  }
  for (const group of groups.values()) {
    for (const judged of judge(group, asked)) answers[judged.student.at.row] = inWords(judged, group.policy)
  }
  return telling[0]?.isRange ? answers.map((answer) => [answer as string]) : (answers[0] ?? '')
}

/** @throws CheckStopped RANGE_SHAPE */
function commonHeight(all: readonly Argument[]): number {
  const tall = all.filter(({ height }) => height > 1)
  const [first, ...others] = tall
  const other = others.find(({ height }) => height !== first?.height)
  if (first === undefined || other === undefined) return first?.height ?? 1
  throw new CheckStopped(
    'RANGE_SHAPE',
    `${first.name} has ${first.height} rows and ${other.name} has ${other.height}. Give ranges of the same height, such as A2:A and C2:C.`,
  )
}

function studentOf(row: number): StudentDraft {
  return {
    at: { sheet: '', row },
    id: String(row),
    lastName: '',
    firstName: '',
    iep: undefined,
    earlyGraduation: undefined,
    history: [],
    conferences: [],
    contacts: [],
    plans: [],
    updates: [],
  }
}

function judge({ policy, asOf, students }: Group, asked: ReadonlySet<Requirement['type']>): readonly StudentFindings[] {
  const requirements = policy.requirements.filter(({ type }) => asked.has(type))
  const school = { students, calendar: new Map(), log: [], tracked: new Set<never>() }
  return evaluate({ ...policy, requirements }, school, { asOf, schoolYear: schoolYearOf(asOf) }).students
}

/** 'Late (3.1.7): The plan has no parent signature. It was due May 29, 2026.', the most pressing first; else 'On track'. */
function inWords({ findings, applies }: StudentFindings, policy: Policy): string {
  if (findings.length === 0) return flagOf(findings, applies).status
  return unmetStatuses
    .flatMap((status) => findings.filter((finding) => finding.status === status))
    .map((finding) => {
      const clause = finding.clause === '' ? '' : ` (${finding.clause})`
      return `${statusWords[finding.status]}${clause}: ${messageText(finding, policy)}`
    })
    .join(' ')
}
