/** Plans and what was changed in them since: a learning plan in the elementary grades, then one for college and career. */
import type { Chance } from './chance.ts'
import { firstDayOf, LAST_ENTRY, later, SAMPLE_AS_OF, schoolDay, THIS_YEAR } from './days.ts'
import type { SampleConference, SamplePlan, SampleRecords } from './records.ts'
import type { SampleStudent } from './students.ts'

const CLUSTERS = [
  'Health Science',
  'Information Technology',
  'Agriculture, Food & Natural Resources',
  'Business Management',
  'Education & Training',
  'Architecture & Construction',
  'Arts, AV & Communications',
  'Manufacturing',
  'Law & Public Safety',
  'Hospitality & Tourism',
]
const CHANGES = ['courses', 'courses', 'courses', 'goals', 'college choice', 'cluster', 'concurrent enrollment']
/** Updates of so many years are kept. */
const YEARS_OF_UPDATES = 3

/** The plan of grades 7 to 12: made in the fall of grade 7, signed within some weeks, updated every year. */
export function addSecondaryPlan(student: SampleStudent, chance: Chance, { plans, updates }: SampleRecords): void {
  const seventh = THIS_YEAR - (student.grade - 7) - (student.repeats ? 1 : 0)
  const made = dayOfPlan(student, seventh, chance)
  if (made === undefined || made.createdOn > LAST_ENTRY) return
  const { createdOn, source } = made
  const isVague = chance.percent(0.4)
  const signature = signatureOf(student, createdOn, isVague, chance)
  const isOlder = student.grade >= 9
  plans.push({
    student,
    kind: 'PCCR',
    createdOn: isVague ? chance.pick(['7th grade', `fall ${seventh}`]) : createdOn,
    source,
    ...signature,
    preparedBy: isOlder && chance.percent(7) ? 'counselor' : 'student',
    sections: Array.from({ length: 7 }, () => ticked(0.5, 1.5, chance)),
    cluster: isOlder && chance.percent(88) ? chance.pick(CLUSTERS) : '',
    coursePlan: isOlder ? ticked(6, 4, chance) : undefined,
    testsOn: testedOn(createdOn, chance),
    objectives: chance.percent(4) ? '' : chance.pick(['none', 'occupational', 'post-secondary', 'both']),
    reviewer: chance.percent(75) ? 'CTE coordinator' : '',
    earlyGraduation: student.earlyGraduation ? ticked(40, 5, chance) : false,
    keptAt: chance.percent(1) ? 'no' : chance.percent(3) ? '' : 'Counseling office',
  })
  addUpdates(student, seventh, chance, updates)
}

/** The learning plan of an elementary student is written at the fall conference. */
export function addElementaryPlan(
  { student, date, came, source }: SampleConference,
  chance: Chance,
  { plans }: SampleRecords,
): void {
  const isSigned = came !== 'student' && chance.percent(90)
  plans.push({
    student,
    kind: 'ILP',
    createdOn: date,
    source,
    signedOn: isSigned ? date : '',
    signedBy: isSigned ? 'parent' : '',
    method: isSigned ? 'paper' : '',
    preparedBy: 'teacher',
    sections: [undefined, undefined, ticked(1, 3, chance), undefined, undefined, true, true],
    cluster: '',
    coursePlan: undefined,
    testsOn: '',
    objectives: 'none',
    reviewer: '',
    earlyGraduation: undefined,
    keptAt: 'Classroom folder',
  })
}

/** In time, late, from the former school, or not at all (undefined). */
function dayOfPlan(
  { grade, isNew, entryDate, family }: SampleStudent,
  seventh: number,
  chance: Chance,
): Pick<SamplePlan, 'createdOn' | 'source'> | undefined {
  const begun = firstDayOf(seventh)
  const inFall = schoolDay(later(begun, chance.between(10, 55)))
  if (isNew && inFall < entryDate && family.hasFormerRecords) return { createdOn: inFall, source: 'prior' }
  if (isNew) {
    const here = schoolDay(later(entryDate, chance.between(5, 58)))
    return chance.percent(75) ? { createdOn: here, source: 'own' } : undefined
  }
  const missing = grade === 7 ? 4 : 1.2
  if (chance.percent(missing)) return undefined
  const isLate = chance.percent(grade === 7 ? 9 : 1)
  const day = isLate ? schoolDay(later(begun, chance.between(64, 92))) : inFall
  // In earlier years the plan of a student who came later than grade 7 was made at the former school.
  return { createdOn: day, source: day < entryDate ? 'prior' : 'own' }
}

function signatureOf(
  { grade, birthDate }: SampleStudent,
  createdOn: string,
  mustBeSigned: boolean,
  chance: Chance,
): Pick<SamplePlan, 'signedOn' | 'signedBy' | 'method'> {
  const method = chance.percent(35) ? 'electronic' : 'paper'
  // Who is 18 may sign alone.
  const isAdult = grade === 12 && birthDate <= `${THIS_YEAR - 18}${SAMPLE_AS_OF.slice(4)}`
  if (isAdult && chance.percent(20)) {
    return { signedOn: schoolDay(later('2026-10-19', chance.between(0, 29))), signedBy: 'student', method }
  }
  const signedOn = schoolDay(later(createdOn, chance.between(0, 24)))
  if ((!mustBeSigned && !chance.percent(grade === 7 ? 82 : 96.5)) || signedOn > LAST_ENTRY) {
    return { signedOn: '', signedBy: '', method: '' }
  }
  if (chance.percent(0.5)) return { signedOn: chance.pick(['see folder', 'on paper form']), signedBy: 'parent', method }
  if (chance.percent(0.5)) return { signedOn: later(createdOn, -chance.between(3, 30)), signedBy: 'parent', method }
  return { signedOn, signedBy: chance.percent(0.4) ? 'counselor' : 'parent', method }
}

function testedOn(createdOn: string, chance: Chance): string {
  const day = schoolDay(later(createdOn, chance.between(20, 60)))
  return chance.percent(20) || day > LAST_ENTRY ? '' : day
}

function addUpdates(student: SampleStudent, seventh: number, chance: Chance, updates: SampleRecords['updates']): void {
  for (let year = Math.max(seventh + 1, THIS_YEAR - YEARS_OF_UPDATES + 1); year <= THIS_YEAR; year++) {
    if (!chance.percent(year === THIS_YEAR ? 62 : 93)) continue
    const date = schoolDay(later(`${year}-09-08`, chance.between(0, 73)))
    if (date > LAST_ENTRY || date < student.entryDate || (student.exitDate !== '' && date > student.exitDate)) continue
    const by = chance.pick([student.counselor, student.counselor, 'student', 'parent'])
    updates.push({ student, date, by, what: chance.pick(CHANGES) })
  }
}

/** A tick: no in so many cases of a hundred, left blank in so many. */
function ticked(no: number, blank: number, chance: Chance): boolean | undefined {
  return chance.percent(no) ? false : chance.percent(blank) ? undefined : true
}
