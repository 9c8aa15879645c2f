/** The tabs that set-up makes, held against the room that has to read them. */
import { describe, expect, test } from 'vitest'
import { utahGraduation } from '../../src/policy/graduation.ts'
import { readSchool } from '../../src/records/read-school.ts'
import type { Cell } from '../../src/records/tab.ts'
import {
  firstRows,
  headingOf,
  madeKinds,
  type SchoolColumn,
  schoolColumns,
  schoolTabNames,
} from '../../src/workbook/school-tabs.ts'

/** Every column that a school needs, as the contract lists them (domain A1). */
const canonical: Readonly<Record<string, string>> = {
  students: `student_id ssid last_name first_name preferred_name birth_date grade school_id entry_date exit_date iep early_grad
    home_language letter_language interpreter_needed counselor homeroom_teacher guardian1_name guardian1_relation
    guardian1_phone guardian1_email guardian2_name guardian2_relation guardian2_phone guardian2_email mail_name mail_street
    mail_city mail_state mail_zip no_contact_flag`,
  'grade-history': 'student_id school_year grade school_id entry_date exit_date source',
  conferences: `conf_id student_id session_id kind date start_time place mode status invited_on invited_count student_attended
    parent_attended parent_names staff_names staff_role private_minutes ilp_reviewed ck_strengths ck_data ck_student_goals
    ck_support_plan info_given_on copy_filed_on source notes`,
  contacts: 'student_id date about channel language outcome by',
  plans: `student_id plan_kind created_on from_grade to_grade source parent_signed_on signed_by sign_method prepared_by
    sec_grad_reqs sec_workplace sec_goals sec_courses sec_links sec_progress sec_strengths cluster cluster_on course_plan tests_on
    career_objectives career_reviewer early_grad_in_plan kept_at file_registration file_teachers_phones file_report_cards
    file_participants`,
  'plan-updates': 'student_id updated_on by what_changed',
  calendar: 'school_year first_day last_day',
  'school-log': 'school_id school_year item date audience participants evidence_link',
  'plan-content': `student_id school_year strengths progress interests goals means home_support school_support workplace
    testing after_school early_graduation`,
  courses: 'student_id course area grade school_year list credits',
  'graduation-requirements': 'from_class to_class area credits rule',
}

function tab(kind: (typeof madeKinds)[number], ...rows: readonly (readonly Cell[])[]) {
  return { name: schoolTabNames[kind], rows: [schoolColumns(kind).map(({ heading }) => heading), ...rows], managed: [] }
}

const read = (tabs: Parameters<typeof readSchool>[0]) => readSchool(tabs, { schoolYear: '2026-27' })

describe('every new tab, still blank', () => {
  const reading = read(madeKinds.map((kind) => tab(kind)))

  test.each(madeKinds)('%s is known again for what it is, with every heading as its column', (kind) => {
    const mapping = reading.mappings.find(({ sheet }) => sheet === schoolTabNames[kind])
    expect(mapping?.kind).toBe(kind)
    expect(mapping?.columns.map(({ field }) => field)).toEqual(canonical[kind]?.split(/\s+/))
    expect(mapping?.columns.map(({ certainty }) => certainty)).not.toContain('unsure')
    expect(schoolColumns(kind).map(({ field }) => field)).toEqual(canonical[kind]?.split(/\s+/))
  })

  test('asks nothing and refuses nothing', () => {
    expect(reading.mappings.flatMap(({ questions }) => questions)).toEqual([])
    expect(reading.problems.map(({ code }) => code)).not.toContain('COLUMN_REFUSED')
  })

  test('a note explains every heading, in one or two sentences', () => {
    for (const kind of madeKinds) {
      for (const { heading, note } of schoolColumns(kind)) {
        expect(heading).toMatch(/^[A-Z][\w -]+$/)
        expect(note, `${kind}, ${heading}`).toMatch(/^[A-Z].{3,110}\.$/)
      }
    }
  })
})

const mateo: Readonly<Record<string, Cell>> = {
  student_id: '00123',
  last_name: 'Alvarez',
  first_name: 'Mateo',
  grade: 9,
  date: '2026-10-06',
  kind: 'individual',
  status: 'held',
  created_on: '2025-09-30',
  updated_on: '2026-09-30',
  school_year: '2025-26',
  item: 'training',
  first_day: '2025-08-18',
  last_day: '2026-05-29',
  course: 'Biology',
}

const roster = tab(
  'students',
  schoolColumns('students').map(({ field }) => mateo[field] ?? ''),
)

/** What a person may pick in a column with a drop-down or a box. */
function choices({ entry }: SchoolColumn): readonly string[] {
  return entry === 'tick' ? ['Y'] : typeof entry === 'string' ? [] : entry
}

test('every word of every drop-down is understood', () => {
  for (const kind of madeKinds) {
    const columns = schoolColumns(kind)
    for (const column of columns) {
      for (const word of choices(column)) {
        const row = columns.map(({ field }) => (field === column.field ? word : (mateo[field] ?? '')))
        const { problems } = read(kind === 'students' ? [tab(kind, row)] : [roster, tab(kind, row)])
        expect(
          problems.filter(({ row: at }) => at !== undefined),
          `${kind}, ${column.heading}: ${word}`,
        ).toEqual([])
      }
    }
  }
})

test('the rows that Graduation Requirements begins with are read as the rules of Utah that they were made from', () => {
  const { school, problems } = read([roster, tab('graduation-requirements', ...firstRows('graduation-requirements'))])
  expect(school.graduation).toEqual(utahGraduation)
  expect(utahGraduation.filter(({ rule }) => rule === '')).toEqual([])
  expect(problems.filter(({ sheet }) => sheet === 'Graduation Requirements')).toEqual([])
})

test('a field that is on no new tab is told in words all the same', () => {
  expect(headingOf('conferences', 'who_came')).toBe('Who came')
  expect(headingOf('plans', 'sec_goals')).toBe('Career goals')
  expect(headingOf('courses', 'student_id')).toBe('Student ID')
  expect(headingOf('plans', 'updated_on')).toBe('Updated on')
})

test('blank tabs beside a roster change nothing: not what is tracked, not one problem', () => {
  const alone = read([roster])
  const beside = read([roster, ...madeKinds.filter((kind) => kind !== 'students').map((kind) => tab(kind))])
  expect(beside.school).toEqual(alone.school)
  expect(beside.problems).toEqual(alone.problems)
})
