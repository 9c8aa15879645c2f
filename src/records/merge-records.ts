/**
 * One event that stands both on the roster and in a log is one record: the log tells it, the roster fills in.
 */
import type { WideRecords } from './read-wide.ts'
import type { Conference, Contact, Plan } from './school.ts'
import type { StudentDraft } from './student-draft.ts'

/** Adds what the roster's own columns tell to what the logs have told. */
export function mergeWide(student: StudentDraft, records: WideRecords): void {
  const fromLogs = student.conferences.length
  for (const { conference, kindStated } of records.conferences) {
    const same = student.conferences.findIndex(
      (other, index) =>
        index < fromLogs && other.date === conference.date && (!kindStated || other.kind === conference.kind),
    )
    if (same === -1) student.conferences.push(conference)
    else student.conferences[same] = filledConference(student.conferences[same] as Conference, conference)
  }
  for (const contact of records.contacts) {
    if (!student.contacts.some((other) => sameContact(other, contact))) student.contacts.push(contact)
  }
  mergePlans(student, records.plans)
  for (const update of records.updates) {
    if (!student.updates.some((other) => other.date === update.date)) student.updates.push(update)
  }
}

function sameContact(log: Contact, wide: Contact): boolean {
  return log.date === wide.date && (log.about === wide.about || log.about === undefined || wide.about === undefined)
}

function mergePlans(student: StudentDraft, plans: readonly Plan[]): void {
  const fromLogs = student.plans.length
  for (const plan of plans) {
    const candidates = student.plans.slice(0, fromLogs).filter((log) => sameKind(log, plan))
    const same =
      candidates.find((log) => log.createdOn === plan.createdOn) ??
      // A plan without a day is that of the log where there is only one.
      (candidates.length === 1 && (plan.createdOn === undefined || candidates[0]?.createdOn === undefined)
        ? candidates[0]
        : undefined)
    if (same === undefined) student.plans.push(plan)
    else student.plans[student.plans.indexOf(same)] = filledPlan(same, plan)
  }
}

function sameKind(log: Plan, wide: Plan): boolean {
  return log.kind === wide.kind || log.kind === undefined || wide.kind === undefined
}

function filledConference(log: Conference, wide: Conference): Conference {
  const merged = filled(log, wide, ['ticks', 'staffPresent'])
  return { ...merged, ticks: filled(log.ticks, wide.ticks), staffPresent: log.staffPresent }
}

function filledPlan(log: Plan, wide: Plan): Plan {
  const merged = filled(log, wide, ['sections', 'file'])
  return { ...merged, sections: filled(log.sections, wide.sections), file: filled(log.file, wide.file) }
}

/** The first record with its blanks taken from the second. */
function filled<T extends object>(log: T, wide: T, but: readonly (keyof T)[] = []): T {
  const merged = { ...log }
  for (const key of Object.keys(wide) as (keyof T)[]) {
    if (merged[key] === undefined && !but.includes(key)) merged[key] = wide[key]
  }
  return merged
}
