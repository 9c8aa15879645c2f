/**
 * Taking back the managed columns that this run made, when somebody moved rows or columns at the same moment: a heading,
 * a colour or a mark may then sit on a column of the school.
 */
import { type Move, shiftedFormula } from './formula-shift.ts'
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
  const places = new Set(headings.map((_, offset) => column + offset))
  const move = tabMove(textTab(target, 'as read'), texts, (down) => (down === 0 ? places : new Set()))
  const now = texts[row - 1] ?? []
  headings.forEach((heading, offset) => {
    if (now[column + offset] !== heading) return
    const was = move.down === 0 ? formerHeading(target, move, column + offset) : ''
    sheet.getRange(row, column + offset + 1).setValue(asText(was))
  })
  mendRules(target, creation, move, 'without ours')
  const ofTab = readMarks(target.spreadsheet).columns().get(sheet.getName())
  for (const name of creation.marked) for (const { mark } of ofTab?.get(name) ?? []) mark.remove()
}

/** When rows or columns moved at the moment in which the rules for colours were set: those cover their old places. */
export function mendColours(target: FlagTarget, creation: Creation): void {
  if (creation.rules === undefined) return
  const { sheet } = target.tab
  const texts = textsOf(sheet.getDataRange().getValues(), target.reader)
  mendRules(target, creation, tabMove(textTab(target, 'with ours'), texts), 'with ours')
}

/** What the school had written where one of our headings stands now. */
function formerHeading({ tab, headingRow }: FlagTarget, { former }: TabMove, column: number): string {
  const was = former[column]
  return was === undefined ? '' : String(tab.rows[headingRow - 1]?.[was] ?? '')
}

/**
 * Puts the rules for colours where they belong. A rule that was set before the move went along with it by itself; one
 * that stands exactly where it was put was set after it.
 */
function mendRules({ tab }: FlagTarget, { rules }: Creation, move: TabMove, which: 'with ours' | 'without ours'): void {
  if (rules === undefined) return
  const { sheet } = tab
  const now = sheet.getConditionalFormatRules()
  if (!isOurRule(now[now.length - 1])) return
  const since: Move = sheet.getMaxRows() === rules.rows ? { column: move.column, row: (was) => was } : move
  const mended = now.map((rule, index) => {
    const put = rules.all[index]
    return put && areasOf(put) === areasOf(rule) ? moved(rule, since, sheet.getName()) : rule
  })
  if (which === 'with ours' && mended.every((rule, index) => rule === now[index])) return
  sheet.setConditionalFormatRules(which === 'with ours' ? mended : mended.slice(0, mended.length - rules.ours))
}

function areasOf(rule: ConditionalFormatRule): string {
  return rule
    .getRanges()
    .map((range) => range.getA1Notation())
    .join(' ')
}

function moved(rule: ConditionalFormatRule, move: Move, home: string): ConditionalFormatRule {
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
