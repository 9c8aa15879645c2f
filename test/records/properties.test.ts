/** What holds for every workbook. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRealDay } from '../../src/records/calendar.ts'
import { unreadable } from '../../src/records/cell-text.ts'
import { readDate } from '../../src/records/dates.ts'
import { headings } from '../../src/records/headings.ts'
import { readSchool } from '../../src/records/read-school.ts'
import type { Student } from '../../src/records/school.ts'
import type { Cell, Tab } from '../../src/records/tab.ts'
import { read, tab } from './tabs.ts'

const names = [
  ...Object.values(headings).flatMap((lines) => Object.keys(lines)),
  'Fall conf',
  'Group PCCR',
  'Who came (P/S/B)',
  'Plan created',
  'Parent signed',
  'SSN',
  '',
  '__proto__',
]

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(
    '',
    '41',
    '000041',
    'Y',
    'N',
    'held',
    'group',
    '2026-10-08',
    '10/8',
    '13/1/2026',
    '#REF!',
    'NULL',
    'K',
    '__proto__',
  ),
)

const anyTab: fc.Arbitrary<Tab> = fc
  .record({
    name: fc.oneof(fc.constantFrom('Students', 'Conferences', 'Plans', 'Contacts'), fc.string()),
    heading: fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: cell }), {
      maxLength: 12,
    }),
    rows: fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 }),
    managed: fc.array(fc.nat(12), { maxLength: 2 }),
  })
  .map(({ name, heading, rows, managed }) => ({ ...tab(name, heading, ...rows), managed }))

test('no workbook makes the reader throw, and every problem says where', () => {
  fc.assert(
    fc.property(fc.array(anyTab, { maxLength: 5 }), (tabs) => {
      const { problems, mappings, school, roster } = read(...tabs)
      expect(mappings).toHaveLength(tabs.length)
      expect(school.students).toHaveLength(roster?.rows.length ?? 0)
      for (const problem of problems) {
        expect(tabs.map(({ name }) => name)).toContain(problem.sheet)
        expect(problem.message).not.toBe('')
        expect((problem.value ?? '').length).toBeLessThanOrEqual(80)
      }
    }),
    { numRuns: 400 },
  )
})

test('whatever a person chose, the reader does not throw, and the mapping says what it did', () => {
  const fields = [
    ...names,
    'Conferences.date',
    'Conferences.who_came',
    'Plans.cluster',
    'Plans.nothing',
    'constructor.x',
  ]
  const choice = fc.record({
    field: fc.constantFrom(...fields),
    heading: fc.oneof(fc.constantFrom(...names, 'id (column A)'), fc.string(), fc.constant(undefined)),
    dates: fc.constantFrom('day-first' as const, 'month-first' as const, undefined),
    from: fc.nat(5),
  })
  fc.assert(
    fc.property(fc.array(anyTab, { minLength: 1, maxLength: 4 }), fc.array(choice, { maxLength: 6 }), (tabs, made) => {
      const signatures = [...read(...tabs).mappings.map(({ signature }) => signature), 'gone']
      const choices = made.map(({ field, heading, dates, from }) => ({
        signature: signatures[from % signatures.length] ?? '',
        field,
        ...(heading !== undefined && { heading }),
        ...(dates !== undefined && { dates }),
      }))
      const { school, roster, mappings } = readSchool(tabs, { schoolYear: '2026-27', choices })
      expect(school.students).toHaveLength(roster?.rows.length ?? 0)
      for (const { columns } of mappings) {
        const single = columns.flatMap(({ field }) =>
          field === undefined || /[.]|^other_id$/.test(field) ? [] : [field],
        )
        expect(new Set(single).size).toBe(single.length)
      }
    }),
    { numRuns: 200 },
  )
})

test('students and their records keep the ids that they were given', () => {
  const id = fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'prototype', 'hasOwnProperty', '000041'),
    fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,11}$/),
  )
  fc.assert(
    fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 8 }), (ids) => {
      const given = ids.filter((one) => !['null', 'NULL', 'id', 'FALSE'].includes(one))
      const reading = read(
        tab('Students', ['id', 'name', 'grade'], ...given.map((one) => [one, 'Reyes, Mateo', 8])),
        tab(
          'Conferences',
          ['id', 'date', 'kind', 'status'],
          ...given.map((one) => [one, '2026-10-08', 'group', 'held']),
        ),
      )
      expect(reading.school.students.map((one) => [one.id, one.conferences.length])).toEqual(
        given.map((one) => [one, 1]),
      )
    }),
  )
})

/** The records of a student without the row numbers, in an order of their own. */
function content({ conferences, contacts, plans, updates, history }: Student): readonly string[][] {
  return [conferences, contacts, plans, updates, history].map((records) =>
    records.map(({ at: _, ...rest }) => JSON.stringify(rest)).sort(),
  )
}

test('the order of rows in the logs changes nothing in what is attached to whom', () => {
  const ids = ['000041', '000042', '000043']
  const id = fc.constantFrom<Cell>(...ids, 42, '000099')
  const date = fc.constantFrom('2026-10-08', '10/9/2026', '8-Oct-26', 'soon', '')
  const conference = fc.tuple(
    id,
    date,
    fc.constantFrom('group', 'individual', ''),
    fc.constantFrom('held', 'no-show', ''),
    fc.constantFrom('Y', 'N', ''),
  )
  const plan = fc.tuple(id, date, date)
  const shuffled = fc
    .record({ conferences: fc.array(conference, { maxLength: 15 }), plans: fc.array(plan, { maxLength: 8 }) })
    .chain((rows) =>
      fc.record({
        rows: fc.constant(rows),
        conferences: fc.shuffledSubarray(rows.conferences, { minLength: rows.conferences.length }),
        plans: fc.shuffledSubarray(rows.plans, { minLength: rows.plans.length }),
      }),
    )
  const students = tab('Students', ['id', 'name', 'grade'], ...ids.map((one) => [one, 'Reyes, Mateo', 8]))
  const school = (conferences: readonly Cell[][], plans: readonly Cell[][]) =>
    read(
      students,
      tab('Conferences', ['id', 'date', 'kind', 'status', 'student_attended'], ...conferences),
      tab('Plans', ['id', 'created_on', 'parent_signed_on'], ...plans),
    ).school.students.map(content)
  fc.assert(
    fc.property(shuffled, ({ rows, conferences, plans }) => {
      expect(school(conferences, plans)).toEqual(school(rows.conferences, rows.plans))
    }),
  )
})

test('a date that is read is a day that exists', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/), fc.double(), fc.integer()),
      fc.constantFrom('day-first', 'month-first', 'undecided' as const),
      (value, order) => {
        const date = readDate(value, { schoolYear: '2026-27', order })
        if (date === undefined || date === unreadable) return
        expect(date).toMatch(/^\d{4}-\d\d-\d\d$/)
        expect(isRealDay(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)))).toBe(true)
      },
    ),
  )
})
