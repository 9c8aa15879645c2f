/**
 * The truth against which the guesses of the columns are held: which columns of the real sets in ../shared/data carry
 * something that domain A1 names, and what. Written by hand from the files and the standards that they follow; headings
 * only.
 *
 * What counts, whether or not the cells of this sample are filled: numbers, names, birth, grade or graduation year,
 * school, entry and exit, state of enrolment, role (it tells students from staff), IEP, languages, guardians with their
 * phones and addresses, mail, counselor, homeroom, plans with their signatures, the calendar.
 * What does not: a student's own phone, e-mail, user name and password; 504 plans, lunch, race, marks; dates of a class
 * or a role; numbers that only lead to rows of no use to us; unnamed custom columns. A file with nothing but the
 * student's number is not listed.
 */
export interface UsefulFile {
  /** Within ../shared/data, without '.csv'. */
  readonly file: string
  /**
   * Canonical column by heading. Of headings joined by ' / ' any one is enough: they say the same, or are several numbers
   * of one student.
   */
  readonly columns: Readonly<Record<string, string>>
}

const oneRosterUsers = {
  'sourcedId / identifier': 'student_id',
  status: 'record_status',
  orgSourcedIds: 'school_id',
  role: 'role',
  givenName: 'first_name',
  familyName: 'last_name',
  // Of the guardians, who are users too; the agents of a student say which.
  email: 'person_email',
  'phone / sms': 'person_phone',
}

const contosoStudents = {
  'SIS ID / Student Number': 'student_id',
  'School SIS ID': 'school_id',
  'First Name': 'first_name',
  'Last Name': 'last_name',
  'Middle Name': 'middle_name',
  Grade: 'grade',
  Status: 'record_status',
  Birthdate: 'birth_date',
  'Graduation Year': 'grad_year',
  PrimaryLanguage: 'home_language',
  SpecialEducation: 'iep',
}

export const usefulColumns: readonly UsefulFile[] = [
  { file: 'oneroster-edfi-grandbend/v1.0/users', columns: { ...oneRosterUsers, agents: 'guardian_id' } },
  {
    file: 'oneroster-edfi-grandbend/v1.0/demographics',
    columns: { userSourcedId: 'student_id', birthdate: 'birth_date' },
  },
  {
    file: 'oneroster-edfi-grandbend/v1.0/academicSessions',
    columns: { type: 'session_type', startDate: 'first_day', endDate: 'last_day' },
  },
  {
    file: 'oneroster-edfi-grandbend/v1.1/users',
    columns: { ...oneRosterUsers, middleName: 'middle_name', grades: 'grade', agentSourcedIds: 'guardian_id' },
  },
  {
    file: 'oneroster-edfi-grandbend/v1.1/demographics',
    columns: { sourcedId: 'student_id', birthDate: 'birth_date' },
  },
  {
    file: 'oneroster-edfi-grandbend/v1.1/academicSessions',
    columns: { type: 'session_type', schoolYear: 'school_year', startDate: 'first_day', endDate: 'last_day' },
  },
  {
    file: 'microsoft-sds-csv/sds-format-100/Student',
    columns: {
      'SIS ID / Student Number': 'student_id',
      'School SIS ID': 'school_id',
      'First Name': 'first_name',
      'Last Name': 'last_name',
      'Middle Name': 'middle_name',
      Grade: 'grade',
      Status: 'record_status',
      Birthdate: 'birth_date',
      'Graduation Year': 'grad_year',
    },
  },
  {
    // Guardians stand among the users; relationships.csv says whose.
    file: 'microsoft-sds-csv/sds-v2.1/users',
    columns: {
      sourcedId: 'student_id',
      givenName: 'first_name',
      familyName: 'last_name',
      email: 'person_email',
      'phone / sms': 'person_phone',
    },
  },
  {
    file: 'microsoft-sds-csv/sds-v2.1/roles',
    columns: { userSourcedId: 'student_id', orgSourcedId: 'school_id', role: 'role', grade: 'grade' },
  },
  {
    file: 'microsoft-sds-csv/sds-v2.1/demographics',
    columns: { userSourcedId: 'student_id', birthDate: 'birth_date' },
  },
  {
    file: 'microsoft-sds-csv/sds-v2.1/relationships',
    columns: {
      userSourcedId: 'student_id',
      relationshipUserSourcedId: 'guardian_id',
      relationshipRole: 'guardian1_relation',
    },
  },
  { file: 'microsoft-sds-csv/sds-v2.1/userFlags', columns: { userSourcedId: 'student_id', flag: 'flag' } },
  {
    file: 'microsoft-sds-csv/sds-v2.1/academicSessions',
    columns: { type: 'session_type', schoolYear: 'school_year', startDate: 'first_day', endDate: 'last_day' },
  },
  {
    file: 'microsoft-sds-csv/min-required/Student',
    columns: { 'SIS ID': 'student_id', 'School SIS ID': 'school_id' },
  },
  {
    file: 'inbloom-students-5000/Student',
    columns: {
      StudentUSI: 'student_id',
      FirstName: 'first_name',
      MiddleName: 'middle_name',
      LastSurname: 'last_name',
      GenerationCodeSuffix: 'suffix',
      BirthDate: 'birth_date',
    },
  },
  {
    file: 'inbloom-students-5000/Parent',
    columns: {
      ParentUSI: 'guardian_id',
      FirstName: 'first_name',
      MiddleName: 'middle_name',
      LastSurname: 'last_name',
      GenerationCodeSuffix: 'suffix',
    },
  },
  {
    file: 'inbloom-students-5000/StudentParentAssociation',
    columns: { StudentUSI: 'student_id', ParentUSI: 'guardian_id', Relation: 'guardian1_relation' },
  },
  {
    file: 'inbloom-students-5000/StudentAddress',
    columns: {
      StudentUSI: 'student_id',
      AddressType: 'mail_type',
      StreetNumberName: 'mail_street',
      City: 'mail_city',
      StateAbbreviation: 'mail_state',
      PostalCode: 'mail_zip',
    },
  },
  { file: 'inbloom-students-5000/StudentLanguage', columns: { StudentUSI: 'student_id', Language: 'home_language' } },
  {
    file: 'inbloom-students-5000/demo-101/student-sample-data',
    columns: {
      'state_id / id_1_id_code': 'student_id',
      name_first: 'first_name',
      name_middle: 'middle_name',
      name_last: 'last_name',
      name_suffix: 'suffix',
      birth_date: 'birth_date',
      address_1_type: 'mail_type',
      address_1_street_number_name: 'mail_street',
      address_1_apt_number: 'mail_unit',
      address_1_city: 'mail_city',
      address_1_state_abbrev: 'mail_state',
      address_1_postal_code: 'mail_zip',
      telephone_1_number: 'guardian1_phone',
      'home_language_1 / language_1': 'home_language',
      'programs_1_program / disability_1_disability': 'iep',
    },
  },
  {
    file: 'inbloom-students-5000/demo-101/student-school-assoc-sample-data',
    columns: {
      'student_state_id / student_id / student_id_1_id': 'student_id',
      student_name_first: 'first_name',
      student_name_middle: 'middle_name',
      student_name_last: 'last_name',
      student_name_suffix: 'suffix',
      student_birth_date: 'birth_date',
      'school_id / school_state_id': 'school_id',
      entry_date: 'entry_date',
      entry_grade_level: 'grade',
      exit_withdraw_date: 'exit_date',
    },
  },
  {
    file: 'sdp-longitudinal-16k/Student_School_Year',
    columns: { sid: 'student_id', school_year: 'school_year', grade_level: 'grade' },
  },
  {
    file: 'aspen-x2-student-insights/fake_students_export',
    columns: {
      local_id: 'student_id',
      state_id: 'ssid',
      full_name: 'full_name',
      date_of_birth: 'birth_date',
      grade: 'grade',
      school_local_id: 'school_id',
      registration_date: 'entry_date',
      enrollment_status: 'record_status',
      'sped_placement / disability / program_assigned / sped_level_of_need': 'iep',
      home_language: 'home_language',
      counselor: 'counselor',
      homeroom: 'homeroom_teacher',
      student_address: 'mail_street',
      primary_phone: 'guardian1_phone',
      primary_email: 'guardian1_email',
    },
  },
  {
    file: 'aspen-x2-student-insights/ed_plans_fixture',
    columns: {
      student_local_id: 'student_id',
      student_state_id: 'ssid',
      sep_grade_level: 'from_grade',
      sep_effective_date: 'created_on',
      sep_parent_signed_date: 'parent_signed_on',
      sep_last_meeting_date: 'Conferences.date',
      sep_review_date: 'updated_on',
    },
  },
  { file: 'contoso-sis-400/students', columns: contosoStudents },
  {
    file: 'contoso-sis-400/studentdemographics-100',
    columns: { 'SIS ID': 'student_id', PrimaryLanguage: 'home_language', SpecialEducation: 'iep' },
  },
  { file: 'contoso-sis-400/students-day1', columns: contosoStudents },
  { file: 'contoso-sis-400/students-day2', columns: contosoStudents },
]
