/**
 * The columns of a plan, read alike whether they stand in a tab of plans or in a roster.
 */
import { readText } from './cell-text.ts'
import { type ColumnReader, type ColumnReaders, expected } from './column-readers.ts'
import { readKeptAt, readObjectives, readPlanKind, readPreparedBy, readSignedBy } from './plan-words.ts'
import type { FilePart, Plan, PlanSection, RowRef, YesNo } from './school.ts'
import type { Draft } from './student-draft.ts'
import type { Cell } from './tab.ts'
import { readTick } from './yes-no.ts'

export type PlanDraft = Draft<Omit<Plan, 'sections' | 'file'>> & {
  sections: Record<PlanSection, YesNo>
  file: Record<FilePart, YesNo>
}

/** Puts what one column says into a plan. */
export type PlanSetter = (plan: PlanDraft, cells: readonly Cell[], row: number) => void

const sections: Readonly<Record<string, PlanSection>> = {
  sec_grad_reqs: 'grad',
  sec_workplace: 'work',
  sec_goals: 'goals',
  sec_courses: 'courses',
  sec_links: 'links',
  sec_progress: 'progress',
  sec_strengths: 'strengths',
}

const fileParts: Readonly<Record<string, FilePart>> = {
  file_registration: 'registration',
  file_teachers_phones: 'teachers',
  file_report_cards: 'reportCards',
  file_participants: 'participants',
}

/** The canonical columns for which {@link planSetter} knows what to do. */
export const planDetails = [
  ...Object.keys(sections),
  ...Object.keys(fileParts),
  'plan_kind',
  'created_on',
  'parent_signed_on',
  'signed_by',
  'prepared_by',
  'tests_on',
  'cluster',
  'cluster_on',
  'course_plan',
  'career_objectives',
  'career_reviewer',
  'early_grad_in_plan',
  'kept_at',
]

/** A plan of which nothing is known but that it exists. */
export function blankPlan(at: RowRef): PlanDraft {
  return {
    at,
    kind: undefined,
    createdOn: undefined,
    source: 'own',
    signedOn: undefined,
    signedBy: undefined,
    preparedBy: undefined,
    sections: {
      grad: undefined,
      work: undefined,
      goals: undefined,
      courses: undefined,
      links: undefined,
      progress: undefined,
      strengths: undefined,
    },
    testsOn: undefined,
    cluster: undefined,
    clusterOn: undefined,
    coursePlan: undefined,
    careerObjectives: undefined,
    careerReviewer: undefined,
    earlyGraduationPlanned: undefined,
    keptAt: undefined,
    file: { registration: undefined, teachers: undefined, reportCards: undefined, participants: undefined },
  }
}

/**
 * What a column of this canonical name tells about a plan.
 *
 * @throws Error for a name that is not in {@link planDetails}
 */
export function planSetter(readers: ColumnReaders, field: string, index: number): PlanSetter {
  const section = sections[field]
  if (section !== undefined)
    return ticked(readers, index, (plan, value) => {
      plan.sections[section] = value
    })
  const part = fileParts[field]
  if (part !== undefined)
    return ticked(readers, index, (plan, value) => {
      plan.file[part] = value
    })
  const { until } = expected.text
  switch (field) {
    case 'plan_kind': {
      const write = 'ILP, SEP, PCCR or SEOP'
      const read = readers.column(index, readPlanKind, 'KIND_UNREADABLE', { write, until })
      return (plan, cells, row) => {
        plan.kind = read(cells, row) ?? plan.kind
      }
    }
    case 'created_on':
      return known(readers.dateColumn(index), 'createdOn')
    case 'parent_signed_on':
      return known(readers.dateColumn(index), 'signedOn')
    case 'signed_by':
      return known(
        readers.column(index, readSignedBy, 'VALUE_UNREADABLE', { write: 'parent, student or other', until }),
        'signedBy',
      )
    case 'prepared_by':
      return known(readers.column(index, readPreparedBy, 'VALUE_UNREADABLE', expected.text), 'preparedBy')
    case 'tests_on':
      return known(readers.dateColumn(index), 'testsOn')
    case 'cluster':
      return known(readers.column(index, readText, 'VALUE_UNREADABLE', expected.text), 'cluster')
    case 'cluster_on':
      return known(readers.dateColumn(index), 'clusterOn')
    case 'course_plan':
      return ticked(readers, index, (plan, value) => {
        plan.coursePlan = value
      })
    case 'career_objectives': {
      const write = 'none, occupational, post-secondary or both'
      return known(readers.column(index, readObjectives, 'VALUE_UNREADABLE', { write, until }), 'careerObjectives')
    }
    case 'career_reviewer':
      return known(readers.column(index, readText, 'VALUE_UNREADABLE', expected.text), 'careerReviewer')
    case 'early_grad_in_plan':
      return ticked(readers, index, (plan, value) => {
        plan.earlyGraduationPlanned = value
      })
    case 'kept_at':
      return known(readers.column(index, readKeptAt, 'VALUE_UNREADABLE', expected.text), 'keptAt')
    default:
      throw new Error(`“${field}” is not a detail of a plan`)
  }
}

function ticked(readers: ColumnReaders, index: number, set: (plan: PlanDraft, value: YesNo) => void): PlanSetter {
  const read = readers.column(index, readTick, 'YES_NO_UNREADABLE', expected.yesNo)
  return (plan, cells, row) => set(plan, read(cells, row))
}

/** A blank cell does not take back what another column told. */
function known<Detail extends keyof PlanDraft>(
  read: ColumnReader<Exclude<PlanDraft[Detail], undefined>>,
  detail: Detail,
): PlanSetter {
  return (plan, cells, row) => {
    const value = read(cells, row)
    if (value !== undefined) plan[detail] = value
  }
}
