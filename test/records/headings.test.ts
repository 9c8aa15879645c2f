import { describe, expect, test } from 'vitest'
import { headingForms, headingKey, headingWords, wordKey } from '../../src/records/heading-key.ts'
import { headings, type ReadKind } from '../../src/records/headings.ts'
import { refusalOf } from '../../src/records/refused-columns.ts'
import { wideMeaning } from '../../src/records/wide-headings.ts'
import { read, tab } from './tabs.ts'

describe('a heading is known by its letters', () => {
  test.each([
    'Last_Name',
    'LAST NAME',
    'last.name',
    'lastName',
    '"Last Name"',
    'Last\nName',
    '\ufeffLast-Name',
    'Students.Last_Name',
    '[Students]Last_Name',
    '[01]Last Name',
    '[1]Last_Name',
    'student.lastName',
    'STUDENTS.Last_Name',
    'Last Name (legal)',
    "Student's last name",
  ])('“%s” can be looked up as lastname', (heading) => {
    expect(headingForms(heading).map(({ key }) => key)).toContain('lastname')
  })

  test('the name of another table stays: a contact is not the student', () => {
    expect(headingForms('v_CensusContactSummary.lastName').map(({ key }) => key)).not.toContain('lastname')
  })

  test('words end at blanks, signs, inner capitals and digits', () => {
    expect(headingWords('PCCR2025-26 parentAttended (Y/N)')).toEqual([
      'pccr',
      '2025',
      '26',
      'parent',
      'attended',
      'y',
      'n',
    ])
  })

  test.each([
    ['Date of birth', 'Birth Date'],
    ['DATE OF ENTRY', 'entryDate'],
    ['Enrollment Date', 'Entry date'],
    ['Date withdrawn', 'Exit date'],
    ['Stu Num', 'Student Number'],
    ['Nbr., student', 'student_number'],
    ['Type of meeting', 'Conf. type'],
    ['Parent Present?', 'guardian attended'],
    ['SpEd status', 'Sp Ed Status'],
    ['IEP Y/N', 'IEP'],
    ['What is the date of the conference?', 'Conf date'],
    ['Please enter your student number', 'Student number'],
  ])('“%s” has the same words as “%s”', (heading, other) => {
    expect(wordKey(heading)).toBe(wordKey(other))
  })

  test('the number of students is not the number of a student', () => {
    expect(wordKey('Number of students')).not.toBe(wordKey('Student number'))
  })

  test('a script of its own has letters too', () => {
    expect(headingKey('Имя ученика')).toBe('имяученика')
  })

  test('# is the word number', () => {
    expect(headingKey('Student #')).toBe('studentnumber')
  })
})

describe('the list of synonyms', () => {
  const kinds = Object.keys(headings) as ReadKind[]
  test.each(kinds.map((kind) => [kind]))('no heading of %s stands for two columns', (kind) => {
    const seen = new Map<string, string>()
    for (const [field, line] of Object.entries(headings[kind])) {
      const spellings = [field, ...line.split('|')]
      for (const key of new Set(spellings.flatMap((one) => [headingKey(one), wordKey(one)]))) {
        // 'Student (Y/N)' is known by all of its letters: its words alone are the student's name.
        if (key === 'student' && field === 'student_attended') continue
        expect(seen.get(key), `“${key}” of ${field}`).toBeUndefined()
        seen.set(key, field)
      }
    }
  })
})

describe('refused columns', () => {
  test.each([
    ['SSN', 'social security'],
    ['Student SSN', 'social security'],
    ['Soc Sec #', 'social security'],
    ['Social Security Number', 'social security'],
    ['Social', 'social security'],
    ['Medicaid', 'health'],
    ['Medical alert', 'health'],
    ['HealthNotes', 'health'],
    ['Frl_status', 'school lunch'],
    ['FRPL', 'school lunch'],
    ['free_reduced_lunch', 'school lunch'],
    ['Lunch status', 'school lunch'],
    ['Paid lunch', 'school lunch'],
    ['school_food_services_eligibility', 'school lunch'],
    ['Discipline', 'discipline'],
    ['Behavior incidents', 'discipline'],
    ['incident_code', 'discipline'],
    ['Password', 'password'],
  ])('“%s” is refused as %s', (heading, refusal) => {
    expect(refusalOf(heading)).toBe(refusal)
  })

  test.each(['Lunch Number', 'Lunch #', 'Lunch ID', 'Social studies', 'Social worker', 'Student ID', 'Grade', 'Notes'])(
    '“%s” is not refused',
    (heading) => {
      expect(refusalOf(heading)).toBeUndefined()
    },
  )

  test('nothing of a refused column leaves the tab, not even a sample', () => {
    const reading = read(
      tab(
        'Students',
        ['Student ID', 'Last Name', 'First Name', 'Grade', 'SSN', 'FRL Status'],
        ['000041', 'Reyes', 'Mateo', '8', '529-00-1234', 'Free'],
      ),
    )
    expect(JSON.stringify(reading)).not.toContain('529-00-1234')
    expect(JSON.stringify(reading.mappings)).not.toContain('Free')
    const refused = reading.problems.filter(({ code }) => code === 'COLUMN_REFUSED')
    expect(refused.map(({ column }) => column)).toEqual(['SSN', 'FRL Status'])
    expect(refused.every(({ value }) => value === undefined)).toBe(true)
  })

  test('a lunch number may be the only id of a roster', () => {
    const reading = read(tab('Kids', ['Lunch Number', 'Name', 'Grade'], ['7001', 'Reyes, Mateo', '8']))
    expect(reading.school.students.map(({ id }) => id)).toEqual(['7001'])
  })
})

describe('headings of rosters that keep their records as columns', () => {
  test.each([
    ['Fall conf', 'individual', false],
    ['Spring conf', 'individual', false],
    ['Conf date', 'individual', false],
    ['PCCR date', 'individual', false],
    ['PCCR conference', 'individual', false],
    ['SEP conference', 'individual', false],
    ['SEOP date', 'individual', false],
    ['PTC', 'individual', false],
    ['Individual PCCR', 'individual', true],
    ['1:1 conf', 'individual', true],
    ['Group PCCR', 'group', true],
    ['Group conf date', 'group', true],
    ['Small group meeting', 'small_group', true],
    ['IEP meeting', 'iep', true],
    ['Annual IEP', 'iep', true],
  ])('“%s” is a conference, %s', (heading, kind, kindStated) => {
    expect(wideMeaning(heading)).toMatchObject({ role: 'conference', kind, kindStated })
  })

  test.each([
    ['Who came (P/S/B)', 'who-came'],
    ['Who came', 'who-came'],
    ['Attended (P/S/B)', 'who-came'],
    ['P/S/B', 'who-came'],
    ['Fall PCCR P, S or B', 'who-came'],
    ['Student attended', 'student-attended'],
    ['Stu. present', 'student-attended'],
    ['Parent attended', 'parent-attended'],
    ['Guardian came', 'parent-attended'],
    ['Plan created', 'plan-created'],
    ['Plan date', 'plan-created'],
    ['PCCR created', 'plan-created'],
    ['4-year plan', 'plan-created'],
    ['Updated', 'update'],
    ['Plan updated', 'update'],
    ['Parent signed', 'plan-signed'],
    ['Signed', 'plan-signed'],
    ['Signature date', 'plan-signed'],
    ['Letter sent', 'contact'],
    ['Invited', 'contact'],
    ['2nd attempt', 'contact'],
    ['Conf status', 'conference-status'],
    ['Conference type', 'conference-kind'],
  ])('“%s” is %s', (heading, role) => {
    expect(wideMeaning(heading)).toMatchObject({ role })
  })

  test.each([
    'Conference notes',
    'Conf room',
    'Conference time',
    'IEP',
    'IEP due',
    'IEP end date',
    'Plan 504',
    'Behavior plan',
    'Student signed',
    'Last updated',
    'Attendance rate',
    'Days attended',
    'Group',
    'Home phone',
    'Notes',
    'Letter language',
    'sep_review_date',
    'Parent signed handbook',
    'Signed media release',
    'Parent attended open house',
    'Address updated',
    'Letter of intent',
    'Educational plan 1',
    'Safety plan date',
    'Invited count',
    'Conf teacher',
  ])('“%s” is none of our records', (heading) => {
    expect(wideMeaning(heading)).toBeUndefined()
  })

  test.each(['SEP folder copy', 'PCCR packet', 'Conference snacks'])('“%s” leaves open what it holds', (heading) => {
    expect(wideMeaning(heading)).toMatchObject({ role: 'unclear' })
  })

  test.each([
    ['Parent-Teacher Conference', 'conference'],
    ['Conf. w/ parent', 'conference'],
    ['Annual IEP review', 'conference'],
    ['7th grade PCCR', 'conference'],
    ['Student-led conference', 'conference'],
    ['PCCR plan date', 'plan-created'],
    ['Four year plan', 'plan-created'],
    ['PCCR signed', 'plan-signed'],
    ['Fall conf parent attended', 'parent-attended'],
    ['Invitation sent', 'contact'],
  ])('“%s” is %s', (heading, role) => {
    expect(wideMeaning(heading)).toMatchObject({ role })
  })

  test('a season or a school year in the heading says where dates without a year belong', () => {
    expect(wideMeaning('PCCR 2025-26')).toMatchObject({ role: 'conference', schoolYear: '2025-26' })
  })
})
