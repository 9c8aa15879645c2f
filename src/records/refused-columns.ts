/**
 * Columns that this product never reads, not even a sample: what it must not know it cannot leak.
 *
 * Utah Code 53E-9-305 forbids a school to collect social security numbers; health, school-lunch status and discipline
 * have no place in a conference check (domain C2, "Refuse"). Family income is refused with the lunch status, which it
 * is another name of; passwords stand in clear text in many exports.
 */
import { headingWords } from './heading-key.ts'

export type Refusal = 'social security' | 'health' | 'school lunch' | 'discipline' | 'password'

const health = new Set(
  'medicaid medical health healthcare medication medications diagnosis immunization immunizations allergy allergies nurse asthma'.split(
    ' ',
  ),
)
const lunch = new Set('frl frpl frpm lunch meal meals'.split(' '))
const discipline = new Set(
  'discipline disciplinary behavior behaviour behavioral incident incidents suspension suspensions suspended expulsion infraction infractions offense'.split(
    ' ',
  ),
)
const passwords = new Set('password passwords passwd pwd'.split(' '))

/**
 * Why a heading is refused, or `undefined` when it is not.
 *
 * A lunch *number* is a plain student number in many schools and is not refused: it says nothing about who pays, and
 * some rosters have no other id. 'Social studies' and 'Social worker' are no social security numbers.
 */
export function refusalOf(heading: string): Refusal | undefined {
  const words = headingWords(heading)
  const has = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word))
  const text = words.join(' ')
  if (/\b(ssn|soc sec|social security|soc security|socialsecurity\w*)\b|^social( (no|number|num))?$/.test(text)) {
    return 'social security'
  }
  if (has(passwords)) return 'password'
  if (has(health)) return 'health'
  if (/\blunch (number|no|num|id|pin)$/.test(text) || /lunch\s*#\s*$/i.test(heading)) return undefined
  if (has(lunch) || /free reduced|free red|reduced price|school food|low income|econom\w* disadv/.test(text)) {
    return 'school lunch'
  }
  return has(discipline) ? 'discipline' : undefined
}
