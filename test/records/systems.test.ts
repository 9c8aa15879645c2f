/** The headings of the student information systems that Utah schools use, as they export them (domain C1). */
import { describe, expect, test } from 'vitest'
import { read, tab } from './tabs.ts'

/** The canonical columns that a roster with these headings has, by heading. */
function fieldsOf(headings: readonly string[]): Readonly<Record<string, string | undefined>> {
  const row = headings.map((_, index) => `v${index}`)
  const [mapping] = read(tab('export', headings, row)).mappings
  expect(mapping?.kind).toBe('students')
  return Object.fromEntries((mapping?.columns ?? []).map(({ heading, field }) => [heading, field]))
}

const systems: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
  'OneRoster 1.1': {
    sourcedId: 'student_id',
    role: 'role',
    givenName: 'first_name',
    familyName: 'last_name',
    middleName: 'middle_name',
    identifier: 'other_id',
    agentSourcedIds: 'guardian_id',
    grades: 'grade',
    password: undefined,
  },
  'OneRoster 1.2': {
    sourcedId: 'student_id',
    givenName: 'first_name',
    familyName: 'last_name',
    grades: 'grade',
    preferredGivenName: 'preferred_name',
    primaryOrgSourcedId: 'school_id',
  },
  Clever: {
    School_id: 'school_id',
    Student_id: 'student_id',
    Student_number: 'other_id',
    State_id: 'ssid',
    Last_name: 'last_name',
    Middle_name: 'middle_name',
    First_name: 'first_name',
    Grade: 'grade',
    Graduation_year: 'grad_year',
    DOB: 'birth_date',
    Home_language: 'home_language',
    Frl_status: undefined,
    IEP_status: 'iep',
    Student_street: 'mail_street',
    Contact_name: 'guardian1_name',
    Password: undefined,
  },
  'PowerSchool, with the names of tables': {
    'STUDENTS.Student_Number': 'student_id',
    '[Students]State_StudentNumber': 'ssid',
    '[1]Last_Name': 'last_name',
    '[01]First_Name': 'first_name',
    'STUDENTS.Grade_Level': 'grade',
    'STUDENTS.DOB': 'birth_date',
    'STUDENTS.EntryDate': 'entry_date',
    'STUDENTS.ExitDate': 'exit_date',
    Home_Room: 'homeroom_teacher',
    Sched_YearOfGraduation: 'grad_year',
    'S_UT_STU_X.primarylanguage': 'home_language',
    Mailing_Street: 'mail_street',
  },
  'PowerSchool, names in one cell': { Student_Number: 'student_id', LastFirst: 'full_name', Grade_Level: 'grade' },
  'Infinite Campus': {
    'student.studentNumber': 'student_id',
    'student.stateID': 'ssid',
    'student.personID': undefined,
    'student.lastName': 'last_name',
    'student.firstName': 'first_name',
    'student.suffix': 'suffix',
    'student.grade': 'grade',
    'student.birthdate': 'birth_date',
    'student.homePrimaryLanguage': 'home_language',
    'enrollment.startDate': 'entry_date',
    'enrollment.endDate': 'exit_date',
    'enrollment.specialEdStatus': 'iep',
    'v_CensusContactSummary.lastName': 'guardian1_last',
    'v_CensusContactSummary.cellPhone': 'guardian1_phone',
    'v_MailingAddress.zip': 'mail_zip',
  },
  'Skyward Qmlativ': {
    StudentID: 'student_id',
    CalculatedGrade: 'grade',
    CalculatedGradYear: 'grad_year',
    CalculatedStudentStateID: 'ssid',
  },
  'Skyward SMS 2.0': {
    'Other ID': 'student_id',
    'Grad Yr': 'grad_year',
    'Student Name (Last, First Middle)': 'full_name',
    'Home Lang': 'home_language',
    'Guardian 1 Name': 'guardian1_name',
  },
  Aspire: {
    'Student Number': 'student_id',
    SSID: 'ssid',
    'Last Name': 'last_name',
    'First Name': 'first_name',
    Grade: 'grade',
    'Birth Date': 'birth_date',
    Track: undefined,
    'Entry Date': 'entry_date',
    'Exit Date': 'exit_date',
    'Home Language': 'home_language',
  },
  'Ed-Fi': {
    studentUniqueId: 'student_id',
    firstName: 'first_name',
    lastSurname: 'last_name',
    preferredFirstName: 'preferred_name',
    birthDate: 'birth_date',
    schoolId: 'school_id',
    entryDate: 'entry_date',
    entryGradeLevelDescriptor: 'grade',
    exitWithdrawDate: 'exit_date',
    classOfSchoolYear: 'grad_year',
  },
  'School Data Sync': {
    'SIS ID': 'student_id',
    'School SIS ID': 'school_id',
    'First Name': 'first_name',
    'Last Name': 'last_name',
    'Student Number': 'other_id',
    'State ID': 'ssid',
    Grade: 'grade',
    Birthdate: 'birth_date',
    'Graduation Year': 'grad_year',
  },
  "a counselor's own": {
    'Lunch #': 'student_id',
    'Stu Name': 'full_name',
    Gr: 'grade',
    Couns: 'counselor',
    'SpEd?': 'iep',
    'PCCR date': 'Conferences.date',
    'Who came (P/S/B)': 'Conferences.who_came',
    Notes: undefined,
  },
}

describe.each(Object.entries(systems))('%s', (_, expected) => {
  test('is understood heading by heading', () => {
    const found = fieldsOf(Object.keys(expected))
    expect(found).toEqual(expected)
  })
})

test('how certain a heading is, and three samples of its column', () => {
  const [mapping] = read(
    tab(
      'List',
      ['ID', 'Name', 'Stu Grade', 'House'],
      ['41', 'Reyes, Mateo', '8', 'Elm'],
      ['42', 'Begay, Ana', '8', 'Oak'],
      ['43', 'Tuala, Lupe', '12', 'Elm'],
      ['44', 'Yazzie, Sam', '9', 'Elm'],
    ),
  ).mappings
  expect(mapping).toEqual({
    sheet: 'List',
    kind: 'students',
    headingRow: 1,
    signature: expect.any(String),
    questions: [],
    columns: [
      { index: 0, heading: 'ID', field: 'student_id', certainty: 'likely', samples: ['41', '42', '43'] },
      {
        index: 1,
        heading: 'Name',
        field: 'full_name',
        certainty: 'likely',
        samples: ['Reyes, Mateo', 'Begay, Ana', 'Tuala, Lupe'],
      },
      { index: 2, heading: 'Stu Grade', field: 'grade', certainty: 'likely', samples: ['8', '12', '9'] },
      { index: 3, heading: 'House', certainty: 'unsure', samples: [] },
    ],
  })
})
