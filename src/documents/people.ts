/**
 * The people of a plan: who makes it, who signs it, who may see it.
 */
import { isAdult } from '../compliance/student-year.ts'
import type { Guardian, MailAddress, Student } from '../records/school.ts'
import { printedWith } from './plan-parts.ts'
import { askedFor, type PlanView } from './plan-source.ts'
import type { PlanValues } from './template-tags.ts'
import { dayText, joined } from './words.ts'

interface Person {
  readonly name: string
  readonly role: string
  readonly contact: string
  readonly address: string
}

type PeopleParts = Pick<PlanValues, 'participants' | 'signatures' | 'access' | 'adult'>

export function peopleParts(view: PlanView): PeopleParts {
  const student = { name: fullName(view.student), role: 'Student', contact: '', address: '' }
  const [family, staff] = [familyOf(view), staffOf(view)]
  const privacy = printedWith(view, 'access')
  return {
    participants: { clause: printedWith(view, 'participants'), rows: [student, ...family, ...staff] },
    signatures: {
      clause: askedFor(view, 'signature')?.clause ?? '',
      rows: signatures(view, [student, ...family, ...staff.slice(0, 1)]),
    },
    access:
      privacy === '' ? undefined : { clause: privacy, text: 'for the participants named here; others need consent.' },
    adult: isAdult(view.student, view.asOf)
      ? { clause: '', text: 'The student is 18 or older and may sign without a parent.' }
      : undefined,
  }
}

export function fullName({ firstName, lastName }: Student): string {
  return [firstName, lastName].filter((part) => part !== '').join(' ')
}

/** Parents and guardians, one at least. Phone and address are printed only where the policy wants them in the file. */
function familyOf(view: PlanView): readonly Person[] {
  const { student } = view
  const inFile = askedFor(view, 'file')?.parts.includes('participants') === true
  const address = inFile ? addressText(student.mail) : ''
  const guardians = (student.guardians ?? []).map((one) => ({
    name: one.name ?? '',
    role: one.relation ?? parentRole,
    contact: inFile ? joined(one.phone, one.email) : '',
    address: inFile ? addressOf(one, address) : '',
  }))
  return guardians.length > 0 ? guardians : [{ name: '', role: parentRole, contact: '', address }]
}

const parentRole = 'Parent or guardian'

/** One at least, who signs for the school. */
function staffOf({ kind, student, plan, facts }: PlanView): readonly Person[] {
  const responsible = kind === 'elementary' ? 'Teacher' : 'Counselor'
  const staff: readonly (readonly [name: string | undefined, role: string])[] = [
    [kind === 'elementary' ? student.homeroomTeacher : undefined, 'Teacher'],
    [student.counselor, 'Counselor'],
    [plan?.careerReviewer, 'Career preparation'],
    [facts.planManager, 'Plan manager'],
  ]
  const known = staff.flatMap(([name = '', role]) => (name === '' ? [] : [{ name, role, contact: '', address: '' }]))
  return known.length > 0 ? known : [{ name: '', role: responsible, contact: '', address: '' }]
}

function addressOf({ addresses }: Guardian, ofFamily: string): string {
  return addresses?.[0] === undefined ? ofFamily : addressText(addresses[0])
}

function addressText(address: MailAddress | undefined): string {
  return joined(address?.street, address?.city, [address?.state, address?.zip].filter(Boolean).join(' '))
}

/** The day of the signature on file stands with who gave it: the student, or the first of the family. */
function signatures({ plan, cellText }: PlanView, signers: readonly Person[]): SignatureRows {
  const by = plan?.signedOn === undefined ? undefined : (plan.signedBy ?? 'parent')
  const at = by === 'student' ? 0 : by === 'parent' ? 1 : -1
  return signers.map(({ name, role }, index) => ({
    name,
    role,
    signed_on: index === at ? dayText(plan?.signedOn) : '',
    method: index === at && plan !== undefined ? cellText(plan.at, 'sign_method') : '',
  }))
}

type SignatureRows = NonNullable<PlanValues['signatures']>['rows']
