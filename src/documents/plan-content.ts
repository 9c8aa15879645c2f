/**
 * The content of one student's plan, ready for a template. Pure: the same records and the same day give the same plan.
 */
import type { Finding } from '../compliance/finding.ts'
import { codeName, dayInWords } from '../compliance/messages.ts'
import { classOf, courseParts } from './course-parts.ts'
import { fullName, peopleParts } from './people.ts'
import { logParts } from './plan-log.ts'
import { printedWith, textParts } from './plan-parts.ts'
import { type PlanSource, type PlanView, planView } from './plan-source.ts'
import type { PlanValues } from './template-tags.ts'
import { dayText, gradeText, planNames } from './words.ts'

/** @throws Error when the student has no plan by this policy */
export function planContent(source: PlanSource): PlanValues {
  const view = planView(source)
  const { student, plan, policy, grade, kind, schoolYear, facts, years } = view
  const code = policy.terms[kind]
  const contract = printedWith(view, 'contract')
  return {
    student_name: fullName(student),
    preferred_name: student.preferredName === student.firstName ? '' : (student.preferredName ?? ''),
    student_id: student.id,
    grade: gradeText(grade),
    graduating_class: kind === 'secondary' ? `Class of ${classOf(view)}` : '',
    school: facts.name,
    school_year: schoolYear,
    plan_name: planNames[code],
    plan_code: code,
    policy: policy.name,
    grades_covered: kind === 'secondary' ? `Grades ${years[0]?.grade} to ${years[years.length - 1]?.grade}` : '',
    plan_made: dayText(plan?.createdOn),
    prepared_by: plan === undefined ? '' : view.cellText(plan.at, 'prepared_by'),
    filled_on: dayInWords(view.asOf),
    counselor: student.counselor ?? '',
    teacher: student.homeroomTeacher ?? '',
    plan_manager: facts.planManager,
    interpreter: interpreterText(view),
    ...peopleParts(view),
    ...textParts(view),
    ...courseParts(view),
    ...logParts(view),
    contract:
      contract === ''
        ? undefined
        : { clause: contract, text: 'This plan says what is hoped for; it is not a contract.' },
    next_steps: nextSteps(view.findings),
  }
}

/** For what is spoken: letters may go out in another language. */
function interpreterText({ student: { interpreterNeeded, letterLanguage, homeLanguage } }: PlanView): string {
  const language = homeLanguage ?? letterLanguage
  if (!interpreterNeeded) return ''
  return language === undefined || language.code === 'eng'
    ? 'Interpreter needed.'
    : `Interpreter needed: ${language.text}.`
}

/** What a family and the school can still do for this plan; what only the school must do is not for this page. */
const steps: readonly Finding['code'][] = [
  'CONF2',
  'CONF-I',
  'CONF-G',
  'CONF-SG',
  'IEPCONF',
  'OFFER',
  'SIGN',
  'UPDATE',
  'CLUSTER',
  'EARLY',
]

function nextSteps(findings: readonly Finding[]): PlanValues['next_steps'] {
  const open = findings.filter(({ code, status }) => steps.includes(code) && (status === 'OPEN' || status === 'LATE'))
  if (open.length === 0) return undefined
  return {
    clause: '',
    rows: open.map(({ code, clause, dueOn }) => ({ what: codeName(code), due: dayText(dueOn), step_clause: clause })),
  }
}
