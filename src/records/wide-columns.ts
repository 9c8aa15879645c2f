/**
 * The columns of a roster that are records of their own: which conference each attendance or tick belongs to.
 */
import type { HeadedColumn, KindMatch } from './heading-match.ts'
import { fieldIn } from './heading-match.ts'
import type { WideMeaning } from './wide-headings.ts'

/** What a wide column means, and those plan and conference columns that a roster may keep under their own names. */
export type ColumnMeaning =
  | WideMeaning
  | { readonly role: 'plan-field' | 'conference-field'; readonly name: string; readonly plain: true }

export interface WideColumn {
  readonly column: HeadedColumn
  readonly meaning: ColumnMeaning
  /** 'Conferences.date', 'Plans.parent_signed_on' …: the canonical column that it stands for. */
  readonly field: string
  readonly certainty: 'sure' | 'likely'
}

const planFields = new Set(
  `plan_kind signed_by prepared_by sec_grad_reqs sec_workplace sec_goals sec_courses sec_links sec_progress sec_strengths cluster
   course_plan tests_on career_objectives career_reviewer early_grad_in_plan kept_at file_registration file_teachers_phones
   file_report_cards file_participants`.split(/\s+/),
)

const conferenceFields = new Set(
  'private_minutes ilp_reviewed ck_strengths ck_data ck_student_goals ck_support_plan info_given_on copy_filed_on invited_count'.split(
    ' ',
  ),
)

const fieldOfRole: Readonly<Record<WideMeaning['role'], string>> = {
  conference: 'Conferences.date',
  'who-came': 'Conferences.who_came',
  'student-attended': 'Conferences.student_attended',
  'parent-attended': 'Conferences.parent_attended',
  'conference-kind': 'Conferences.kind',
  'conference-status': 'Conferences.status',
  contact: 'Contacts.date',
  update: 'PlanUpdates.updated_on',
  'plan-created': 'Plans.created_on',
  'plan-signed': 'Plans.parent_signed_on',
}

/** The columns of a roster, left to right, that the roster's own fields leave over and that tell of a record. */
export function wideColumnsOf(match: KindMatch): readonly WideColumn[] {
  const taken = new Set<number>()
  for (const matches of match.fields.values()) for (const { column } of matches) taken.add(column.index)
  const wide: WideColumn[] = []
  for (const column of match.columns) {
    if (taken.has(column.index) || column.refusal !== undefined) continue
    const plan = fieldIn('plans', column)
    const conference = fieldIn('conferences', column)
    if (plan !== undefined && planFields.has(plan)) {
      wide.push({
        column,
        meaning: { role: 'plan-field', name: plan, plain: true },
        field: `Plans.${plan}`,
        certainty: 'likely',
      })
    } else if (conference !== undefined && conferenceFields.has(conference)) {
      const meaning = { role: 'conference-field', name: conference, plain: true } as const
      wide.push({ column, meaning, field: `Conferences.${conference}`, certainty: 'likely' })
    } else if (column.wide !== undefined) {
      wide.push({ column, meaning: column.wide, field: fieldOfRole[column.wide.role], certainty: 'likely' })
    }
  }
  return wide
}

/**
 * The conference columns that a column about attendance, ticks or status speaks of: the nearest one to its left, or the
 * first one where none stands left of it.
 */
export function conferenceOf(column: number, conferences: readonly number[]): number | undefined {
  let nearest = conferences[0]
  for (const conference of conferences) if (conference < column) nearest = conference
  return nearest
}
