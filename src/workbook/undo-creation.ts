/**
 * Taking back the managed columns that this run made, when somebody moved rows or columns at the same moment: a heading,
 * a colour or a mark may then sit on a column of the school.
 */
import { shiftedFormula } from './formula-shift.ts'
import { type Creation, isOurRule } from './managed-columns.ts'
import { readMarks } from './marks.ts'
import type { FlagTarget } from './prepared-write.ts'
import { textsOf, textTab } from './prepared-write.ts'
import { type TabMove, tabMove } from './tab-move.ts'
import { asText } from './typed-text.ts'

type ConditionalFormatRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule

/** Undoes the creation, wherever it came to stand. The next reading makes the columns anew. */
export function undoCreation(target: FlagTarget, creation: Creation): void {
  const { sheet } = target.tab
  const texts = textsOf(sheet.getDataRange().getValues(), target.reader)
  const { row, column, texts: headings } = creation.headings
  const move = tabMove(textTab(target, 'as read'), texts, new Set(headings.map((_, offset) => column + offset)))
  const now = texts[row - 1] ?? []
  headings.forEach((heading, offset) => {
    if (now[column + offset] !== heading) return
    const was = move.down === 0 ? formerHeading(target, move, column + offset) : ''
    sheet.getRange(row, column + offset + 1).setValue(asText(was))
  })
  const ofTab = readMarks(target.spreadsheet).columns().get(sheet.getName())
  mendRules(target, creation, move, ofTab?.get('planDocument')?.[0]?.column, 'without ours')
  for (const name of creation.marked) for (const { mark } of ofTab?.get(name) ?? []) mark.remove()
}

/** After rows came or went, perhaps in the moment in which the rules for colours were set: then the school's cover old rows. */
export function mendRulesAfterRows(target: FlagTarget, creation: Creation): void {
  if ((creation.rules?.theirs.length ?? 0) === 0) return
  const { sheet } = target.tab
  const texts = textsOf(sheet.getDataRange().getValues(), target.reader)
  mendRules(target, creation, tabMove(textTab(target, 'with ours'), texts, new Set()), undefined, 'with ours')
}

/** What the school had written where one of our headings stands now. */
function formerHeading({ tab, headingRow }: FlagTarget, { former }: TabMove, column: number): string {
  const was = former[column]
  return was === undefined ? '' : String(tab.rows[headingRow - 1]?.[was] ?? '')
}

/**
 * Puts the school's rules for colours where they belong, when rows or columns moved between reading them and writing
 * them back. Rules that were written before the move went along with it by themselves.
 *
 * @param marked where the mark of Plan document is now: it was set before the rules, and moves with its column
 */
function mendRules(
  { tab, places }: FlagTarget,
  { rules }: Creation,
  move: TabMove,
  marked: number | undefined,
  which: 'with ours' | 'without ours',
): void {
  if (rules === undefined) return
  const { sheet } = tab
  const now = sheet.getConditionalFormatRules()
  const last = now[now.length - 1]
  const ours = isOurRule(last) ? now.slice(now.length - rules.ours) : []
  const theirs = now.slice(0, now.length - ours.length)
  const coloured = ours[0]?.getRanges()[0]?.getColumn()
  const distance = places.columns.planDocument - places.columns.status
  const columnsMoved = marked !== undefined && coloured !== undefined && marked - (coloured - 1) !== distance
  const rowsMoved = sheet.getMaxRows() !== rules.rows
  const mended = theirs.map((rule, index) => {
    const put = rules.theirs[index]
    return (columnsMoved || rowsMoved) && put && areasOf(put) === areasOf(rule)
      ? moved(rule, move, sheet.getName())
      : rule
  })
  sheet.setConditionalFormatRules(which === 'with ours' ? [...mended, ...ours] : mended)
}

function areasOf(rule: ConditionalFormatRule): string {
  return rule
    .getRanges()
    .map((range) => range.getA1Notation())
    .join(' ')
}

function moved(rule: ConditionalFormatRule, move: TabMove, home: string): ConditionalFormatRule {
  const ranges = rule.getRanges().map((range) => {
    const top = move.row(range.getRow() - 1)
    const left = move.column(range.getColumn() - 1)
    const bottom = move.row(range.getLastRow() - 1)
    const right = move.column(range.getLastColumn() - 1)
    return range.getSheet().getRange(top + 1, left + 1, bottom - top + 1, right - left + 1)
  })
  const same = rule.getRanges().every((range, index) => range.getA1Notation() === ranges[index]?.getA1Notation())
  if (same) return rule
  const copy = rule.copy().setRanges(ranges)
  const condition = rule.getBooleanCondition()
  const formula: unknown = condition?.getCriteriaValues()[0]
  return typeof formula === 'string' && formula.startsWith('=')
    ? copy.withCriteria(condition!.getCriteriaType(), [shiftedFormula(formula, move, home)]).build()
    : copy.build()
}
