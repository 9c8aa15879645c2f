/**
 * A made-up school of any size, as a school that keeps logs would have it on file by 23 November 2026.
 */
import { addDays } from '../src/records/calendar.ts'
import type { Cell } from '../src/records/tab.ts'

/** The day on which the school is looked at, and its school year. */
export const asOf = '2026-11-23'
export const schoolYear = '2026-27'

export interface Table {
  readonly name: string
  /** The headings, then one row a record. */
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * A school from kindergarten to grade 12 in five tabs: for each student four conferences, a letter, a plan and its
 * update. The logs are in the order of their dates, so that no two rows of a student stand together.
 */
export function madeUpSchool(students: number): readonly Table[] {
  const numbers = Array.from({ length: students }, (_, index) => index)
  const id = (index: number) => String(index + 1).padStart(6, '0')
  const grade = (index: number) => index % 13
  /** The students come one after the other, over eight weeks. */
  const day = (first: string, index: number) => addDays(first, Math.floor((index / students) * 56))
  const conferences = [
    (index: number) => ['individual', day('2025-10-01', index), 'held', '', 'Y', 'Y', 'R. Alvarez'],
    (index: number) => [
      'individual',
      day('2026-09-01', index),
      'held',
      '',
      'Y',
      index % 3 === 0 ? '' : 'Y',
      'R. Alvarez',
    ],
    (index: number) => ['group', day('2026-09-08', index), 'held', 18, 'Y', 'N', 'R. Alvarez'],
    (index: number) => ['small_group', day('2026-09-15', index), 'no-show', 4, 'N', 'N', ''],
  ]
  const log = conferences.flatMap((conference, nth) =>
    numbers.map((index) => [`${id(index)}-${nth + 1}`, id(index), ...conference(index)] as Cell[]),
  )
  return [
    {
      name: 'Students',
      rows: [
        [
          'student_id',
          'last_name',
          'first_name',
          'grade',
          'birth_date',
          'entry_date',
          'iep',
          'early_grad',
          'counselor',
        ],
        ...numbers.map((index) => [
          id(index),
          `Last${id(index)}`,
          `First${index % 997}`,
          grade(index),
          addDays(`${2020 - grade(index)}-09-02`, index % 360),
          '2024-07-15',
          index % 9 === 0 ? 'Y' : 'N',
          'N',
          `Counselor ${index % 20}`,
        ]),
      ],
    },
    {
      name: 'Conferences',
      rows: [
        [
          'conf_id',
          'student_id',
          'kind',
          'date',
          'status',
          'invited_count',
          'student_attended',
          'parent_attended',
          'staff_names',
        ],
        ...log.sort((a, b) => (String(a[3]) < String(b[3]) ? -1 : String(a[3]) > String(b[3]) ? 1 : 0)),
      ],
    },
    {
      name: 'Contacts',
      rows: [
        ['student_id', 'date', 'about', 'channel', 'outcome'],
        ...numbers.map((index) => [id(index), day('2026-08-24', index), 'individual', 'letter', 'sent']),
      ],
    },
    {
      name: 'Plans',
      rows: [
        ['student_id', 'plan_kind', 'created_on', 'parent_signed_on'],
        ...numbers.map((index) => [
          id(index),
          grade(index) < 7 ? 'ILP' : 'PCCR',
          day('2025-09-10', index),
          index % 5 === 0 ? '' : day('2025-09-20', index),
        ]),
      ],
    },
    {
      name: 'PlanUpdates',
      rows: [
        ['student_id', 'updated_on', 'by'],
        ...numbers.map((index) => [id(index), day('2026-09-21', index), 'counselor']),
      ],
    },
  ]
}
