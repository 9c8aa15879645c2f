/** The families of students, for letters: guardians, how to reach them, where letters go. */
import { describe, expect, test } from 'vitest'
import type { SchoolReading } from '../../src/records/read-school.ts'
import type { Cell } from '../../src/records/tab.ts'
import { codes, read, roster, student, tab } from './tabs.ts'

const head = ['id', 'name', 'grade']
const mateo = ['41', 'Reyes, Mateo', '8']
const ana = ['42', 'Begay, Ana', '1']

function guardians(reading: SchoolReading, id: string) {
  return student(reading, id).guardians
}

describe('columns of the roster', () => {
  test('two guardians, and the address of the family', () => {
    const more = {
      guardian1_name: 'Rosa Soto',
      guardian1_relation: 'Mother',
      guardian1_phone: 8015550101,
      guardian1_email: 'rosa@example.org',
      guardian2_name: 'José Reyes',
      guardian2_relation: 'Father',
      guardian2_phone: '801 555 0102',
      guardian2_email: '',
      mail_name: 'Rosa Soto and José Reyes',
      mail_street: '12 Elm St',
      mail_city: 'Layton',
      mail_state: 'UT',
      mail_zip: 84041,
      no_contact_flag: 'N',
    }
    const reading = read(tab('Students', [...head, ...Object.keys(more)], [...mateo, ...Object.values(more)]))
    expect(student(reading, '41')).toMatchObject({
      guardians: [
        { name: 'Rosa Soto', relation: 'Mother', phone: '8015550101', email: 'rosa@example.org' },
        { name: 'José Reyes', relation: 'Father', phone: '801 555 0102' },
      ],
      mail: { name: 'Rosa Soto and José Reyes', street: '12 Elm St', city: 'Layton', state: 'UT', zip: '84041' },
      noContact: false,
    })
    expect(guardians(reading, '41')?.[1]).not.toHaveProperty('email')
    expect(codes(reading)).toEqual([])
  })

  test('a roster without such columns keeps nothing, and blank cells are nothing', () => {
    const bare = read(roster())
    const blank = read(
      tab('Students', [...head, 'Mother', 'Home phone', 'Street', 'Zip'], [...mateo, '', 'NULL', ' ', '-']),
    )
    for (const one of [student(bare, '000041'), student(blank, '41')]) {
      for (const field of ['guardians', 'mail', 'noContact', 'homeLanguage']) expect(one).not.toHaveProperty(field)
    }
  })

  test.each`
    headings                                         | cells                          | found
    ${['Mother', 'Father']}                          | ${['Rosa Soto', 'José Reyes']} | ${[{ name: 'Rosa Soto', relation: 'Mother' }, { name: 'José Reyes', relation: 'Father' }]}
    ${['Mother', 'Father']}                          | ${['', 'José Reyes']}          | ${[{ name: 'José Reyes', relation: 'Father' }]}
    ${['Parent/Guardian', 'Relationship']}           | ${['Rosa Soto', 'Aunt']}       | ${[{ name: 'Rosa Soto', relation: 'Aunt' }]}
    ${['Parent 1', 'Parent 2']}                      | ${['Tom Ho', 'Ken Ho']}        | ${[{ name: 'Tom Ho' }, { name: 'Ken Ho' }]}
    ${['Guardian First Name', 'Guardian Last Name']} | ${['Rosa', 'Soto']}            | ${[{ name: 'Rosa Soto' }]}
    ${['Parent email']}                              | ${['rosa@example.org']}        | ${[{ email: 'rosa@example.org' }]}
  `('$headings: $cells', ({ headings, cells, found }) => {
    const reading = read(tab('Students', [...head, ...headings], [...mateo, ...cells]))
    expect(guardians(reading, '41')).toEqual(found)
    expect(codes(reading)).toEqual([])
  })

  test('the first and last names of two', () => {
    const columns = [1, 2].flatMap((order) =>
      ['First Name', 'Last Name', 'Relationship'].map((part) => `Guardian ${order} ${part}`),
    )
    const reading = read(
      tab('Students', [...head, ...columns], [...mateo, 'Rosa', 'Soto', 'Mother', 'José', 'Reyes', '']),
    )
    expect(guardians(reading, '41')).toEqual([{ name: 'Rosa Soto', relation: 'Mother' }, { name: 'José Reyes' }])
  })

  test.each`
    heading        | cell
    ${'Parent'}    | ${'Y'}
    ${'Parent'}    | ${'N'}
    ${'Parent'}    | ${true}
    ${'Contact 1'} | ${'10/8/2026'}
    ${'Contact 1'} | ${'2026-10-08'}
    ${'Guardian'}  | ${'none'}
  `('$cell under “$heading” is nobody', ({ heading, cell }) => {
    expect(guardians(read(tab('Students', [...head, heading], [...mateo, cell])), '41')).toBeUndefined()
  })

  test('where the mailing street is blank, letters go to the street of the home; a phone is taken where there is one', () => {
    const columns = [
      'Street',
      'City',
      'Zip',
      'Mailing_Street',
      'Mailing_City',
      'Mailing_Zip',
      'Home_Phone',
      'Mother_DayPhone',
    ]
    const reading = read(
      tab(
        'Students',
        [...head, ...columns],
        [...mateo, '12 Elm St', 'Layton', '84041', 'PO Box 9', 'Kaysville', '84037', '801 555 0101', '801 555 0102'],
        [...ana, '9 Oak Ave', 'Layton', '84041', '', '', '', '', '801 555 0103'],
      ),
    )
    expect(student(reading, '41')).toMatchObject({
      mail: { street: 'PO Box 9', city: 'Kaysville', zip: '84037' },
      guardians: [{ phone: '801 555 0101' }],
    })
    expect(student(reading, '42')).toMatchObject({
      mail: { street: '9 Oak Ave', city: 'Layton', zip: '84041' },
      guardians: [{ phone: '801 555 0103' }],
    })
    expect(codes(reading)).toEqual([])
  })

  test('a mailing address in the parts of Infinite Campus', () => {
    const parts = ['number', 'prefix', 'street', 'tag', 'apt', 'city', 'state', 'zip', 'guardianName']
    const reading = read(
      tab(
        'export',
        [
          'student.studentNumber',
          'student.lastName',
          'student.firstName',
          'student.grade',
          ...parts.map((part) => `v_MailingAddress.${part}`),
        ],
        ['41', 'Reyes', 'Mateo', '08', '450', 'N', 'Main', 'St', '2B', 'Layton', 'UT', '84041', 'Rosa Soto'],
        ['42', 'Begay', 'Ana', '01', '7', '', 'Elm', 'Ave', '', 'Layton', 'UT', '84041', ''],
      ),
    )
    expect(student(reading, '41').mail).toEqual({
      name: 'Rosa Soto',
      street: '450 N Main St 2B',
      city: 'Layton',
      state: 'UT',
      zip: '84041',
    })
    expect(student(reading, '42').mail).toEqual({ street: '7 Elm Ave', city: 'Layton', state: 'UT', zip: '84041' })
  })
})

const clever = [
  'Student_id',
  'Last_name',
  'First_name',
  'Grade',
  'Contact_name',
  'Contact_relationship',
  'Contact_type',
  'Contact_phone',
  'Contact_email',
  'Contact_sis_id',
]

describe('several rows a student', () => {
  const [rosa, jose, lee] = [
    ['Rosa Soto', 'Mother', 'primary', '801 555 0101', '', 'c1'],
    ['José Reyes', 'Father', 'family', '', 'jose@example.org', 'c2'],
    ['Lee Begay', 'Father', 'primary', '', '', 'c3'],
  ]
  const known = {
    rosa: { name: 'Rosa Soto', relation: 'Mother', phone: '801 555 0101' },
    jose: { name: 'José Reyes', relation: 'Father', email: 'jose@example.org' },
    lee: { name: 'Lee Begay', relation: 'Father' },
  }
  const [mateosName, anasName] = [
    ['Reyes', 'Mateo', '8'],
    ['Begay', 'Ana', '1'],
  ] as const

  test('that differ only in the contact are one student', () => {
    const reading = read(
      tab(
        'students',
        clever,
        ['41', ...mateosName, ...rosa],
        ['41', ...mateosName, ...jose],
        ['42', ...anasName, ...lee],
      ),
    )
    expect(reading.school.students.map(({ id }) => id)).toEqual(['41', '42'])
    expect(guardians(reading, '41')).toEqual([known.rosa, known.jose])
    expect(guardians(reading, '42')).toEqual([known.lee])
    expect(reading.roster?.rows.map(({ row }) => row)).toEqual([2, 4])
    expect(codes(reading)).toEqual([])
  })

  test('of which the further ones leave the student’s own cells blank', () => {
    const reading = read(
      tab(
        'students',
        clever,
        ['41', ...mateosName, ...rosa],
        ['', '', '', '', ...jose],
        ['42', ...anasName, ...lee],
        ['42', '', '', '', 'Dana Begay', 'Mother', '', '', '', ''],
      ),
    )
    expect(guardians(reading, '41')).toEqual([known.rosa, known.jose])
    expect(guardians(reading, '42')).toEqual([known.lee, { name: 'Dana Begay', relation: 'Mother' }])
    expect(codes(reading)).toEqual([])
  })

  test('as many as seven are one student still', () => {
    const more = Array.from({ length: 7 }, (_, index) => [
      '41',
      ...mateosName,
      `Aunt ${'ABCDEFG'[index]}`,
      'Aunt',
      '',
      '',
      '',
      '',
    ])
    const reading = read(tab('students', clever, ...more))
    expect(reading.school.students).toHaveLength(1)
    expect(guardians(reading, '41')).toHaveLength(7)
  })

  test('of which sorting has taken the blank ones to the end belong to nobody, and are named', () => {
    const reading = read(
      tab('students', clever, ['41', ...mateosName, ...rosa], ['42', ...anasName, ...lee], ['', '', '', '', ...jose]),
    )
    expect(guardians(reading, '42')).toEqual([known.lee])
    expect(reading.problems.filter(({ code }) => code === 'ID_MISSING')).toMatchObject([{ sheet: 'students', row: 4 }])
  })

  test('without an id above the first student belong to nobody, and are named', () => {
    const reading = read(tab('students', clever, ['', '', '', '', ...jose], ['41', ...mateosName, ...rosa]))
    expect(guardians(reading, '41')).toEqual([known.rosa])
    expect(reading.problems.filter(({ code }) => code === 'ID_MISSING')).toMatchObject([{ sheet: 'students', row: 2 }])
  })

  test('under one id but with two names are two students, as ever', () => {
    const reading = read(tab('students', clever, ['41', ...mateosName, ...rosa], ['41', 'Tuala', 'Lupe', '2', ...lee]))
    expect(reading.school.students.map(({ lastName }) => lastName)).toEqual(['Reyes', 'Tuala'])
    expect(reading.school.students.map((one) => one.guardians)).toEqual([[known.rosa], [known.lee]])
    expect(codes(reading)).toEqual(['ID_TWICE'])
  })

  test('with another conference in each are not one student, because nothing may be lost', () => {
    const reading = read(
      tab(
        'Students',
        [...head, 'Mother', 'PCCR date'],
        [...mateo, 'Rosa Soto', '2026-10-08'],
        [...mateo, 'Rosa Soto', '2026-11-09'],
      ),
    )
    expect(codes(reading)).toEqual(['ID_TWICE'])
  })

  test('with the same guardian are that guardian once, with what each row tells', () => {
    const reading = read(
      tab(
        'students',
        clever,
        ['41', ...mateosName, 'Rosa Soto', 'Mother', '', '', '', ''],
        ['41', ...mateosName, 'ROSA SOTO', '', '', '801 555 0101', '', ''],
        ['', '', '', '', '', '', '', '', 'rosa@example.org', ''],
      ),
    )
    expect(guardians(reading, '41')).toEqual([{ ...known.rosa, email: 'rosa@example.org' }])
  })

  test('an emergency contact is nobody to write to, but the street beside it is the student’s', () => {
    const reading = read(
      tab(
        'students',
        [...clever, 'Student_street', 'Student_zip'],
        ['41', ...mateosName, 'Max Else', 'Friend', 'emergency', '801 555 0109', '', '', '12 Elm St', '84041'],
        ['41', ...mateosName, ...rosa, '12 Elm St', '84041'],
      ),
    )
    expect(guardians(reading, '41')).toEqual([known.rosa])
    expect(student(reading, '41').mail).toEqual({ street: '12 Elm St', zip: '84041' })
  })
})

describe('a list of contacts beside the roster', () => {
  const campus = (part: string) => `v_CensusContactSummary.${part}`
  const columns = [
    'student.studentNumber',
    ...[
      'firstName',
      'lastName',
      'relationship',
      'guardian',
      'addressLine1',
      'addressLine2',
      'city',
      'state',
      'zip',
      'email',
      'homePhone',
      'cellPhone',
      'seq',
    ].map(campus),
  ]
  const contact = (first: string, relation: string, isGuardian: Cell, street: string, unit = '') => [
    '000041',
    first,
    'Ho',
    relation,
    isGuardian,
    street,
    unit,
    'Layton',
    'UT',
    '84041',
    '',
    '',
    '801 555 0101',
    1,
  ]
  const layton = { city: 'Layton', state: 'UT', zip: '84041' }

  test('of Infinite Campus: two fathers, a second household, and no neighbour', () => {
    const reading = read(
      roster(),
      tab(
        'Contacts',
        columns,
        contact('Tom', 'Father', 1, '12 Elm St'),
        contact('Ken', 'Father', 1, '9 Oak Ave', 'Apt 3'),
        contact('Max', 'Neighbor', 0, '14 Elm St'),
      ),
    )
    expect(reading.mappings[1]?.kind).toBe('student-details')
    expect(student(reading, '000041')).toMatchObject({
      guardians: [
        { name: 'Tom Ho', relation: 'Father', phone: '801 555 0101' },
        {
          name: 'Ken Ho',
          relation: 'Father',
          phone: '801 555 0101',
          addresses: [{ street: '9 Oak Ave Apt 3', ...layton }],
        },
      ],
      mail: { street: '12 Elm St', ...layton },
    })
    expect(guardians(reading, '000041')?.[0]).not.toHaveProperty('addresses')
    expect(codes(reading)).toEqual([])
  })

  test('a mother with two addresses, of which one has ended', () => {
    const list = (...rows: readonly (readonly Cell[])[]) =>
      student(
        read(roster(), tab('Guardians', ['Student ID', 'Guardian', 'Address', 'Zip', 'Address end date'], ...rows)),
        '000041',
      )
    const [ended, current, third] = [
      ['000041', 'Rosa Soto', '12 Elm St', '84041', '2026-06-30'],
      ['', '', '9 Oak Ave', '84041', ''],
      ['000041', 'Rosa Soto', '1 Ash Ct', '84041', ''],
    ]
    const withId = ['000041', 'Rosa Soto', ...(current?.slice(2) ?? [])]
    const expected = { guardians: [{ name: 'Rosa Soto' }], mail: { street: '9 Oak Ave', zip: '84041' } }
    expect(list(ended ?? [], withId)).toMatchObject(expected)
    expect(list(withId, ended ?? [])).toMatchObject(expected)
    expect(list(ended ?? []).mail).toEqual({ street: '12 Elm St', zip: '84041', until: '2026-06-30' })
    expect(list(withId, third ?? []).guardians).toEqual([
      { name: 'Rosa Soto', addresses: [{ street: '1 Ash Ct', zip: '84041' }] },
    ])
  })

  test('addresses by kind: the one for mail, never a workplace', () => {
    const address = (kind: string, street: string) => ['100000', kind, street, 'Layton', 'UT', '84041']
    const head = ['StudentUSI', 'AddressType', 'StreetNumberName', 'City', 'StateAbbreviation', 'PostalCode']
    const students = tab('Student', ['StudentUSI', 'FirstName', 'LastSurname'], ['100000', 'Ana', 'Begay'])
    const mail = (...rows: readonly (readonly Cell[])[]) =>
      student(read(students, tab('StudentAddress', head, ...rows)), '100000').mail?.street
    expect(mail(address('Work', '1 Mine Rd'), address('Home', '12 Elm St'), address('Mailing', 'PO Box 9'))).toBe(
      'PO Box 9',
    )
    expect(mail(address('Billing', '1 Mine Rd'), address('Physical', '12 Elm St'))).toBe('12 Elm St')
    expect(mail(address('Work', '1 Mine Rd'))).toBeUndefined()
  })
})

describe('guardians who are users of their own', () => {
  const users = ['sourcedId', 'role', 'givenName', 'familyName', 'email', 'sms', 'phone', 'agentSourcedIds', 'grades']

  test('OneRoster: by the agents of the student', () => {
    const reading = read(
      tab(
        'users',
        users,
        ['41', 'student', 'Mateo', 'Reyes', 'mateo@example.org', '', '', '90, 91,92', '08'],
        ['90', 'parent', 'Rosa', 'Soto', 'rosa@example.org', '', '801 555 0101', '', ''],
        ['91', 'guardian', 'José', 'Reyes', '', '', '', '', ''],
        ['92', 'teacher', 'Tina', 'Hall', 'hall@example.org', '', '', '', ''],
        ['93', 'parent', 'Max', 'Else', '', '', '', '', ''],
      ),
    )
    expect(reading.school.students).toHaveLength(1)
    expect(guardians(reading, '41')).toEqual([
      { name: 'Rosa Soto', relation: 'parent', phone: '801 555 0101', email: 'rosa@example.org' },
      { name: 'José Reyes', relation: 'guardian' },
    ])
    expect(codes(reading)).toEqual([])
  })

  test('School Data Sync: by relationships.csv', () => {
    const reading = read(
      tab(
        'users',
        ['sourcedId', 'username', 'givenName', 'familyName', 'email', 'phone', 'sms'],
        ['41', 'mreyes', 'Mateo', 'Reyes', '', '', ''],
        ['42', 'abegay', 'Ana', 'Begay', '', '', ''],
        ['90', 'rsoto', 'Rosa', 'Soto', 'rosa@example.org', '+18015550101', '+18015550101'],
      ),
      tab(
        'roles',
        ['userSourcedId', 'orgSourcedId', 'role', 'grade'],
        ['41', '1', 'student', '8'],
        ['42', '1', 'student', '1'],
      ),
      tab(
        'relationships',
        ['userSourcedId', 'relationshipUserSourcedId', 'relationshipRole'],
        ['41', '90', 'guardian'],
        ['42', '90', 'doctor'],
        ['42', '99', 'relative'],
      ),
    )
    expect(guardians(reading, '41')).toEqual([
      { name: 'Rosa Soto', relation: 'guardian', phone: '+18015550101', email: 'rosa@example.org' },
    ])
    expect(guardians(reading, '42')).toBeUndefined()
  })

  test('parents and their links in two lists', () => {
    const reading = read(
      tab(
        'Student',
        ['StudentUSI', 'FirstName', 'LastSurname'],
        ['100000', 'Ana', 'Begay'],
        ['100001', 'Mateo', 'Reyes'],
      ),
      tab(
        'Parent',
        ['ParentUSI', 'FirstName', 'MiddleName', 'LastSurname', 'GenerationCodeSuffix'],
        ['900000', 'Lee', '', 'Begay', 'Jr'],
        ['900001', 'Dana', '', 'Begay', ''],
      ),
      tab(
        'StudentParentAssociation',
        ['StudentUSI', 'ParentUSI', 'Relation', 'PrimaryContactStatus'],
        ['100000', '900000', 'Father', '0'],
        ['100000', '900001', 'Mother', '0'],
      ),
    )
    expect(guardians(reading, '100000')).toEqual([
      { name: 'Lee Begay Jr', relation: 'Father' },
      { name: 'Dana Begay', relation: 'Mother' },
    ])
    expect(guardians(reading, '100001')).toBeUndefined()
    expect(reading.mappings[1]).toMatchObject({
      kind: 'guardians',
      columns: [{ field: 'guardian_id' }, { field: 'first_name' }, {}, { field: 'last_name' }, {}],
    })
  })
})

test('nothing of a family stands in a problem', () => {
  const reading = read(
    tab(
      'Students',
      [...head, 'Mother', 'Home phone', 'Parent email', 'Street', 'Zip'],
      [...mateo, 'Rosa Soto', '801 555 0101', 'rosa@example.org', '12 Elm St', '84041'],
      ['', '', '', 'Lee Begay', '801 555 0102', 'lee@example.org', '9 Oak Ave', '84042'],
      ['41', 'Tuala, Lupe', '2', 'Mele Tuala', '801 555 0103', 'mele@example.org', '1 Ash Ct', '84043'],
      [...ana, '#REF!', '', '', '', ''],
    ),
  )
  const problems = JSON.stringify(reading.problems)
  for (const secret of ['Rosa', 'Lee Begay', 'Mele', '555', 'example.org', 'Elm', 'Oak', 'Ash', '8404']) {
    expect(problems).not.toContain(secret)
  }
})
