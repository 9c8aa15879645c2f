/**
 * Documents in the words of a school office: what is done, what a template leaves blank, when it goes on.
 */
import type { DocumentNeed } from '../../src/actions/requests/documents.ts'
import type { GapKind } from '../words.ts'
import { timeInWords } from '../words.ts'

/** In the order in which they are counted. */
export const needs: readonly DocumentNeed[] = ['new', 'changed', 'kept', 'in-trash', 'up-to-date']

export const needWords: Readonly<Record<DocumentNeed, string>> = {
  new: 'New',
  changed: 'To renew',
  kept: 'Changed by hand',
  'in-trash': 'In the trash',
  'up-to-date': 'Up to date',
}

/** What is done with them, behind the word. */
export const needMeanings: Readonly<Record<DocumentNeed, string>> = {
  new: '',
  changed: 'records or template have changed since',
  kept: 'kept as they are',
  'in-trash': 'nothing is made',
  'up-to-date': 'nothing to do',
}

type Tone = GapKind | 'good' | 'none'

export const needTones: Readonly<Record<DocumentNeed, Tone>> = {
  new: 'open',
  changed: 'soon',
  kept: 'confirm',
  'in-trash': 'none',
  'up-to-date': 'none',
}

const stateTones = new Map<string, Tone>([
  ['To do', 'open'],
  ['Made', 'good'],
  ['Replaced', 'good'],
  ['Changed by hand', 'confirm'],
  ['Not made', 'late'],
])

export function stateTone(state: string): Tone {
  return stateTones.get(state) ?? 'none'
}

/** States of documents that can be asked for once more as they are. */
export const againStates: readonly string[] = ['Not made', 'Left out', 'In the trash']

export const changedByHand = 'Changed by hand'

/** Each text of a template, as it is said to be missing; '' for what most students rightly have not. */
export const blankWords: ReadonlyMap<string, string> = new Map([
  ['student_name', 'name'],
  ['preferred_name', ''],
  ['student_id', 'student number'],
  ['grade', 'grade'],
  ['graduating_class', 'graduating class'],
  ['school', 'name of the school'],
  ['school_year', 'school year'],
  ['plan_name', 'name of the plan'],
  ['plan_code', 'code of the plan'],
  ['policy', 'policy'],
  ['grades_covered', 'grades of the plan'],
  ['plan_made', 'day on which the plan was made'],
  ['prepared_by', 'who wrote the plan'],
  ['filled_on', 'day of filling'],
  ['counselor', 'counselor'],
  ['teacher', 'homeroom teacher'],
  ['plan_manager', 'plan manager'],
  ['interpreter', ''],
])

/** 'Left blank: counselor, plan manager.'; '' where nothing is missing. */
export function leftBlank(tags: readonly string[]): string {
  const words = tags.map((tag) => blankWords.get(tag) ?? tag.replace(/_/g, ' ')).filter((word) => word !== '')
  return words.length === 0 ? '' : `Left blank: ${words.join(', ')}.`
}

/** '10:42 AM' where the browser is. @param moment ms since 1970 */
export function clockTime(moment: number): string {
  const at = new Date(moment)
  const two = (part: number) => String(part).padStart(2, '0')
  return timeInWords(`${two(at.getHours())}:${two(at.getMinutes())}`)
}
