/**
 * The settings of that school, with a question about its columns.
 */
import type { SettingsShown } from '../../src/actions/requests/settings.ts'
import { overview } from './answers.ts'

export const settings: SettingsShown = {
  ok: true,
  settings: [
    {
      name: 'policy',
      label: 'Policy',
      chosen: 'davis-4i-101',
      used: 'Davis School District 4I-101',
      meaning: 'What the school is judged by.',
    },
    { name: 'schoolYear', label: 'School year', chosen: '', used: '2026-27', meaning: 'The year that is reported.' },
    {
      name: 'firstDay',
      label: 'First day of school',
      chosen: '',
      used: 'August 17, 2026',
      meaning: 'Assumed: the third Monday of August.',
    },
    {
      name: 'lastDay',
      label: 'Last day of school',
      chosen: '2027-05-28',
      used: 'May 28, 2027',
      meaning: 'From then on what is open is late.',
    },
    { name: 'asOf', label: 'As-of date', chosen: '', used: 'today', meaning: 'The day on which the school is judged.' },
    {
      name: 'schoolName',
      label: 'School name',
      chosen: '',
      used: 'as on the roster',
      meaning: 'For plan documents, where the roster does not name the school. Blank: as on the roster.',
    },
    {
      name: 'planManager',
      label: 'Plan manager',
      chosen: 'R. Young',
      used: 'R. Young',
      meaning: 'Who keeps the plans, named on plan documents. Blank: nobody is named.',
    },
  ],
  policies: overview.policies,
  readings: [
    {
      id: 'R2',
      question: 'What “updated annually” means',
      value: 'Once in each school year',
      because: 'An update in October and the next one in November would fail a rule of 365 days.',
      isOwn: false,
    },
    {
      id: 'R15',
      question: 'How many a small group holds',
      value: '5',
      because: 'The policy says so.',
      isOwn: true,
    },
  ],
  kinds: ['roster', 'conferences', 'plans', 'not needed'],
  tabs: [
    {
      sheet: 'Roster',
      kind: 'students',
      kindName: 'roster',
      isNamed: false,
      headingRow: 1,
      signature: '1x8k2p',
      questions: [
        {
          asks: 'column',
          field: 'grade',
          columns: [
            { label: 'Gr', samples: ['7', '8', '9'] },
            { label: 'Grade next year', samples: ['8', '9', '10'] },
          ],
        },
      ],
      fields: [
        { field: 'grade', name: 'Grade', readFrom: '' },
        { field: 'student_id', name: 'Student ID', readFrom: 'Stu Num', certainty: 'sure' },
        {
          field: 'Conferences.date',
          name: 'Conferences: date',
          own: 'Fall conf',
          readFrom: 'Fall conf',
          certainty: 'likely',
        },
        { field: 'iep', name: 'IEP', readFrom: 'SpEd', certainty: 'unsure', chosen: 'SpEd' },
        { field: 'ssid', name: 'State ID', readFrom: '' },
      ],
      columns: [
        { label: 'Gr', samples: ['7', '8', '9'] },
        { label: 'Grade next year', samples: ['8', '9', '10'] },
        { label: 'Stu Num', samples: ['0041', '0042', '0043'] },
        { label: 'Fall conf', samples: ['10/8/2026', '10/9/2026'] },
        { label: 'SpEd', samples: ['Y'] },
      ],
    },
    {
      sheet: 'Conferences',
      kind: 'conferences',
      kindName: 'conferences',
      isNamed: false,
      headingRow: 1,
      signature: '9zz01',
      questions: [],
      fields: [{ field: 'date', name: 'Date', readFrom: 'Date', certainty: 'sure' }],
      columns: [{ label: 'Date', samples: ['10/8/2026'] }],
    },
  ],
  managed: [
    { name: 'Status', place: 'Roster!N' },
    { name: 'Open items', place: 'Roster!O' },
    { name: 'Next due', place: '' },
  ],
  languages: [
    { text: 'Spanish', name: 'Spanish', students: 212 },
    { text: 'SO', name: 'Somali', students: 9 },
    { text: '07', students: 3 },
  ],
}
