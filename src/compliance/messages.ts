/**
 * Every sentence that a finding can become, in one place. Plain and short: a secretary reads them on Monday morning.
 */
import type { Grade, IsoDate, Policy, Requirement } from '../policy/schema.ts'
import type { Finding, FindingCode, Status } from './finding.ts'

export const statusWords: Readonly<Record<Status, string>> = {
  MET: 'Met',
  'MET-LATE': 'Met late',
  OPEN: 'To do',
  LATE: 'Late',
  CHECK: 'Please check',
  NA: 'Does not apply',
  NOTE: 'Note',
}

/** What is not simply met, the most pressing first. */
export const unmetStatuses: readonly Status[] = ['LATE', 'CHECK', 'OPEN', 'MET-LATE', 'NOTE']

/** A grade as a list shows it: 'PK', 'K', 7, 'Post-high'. */
export function gradeWord(grade: Grade): string | number {
  if (grade < 0) return 'PK'
  if (grade === 0) return 'K'
  return grade > 12 ? 'Post-high' : grade
}

/** What each code is about, as a column or a list names it. `plan` is the policy's own word for the plan. */
const codeNames: Readonly<Record<FindingCode, string>> = {
  CONF2: 'Two conferences',
  'CONF-I': 'Individual conference',
  'CONF-G': 'Group conference',
  'CONF-SG': 'Small-group conference',
  IEPCONF: 'Conference at the IEP meeting',
  EFFORT: 'Effort to reach the family',
  'EFFORT-I': 'Effort to reach the family (individual)',
  'EFFORT-G': 'Effort to reach the family (group)',
  OFFER: 'Conference offered',
  OPP: 'Opportunity for parents',
  'GROUP>5': 'Group too large to be small',
  PLAN: 'Plan',
  SECT: 'Plan sections',
  SIGN: 'Plan signature',
  'SIGN-AGAIN': 'New plan signature',
  UPDATE: 'Yearly update',
  INVOLVE: 'Yearly involvement',
  FOLDER: 'Folder copy',
  AGENDA: 'Conference agenda',
  KEPT: 'Plan kept at school',
  FILE: 'File contents',
  CAREER: 'Career review',
  CLUSTER: 'Career cluster',
  EARLY: 'Early graduation',
  COURSES: 'Courses against plan',
  REPORT: 'Yearly report',
  TRAIN: 'Training',
  CONSULT: 'Consultation',
  GRADE: 'Grade',
  'DATA-DUP': 'Conference written twice',
  'DATA-DATE': 'Conference date',
  'OUT-OF-TERM': 'Conference out of term',
}

/** The name of what a finding is about: 'Individual conference', 'Plan signature'. */
export function codeName(code: FindingCode): string {
  return codeNames[code]
}

const knownCodes: ReadonlySet<string> = new Set(Object.keys(codeNames))

/** Whether a text that was read back is a code. */
export function isFindingCode(text: string): text is FindingCode {
  return knownCodes.has(text)
}

const partNames: Readonly<Record<string, string>> = {
  grad: 'graduation requirements',
  work: 'workplace skills',
  goals: 'goals',
  courses: 'course sequence',
  links: 'links to what comes after school',
  progress: 'progress',
  strengths: 'strengths',
  test: 'testing',
  prepared: 'prepared by the student',
  given: 'information given to parents',
  filed: 'copy filed',
  registration: 'registration',
  teachers: "teachers' telephone numbers",
  reportCards: 'report cards',
  participants: 'participants',
  P: 'the parent',
  S: 'the student',
  T: 'staff',
}

/** What a sentence may use. */
interface Told {
  readonly detail: string
  /** ' Due May 28, 2027.', ' It was due May 28, 2027.' once that day has passed, '' where no day is set. */
  readonly due: string
  /** The parts of `detail` in words: 'goals and testing'. */
  readonly parts: string
  /** What the requirement asks, as a phrase. */
  readonly asks: string
  /** 'ILP' or 'PCCR', as the policy names the plan of this requirement. */
  readonly plan: string
}

const sentences = {
  'conferences.met': ({ detail }) => (detail === '' ? 'The conference was held.' : `${detail} conferences held.`),
  'conferences.missing': ({ asks, due }) => `Not on file: ${asks}.${due}`,
  'conferences.some-missing': ({ detail, due }) => `${detail.replace('/', ' of ')} conferences count.${due}`,
  'conferences.late-entry': () =>
    'One conference counts. The student came after the first month of school: was a second one possible?',
  'short-enrolment': () =>
    'Missing, but the student was enrolled for only a few days before it was due. Please decide.',
  'due-before-entry': () => 'Missing, but it was due before the student came here. Ask the former school.',
  'blank.who-came': () => 'A conference is on file, but not who came. Fill that in, then check again.',
  'blank.group-size': () =>
    'A group is on file, but not how many students were invited. Fill that in, then check again.',
  'blank.iep': () => 'It is not on file whether the student has an IEP. Fill in yes or no, then check again.',
  'blank.iep-reviewed': () =>
    'An IEP meeting is on file, but not whether the learning plan was reviewed there. Fill that in, then check again.',
  'blank.purpose': () => 'A contact is on file, but not what it was about. Fill that in, then check again.',
  'blank.course-plan': () => 'It is not on file whether a course plan goes with the cluster. Fill in yes or no.',
  'blank.early-graduation': () => 'It is not on file whether early graduation is planned. Fill in yes or no.',
  'blank.objectives': () =>
    'It is not on file whether the plan has career objectives, nor who reviewed them. Fill that in.',
  'iep.met': () => 'A conference was part of the IEP meeting.',
  'iep.none': () => 'The student has no IEP.',
  'iep.missing': ({ due }) => `No IEP meeting on file that serves as a conference.${due}`,
  'effort.all-attended': () => 'Student and parent attended; no effort needs to be shown.',
  'effort.no-absence': () => 'No absence, no-show or refusal is logged.',
  'effort.met': () => 'The effort to reach the family is documented.',
  'effort.missing': ({ due }) =>
    `Student or parent has not attended. Log more contacts with the family, on different days.${due}`,
  'offer.met': () => 'A conference was offered this year.',
  'offer.missing': ({ due }) => `No individual conference was offered this year. Invite the family.${due}`,
  'opportunity.met': () => 'The parents had an opportunity this year.',
  'opportunity.missing': ({ due }) => `The parents were not invited this year. Invite them.${due}`,
  'group-size.none': () => 'No group event was larger than a small group.',
  'group-size.large': () => 'More students were invited than a small group may hold. It counts as a group only.',
  'plan.met': ({ plan }) => `The ${plan} is on file.`,
  'plan.late': ({ plan, due }) => `The ${plan} was made after its due date.${due}`,
  'plan.undated': ({ plan }) => `The ${plan} on file has no date. Fill in when it was made.`,
  'plan.missing': ({ plan, due }) => `No ${plan} on file.${due}`,
  'plan.none': () => 'There is no plan yet; see Plan.',
  'signature.met': () => 'The plan is signed.',
  'signature.adult': () => 'Signed by the student, who is 18 or over.',
  'signature.missing': ({ due }) => `The plan has no parent signature.${due}`,
  'signature.older': () => 'The signature is older than the plan. Check both dates.',
  'signature.future': () => 'The signature is dated in the future. Check the date.',
  'signature.outdated': ({ detail }) => {
    const [signed = '', changed = ''] = detail.split('/')
    return `Signed on ${dayInWords(signed)}, and the document was changed on ${dayInWords(changed)}: it needs a new signature.`
  },
  'signature.other': () => 'Neither parent nor student signed. Check who did.',
  'update.met': () => 'The plan was updated this year.',
  'update.missing': ({ due }) => `The plan was not updated this year.${due}`,
  'involvement.met': ({ parts }) => `On file this year: ${parts} took part.`,
  'involvement.missing': ({ parts, due }) => `Nothing on file this year shows that ${parts} took part.${due}`,
  'involvement.adult': () => 'Nothing shows that a parent took part; the student is 18 or over. Please decide.',
  'cluster.met': () => 'Career cluster and course plan are on file.',
  'cluster.missing': ({ due }) => `No career cluster on file.${due}`,
  'cluster.no-course-plan': ({ due }) => `The career cluster has no course plan.${due}`,
  'early.none': () => 'No early graduation is planned.',
  'early.met': () => 'Early graduation stands in the plan.',
  'early.missing': ({ due }) => `Early graduation does not stand in the plan.${due}`,
  'career.none': () => 'The plan has no career objectives.',
  'career.met': () => 'The career reviewer is named.',
  'career.missing': () => 'No reviewer for the career objectives is named. Add the name if there was one.',
  'registration.none': () => 'Planned and registered courses are not both on file.',
  'registration.met': () => 'The registration agrees with the plan.',
  'registration.differs': ({ detail }) =>
    `${detail} registered ${detail === '1' ? 'course is' : 'courses are'} not in the plan. Compare the two.`,
  'tick.met': () => 'All ticked.',
  'tick.not-yet': () => 'Not ticked yet.',
  'tick.blank': ({ parts }) => `Neither yes nor no on file${parts === '' ? '' : `: ${parts}`}.`,
  'tick.no-conference': () => 'No conference counts yet.',
  'agenda.missing': ({ parts, due }) => `The agenda of a conference lacks clause ${parts}.${due}`,
  'folder.missing': ({ parts, due }) => `Missing after a conference: ${parts}.${due}`,
  'sections.missing': ({ parts, due }) => `The plan lacks: ${parts}.${due}`,
  'file.missing': ({ parts }) => `The file should hold: ${parts}. Please confirm.`,
  'kept.missing': ({ due }) => `The plan is not kept at the school.${due}`,
  'duty.met': () => 'Done this year.',
  'duty.missing': ({ asks, due }) => `Not in the school log: ${asks}.${due}`,
  'duty.participants': () => 'The school log does not say who took part. Add the participants.',
  'data.twice': () => 'A conference of one kind stands twice on one day. It counts once; remove one if it is a slip.',
  'data.future': () => 'A conference is marked held on a day that has not come. Correct the date or the status.',
  'data.before-entry': () =>
    'A conference lies before the student came. Mark it as a former school’s (source: prior), or correct the date.',
  'data.out-of-term': () => 'A conference lies outside the school days of this year. It counts.',
  'grade.unknown': () => 'The grade is missing or cannot be read, so nothing can be checked. Fill in the grade.',
  'outside.not-entered': () => 'The student has not entered yet.',
  'outside.exited': () => 'The student has left.',
  'outside.preschool': () => 'Preschool is outside the policy.',
  'outside.post-high': () => 'Post-high students are outside the policy.',
} satisfies Readonly<Record<string, (told: Told) => string>>

export type MessageKey = keyof typeof sentences

/** One or two plain sentences: what is missing, by when, what to do. */
export function messageText(finding: Finding, policy: Policy): string {
  const requirement = policy.requirements.find((one) => one.code === finding.code && one.clause === finding.clause)
  const tell: (told: Told) => string = sentences[finding.message]
  return tell({
    detail: finding.detail,
    due: dueInWords(finding),
    parts: partsInWords(finding),
    asks: requirement?.asks ?? '',
    plan: planWord(requirement, policy),
  })
}

function dueInWords({ dueOn, daysLeft }: Finding): string {
  if (dueOn === undefined || daysLeft === undefined) return ''
  return daysLeft < 0 ? ` It was due ${dayInWords(dueOn)}.` : ` Due ${dayInWords(dueOn)}.`
}

function planWord(requirement: Requirement | undefined, policy: Policy): string {
  if (requirement?.type !== 'plan') return 'plan'
  if (requirement.kind === 'either') return `${policy.terms.elementary} or ${policy.terms.secondary}`
  return policy.terms[requirement.kind]
}

function partsInWords(finding: Finding): string {
  const parts = finding.code === 'INVOLVE' ? [...finding.detail] : finding.detail.split(',')
  const words = parts.filter((part) => part !== '').map((part) => partNames[part] ?? part)
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** 'May 28, 2027': a day as people here write it, without a locale. */
export function dayInWords(date: IsoDate): string {
  return `${months[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(8, 10))}, ${date.slice(0, 4)}`
}
