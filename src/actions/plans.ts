/**
 * The plans of a school: which student gets which, and the filled documents.
 */
import { evaluate } from '../compliance/evaluate.ts'
import { withTerm } from '../compliance/settings.ts'
import type { Bytes } from '../documents/open-template.ts'
import type { PlanFile } from '../documents/plan-file.ts'
import type { PlanKind, SchoolFacts } from '../documents/plan-source.ts'
import { utahGraduation } from '../policy/graduation.ts'
import { textOf } from '../records/cell-text.ts'
import { CheckStopped } from '../records/problem.ts'
import type { RowRef, Student } from '../records/school.ts'
import { type DocumentEngine, documentEngine } from './document-engine.ts'
import * as messages from './messages.ts'
import type { RosterUnderstanding } from './understanding.ts'

/** A student and the plan that the policy gives; `kind` says why there is none. */
export interface PlannedDocument {
  readonly student: Student
  readonly kind: PlanKind | 'grade-unknown' | 'not-asked' | 'not-here'
  /** 'PCCR': what the policy calls it. */
  readonly code: string
  /** Where its file lies. */
  readonly file: PlanFile
}

/** A plan that is due, and what it says by the records. */
export interface PlanText extends PlannedDocument {
  readonly kind: PlanKind
  readonly values: ReturnType<DocumentEngine['planContent']>
}

export type PlanFiller = ReturnType<DocumentEngine['templateFiller']>

export type PlanDocument = PlanText & ReturnType<PlanFiller>

/** A .docx file for each kind of plan. */
export type PlanTemplates = Readonly<Record<PlanKind, Bytes>>

/** The templates that the product brings along. */
export function shippedTemplates(): PlanTemplates {
  const { shippedTemplate } = documentEngine()
  const bytes = (kind: PlanKind): Bytes => Utilities.base64Decode(shippedTemplate(kind))
  return { elementary: bytes('elementary'), secondary: bytes('secondary') }
}

/**
 * Every student, or those with the given ids, each once, with the plan that is due; nothing is filled yet.
 *
 * @throws CheckStopped STUDENT_UNKNOWN
 */
export function plannedDocuments(
  understanding: RosterUnderstanding,
  ids?: readonly string[],
): readonly PlannedDocument[] {
  const { records, context } = understanding
  const { planKindOf, planFile } = documentEngine()
  const { policy, schoolYear, asOf } = context
  const { students } = records.school
  const first = new Map<string, Student>()
  for (const student of students) if (!first.has(student.id)) first.set(student.id, student)
  const wanted = ids?.map((id) => {
    const student = first.get(id)
    if (student === undefined) throw new CheckStopped('STUDENT_UNKNOWN', messages.studentUnknown(id))
    return student
  })
  const facts = schoolFacts(understanding)
  return [...new Set(wanted ?? first.values())].map((student) => {
    const isHere = (student.exitDate ?? asOf) >= asOf && (student.entryDate ?? asOf) <= asOf
    const kind = isHere ? planKindOf(policy, student, schoolYear) : 'not-here'
    const code = policy.terms[kind === 'elementary' ? kind : 'secondary']
    return { student, kind, code, file: planFile(student, facts(student).name, code, schoolYear) }
  })
}

/** @throws CheckStopped TEMPLATE_FAULTY, naming every fault of the templates that are needed */
export function filledDocuments(
  understanding: RosterUnderstanding,
  planned: readonly PlannedDocument[],
  templates: PlanTemplates,
): readonly PlanDocument[] {
  const fillers = new Map<PlanKind, PlanFiller>()
  return planTexts(understanding, planned).map((text) => {
    const fill = fillers.get(text.kind) ?? planFiller(understanding, text.kind, templates[text.kind])
    fillers.set(text.kind, fill)
    return { ...text, ...fill(text.values) }
  })
}

/** What the plans that are due say; students without one are left out. */
export function planTexts(
  understanding: RosterUnderstanding,
  planned: readonly PlannedDocument[],
): readonly PlanText[] {
  const { records, context, chosen } = understanding
  const { planContent } = documentEngine()
  const { policy, asOf, schoolYear } = context
  const due = planned.filter(isDue)
  const { school } = withTerm(records.school, schoolYear, chosen)
  const students = due.map(({ student }) => student)
  const evaluation = evaluate(policy, { ...school, students }, { asOf, schoolYear })
  const cellText = cellTexts(understanding)
  const facts = schoolFacts(understanding)
  return due.map((one, index) => ({
    ...one,
    values: planContent({
      student: one.student,
      findings: evaluation.students[index]?.findings ?? [],
      policy,
      asOf,
      schoolYear,
      facts: facts(one.student),
      graduation: school.graduation ?? utahGraduation,
      cellText,
    }),
  }))
}

export function isDue<One extends PlannedDocument>(one: One): one is One & { readonly kind: PlanKind } {
  return one.kind === 'elementary' || one.kind === 'secondary'
}

/** Every fault of a template, in words. */
export function templateFaults({ context }: RosterUnderstanding, kind: PlanKind, template: Bytes): readonly string[] {
  const { checkTemplate, requiredParts } = documentEngine()
  return checkTemplate(template, requiredParts(context.policy, kind)).map(({ message }) => message)
}

/** @throws CheckStopped TEMPLATE_FAULTY, naming every fault */
export function planFiller(understanding: RosterUnderstanding, kind: PlanKind, template: Bytes): PlanFiller {
  const faults = templateFaults(understanding, kind, template)
  if (faults.length > 0) throw new CheckStopped('TEMPLATE_FAULTY', faults.join('\n'))
  return documentEngine().templateFiller(template)
}

/** What a record's own row says under a heading, for details that no finding hangs on. */
function cellTexts({ reading, records }: RosterUnderstanding): (at: RowRef, field: string) => string {
  const tabs = new Map(
    records.mappings.map(({ sheet, columns }) => [
      sheet,
      {
        rows: reading.tabs.find(({ name }) => name === sheet)?.rows,
        columns: new Map(columns.map(({ index, field }) => [field, index])),
      },
    ]),
  )
  return ({ sheet, row }, field) => {
    const tab = tabs.get(sheet)
    return textOf(tab?.rows?.[row - 1]?.[tab.columns.get(field) ?? -1])
  }
}

/** The school of a student as the roster names it, else as Settings does. */
function schoolFacts(understanding: RosterUnderstanding): (student: Student) => SchoolFacts {
  const cellText = cellTexts(understanding)
  const { schoolName, planManager = '' } = understanding.chosen
  return (student) => {
    const written = cellText(student.at, 'school_id')
    const name = /\p{L}/u.test(written) ? written : (schoolName ?? (written && `School ${written}`))
    return { name, planManager }
  }
}

/** Why a student gets no plan, in a sentence; '' where there is one. */
export function whyNone({ kind }: PlannedDocument): string {
  switch (kind) {
    case 'grade-unknown':
      return 'The grade is missing or cannot be read.'
    case 'not-asked':
      return 'The policy asks nothing of this grade.'
    case 'not-here':
      return 'The student has left or has not entered yet.'
    default:
      return ''
  }
}
