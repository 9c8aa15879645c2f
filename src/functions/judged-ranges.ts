/**
 * Formulas that take the school's own tabs as ranges: recognised, read and judged as in a check.
 */
import { evaluate } from '../compliance/evaluate.ts'
import type { Evaluation } from '../compliance/finding.ts'
import { findManaged } from '../compliance/managed-headings.ts'
import { checkContext, readSettings, type Settings, settingNamed, withTerm } from '../compliance/settings.ts'
import type { Policy } from '../policy/schema.ts'
import { hasContent } from '../records/cell-text.ts'
import { CheckStopped, type Problem, type ProblemCode } from '../records/problem.ts'
import type { RosterLayout } from '../records/read-roster.ts'
import { readSchool } from '../records/read-school.ts'
import type { Cell, Tab } from '../records/tab.ts'
import { checkChoices, typedChoices } from '../records/typed-choices.ts'
import { type FormulaInput, type FormulaTable, rowsOf, today } from './arguments.ts'
import { policyIn } from './cell-values.ts'

/** The tabs by the names of the arguments, each with its heading row; a blank one is left out. */
export interface GivenRanges {
  readonly students: FormulaInput
  readonly conferences: FormulaInput
  readonly contacts: FormulaInput
  readonly plans: FormulaInput
  readonly updates: FormulaInput
}

export interface JudgedRanges {
  readonly policy: Policy
  readonly evaluation: Evaluation
  /** Rows of the students range. */
  readonly height: number
  /** Where the students stand in their range. */
  readonly layout: RosterLayout
  /** The first problem that a check would list, and how many there are; '' for none. */
  readonly trouble: string
}

/** What a check lists and a formula need not say: nothing that was given is left unread by it. */
const remarks: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'COLUMN_REFUSED',
  'ID_ZEROS_RESTORED',
  'NAMES_MISSING',
  'RECORDS_MISSING',
  'ROWS_LEFT_OUT',
])

/**
 * @param settings the Settings tab, two columns with the same labels, or the policy alone
 * @throws CheckStopped RANGE_UNREADABLE, SETTINGS_UNREADABLE, SETTING_UNREADABLE, POLICY_UNKNOWN, TERM_OUTSIDE_YEAR
 */
export function judgedRanges(given: GivenRanges, settings: FormulaInput, keep: 'all' | 'unmet'): JudgedRanges {
  const tabs = Object.entries(given).map(([name, input]): Tab => {
    const rows = rowsOf(input)
    return { name, rows, managed: Object.values(findManaged(rows, new Map())) }
  })
  const settingRows = rowsOf(settings)
  const chosen = settingsIn(settingRows)
  const choices = typedChoices(settingRows)
  const { policy, asOf, schoolYear } = checkContext(chosen, today())
  const filled = tabs.filter(({ rows }) => rows.some((row) => row.some(hasContent)))
  const { school, roster, mappings, problems } = readSchool(filled, { schoolYear, choices })
  checkChoices(choices, mappings, placeOf)
  for (const { sheet, kind } of mappings) if (kind === 'other') throw notUnderstood(sheet, problems)
  if (roster?.sheet !== 'students') throw notUnderstood('students', problems)
  return {
    policy,
    evaluation: evaluate(policy, withTerm(school, schoolYear, chosen).school, { asOf, schoolYear, keep }),
    height: tabs[0]?.rows.length ?? 0,
    layout: roster,
    trouble: inShort(problems.filter(({ code }) => !remarks.has(code))),
  }
}

const placeOf = (row: number): string => `row ${row} of the settings`

function settingsIn(rows: readonly (readonly Cell[])[]): Settings {
  const [[alone = '', ...beside] = []] = rows
  if (!rows.some((row) => row.some(hasContent))) return {}
  if (rows.length === 1 && beside.length === 0) return { policy: policyIn(alone) }
  if (rows.some(([label, choice]) => choice !== undefined && settingNamed(label) === 'policy')) {
    return readSettings(rows, placeOf)
  }
  throw new CheckStopped(
    'SETTINGS_UNREADABLE',
    'The settings have no row for the policy. Give the tab Settings, or two columns with Policy, School year, First day, Last day and As-of date in the first.',
  )
}

function notUnderstood(name: string, problems: readonly Problem[]): CheckStopped {
  const said = problems.find(({ code, sheet }) => code === 'TAB_NOT_READ' && sheet === name)?.message
  const wanted = name === 'students' ? 'a student id and a grade' : 'a student id and a date'
  return new CheckStopped(
    'RANGE_UNREADABLE',
    said ??
      `The range of ${name} has no headings that are known. Give the tab from its heading row on, with columns for ${wanted}.`,
  )
}

/** A problem with a whole column goes before one with a cell. */
function inShort(problems: readonly Problem[]): string {
  const first = problems.find(({ row }) => row === undefined) ?? problems[0]
  if (first === undefined) return ''
  const more = problems.length === 1 ? '' : ` A check lists ${problems.length - 1} more.`
  return `Please check: ${first.message}${more}`
}

/** The table with what a check would list as a problem in its first cell, before anything else. */
export function saying(trouble: string, table: FormulaTable): FormulaTable {
  const [first] = table
  if (trouble !== '' && first) first[0] = [first[0], trouble].filter(Boolean).join('. ')
  return table
}
