/**
 * What the script answers, as the sidebar gets it: a middle and high school on a November day.
 */
import type { CheckDone } from '../../src/actions/requests/check.ts'
import type { Overview } from '../../src/actions/requests/overview.ts'
import type { Recorded, RecordForm, ToConfirm, Undone } from '../../src/actions/requests/record.ts'
import type { Refused } from '../../src/actions/requests/refused.ts'
import type {
  ListedStudent,
  Selected,
  StudentDetails,
  StudentItem,
  StudentList,
} from '../../src/actions/requests/students.ts'

export const checkDone: CheckDone = {
  ok: true,
  policy: 'davis-4i-101',
  asOf: '2026-11-23',
  schoolYear: '2026-27',
  students: 1150,
  counts: { MET: 4210, 'MET-LATE': 38, OPEN: 1204, LATE: 61, CHECK: 17, NA: 9000, NOTE: 4 },
  byCode: [
    { code: 'PLAN', clause: '3.1.1', status: 'LATE', count: 12 },
    { code: 'SIGN', clause: '3.1.7', status: 'OPEN', count: 322 },
    { code: 'SIGN', clause: '3.1.7', status: 'LATE', count: 49 },
    { code: 'CONF-I', clause: '3.3.2', status: 'OPEN', count: 188 },
  ],
  gaps: {
    students: { late: 58, soon: 7, open: 604, confirm: 17 },
    byCode: [
      { code: 'PLAN', name: 'Plan', clause: '3.1.1', students: { late: 12 } },
      { code: 'SIGN', name: 'Plan signature', clause: '3.1.7', students: { late: 49, soon: 7, open: 315, confirm: 6 } },
      { code: 'CONF-I', name: 'Individual conference', clause: '3.3.2', students: { open: 188 } },
      { code: 'CONF-G', name: 'Group conference', clause: '3.3.3', students: { open: 292 } },
      { code: 'DATA-DUP', name: 'Conference written twice', clause: '', students: { confirm: 11 } },
    ],
  },
  school: [
    {
      studentId: '',
      code: 'REPORT',
      status: 'OPEN',
      clause: '4',
      detail: '',
      dueOn: '2027-05-28',
      daysLeft: 186,
      message: 'Not in the school log: a yearly report to patrons. Due May 28, 2027.',
      evidence: [],
    },
    {
      studentId: '',
      code: 'TRAIN',
      status: 'MET',
      clause: '5, 5.2',
      detail: '',
      message: 'Staff training was given on Aug 12, 2026.',
      evidence: [],
    },
  ],
  notTracked: ['AGENDA', 'FOLDER', 'SECT(test)', 'SECT(goals)'],
  notTrackedNames: ['Conference agenda', 'Folder copy', 'Plan sections (in part)'],
  problems: [14, 92, 133, 140, 171, 188, 204].map((row) => ({
    code: 'DATE_UNREADABLE',
    sheet: 'Roster',
    row,
    column: 'Parent signed',
    value: '9/31/26',
    message: `Roster row ${row}, “Parent signed”: “9/31/26” is not a day. Write it like 2026-09-30.`,
  })),
  problemCount: 7,
  mappings: [],
  notes: ['The first and last day of school are assumed; put them on the tab Calendar.'],
}

export const overview: Overview = {
  ok: true,
  policy: 'davis-4i-101',
  asOf: '2026-11-23',
  asOfIsToday: true,
  schoolYear: '2026-27',
  policies: [
    { id: 'davis-4i-101', name: 'Davis School District 4I-101' },
    { id: 'washington-4030', name: 'Washington County School District 4030' },
  ],
  notes: [],
}

export const overviewAfterCheck: Overview = {
  ...overview,
  gaps: checkDone.gaps,
  last: {
    policy: 'davis-4i-101',
    asOf: '2026-11-20',
    schoolYear: '2026-27',
    students: 1150,
    counts: checkDone.counts,
    byCode: checkDone.byCode,
    checkedAt: '2026-11-20 15:42',
    notTrackedNames: checkDone.notTrackedNames,
    problemCount: 7,
  },
}

/** Nothing is missing anywhere. */
export const noGaps: CheckDone['gaps'] = { students: { late: 0, soon: 0, open: 0, confirm: 0 }, byCode: [] }

export const ana: ListedStudent = {
  id: '0042',
  name: 'Silva, Ana',
  grade: '9',
  items: ['Plan, was due Oct 16, 2026', 'Plan signature, due May 28, 2027'],
}
export const mateo: ListedStudent = {
  id: '0041',
  name: 'Reyes, Mateo',
  grade: '9',
  items: ['Individual conference, due May 28, 2027'],
}
/** Right to left. */
export const layla: ListedStudent = {
  id: '0043',
  name: 'الحسيني، ليلى',
  grade: '8',
  items: ['Plan, was due Oct 16, 2026'],
}
/** As long as a cell of a careless import. */
export const longName: ListedStudent = {
  id: '0044',
  name: `Tu’imoala-Vaʻai ${'Keolamaikalaniakahikina '.repeat(11)}${'Ana'.repeat(10)}`.slice(0, 300),
  grade: '7',
  items: ['Group conference, due May 28, 2027'],
}
export const lupe: ListedStudent = { id: '0045', name: 'Ortiz, Lupe', grade: '7', items: ['Plan, due Dec 4, 2026'] }

const five = [ana, mateo, layla, longName, lupe]

export const studentList: StudentList = { ok: true, students: five, total: 5, page: 0 }

/** The pages of a list of 143. */
export function pageOf143(page: number): StudentList {
  const students = Array.from({ length: page === 0 ? 100 : 43 }, (_, index) => {
    const number = page * 100 + index + 1
    return { id: `s${number}`, name: `Student, Number ${number}`, grade: '8', items: ['Plan, was due Oct 16, 2026'] }
  })
  return { ok: true, students, total: 143, page }
}

export function selectedRows(...students: readonly ListedStudent[]): Selected {
  return {
    ok: true,
    sheet: 'Roster',
    students: students.map(({ id, name }) => ({ id, name })),
    total: students.length,
    hasStudents: true,
  }
}

export const fiveSelected = selectedRows(...five)

const planItem: StudentItem = {
  studentId: '0042',
  grade: 9,
  code: 'PLAN',
  name: 'Plan',
  status: 'LATE',
  clause: '3.1.1',
  detail: '',
  dueOn: '2026-10-16',
  daysLeft: -38,
  message: 'No PCCR on file. It was due October 16, 2026.',
  evidence: [],
  record: { type: 'plan' },
}

const conferenceItem: StudentItem = {
  studentId: '0042',
  grade: 9,
  code: 'CONF-I',
  name: 'Individual conference',
  status: 'OPEN',
  clause: '3.3.2',
  detail: '0/1',
  dueOn: '2027-05-28',
  daysLeft: 186,
  message: 'Not on file: an individual conference in grade 9. Due May 28, 2027.',
  evidence: [{ sheet: 'Conferences', row: 14, column: 'Date' }],
  record: { type: 'conference', kind: 'individual' },
}

const checkItem: StudentItem = {
  studentId: '0042',
  grade: 9,
  code: 'DATA-DUP',
  name: 'Conference written twice',
  status: 'CHECK',
  clause: '',
  detail: '',
  message: 'A conference of one kind stands twice on one day. It counts once; remove one if it is a slip.',
  evidence: [
    { sheet: 'Conferences', row: 14 },
    { sheet: 'Conferences', row: 15 },
  ],
}

/** Ana has no plan, and an individual conference is to be held. */
export const anaInFull: StudentDetails = {
  ok: true,
  student: {
    id: ana.id,
    name: ana.name,
    grade: '9',
    at: { sheet: 'Roster', row: 3 },
    responsible: 'Ms. Okafor',
    notHere: '',
  },
  asOf: '2026-11-23',
  status: 'Late',
  missing: [planItem, checkItem, conferenceItem],
  settled: [
    { ...conferenceItem, code: 'CONF-G', name: 'Group conference', status: 'MET', message: 'The conference was held.' },
  ],
  timeline: [
    {
      date: '2026-12-10',
      type: 'conference',
      title: 'Individual conference, scheduled',
      detail: 'Library, 3:20 PM',
      isAhead: true,
      at: { sheet: 'Conferences', row: 20 },
    },
    {
      date: '2026-10-02',
      type: 'contact',
      title: 'Letter about an individual conference',
      detail: 'In Spanish; by Ms. Okafor',
      isAhead: false,
      at: { sheet: 'Contacts', row: 7 },
    },
    {
      date: '2026-08-18',
      type: 'entry',
      title: 'Entered the school',
      detail: '',
      isAhead: false,
      at: { sheet: 'Roster', row: 3 },
    },
  ],
  sharesId: false,
  problems: ['Roster row 3, “Parent signed”: “9/31/26” is not a day. Write it like 2026-09-30.'],
}

/** Another student, of whom nothing is missing. */
export function nothingMissing({ id, name, grade }: ListedStudent): StudentDetails {
  return {
    ...anaInFull,
    student: { ...anaInFull.student, id, name, grade },
    status: 'On track',
    missing: [],
    timeline: [],
    problems: [],
  }
}

export const recordForm: RecordForm = {
  ok: true,
  asOf: '2026-11-23',
  smallGroup: { most: 5, clause: '3.2.1' },
  blocked: [],
  without: {},
  staff: ['Ms. Okafor', 'Mr. Lindqvist'],
}

export const recorded: Recorded = {
  ok: true,
  sheet: 'Conferences',
  saved: 5,
  left: [],
  undo: 'Conferences 21 5',
  students: five.map(({ id, name }) => ({ id, name, status: 'On track', openItems: '' })),
  rechecked: true,
}

export const toConfirm: ToConfirm = {
  ok: true,
  warnings: [
    { message: '7 are invited, and a small group holds 5 at most: this would count as a group only.', clause: '3.2.1' },
  ],
}

export const undone: Undone = {
  ok: true,
  takenBack: 5,
  left: 0,
  students: five.map(({ id, name }) => ({ id, name, status: 'Late', openItems: 'Plan (3.1.1)' })),
  rechecked: true,
}

export function refused(code: string, message: string, fields?: Readonly<Record<string, string>>): Refused {
  return { ok: false, code, message, ...(fields && { fields }) }
}
