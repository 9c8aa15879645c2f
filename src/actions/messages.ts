/**
 * What people are told beside findings: notes, toasts, and why something cannot be done.
 */

import type { Status } from '../compliance/finding.ts'
import { dayInWords } from '../compliance/messages.ts'
import type { CheckContext } from '../compliance/settings.ts'
import type { outsideReason } from '../compliance/student-year.ts'
import type { IsoDate, SchoolYear } from '../policy/schema.ts'
import type { Problem } from '../records/problem.ts'
import type { Term } from '../records/school.ts'
import type { TabMapping } from '../records/tab-columns.ts'
import { tabKindWords } from '../records/typed-choices.ts'
import { mostFindingsListed } from '../workbook/findings-rows.ts'

export function assumedPolicyNotes({ policy, policyAssumed }: CheckContext): readonly string[] {
  return policyAssumed ? [`No policy was chosen, so ${policy.name} was used. Choose yours on the Settings tab.`] : []
}

export function assumedTermNote(schoolYear: SchoolYear, term: Term): string {
  return `The days of school of ${schoolYear} are not on file, so ${dayInWords(term.firstDay)} to ${dayInWords(term.lastDay)} was assumed. Write them on the Settings tab.`
}

/** One sentence for the corner of the window. */
export function outcomeSentence(
  counts: Readonly<Partial<Record<Status, number>>>,
  students: number,
  findingsTab: string,
): string {
  const checked = students === 1 ? '1 student' : `${students} students`
  const parts = [
    [counts.LATE, 'late'],
    [counts.OPEN, 'to do'],
    [counts.CHECK, 'to check'],
  ] as const
  const told = parts.filter(([count]) => count !== undefined && count > 0).map(([count, word]) => `${count} ${word}`)
  if (told.length === 0) return `${checked} checked: nothing is late, to do or to check.`
  return `${checked} checked: ${told.join(', ')}. See the ${findingsTab} tab.`
}

/** Tabs that are told about where there is no roster: the one that was meant is among the first. */
const tabsTold = 2

/** Says of the tabs that there are why none of them will do. */
export function noRoster(problems: readonly Problem[], mappings: readonly TabMapping[]): string {
  const unread = problems.filter(({ code }) => code === 'TAB_NOT_READ').map(({ message }) => message)
  const taken = mappings
    .filter(({ kind }) => kind !== 'other')
    .map(({ sheet, kind }) => `${sheet} was taken for ${tabKindWords[kind]}.`)
  const told = [...unread, ...taken].slice(0, tabsTold).map((sentence) => `${sentence} `)
  return `No tab looks like a roster. ${told.join('')}Put the students on one tab, one in each row, with a heading for the student id and one for the grade, then check again.`
}

export const noStudents =
  'The roster has headings but no students under them. Add the students, one in each row, then check again.'

export const sheetChanging = 'Somebody is editing the roster. Wait until they are done, then check again.'

export const sheetChangingCleared =
  'Somebody is editing the roster, so Status, Open items and Next due were emptied rather than left on the wrong rows. Wait until they are done, then check again.'

export const sheetChangingUnsure =
  'Somebody is editing the roster, and flags may stand on the wrong rows. Do not go by Status, Open items and Next due until you have checked again.'

export const unexpected =
  'Something went wrong that was not foreseen. Try again; if it happens twice, reload the page and try once more.'

export const sheetProtected =
  'A tab or column is protected, so this could not be written. Ask its owner to let you edit it (for a check, the columns Status, Open items and Next due), then try again.'

export const permissionMissing =
  'Google has not been told that Plan Keeper may do this. Choose Extensions › Plan Keeper › Check roster now and allow all that Google asks. If it does not ask, an administrator of your Google domain must allow Plan Keeper first.'

export const notChecked = 'There is no check to list from. Choose Check now, then open the list again.'

export const findingsCut = `The tab Findings lists the ${mostFindingsListed} most pressing findings and no more, so the numbers here are of those. Each student’s own stand on the roster.`

export const findingsUnreadable =
  'The headings of the tab Findings were changed, so what is missing cannot be listed. Check again to put them right.'

export function studentUnknown(id: string): string {
  return `No student on the roster has the id “${id.slice(0, 80)}”. It may have been corrected or taken out; search by name, or check again.`
}

/** Behind 'This student': why nothing is asked. */
export const notHereWords: Readonly<Record<NonNullable<ReturnType<typeof outsideReason>>, string>> = {
  'not-entered': 'has not entered yet',
  exited: 'has left',
  preschool: 'is in preschool',
  'post-high': 'is post-high',
}

export const nothingAsked = 'is in a grade of which the policy asks nothing'

export function timelineCut(there: number, shown: number): string {
  return `${there} records are on file; the newest ${shown} are shown. Does one id stand in every row of a log?`
}

export const columnsChanged = 'The headings of this tab have changed since. Open the settings again, then choose.'

export const columnOrDates = 'Choose either a column or the order of its dates, and save in between.'

export function noSuchHeading(heading: string, sheet: string): string {
  return `“${heading.slice(0, 80)}” is no heading of ${sheet}. Choose one of its headings.`
}

export const notOnRoster = (id: string) =>
  `No student on the roster has the id “${id}”, so nothing was saved. Select the students again.`

export const idStandsTwice = (id: string) =>
  `Several students have the id “${id}”, so nobody could tell whose record it is. Give each an id of their own first.`

export const tabNotMade = (tab: string) =>
  `There is no tab ${tab} to write into, and none could be made. Choose Set up this workbook, then save again.`

export const notReadBack = (tab: string) =>
  `The tab ${tab} would not be read as you meant it: its columns leave no place for the kind, the date or the outcome, or its ids are not those of the roster. Nothing was saved. Look at its columns in the settings.`

export const tabChanging = (tab: string) =>
  `Somebody is editing the tab ${tab}, so nothing was saved. Wait until they are done, then save again.`

export const documentsNotSetUp =
  'The templates of the plan documents are not in Drive yet, or lie in the trash. Choose Set up documents, then go on.'

export const noPlans = 'None of these students has a plan to be made.'

export const noPlanAnyMore =
  'Nobody on the roster has this plan any more: the student has left, or the id, the grade or the school was changed.'

export const documentInTrash =
  'It lies in the trash of Drive, so nothing was made. Take it out, or delete it there for good, then ask for it again.'

/** @param by who changed it last, where Google tells */
export const documentKept = (by?: string) =>
  `Changed by hand${by === undefined ? '' : ` by ${by}`}, so it stays as it is though the records say something else now. Look at it; replace it only if what was typed may go.`

export const documentTyped = 'Somebody has changed it by hand; the records say the same as before.'

/** Stands as the note of a document that is to do: the worker goes by it. */
export const replaceAnyway = 'What was typed by hand may go.'

export const signedBefore = (day: IsoDate) =>
  `It was signed on ${dayInWords(day)}, and what it says has changed since: it needs a new signature.`

export const linksNeedCheck =
  'The roster has no column Plan document yet. Check the roster once, then make the documents again: what is made stays.'

export const linksNotShown =
  'Somebody is editing the roster, so not every link stands in its column Plan document yet. All stand in the tab Documents.'
