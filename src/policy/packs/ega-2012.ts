import { careerReview } from '../requirement.ts'
import type { Policy, Requirement } from '../schema.ts'
import { ega2019 } from './ega-2019.ts'

/** The older text's names for the sections that the newer one renamed. */
const olderNames: Readonly<Record<string, string>> = {
  'ILP conferences': 'SEP conferences',
  'Individual Learning Plan file': 'SEP file',
  'Template ILP': 'Template SEP',
  'Implementation of the ILP process': 'Implementation of the SEP process',
  'ILP participation': 'SEP participation',
  'Purpose of the ILP': 'Purpose of the SEP',
}

const named = (clause: string): string => olderNames[clause] ?? clause

/** The older text asks for a career review of occupational objectives only; every other demand is the same. */
function asOf2012(requirement: Requirement): Requirement {
  if (requirement.type === 'career') {
    return careerReview({
      clause: 'Occupational preparation',
      grades: requirement.grades,
      objectives: ['occupational', 'both'],
      asks: 'a review by the staff member for career preparation where the plan has occupational objectives',
    })
  }
  if (requirement.type === 'sections') {
    return { ...requirement, parts: requirement.parts.map((part) => ({ ...part, clause: named(part.clause) })) }
  }
  return { ...requirement, clause: named(requirement.clause) }
}

/** EGA Guidance: Student Education Plan/Occupation Plan, on Utah Code 53A-1a-106 (2012). */
export const ega2012: Policy = {
  ...ega2019,
  id: 'ega-2012',
  name: 'EGA guidance 2012 (SEP/SEOP)',
  revision: { text: 'on Utah Code 53A-1a-106 (2012)', effectiveFrom: '2012-01-01' },
  terms: { elementary: 'SEP', secondary: 'SEOP' },
  requirements: ega2019.requirements.map(asOf2012),
  notExamined: ega2019.notExamined.map((one) => ({ ...one, clause: named(one.clause) })),
}
