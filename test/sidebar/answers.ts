/**
 * What the script answers, as the sidebar gets it: a middle and high school on a November day.
 */
import type { CheckDone } from '../../src/actions/requests/check.ts'
import type { Overview } from '../../src/actions/requests/overview.ts'

export const checkDone: CheckDone = {
  ok: true,
  policy: 'davis-4i-101',
  asOf: '2026-11-23',
  schoolYear: '2026-27',
  students: 1150,
  counts: { MET: 4210, 'MET-LATE': 38, OPEN: 1204, LATE: 61, CHECK: 17, NA: 9000, NOTE: 4 },
  byCode: [
    { code: 'PLAN', clause: '3.1.1', status: 'LATE', count: 12 },
    { code: 'PLAN', clause: '3.1.1', status: 'MET', count: 1138 },
    { code: 'SIGN', clause: '3.1.7', status: 'OPEN', count: 322 },
    { code: 'SIGN', clause: '3.1.7', status: 'LATE', count: 49 },
    { code: 'SIGN', clause: '3.1.7', status: 'CHECK', count: 6 },
    { code: 'INVOLVE', clause: '3.1.9', status: 'OPEN', count: 402 },
    { code: 'CONF-I', clause: '3.3.2', status: 'OPEN', count: 188 },
    { code: 'CONF-G', clause: '3.3.3', status: 'OPEN', count: 292 },
    { code: 'DATA-DUP', clause: '', status: 'CHECK', count: 11 },
    { code: 'OUT-OF-TERM', clause: '', status: 'NOTE', count: 4 },
  ],
  gaps: {
    students: { late: 58, soon: 7, open: 604, confirm: 17 },
    byCode: [
      { code: 'PLAN', name: 'Plan', clause: '3.1.1', students: { late: 12 } },
      { code: 'SIGN', name: 'Plan signature', clause: '3.1.7', students: { late: 49, soon: 7, open: 315, confirm: 6 } },
      { code: 'CONF-I', name: 'Individual conference', clause: '3.3.2', students: { open: 188 } },
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
    message: `Roster row ${row}, "Parent signed": "9/31/26" is not a day. Write it like 2026-09-30.`,
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
  last: {
    policy: 'davis-4i-101',
    asOf: '2026-11-20',
    schoolYear: '2026-27',
    students: 1150,
    counts: checkDone.counts,
    byCode: checkDone.byCode,
    checkedAt: '2026-11-20 15:42',
  },
}
