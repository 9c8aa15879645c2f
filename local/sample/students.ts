/** The students of the sample school, family by family, spread over kindergarten to grade 12. */
import { Chance } from './chance.ts'
import { firstDayOf, later, THIS_YEAR } from './days.ts'
import { type Family, forename, newFamily } from './families.ts'
import { SETTLERS } from './origins.ts'
import { foldedName, sortedBy } from './sorting.ts'
import { caseloads, classesOf, StaffRoom } from './staff.ts'

/** One student, as the school itself would know it; '' where nothing is on file. */
export interface SampleStudent {
  readonly id: string
  /** The number of the state, ten digits. */
  readonly ssid: string
  readonly family: Family
  /** With the suffix: 'Young Jr'. Of a person with one name, that name. */
  readonly lastName: string
  readonly firstName: string
  readonly preferredName: string
  readonly birthDate: string
  readonly grade: number
  /** What stands in the office's list where nobody wrote a grade: 'UG'. */
  readonly gradeAsWritten: string
  /** Is in this grade for the second year. */
  readonly repeats: boolean
  readonly entryDate: string
  readonly exitDate: string
  /** Came from another school within this school year. */
  readonly isNew: boolean
  readonly iep: boolean
  readonly earlyGraduation: boolean
  /** Of grades 7 to 12. */
  readonly counselor: string
  /** Of kindergarten to grade 6. */
  readonly teacher: string
}

const GRADES = 13
const FIRST_SECONDARY_GRADE = 7

/** In grade 7 or above, where a counselor looks after the student. */
export function isSecondary({ grade }: Pick<SampleStudent, 'grade'>): boolean {
  return grade >= FIRST_SECONDARY_GRADE
}

/** How many children of one family are here, in a hundred families. */
const CHILDREN = [
  { share: 47, count: 1 },
  { share: 31, count: 2 },
  { share: 15, count: 3 },
  { share: 5, count: 4 },
  { share: 2, count: 5 },
] as const

const NICKNAMES: ReadonlyMap<string, string> = new Map([
  ['Elizabeth', 'Lizzy'],
  ['Katherine', 'Kate'],
  ['Margaret', 'Maggie'],
  ['Abigail', 'Abby'],
  ['William', 'Will'],
  ['Benjamin', 'Ben'],
  ['Nathaniel', 'Nate'],
  ['Joseph', 'Joey'],
  ['Samuel', 'Sam'],
  ['Theodore', 'Teddy'],
  ['Guadalupe', 'Lupe'],
  ['Alejandra', 'Ale'],
  ['Santiago', 'Santi'],
  ['Sebastián', 'Sebas'],
  ['Anastasiya', 'Nastya'],
  ['Oleksandr', 'Sasha'],
  ['Abdirahman', 'Abdi'],
])

/** @return exactly so many students, by grade and then by name */
export function sampleStudents(total: number, seed: number): readonly SampleStudent[] {
  const chance = new Chance(seed, 'families')
  const places = gradeSizes(total, chance)
  const drafts: Draft[] = []
  while (drafts.length < total) {
    const family = newFamily(chance)
    const siblings: Siblings = { names: new Set(), births: new Map() }
    for (const grade of gradesOfChildren(places, chance)) drafts.push(child(family, grade, siblings, chance))
  }
  const listed = sortedBy(drafts, nameKey).sort((a, b) => a.grade - b.grade)
  return withStaff(withNumbers(listed, new Chance(seed, 'numbers')), new StaffRoom(new Chance(seed, 'staff')))
}

/** By this a list of students is in order: 'Abdi' comes before 'Abdi Warsame', marks and capitals do not matter. */
export function nameKey({ lastName, firstName }: Pick<SampleStudent, 'lastName' | 'firstName'>): string {
  return `${foldedName(lastName)}\t${foldedName(firstName)}`
}

type Draft = Omit<SampleStudent, 'id' | 'ssid' | 'counselor' | 'teacher'>

/** Grades of about equal size, some stronger than others, that add up exactly. */
function gradeSizes(total: number, chance: Chance): number[] {
  const weights = Array.from({ length: GRADES }, () => 1 + (chance.next() - 0.5) / 5)
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let before = 0
  return weights.map((weight) => {
    const from = Math.round((before * total) / sum)
    before += weight
    return Math.round((before * total) / sum) - from
  })
}

/** The grades of one family's children here; takes their places. */
function gradesOfChildren(places: number[], chance: Chance): number[] {
  const { count } = chance.pickByShare(CHILDREN)
  const first = chance.pickByShare(places.map((share, grade) => ({ share, grade }))).grade
  const grades = [first]
  places[first]! -= 1
  while (grades.length < count) {
    const twin = chance.percent(3)
    const near = places.flatMap((share, grade) => {
      const apart = Math.min(...grades.map((other) => Math.abs(other - grade)))
      return share > 0 && (twin ? apart === 0 : apart > 0 && apart <= 4) ? [{ share, grade }] : []
    })
    if (near.length === 0) break
    const { grade } = chance.pickByShare(near)
    grades.push(grade)
    places[grade]! -= 1
  }
  return grades
}

/** What the children of a family have among them: names, and birth dates by the year of kindergarten, for twins. */
interface Siblings {
  readonly names: Set<string>
  readonly births: Map<number, string>
}

function child(family: Family, grade: number, { names, births }: Siblings, chance: Chance): Draft {
  const { origin } = family
  const sex = chance.percent(50) ? 'girls' : 'boys'
  const father = sex === 'boys' ? family.guardians.find(({ relation }) => relation === 'Father') : undefined
  const suffix = chance.percent(2) ? chance.pick(['Jr', 'Jr', 'II', 'III']) : ''
  const isNamesake = father !== undefined && suffix !== '' && family.surname !== '' && !names.has(father.firstName)
  let name = isNamesake ? { latin: father.firstName, own: undefined } : forename(family, sex, chance)
  while (names.has(name.latin)) name = forename(family, sex, chance)
  names.add(name.latin)
  const { latin: firstName, own: ownName } = name
  const inOwnScript = ownName !== undefined && family.ownSurname !== undefined && chance.percent(4)
  const legal = inOwnScript
    ? { lastName: family.ownSurname, firstName: ownName }
    : { lastName: isNamesake ? `${family.surname} ${suffix}` : family.surname, firstName }
  const repeats = grade > 0 && chance.percent(1)
  const kindergarten = THIS_YEAR - grade - (repeats ? 1 : 0)
  const began = firstDayOf(kindergarten)
  const entryDate = family.cameOn > began ? family.cameOn : began
  const born = births.get(kindergarten) ?? birthDate(kindergarten, family, chance)
  births.set(kindergarten, born)
  return {
    family,
    // Who has one name has it as the surname, for the school's system asks for one.
    ...(legal.lastName === '' ? { lastName: legal.firstName, firstName: '' } : legal),
    preferredName: preferredName(firstName, inOwnScript ? undefined : ownName, origin === SETTLERS, sex, chance),
    birthDate: born,
    grade,
    gradeAsWritten: chance.percent(0.15) ? chance.pick(['UG', 'TBD', '?']) : '',
    repeats,
    entryDate,
    exitDate: family.leftOn,
    isNew: grade > 0 && entryDate >= firstDayOf(THIS_YEAR),
    iep: chance.percent(13),
    earlyGraduation: grade === 12 && chance.percent(5),
  }
}

function preferredName(
  firstName: string,
  ownName: string | undefined,
  isSettler: boolean,
  sex: 'girls' | 'boys',
  chance: Chance,
): string {
  const nickname = NICKNAMES.get(firstName)
  if (nickname !== undefined && chance.percent(45)) return nickname
  if (ownName !== undefined && chance.percent(20)) return ownName
  return !isSettler && chance.percent(5) ? chance.pick(SETTLERS[sex]).latin : ''
}

/** Five before 2 September of the year of kindergarten; some days do not exist, as when a hand slips. */
function birthDate(kindergarten: number, { birthday }: Family, chance: Chance): string {
  const day = later(`${kindergarten - 6}-09-02`, birthday + chance.between(-40, 40))
  return chance.percent(0.15) ? `${chance.pick(['2/30', '6/31', '9/31'])}/${day.slice(0, 4)}` : day
}

/** Numbers as a system gives them out: in the order in which the students came. */
function withNumbers(students: readonly Draft[], chance: Chance) {
  const numbers = new Map<Draft, { id: string; ssid: string }>()
  let local = 401_000
  let state = 1_100_000_000
  for (const student of sortedBy(students, ({ entryDate }) => entryDate)) {
    local += chance.between(1, 9)
    state += chance.between(11, 4_999)
    numbers.set(student, { id: String(local).padStart(7, '0'), ssid: String(state) })
  }
  return students.map((student) => ({ ...student, ...(numbers.get(student) as { id: string; ssid: string }) }))
}

function withStaff(students: readonly Omit<SampleStudent, 'counselor' | 'teacher'>[], staff: StaffRoom) {
  const counselorOf = caseloads(
    students.filter(isSecondary).map(({ lastName }) => lastName),
    staff,
  )
  const classes = Array.from({ length: FIRST_SECONDARY_GRADE }, (_, grade) =>
    classesOf(students.filter((student) => student.grade === grade).length, staff),
  )
  const seats = classes.map((teachers) => teachers.values())
  return students.map((student) => {
    const teacher = seats[student.grade]?.next().value as string
    return isSecondary(student)
      ? { ...student, counselor: counselorOf(student.lastName), teacher: '' }
      : { ...student, counselor: '', teacher }
  })
}
