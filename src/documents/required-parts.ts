/**
 * The parts that a policy asks of the plans of a kind.
 */
import type { Policy } from '../policy/schema.ts'
import { planContent } from './plan-content.ts'
import { type PlanKind, planKindOf } from './plan-source.ts'

/** Kindergarten to post-high. */
const grades = Array.from({ length: 14 }, (_, grade) => grade)

/**
 * Every part that some grade's plan has by a clause of the policy: what a template for it must not lack.
 *
 * Found by filling a plan of which nothing is on file, so that it cannot differ from what a plan has.
 */
export function requiredParts(policy: Policy, kind: PlanKind): readonly string[] {
  const parts = new Set<string>()
  for (const grade of grades) {
    const student = {
      at: { sheet: '', row: 0 },
      id: '',
      lastName: '',
      firstName: '',
      grade,
      iep: undefined,
      earlyGraduation: undefined,
      history: [],
      conferences: [],
      contacts: [],
      plans: [],
      updates: [],
    }
    const schoolYear = '2026-27'
    if (planKindOf(policy, student, schoolYear) !== kind) continue
    const content = planContent({
      student,
      policy,
      schoolYear,
      asOf: '2026-09-01',
      findings: [],
      facts: { name: '', planManager: '' },
      graduation: [],
      cellText: () => '',
    })
    for (const [name, part] of Object.entries(content)) {
      if (typeof part === 'object' && part.clause !== '') parts.add(name)
    }
  }
  return [...parts]
}
