/**
 * What a person should know before an entry is saved, each with the clause where it is about the policy.
 */
import { dayInWords } from '../compliance/messages.ts'
import type { CheckContext } from '../compliance/settings.ts'
import type { Policy } from '../policy/schema.ts'
import { countingYearEnd, countingYearStart } from '../records/calendar.ts'
import { listedName } from '../records/names.ts'
import type { Student } from '../records/school.ts'
import { daysOnFile } from './record-cells.ts'
import { changedAfter, toSignAgain } from './record-signatures.ts'
import type { Entry, Warning } from './requests/record.ts'

/** The most students that a small group may have, where the policy knows small groups (R15). */
export function smallGroupOf(policy: Policy): { readonly most: number; readonly clause: string } | undefined {
  const about = policy.requirements.find(
    (one) => one.type === 'group-size' || (one.type === 'conferences' && one.format === 'small-group'),
  )
  return about && { most: policy.readings.smallGroupMost.value, clause: about.clause }
}

export function warningsFor(entry: Entry, students: readonly Student[], context: CheckContext): readonly Warning[] {
  const { policy, asOf, schoolYear } = context
  const warnings: Warning[] = []
  const warn = (message: string, clause = '') => warnings.push({ message, clause })
  const { date } = entry
  const day = dayInWords(date)
  const warnOf = (some: readonly Student[], one: string, many: string) => {
    if (some.length > 0) warn(`${namesOf(some)} ${some.length === 1 ? one : many}`)
  }

  const small = smallGroupOf(policy)
  if (small && entry.type === 'conference' && entry.kind === 'small_group') {
    const invited = entry.invitedCount ?? students.length
    if (invited > small.most) {
      warn(`${invited} students were invited. As a small group counts one of at most ${small.most}.`, small.clause)
    }
  }
  if (entry.type === 'signature') {
    const isOutdated = (student: Student) => changedAfter(date, student, context) !== undefined
    warnOf(
      students.filter(isOutdated),
      `has a document that was changed after ${day}, so a signature of that day will be asked for again.`,
      `have documents that were changed after ${day}, so signatures of that day will be asked for again.`,
    )
    warnOf(
      students.filter((student) => !isOutdated(student) && toSignAgain(student, context)),
      'signed before the document was changed. The new signature takes the place of the old one.',
      'signed before their documents were changed. The new signatures take the place of the old ones.',
    )
  }
  const twice = `already on file for ${day}.`
  warnOf(
    students.filter((student) => isOnFile(student, entry)),
    `has this ${twice}`,
    `have this ${twice}`,
  )
  const isAhead = date > asOf
  if (isAhead && !(entry.type === 'conference' && entry.status !== 'held')) {
    warn(`${day} has not come yet. What is marked as done on a day that has not come does not count.`)
  } else if (date < countingYearStart(schoolYear) || date > countingYearEnd(schoolYear)) {
    warn(`${day} lies outside the school year ${schoolYear}.`)
  }
  warnOf(
    students.filter(({ entryDate = '' }) => date < entryDate),
    `came to the school after ${day}.`,
    `came to the school after ${day}.`,
  )
  warnOf(
    students.filter(({ exitDate = '9999' }) => date > exitDate || asOf > exitDate),
    'has left the school.',
    'have left the school.',
  )
  if (entry.type === 'conference' && entry.status === 'held') {
    if (entry.studentAttended === false && entry.parentAttended === false) {
      warn('Neither student nor parent came. Then it does not count as held.')
    }
  }
  return warnings
}

/** The same again, as after an answer that got lost on its way. */
function isOnFile(student: Student, entry: Entry): boolean {
  if (entry.type === 'signature') return false
  if (entry.type !== 'conference') return daysOnFile(student, entry.type).some(([date]) => date === entry.date)
  return student.conferences.some(({ date, kind }) => date === entry.date && kind === entry.kind)
}

const namesTold = 3

/** 'Alvarez, Mateo; Brown, Ana and 3 more' */
function namesOf(students: readonly Student[]): string {
  const names = students.slice(0, namesTold).map(listedName).join('; ')
  return students.length > namesTold ? `${names} and ${students.length - namesTold} more` : names
}
