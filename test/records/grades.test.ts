import { expect, test } from 'vitest'
import { unreadable } from '../../src/records/cell-text.ts'
import { gradeOfGraduationYear, readGrade } from '../../src/records/grades.ts'

const spellings: readonly [number, readonly (string | number)[]][] = [
  [
    -1,
    [
      'PK',
      'P3',
      'P4',
      'PR',
      'EC',
      'Preschool',
      'Pre-K',
      'PreKindergarten',
      'Prekindergarten',
      -1,
      -2,
      '-1',
      '-2',
      '−1',
    ],
  ],
  [-1, ['Preschool/Prekindergarten', 'Early Education', 'PK4', 'Grade PK']],
  [
    0,
    [
      'K',
      'KG',
      'KF',
      'KP',
      'KA',
      'KH',
      'TK',
      0,
      '0',
      '00',
      'Kinder',
      'Kindergarten',
      'Transitional Kindergarten',
      'TransitionalKindergarten',
      'TK/K',
      'K AM',
      'PM Kindergarten',
      'Half-Day K',
      'Grade K',
    ],
  ],
  [1, [1, '1', '01', '1st', 'First grade', 'Grade 1', 'Gr. 1', 'Gr.1', 'G01', 'GR01', '1.0', '1st Grade', ' 1 ']],
  [7, ['07', 'Seventh grade', '7th', 'gr 7']],
  [8, ['Eighth grade', '08', 8]],
  [
    9,
    [
      '9',
      '09',
      'Freshman',
      '9/Freshman',
      'Freshman (9)',
      'FR',
      'Ninth grade',
      'uri://ed-fi.org/GradeLevelDescriptor#Ninth grade',
    ],
  ],
  [10, ['Sophomore', '10th', 'SO', '10/Sophomore']],
  [11, ['Junior', 'JR', '11/Junior']],
  [12, ['12', 'Senior', 'SR', '12th', 'Twelfth grade']],
  [13, [13, 'PG', 'PostGraduate', 'Postsecondary', 'Transition', 'Post High', 'post-high', '18-22', 'Grade 13', 'ps1']],
]

for (const [grade, cells] of spellings) {
  test.each(cells.map((cell) => [cell]))(`“%s” is grade ${grade}`, (cell) => {
    expect(readGrade(cell, undefined, '2026-27')).toBe(grade)
  })
}

test.each([
  'IT',
  'UG',
  'OS',
  'Other',
  'Ungraded',
  'Infant/toddler',
  'InfantToddler',
  'No grade level',
  'Out of School',
  'Adult Education',
  'undergraduate',
  '99',
  14,
  '7-8',
  '7/8',
  '6-7',
  '07,08',
  '2026-06-07',
  true,
  'high',
  'school',
])('“%s” names no grade', (cell) => {
  expect(readGrade(cell, undefined, '2026-27')).toBe(unreadable)
})

test.each(['', 'NULL', '-', 'N/A', false])('“%s” is a blank grade', (cell) => {
  expect(readGrade(cell, undefined, '2026-27')).toBeUndefined()
})

test.each([
  ['Ana, born 2022, is in preschool', '2022-03-03', -1],
  ['Lupe, born 2007, is past high school', '2007-03-03', 13],
  ['Mateo, of whom no birth date is known, has to be asked about', undefined, unreadable],
])('PS: %s', (_, birthDate, grade) => {
  expect(readGrade('PS', birthDate, '2026-27')).toBe(grade)
})

test.each([
  ['2027', 12],
  [2029, 10],
  ['2029.0', 10],
  ["'29", 10],
  ['29', 10],
  ['Class of 2030', 9],
  ['C/O 2030', 9],
  ['2039', 0],
  ['2020', unreadable],
  ['soon', unreadable],
  ['', undefined],
])('who graduates in %s is in grade %s in 2026-27', (cell, grade) => {
  expect(gradeOfGraduationYear(cell, '2026-27')).toBe(grade)
})
