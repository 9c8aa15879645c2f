/** Whole exports, with every heading that they have (domain C1) and Mateo Reyes of grade 8 in them. */
import { describe, expect, test } from 'vitest'
import type { Tab } from '../../src/records/tab.ts'
import { codes, read, student, tab } from './tabs.ts'

/** A file of an export: its headings as one line, and its rows likewise. */
function file(name: string, headings: string, ...rows: readonly string[]): Tab {
  return tab(name, headings.split(','), ...rows.map((row) => row.split(',')))
}

const mateo = { lastName: 'Reyes', firstName: 'Mateo', grade: 8 }
const born = { ...mateo, birthDate: '2013-03-04' }

describe('OneRoster', () => {
  const demographics = file(
    'demographics',
    'sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus',
    's-41,active,2026-08-01,2013-03-04,male,false,false,false,false,true,false,true,US,UT,Provo,01652',
  )
  const sessions = file(
    'academicSessions',
    'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear',
    'y27,active,2026-08-01,2026-2027,schoolYear,2026-08-17,2027-05-28,,2027',
    't1,active,2026-08-01,Fall,term,2026-08-17,2026-12-18,y27,2027',
  )
  const enrollments = file(
    'enrollments',
    'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
    'e1,active,2026-08-01,c1,o1,s-41,student,false,2026-08-17,2026-12-18',
    'e2,active,2026-08-01,c1,o1,t-7,teacher,true,2026-08-17,2026-12-18',
  )
  const others = [
    file(
      'orgs',
      'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
      'o1,active,2026-08-01,Lincoln,school,300,',
    ),
    file(
      'courses',
      'sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes',
      'k1,active,2026-08-01,y27,Math 8,M8,08,o1,Math,2',
    ),
    file(
      'classes',
      'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
      'c1,active,2026-08-01,Math 8,08,k1,M8-1,scheduled,12,o1,t1,Math,2,3',
    ),
    file('manifest', 'propertyName,value', 'manifest.version,1.0'),
  ]
  const kinds = ['students', 'student-details', 'calendar', 'other', 'other', 'other', 'other', 'other']

  test.each([
    [
      '1.0',
      'sourcedId,status,dateLastModified,orgSourcedIds,role,username,userId,givenName,familyName,identifier,email,sms,phone,agents,grade',
      's-41,active,2026-08-01,o1,student,mreyes,{Local:41},Mateo,Reyes,41,,,,,8',
      't-7,active,2026-08-01,o1,teacher,ralvarez,{Local:7},Rosa,Alvarez,7,,,,,',
    ],
    [
      '1.1',
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
      's-41,active,2026-08-01,true,o1,student,mreyes,{Local:41},Mateo,Reyes,,41,,,,,08,',
      't-7,active,2026-08-01,true,o1,teacher,ralvarez,{Local:7},Rosa,Alvarez,,7,,,,,,',
    ],
  ])('%s', (_, headings, ...rows) => {
    const reading = read(file('users', headings, ...rows), demographics, sessions, enrollments, ...others)
    expect(reading.mappings.map(({ kind }) => kind)).toEqual(kinds)
    expect(reading.school.students).toMatchObject([born])
    expect(reading.school.calendar.get('2026-27')).toEqual({ firstDay: '2026-08-17', lastDay: '2027-05-28' })
    expect(codes(reading).filter((code) => code !== 'COLUMN_REFUSED')).toEqual([])
  })

  test('1.2, where roles and grades have moved', () => {
    const reading = read(
      file(
        'users',
        'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns',
        's-41,active,2026-08-01,true,mreyes,,Mateo,Reyes,,41,,,,,08,,m-41,,Teo,,,o1,he',
        't-7,active,2026-08-01,true,ralvarez,,Rosa,Alvarez,,7,,,,,,,m-7,,,,,o1,',
      ),
      demographics,
      sessions,
      file(
        'roles',
        'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId',
        'r1,active,2026-08-01,s-41,primary,student,2026-08-17,2027-05-28,o1,',
        'r2,active,2026-08-01,t-7,primary,teacher,2026-08-17,2027-05-28,o1,',
      ),
      ...others,
    )
    expect(reading.school.students).toMatchObject([{ ...born, preferredName: 'Teo' }])
    // The days of a role are not those of the student.
    expect(reading.school.students[0]).not.toHaveProperty('exitDate')
    expect(codes(reading)).toEqual(['COLUMN_REFUSED'])
  })

  test.each([
    ['9', '09', []],
    ['9', '10', ['HEADING_TWICE', 'COLUMN_UNSURE']],
  ])('grade %s beside grades %s, after a change of version', (grade, grades, problems) => {
    const reading = read(
      file('users', 'sourcedId,role,givenName,familyName,grade,grades', `s-41,student,Mateo,Reyes,${grade},${grades}`),
    )
    expect(problems).toEqual(expect.arrayContaining([...codes(reading)]))
    expect(student(reading, 's-41').grade).toBe(problems.length === 0 ? 9 : undefined)
    expect(reading.mappings[0]?.questions.map(({ field }) => field)).toEqual(problems.length === 0 ? [] : ['grade'])
  })
})

test('Clever', () => {
  const reading = read(
    file(
      'students',
      'School_id,Student_id,Student_number,State_id,Last_name,Middle_name,First_name,Grade,Gender,Graduation_year,DOB,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status,Student_street,Student_city,Student_state,Student_zip,Student_email,Contact_relationship,Contact_type,Contact_name,Contact_phone,Contact_email,Contact_sis_id,Username,Password,home_language_code,section_504_status',
      '300,5f1a,41,2000041,Reyes,,Mateo,8,M,2031,03/04/2013,White,Y,Spanish,N,Free,Y,1 Elm St,Provo,UT,84601,,Mother,primary,Ana Reyes,801-555-0101,,77,mreyes,,spa,N',
    ),
    file('schools', 'School_id,School_name,School_number,State_id,Low_grade,High_grade', '300,Lincoln,300,1300,7,9'),
    file('sections', 'School_id,Section_id,Teacher_id,Name,Grade,Period', '300,x1,t7,Math 8,8,3'),
    file('enrollments', 'School_id,Section_id,Student_id', '300,x1,5f1a'),
    file('teachers', 'School_id,Teacher_id,Teacher_number,Last_name,First_name,Title', '300,t7,7,Alvarez,Rosa,Ms'),
    // A log of the school goes by the number that people know.
    file('Conferences', 'Student number,Date,Kind,Status', '41,10/8/2026,individual,held'),
  )
  expect(reading.mappings.map(({ kind }) => kind)).toEqual([
    'students',
    'other',
    'other',
    'other',
    'other',
    'conferences',
  ])
  expect(student(reading, '5f1a')).toMatchObject({ ...born, iep: true, conferences: [{ date: '2026-10-08' }] })
  expect(codes(reading)).toEqual(['COLUMN_REFUSED', 'COLUMN_REFUSED'])
  expect(JSON.stringify(reading.mappings)).not.toContain('Free')
})

describe('PowerSchool', () => {
  const row =
    '41,2000041,"Reyes; Mateo",Reyes,Mateo,,8,3/4/2013,M,300,1 Elm St,Provo,UT,84601,,,,,801-555-0101,2031,9001,Reyes Soto,SPA,Y,,8/17/2026,5/28/2027,E1,,0,12,2031,,Ana Reyes,,801-555-0102'
  const headings =
    'Student_Number,State_StudentNumber,LastFirst,Last_Name,First_Name,Middle_Name,Grade_Level,DOB,Gender,SchoolID,Street,City,State,Zip,Mailing_Street,Mailing_City,Mailing_State,Mailing_Zip,Home_Phone,ClassOf,DCID,[StudentCoreFields]PSCore_Legal_Last_Name,S_UT_STU_X.primarylanguage,S_UT_STU_X.lep,S_UT_STU_X.homeless_code,EntryDate,ExitDate,EntryCode,ExitCode,Enroll_Status,Home_Room,Sched_YearOfGraduation,GuardianEmail,Mother,Father,Mother_DayPhone'

  test.each(['', 'STUDENTS.', 'Students.', '[Students]', '[1]', '[01]', '[Students].'])(
    'with “%s” before its columns',
    (table) => {
      const prefixed = headings
        .split(',')
        .map((heading) => (/^\[|^S_/.test(heading) ? heading : `${table}${heading}`))
        .join(',')
      const reading = read(file('export', prefixed, row))
      expect(student(reading, '41')).toMatchObject({ ...born, entryDate: '2026-08-17', homeroomTeacher: '12' })
      const fields = reading.mappings[0]?.columns.map(({ field }) => field)
      expect(fields).toEqual(
        expect.arrayContaining(['ssid', 'home_language', 'record_status', 'school_id', 'grad_year', 'guardian1_email']),
      )
      expect([codes(reading), reading.mappings[0]?.questions]).toEqual([[], []])
    },
  )

  test('two columns for the year of graduation that differ do not matter beside the grade', () => {
    const reading = read(file('export', headings, row.replace('12,2031,', '12,2032,')))
    expect([student(reading, '41').grade, codes(reading), reading.mappings[0]?.questions]).toEqual([8, [], []])
  })
})

test('Infinite Campus, an ad hoc export', () => {
  const reading = read(
    file(
      'adhoc',
      'student.personID,student.stateID,student.studentNumber,student.otherID,student.lastName,student.firstName,student.middleName,student.suffix,student.grade,student.gender,student.birthdate,student.homePrimaryLanguage,enrollment.startDate,enrollment.endDate,enrollment.endYear,enrollment.grade,enrollment.serviceType,enrollment.specialEdStatus,enrollment.section504,lep.programStatus',
      '8001,2000041,41,,Reyes,Mateo,,,08,M,03/04/2013,spa,08/17/2026,,2027,08,P,Y,N,',
    ),
    file(
      'contacts',
      'student.studentNumber,v_CensusContactSummary.firstName,v_CensusContactSummary.lastName,v_CensusContactSummary.relationship,v_CensusContactSummary.guardian,v_CensusContactSummary.addressLine1,v_CensusContactSummary.city,v_CensusContactSummary.seq,v_MailingAddress.number,v_MailingAddress.street,v_MailingAddress.zip,v_MailingAddress.guardianName',
      '41,Ana,Reyes,Mother,1,1 Elm St,Provo,1,1,Elm St,84601,Ana Reyes',
    ),
  )
  expect(student(reading, '41')).toMatchObject({ ...born, iep: true, entryDate: '2026-08-17' })
  expect(codes(reading)).toEqual([])
})

describe('Skyward', () => {
  test('Qmlativ keeps names, entry and grade in three lists', () => {
    const reading = read(
      file('StudentName', 'StudentID,LastName,FirstName', '41,Reyes,Mateo'),
      file(
        'Student',
        'StudentID,CalculatedGrade,CalculatedGradYear,CalculatedStudentStateID,CalculatedPrimaryFormattedPhoneNumber',
        '41,08,2031,2000041,801-555-0101',
      ),
      file(
        'EntryWithdrawal',
        'StudentID,StartDate,EndDate,EntryCodeID,EntityID,SchoolID,SchoolYearID,IsNoShow,IsDefaultEntity',
        '41,8/17/2026,,E1,300,300,27,false,true',
      ),
    )
    expect(reading.school.students).toMatchObject([{ ...mateo, entryDate: '2026-08-17' }])
    expect(codes(reading)).toEqual([])
  })

  test('SMS 2.0 stores the year of graduation and has headings as people made them', () => {
    const reading = read(
      tab(
        'Data Mining',
        [
          'Other ID',
          'Alphakey',
          'NameID',
          'Entity',
          'Grad Yr',
          'Student Name (Last, First Middle)',
          'Home Lang',
          'Guardian 1 Name',
          'Default Entity',
        ],
        ['41', 'REYESMAT000', '8001', '300', '2031', 'Reyes, Mateo', 'Spanish', 'Reyes, Ana', 'Y'],
      ),
    )
    expect(reading.school.students).toMatchObject([mateo])
    expect(codes(reading)).toEqual([])
  })
})

test('Aspire', () => {
  const reading = read(
    file(
      'Aspire',
      'Student Number,SSID,Last Name,First Name,Middle Name,Grade,Birth Date,Track,Entry Date,Exit Date,Home Language',
      '41,2000041,Reyes,Mateo,,8,3/4/2013,A,8/17/2026,,Spanish',
    ),
  )
  expect(student(reading, '41')).toMatchObject({ ...born, entryDate: '2026-08-17' })
  expect(codes(reading)).toEqual([])
})

describe('Ed-Fi', () => {
  const students = 'firstName,middleName,lastSurname,preferredFirstName,preferredLastSurname,birthDate'
  const association =
    'entryDate,entryGradeLevelDescriptor,entryTypeDescriptor,exitWithdrawDate,exitWithdrawTypeDescriptor,schoolYear,classOfSchoolYear,repeatGradeIndicator,primarySchool,fullTimeEquivalency'
  const entered = '2026-08-17,uri://ed-fi.org/GradeLevelDescriptor#Eighth grade,Next year,,,2027,2031,false,true,1'

  test.each([
    ['', ''],
    ['studentReference.', 'schoolReference.'],
  ])('students and where they go to school, the keys as “%sstudentUniqueId”', (ofStudent, ofSchool) => {
    const reading = read(
      file('students', `studentUniqueId,${students}`, '41,Mateo,,Reyes,Teo,,2013-03-04'),
      file(
        'studentSchoolAssociations',
        `${ofStudent}studentUniqueId,${ofSchool}schoolId,${association}`,
        `41,300,${entered}`,
      ),
    )
    expect(reading.school.students).toMatchObject([{ ...born, preferredName: 'Teo', entryDate: '2026-08-17' }])
    expect(codes(reading)).toEqual([])
  })
})

describe('Microsoft School Data Sync', () => {
  test('version 1', () => {
    const reading = read(
      file(
        'Student',
        'SIS ID,School SIS ID,First Name,Last Name,Username,Password,State ID,Secondary Email,Student Number,Middle Name,Grade,Status,Birthdate,Graduation Year',
        '41,300,Mateo,Reyes,mreyes,,WA,,1041,,8,Active,3/4/2013,2031',
        '42,300,Ana,Begay,abegay,,WA,,1042,,8,Active,3/5/2013,2031',
        '43,300,Lupe,Tuala,ltuala,,WA,,1043,,8,Active,3/6/2013,2031',
      ),
      file('StudentEnrollment', 'Section SIS ID,SIS ID', 'x1,41'),
      file(
        'Teacher',
        'SIS ID,School SIS ID,First Name,Last Name,Username,Password,State ID,Teacher Number,Status',
        '7,300,Rosa,Alvarez,ra,,WA,7,Active',
      ),
      file(
        'School',
        'SIS ID,Name,School Number,State ID,Grade Low,Grade High,Principal Name',
        '300,Lincoln,300,WA,7,9,J. Lee',
      ),
    )
    expect(student(reading, '41')).toMatchObject(born)
    // The state's name is nobody's number.
    expect(reading.mappings[0]?.columns.find(({ heading }) => heading === 'State ID')).not.toHaveProperty('field')
    expect(new Set(codes(reading))).toEqual(new Set(['COLUMN_REFUSED']))
  })

  const users = file(
    'users',
    'sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms',
    '41,mr,Mateo,Reyes,,,,,',
    '42,ab,Ana,Begay,,,,,',
    '7,ra,Rosa,Alvarez,,,,,',
  )
  const roles = file(
    'roles',
    'userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,roleEndDate',
    '41,300,student,SY27,8,TRUE,2026-08-17,2027-05-28',
    '42,300,student,SY27,8,TRUE,2026-08-17,2027-05-28',
    '7,300,teacher,SY27,,TRUE,2026-08-17,2027-05-28',
  )

  test('version 2.1: userFlags says who has an IEP, and nothing of its other flags is shown', () => {
    const flags = file('userFlags', 'userSourcedId,flag', '42,freeLunch', '41,504', '41,IEP')
    const reading = read(users, roles, flags)
    expect(reading.school.students.map(({ id, iep }) => [id, iep])).toEqual([
      ['41', true],
      ['42', false],
    ])
    expect(reading.mappings[2]?.kind).toBe('student-details')
    expect(JSON.stringify(reading)).not.toContain('freeLunch')
    expect(codes(reading)).toEqual(['COLUMN_REFUSED'])
  })

  test('flags without an IEP among them are none of ours', () => {
    const reading = read(users, roles, file('userFlags', 'userSourcedId,flag', '42,freeLunch'))
    expect(reading.mappings[2]?.kind).toBe('other')
    expect(reading.school.students.map(({ iep }) => iep)).toEqual([false, false])
  })
})

test("a counselor's own tracker", () => {
  const reading = read(
    tab(
      'Ms. Alvarez\'s "8th" 🎓',
      [
        'Lunch #',
        'Stu Name',
        'Gr',
        'Couns',
        'SpEd?',
        'Fall conf',
        'Who came (P/S/B)',
        'PCCR date',
        'Plan created',
        'Updated',
        'Parent signed',
        'Notes',
      ],
      [
        '41',
        'Reyes, Mateo',
        '8',
        'Alvarez',
        'N',
        '10/8/2026',
        'B',
        '11/3',
        '9/8/2026',
        '11/3/2026',
        '9/20/2026',
        'moved',
      ],
    ),
  )
  expect(student(reading, '41')).toMatchObject({
    ...mateo,
    iep: false,
    counselor: 'Alvarez',
    conferences: [{ date: '2026-10-08', studentAttended: true, parentAttended: true }, { date: '2026-11-03' }],
    plans: [{ createdOn: '2026-09-08', signedOn: '2026-09-20' }],
    updates: [{ date: '2026-11-03' }],
  })
  expect(codes(reading)).toEqual([])
})
