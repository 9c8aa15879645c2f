/**
 * How many students lack what: the numbers from which the sidebar opens its lists.
 */
import type { IsoDate, Policy } from '../policy/schema.ts'
import { addDays } from '../records/calendar.ts'
import type { Evaluation, Finding, FindingCode, Status } from './finding.ts'
import { codeName } from './messages.ts'

/** late · soon: to do, due within 30 days of the as-of date · open: to do, later or without a day · confirm: a person must look. */
export type GapKind = 'late' | 'soon' | 'open' | 'confirm'

export const gapKinds = ['late', 'soon', 'open', 'confirm'] as const satisfies readonly GapKind[]

const soonDays = 30

/** @returns undefined for what asks nothing of anybody */
export function gapKind(status: Status, dueOn: IsoDate | undefined, asOf: IsoDate): GapKind | undefined {
  if (status === 'LATE') return 'late'
  if (status === 'CHECK') return 'confirm'
  if (status !== 'OPEN') return undefined
  return dueOn !== undefined && dueOn <= addDays(asOf, soonDays) ? 'soon' : 'open'
}

/** One demand of the policy that students still lack. */
export interface Gap {
  readonly code: FindingCode
  /** In words: 'Individual conference'. */
  readonly name: string
  readonly clause: string
  /** How many students, by kind; a kind that does not occur is absent. */
  readonly students: Readonly<Partial<Record<GapKind, number>>>
}

/** A student may stand in several kinds, in each once. */
export interface Gaps {
  readonly students: Readonly<Record<GapKind, number>>
  /** In the order of the policy; what is said of the records themselves comes last. */
  readonly byCode: readonly Gap[]
}

/** @param findings of students; those of the school as a whole, without an id, are left out */
export function gapsOf(
  findings: Iterable<
    Pick<Finding, 'studentId' | 'code' | 'clause' | 'status'> & { readonly dueOn?: IsoDate | undefined }
  >,
  asOf: IsoDate,
  { requirements }: Policy,
): Gaps {
  const place = ({ code, clause }: Pick<Finding, 'code' | 'clause'>): number => {
    const at = requirements.findIndex((one) => one.code === code && one.clause === clause)
    return at === -1 ? requirements.length : at
  }
  const ofAll = new Map<GapKind, Set<string>>(gapKinds.map((kind) => [kind, new Set()]))
  const ofCode = new Map<string, { code: FindingCode; clause: string; students: Map<GapKind, Set<string>> }>()
  for (const { studentId, code, clause, status, dueOn } of findings) {
    const kind = gapKind(status, dueOn, asOf)
    if (kind === undefined || studentId === '') continue
    ofAll.get(kind)?.add(studentId)
    const key = `${code}|${clause}`
    const gap = ofCode.get(key) ?? { code, clause, students: new Map() }
    ofCode.set(key, gap)
    const students = gap.students.get(kind) ?? new Set()
    gap.students.set(kind, students.add(studentId))
  }
  return {
    students: Object.fromEntries([...ofAll].map(([kind, ids]) => [kind, ids.size])) as Record<GapKind, number>,
    byCode: [...ofCode.values()]
      .sort((a, b) => place(a) - place(b))
      .map(({ code, clause, students }) => ({
        code,
        name: codeName(code),
        clause,
        students: Object.fromEntries([...students].map(([kind, ids]) => [kind, ids.size])),
      })),
  }
}

/** Every finding of students in an evaluation. */
export function* findingsOfStudents({ students }: Evaluation): Iterable<Finding> {
  for (const { findings } of students) yield* findings
}
