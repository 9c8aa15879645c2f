/**
 * The columns of a plan, read alike whether they stand in a tab of plans or in a roster.
 */
import { readText } from './cell-text.ts'
import { type ColumnReaders, expected } from './column-readers.ts'
import { type Detail, type Setter, setterOf } from './detail-columns.ts'
import { readKeptAt, readObjectives, readPlanKind, readPreparedBy, readSignedBy } from './plan-words.ts'
import type { FilePart, Plan, PlanSection, RowRef, YesNo } from './school.ts'
import type { Draft } from './student-draft.ts'
import { readTick } from './yes-no.ts'

export type PlanDraft = Draft<Omit<Plan, 'sections' | 'file'>> & {
  sections: Record<PlanSection, YesNo>
  file: Record<FilePart, YesNo>
}

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

const details: Readonly<Record<string, Detail<PlanDraft>>> = {
  plan_kind: ['kind', readPlanKind, { ...expected.text, code: 'KIND_UNREADABLE', write: 'ILP, SEP, PCCR or SEOP' }],
  created_on: ['createdOn', 'date'],
  parent_signed_on: ['signedOn', 'date'],
  signed_by: ['signedBy', readSignedBy, { ...expected.text, write: 'parent, student or other' }],
  prepared_by: ['preparedBy', readPreparedBy, expected.text],
  tests_on: ['testsOn', 'date'],
  cluster: ['cluster', readText, expected.text],
  cluster_on: ['clusterOn', 'date'],
  course_plan: ['coursePlan', readTick, expected.yesNo],
  career_objectives: [
    'careerObjectives',
    readObjectives,
    { ...expected.text, write: 'none, occupational, post-secondary or both' },
  ],
  career_reviewer: ['careerReviewer', readText, expected.text],
  early_grad_in_plan: ['earlyGraduationPlanned', readTick, expected.yesNo],
  kept_at: ['keptAt', readKeptAt, expected.text],
}

export const planSections = Object.keys(sections)

/** The canonical columns for which {@link planSetter} knows what to do. */
export const planDetails = [...planSections, ...Object.keys(fileParts), ...Object.keys(details)]

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
export function planSetter(readers: ColumnReaders, field: string, index: number): Setter<PlanDraft> {
  const section = sections[field]
  if (section !== undefined) {
    const set = setterOf<PlanDraft['sections']>(readers, index, [section, readTick, expected.yesNo])
    return (plan, cells, row) => set(plan.sections, cells, row)
  }
  const part = fileParts[field]
  if (part !== undefined) {
    const set = setterOf<PlanDraft['file']>(readers, index, [part, readTick, expected.yesNo])
    return (plan, cells, row) => set(plan.file, cells, row)
  }
  const detail = details[field]
  if (detail === undefined) throw new Error(`“${field}” is not a detail of a plan`)
  return setterOf(readers, index, detail)
}
