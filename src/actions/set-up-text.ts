/**
 * What set-up and its undoing tell people, in one message box each.
 */

import { dayInWords } from '../compliance/messages.ts'
import type { CheckContext } from '../compliance/settings.ts'
import type { SchoolYear } from '../policy/schema.ts'
import type { Term } from '../records/school.ts'
import type { TabMapping } from '../records/tab-columns.ts'
import { tabKindWords } from '../records/typed-choices.ts'
import { fieldInWords, isPlainTab } from '../workbook/column-section.ts'
import { type MadeKind, schoolTabNames } from '../workbook/school-tabs.ts'
import type { PolicyGuess } from './workbook-guess.ts'

export interface SetUpOutcome {
  /** Names of the new tabs. */
  readonly made: readonly string[]
  readonly keptOnRoster: readonly MadeKind[]
  readonly mappings: readonly TabMapping[]
  readonly students: number
  readonly context: CheckContext
  readonly term: Term
  readonly guess: PolicyGuess | undefined
  /** Whether the guess was typed into Settings. */
  readonly isTyped: boolean
  readonly newestYear: SchoolYear | undefined
}

export function setUpText(outcome: SetUpOutcome): string {
  const { made, keptOnRoster, mappings, students } = outcome
  const read = mappings.filter((mapping) => mapping.kind !== 'other' && !isPlainTab(mapping))
  const questions = mappings.flatMap(({ questions: asked, kind, sheet }) =>
    asked.map(({ field }) => `${fieldInWords(kind, field)} of ${sheet}`),
  )
  const kept = keptOnRoster.map((kind) => schoolTabNames[kind])
  return [
    made.length > 0 ? `Made: ${listed(made)}.` : 'No tab was missing, so none was made.',
    kept.length > 0 ? `${listed(kept)}: kept on the roster itself, so there is no tab for them.` : '',
    read.length > 0
      ? `Understood: ${read.map(({ sheet, kind }) => `${sheet} (${tabKindWords[kind]}${kind === 'students' ? `, ${students} student${students === 1 ? '' : 's'}` : ''})`).join(', ')}.`
      : '',
    policySentence(outcome),
    yearSentence(outcome),
    questions.length > 0 ? `Please choose on the tab Settings: ${listed(questions)}. It is not read until you do.` : '',
    'The tab Settings shows which column is read for what. Then choose Check roster now.',
  ]
    .filter((sentence) => sentence !== '')
    .join('\n\n')
}

function policySentence({ context, guess, isTyped }: SetUpOutcome): string {
  const { policy, policyAssumed } = context
  if (!policyAssumed) return `Policy: ${policy.name}, as chosen on the tab Settings.`
  if (!guess) {
    return `Policy: nothing in this workbook names a district, so ${policy.name} is assumed. Choose yours on the tab Settings.`
  }
  const because = `because of “${guess.because.slice(0, 60)}”`
  return isTyped
    ? `Policy: ${guess.policy.name}, ${because}. If that is wrong, choose yours on the tab Settings.`
    : `Policy: perhaps ${guess.policy.name}, ${because}. Choose it on the tab Settings; until then ${policy.name} is assumed.`
}

function yearSentence({ context, term, newestYear }: SetUpOutcome): string {
  const { schoolYear, asOf } = context
  const days = `${dayInWords(term.firstDay)} to ${dayInWords(term.lastDay)}${term.assumed ? ', assumed' : ''}`
  const doubt =
    newestYear && newestYear < schoolYear
      ? ` The newest conference is of ${newestYear}; for that year, write it on the tab Settings.`
      : ''
  return `School year: ${schoolYear}, judged as of ${dayInWords(asOf)}. Days of school: ${days}.${doubt}`
}

/** @param gone names of the tabs that were taken back  @param kept names of those that somebody has made use of */
export function undoText(gone: readonly string[], kept: readonly string[]): string {
  if (gone.length + kept.length === 0) return 'There is nothing to take back: set-up has left nothing in this workbook.'
  return [
    gone.length > 0 ? `Taken back: ${listed(gone)}.` : 'Nothing was taken back.',
    kept.length > 0 ? `Kept, because something was written there or a formula needs it: ${listed(kept)}.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join('\n\n')
}

/** 'Contacts, Calendar and School Log'. */
function listed(names: readonly string[]): string {
  const last = names[names.length - 1] ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
