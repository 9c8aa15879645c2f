/** Named students and what is on file for them, for tests that read like the office's own notes. */
import { evaluate } from '../../src/compliance/evaluate.ts'
import type { Finding } from '../../src/compliance/finding.ts'
import { policyById } from '../../src/policy/packs.ts'
import { instead } from '../../src/policy/readings.ts'
import type { Policy, PolicyId } from '../../src/policy/schema.ts'
import { schoolYearOf } from '../../src/records/calendar.ts'
import type {
  ChangedDocument,
  Conference,
  ConferenceKind,
  Contact,
  GradeYear,
  Plan,
  PlanUpdate,
  School,
  SchoolLogEntry,
  Student,
  TrackedColumn,
} from '../../src/records/school.ts'

/** Utah school days as in the worked cases. */
export const calendar = new Map([
  ['2024-25', { firstDay: '2024-08-19', lastDay: '2025-05-30' }],
  ['2025-26', { firstDay: '2025-08-18', lastDay: '2026-05-29' }],
  ['2026-27', { firstDay: '2026-08-17', lastDay: '2027-05-28' }],
  ['2027-28', { firstDay: '2027-08-16', lastDay: '2028-05-26' }],
])

/** Every column that the contract names as one that may be missing. */
export const everyColumn: ReadonlySet<TrackedColumn> = new Set<TrackedColumn>([
  'Students.iep',
  'Students.early_grad',
  'SchoolLog.item',
  'Courses.course',
  'Conferences.info_given_on',
  'Conferences.copy_filed_on',
  'Conferences.private_minutes',
  'Conferences.ck_strengths',
  'Conferences.ck_data',
  'Conferences.ck_student_goals',
  'Conferences.ck_support_plan',
  'Plans.sec_grad_reqs',
  'Plans.sec_workplace',
  'Plans.sec_goals',
  'Plans.sec_courses',
  'Plans.sec_links',
  'Plans.sec_progress',
  'Plans.sec_strengths',
  'Plans.tests_on',
  'Plans.prepared_by',
  'Plans.kept_at',
  'Plans.cluster',
  'Plans.career_objectives',
  'Plans.file_registration',
  'Plans.file_teachers_phones',
  'Plans.file_report_cards',
  'Plans.file_participants',
])

let row = 1

/** A row of its own for each record. */
const at = (sheet: string) => {
  row += 1
  return { sheet, row }
}

/** A student who has been here since 2024, with nothing on file. */
export function student(name: string, grade: number, more: Partial<Student> = {}): Student {
  return {
    at: at('Students'),
    id: name,
    firstName: name,
    lastName: 'Alvarez',
    grade,
    birthDate: `${2026 - grade - 6}-03-03`,
    entryDate: '2024-07-15',
    iep: false,
    earlyGraduation: false,
    history: [],
    conferences: [],
    contacts: [],
    plans: [],
    updates: [],
    ...more,
  }
}

/** A conference, held with all three there unless said otherwise. */
export function conference(kind: ConferenceKind, date: string, more: Partial<Conference> = {}): Conference {
  return {
    at: at('Conferences'),
    kind,
    date,
    status: 'held',
    source: 'own',
    studentAttended: true,
    parentAttended: true,
    staffPresent: true,
    ilpReviewed: undefined,
    ticks: { strengths: true, data: true, studentGoals: true, supportPlan: true },
    privateMinutes: 4,
    infoGivenOn: date,
    copyFiledOn: date,
    ...more,
  }
}

export function contact(about: Contact['about'], date: string, more: Partial<Contact> = {}): Contact {
  return { at: at('Contacts'), about, date, arrived: true, ...more }
}

/** A plan with everything in it, signed on the day it was made unless said otherwise. */
export function plan(createdOn: string | undefined, more: Partial<Plan> = {}): Plan {
  return {
    at: at('Plans'),
    kind: undefined,
    source: 'own',
    ...(createdOn === undefined ? {} : { createdOn, signedOn: createdOn }),
    preparedBy: 'student',
    sections: { grad: true, work: true, goals: true, courses: true, links: true, progress: true, strengths: true },
    testsOn: '2025-01-15',
    cluster: 'Health Science',
    coursePlan: true,
    careerObjectives: 'none',
    earlyGraduationPlanned: false,
    keptAt: 'School office',
    file: { registration: true, teachers: true, reportCards: true, participants: true },
    ...more,
  }
}

/** The document of a secondary plan of this year, unless said otherwise. */
export function changed(changedOn: string, more: Partial<ChangedDocument> = {}): ChangedDocument {
  return { at: at('Documents'), kind: 'secondary', schoolYear: '2026-27', changedOn, ...more }
}

export const update = (date: string): PlanUpdate => ({ at: at('PlanUpdates'), date })

export const year = (schoolYear: string, grade: number, source: 'own' | 'prior' = 'own'): GradeYear => ({
  at: at('GradeHistory'),
  schoolYear,
  grade,
  source,
})

export const logged = (item: SchoolLogEntry['item'], date: string, participants?: string): SchoolLogEntry => ({
  at: at('SchoolLog'),
  item,
  date,
  ...(participants === undefined ? {} : { participants }),
})

export function school(students: readonly Student[], more: Partial<School> = {}): School {
  return { students, calendar, log: [], tracked: everyColumn, ...more }
}

export const policy = (id: PolicyId): Policy => policyById(id) as Policy

/** The policy with one reading set otherwise. */
export function reading<Name extends keyof Policy['readings']>(
  id: Policy['id'],
  name: Name,
  value: Policy['readings'][Name]['value'],
): Policy {
  const pack = policy(id)
  const changed = instead(pack.readings[name] as never, value as never, 'the district said so')
  return { ...pack, readings: { ...pack.readings, [name]: changed } }
}

/** Every finding for one student, MET and NA too. */
export function findingsFor(
  who: Student,
  id: PolicyId | Policy,
  asOf: string,
  schoolYear = schoolYearOf(asOf),
): readonly Finding[] {
  const pack = typeof id === 'string' ? policy(id) : id
  return evaluate(pack, school([who]), { asOf, schoolYear, keep: 'all' }).students[0]?.findings ?? []
}

/** 'STATUS detail' of one code, several joined by ' + '; 'none' where the code does not appear. */
export function outcome(who: Student, id: PolicyId | Policy, asOf: string, code: string, schoolYear?: string): string {
  const found = findingsFor(who, id, asOf, schoolYear).filter((one) => one.code === code)
  return found.length === 0 ? 'none' : found.map((one) => `${one.status} ${one.detail}`.trim()).join(' + ')
}
