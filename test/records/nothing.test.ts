/** The ways in which schools and their systems write that there is no value. */
import { describe, expect, test } from 'vitest'
import { readText } from '../../src/records/cell-text.ts'
import { arrived, readAbout, readKind, readSource, readStatus } from '../../src/records/conference-words.ts'
import { readDate } from '../../src/records/dates.ts'
import { gradeOfGraduationYear, readGrade } from '../../src/records/grades.ts'
import { idText } from '../../src/records/id-cells.ts'
import { readLanguage } from '../../src/records/languages.ts'
import {
  readKeptAt,
  readNumber,
  readObjectives,
  readPlanKind,
  readPreparedBy,
  readSignedBy,
} from '../../src/records/plan-words.ts'
import { readSchoolYear } from '../../src/records/school-years.ts'
import type { Cell } from '../../src/records/tab.ts'
import { readIep, readParentAttended, readStudentAttended, readWhoCame, readYesNo } from '../../src/records/yes-no.ts'
import { codes, read, student, tab } from './tabs.ts'

const readers: Readonly<Record<string, (cell: Cell) => unknown>> = {
  'a date': (cell) => readDate(cell, { schoolYear: '2026-27', order: 'month-first' }),
  'a grade': (cell) => readGrade(cell, '2013-03-04', '2026-27'),
  'a graduation year': (cell) => gradeOfGraduationYear(cell, '2026-27'),
  'a school year': readSchoolYear,
  'a yes or no': readYesNo,
  'an IEP': readIep,
  'who came': readWhoCame,
  'a parent': readParentAttended,
  'a student': readStudentAttended,
  'a kind': readKind,
  'a status': readStatus,
  'a source': readSource,
  'what a contact is about': readAbout,
  'a kind of plan': readPlanKind,
  'who signed': readSignedBy,
  'who prepared it': readPreparedBy,
  objectives: readObjectives,
  'where it is kept': readKeptAt,
  'a number': readNumber,
  'a language': readLanguage,
  'a text': readText,
}

/** The first five are the five of real files. */
const nothing = [
  '',
  'NULL',
  'null',
  ' ',
  '././.',
  '\t',
  '-',
  '--',
  '—',
  '.',
  '/',
  '(null)',
  'N/A',
  'n/a',
  'N.A.',
  'n.a.',
]

describe.each(Object.entries(readers))('%s', (_, reader) => {
  test.each(nothing.map((cell) => [cell]))('is not written by “%s”', (cell) => {
    expect(reader(cell)).toBeUndefined()
  })
})

test.each(nothing.map((cell) => [cell]))(
  '“%s” is no id, and as the outcome of a contact it is not a failure',
  (cell) => {
    expect(idText(cell)).toBe('')
    expect(arrived(cell)).toBe(true)
  },
)

describe('NA', () => {
  const meanings = Object.entries(readers).filter(([name]) => name !== 'a text' && name !== 'where it is kept')
  test.each(meanings)('says “not applicable” where it could only be %s', (_, reader) => {
    expect(reader('NA')).toBeUndefined()
  })

  test('is a name or an id where it stands for one', () => {
    const reading = read(tab('Students', ['id', 'last name', 'first name', 'grade'], ['NA', 'Na', 'NA', '8']))
    expect(student(reading, 'NA')).toMatchObject({ lastName: 'Na', firstName: 'NA' })
  })
})

test.each(nothing.slice(0, 5).map((cell) => [cell]))(
  'a student with “%s” everywhere has nothing on file, and only the grade is asked for',
  (cell) => {
    const head = [
      'preferred_name',
      'grade',
      'birth_date',
      'entry_date',
      'exit_date',
      'iep',
      'counselor',
      'home_language',
      'guardian1_name',
      'mail_street',
      'PCCR date',
      'Who came',
      'Plan created',
      'Parent signed',
    ]
    const reading = read(
      tab('Students', ['id', 'last name', 'first name', ...head], ['41', 'Reyes', 'Mateo', ...head.map(() => cell)]),
    )
    expect(student(reading, '41')).toEqual({
      at: { sheet: 'Students', row: 2 },
      id: '41',
      lastName: 'Reyes',
      firstName: 'Mateo',
      iep: undefined,
      earlyGraduation: false,
      history: [],
      conferences: [],
      contacts: [],
      plans: [],
      updates: [],
    })
    expect(codes(reading)).toEqual(['GRADE_MISSING'])
  },
)
