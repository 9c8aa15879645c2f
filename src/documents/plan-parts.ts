/**
 * The parts of a plan that are words: which of them this student's plan has, and by which clause.
 */
import { covers } from '../compliance/student-year.ts'
import type { AgendaItem, SectionName } from '../policy/schema.ts'
import type { PlanTextColumn } from '../records/plan-text-columns.ts'
import { askedFor, type PlanView } from './plan-source.ts'
import type { PlanValues } from './template-tags.ts'
import { clauseList, dayText } from './words.ts'

interface Asked {
  readonly sections?: readonly SectionName[]
  readonly agenda?: AgendaItem
}

/** Where a policy asks for a part; in a plan of these kinds it stands even where the policy does not ask. */
interface PartRule extends Asked {
  readonly always?: readonly PlanView['kind'][]
}

const rules: Readonly<Record<Exclude<PlanTextColumn, 'home_support' | 'school_support'>, PartRule>> = {
  strengths: { sections: ['strengths'], agenda: 'strengths', always: ['elementary', 'secondary'] },
  progress: { sections: ['progress'], agenda: 'data', always: ['elementary'] },
  interests: {},
  goals: { sections: ['goals'], agenda: 'studentGoals', always: ['elementary', 'secondary'] },
  means: {},
  workplace: { sections: ['work'] },
  testing: { sections: ['test'] },
  after_school: { sections: ['links'], always: ['secondary'] },
  early_graduation: {},
}

type TextParts = Pick<
  PlanValues,
  | 'strengths'
  | 'progress'
  | 'interests'
  | 'goals'
  | 'means'
  | 'support'
  | 'workplace'
  | 'testing'
  | 'after_school'
  | 'early_graduation'
  | 'cluster'
  | 'career_review'
>

export function textParts(view: PlanView): TextParts {
  const { plan, student } = view
  const texts = textsOf(view)
  const words = (column: keyof typeof rules, clause = clauseOf(view, rules[column])) => {
    const text = texts[column] ?? ''
    const stands = clause !== '' || text !== '' || rules[column].always?.includes(view.kind) === true
    return stands ? { clause, text } : undefined
  }
  const testing = words('testing')
  const early = askedFor(view, 'early-graduation')
  const plansEarly = student.earlyGraduation === true || plan?.earlyGraduationPlanned === true
  const cluster = askedFor(view, 'cluster')
  const career = askedFor(view, 'career')
  const isReviewed =
    plan?.careerObjectives !== undefined && career?.objectives.some((one) => one === plan.careerObjectives)
  const supportClause = clauseOf(view, { agenda: 'supportPlan' })
  const [home = '', school = ''] = [texts.home_support, texts.school_support]
  return {
    strengths: words('strengths'),
    progress: words('progress'),
    interests: words('interests'),
    goals: words('goals'),
    means: words('means', printedWith(view, 'contract')),
    support:
      view.kind === 'elementary' || supportClause !== '' || home + school !== ''
        ? { clause: supportClause, home, school }
        : undefined,
    workplace: words('workplace'),
    testing: testing && { ...testing, tested_on: dayText(plan?.testsOn) },
    after_school: words('after_school'),
    early_graduation: words('early_graduation', plansEarly ? early?.clause : ''),
    cluster:
      cluster !== undefined || plan?.cluster !== undefined
        ? {
            clause: cluster?.clause ?? '',
            name: plan?.cluster ?? '',
            chosen_on: dayText(plan?.clusterOn),
            course_plan: plan?.coursePlan === undefined ? '' : plan.coursePlan ? 'Yes' : 'Not yet',
          }
        : undefined,
    career_review: isReviewed ? { clause: career?.clause ?? '', reviewer: plan?.careerReviewer ?? '' } : undefined,
  }
}

/** Of several years the newest that is not after the reported one; what has no year holds for every year. */
function textsOf({ student, schoolYear }: PlanView): Readonly<Partial<Record<PlanTextColumn, string>>> {
  const usable = (student.planTexts ?? []).filter((one) => (one.schoolYear ?? '') <= schoolYear)
  const inOrder = [...usable].sort((a, b) => ((a.schoolYear ?? '') < (b.schoolYear ?? '') ? -1 : 1))
  return inOrder[inOrder.length - 1]?.texts ?? {}
}

/** The clauses that ask for a part, from the sections of the plan or from the agenda of its conferences. */
export function clauseOf(view: PlanView, { sections = [], agenda }: Asked): string {
  const clauses: string[] = []
  for (const { part, clause, grades } of askedFor(view, 'sections')?.parts ?? []) {
    const ofGrade = grades === undefined || (view.grade >= grades[0] && view.grade <= grades[1])
    if (ofGrade && sections.includes(part)) clauses.push(clause)
  }
  for (const { part, clause } of askedFor(view, 'agenda')?.parts ?? []) if (part === agenda) clauses.push(clause)
  return clauseList(clauses)
}

/** The clause that nothing but the document itself answers; '' where the policy has none. */
export function printedWith({ policy, grade }: PlanView, part: 'participants' | 'access' | 'contract'): string {
  const clause = policy.notExamined.find(
    ({ printedWith, grades }) => printedWith === part && (grades === undefined || covers(grades, grade)),
  )
  return clause?.clause ?? ''
}
