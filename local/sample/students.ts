import { Chance } from './chance.ts'
import { later, schoolDay } from './days.ts'
import { COUNSELORS, ELEMENTARY_TEACHERS, FIRST_NAMES, LANGUAGES, LAST_NAMES, STREETS } from './names.ts'

/** One student of the sample school, as the school itself would know it. */
export interface SampleStudent {
  readonly id: string
  readonly lastName: string
  readonly firstName: string
  readonly preferredName: string
  readonly birthDate: string
  readonly grade: number
  readonly entryDate: string
  readonly exitDate: string
  readonly iep: boolean
  readonly earlyGraduation: boolean
  readonly language: string
  readonly counselor: string
  readonly teacher: string
  readonly guardian: {
    readonly name: string
    readonly relation: string
    readonly phone: string
    readonly email: string
  }
  readonly street: string
  /** Came from another school within this school year. */
  readonly isNew: boolean
  /** Is in this grade for the second year. */
  readonly repeats: boolean
}

/** Students in each grade, kindergarten first: 120 in all. */
const SIZES = [9, 10, 9, 9, 10, 8, 9, 11, 10, 9, 9, 9, 8]

/** The students by grade, then by name, as a secretary keeps them. */
export function sampleStudents(): SampleStudent[] {
  const chance = new Chance(20_261_123)
  const firstNames = chance.shuffle([...FIRST_NAMES, ...FIRST_NAMES])
  const lastNames = chance.shuffle([...LAST_NAMES, ...LAST_NAMES])
  const students: SampleStudent[] = []
  SIZES.forEach((size, grade) => {
    const inGrade = Array.from({ length: size }, (_, place) => {
      const number = students.length + place
      return student(chance, grade, firstNames[number] as string, lastNames[number] as string, number)
    })
    students.push(...inGrade.sort((a, b) => (a.lastName < b.lastName ? -1 : a.lastName > b.lastName ? 1 : 0)))
  })
  return students
}

function student(chance: Chance, grade: number, firstName: string, lastName: string, number: number): SampleStudent {
  const isNew = number % 23 === 11
  const repeats = grade === 8 && number % 10 === 4
  // Five before 2 September in kindergarten; those who repeat are a year older.
  const birthYear = 2026 - 5 - grade - (repeats ? 1 : 0)
  const birthDate = later(`${birthYear - 1}-09-02`, chance.between(0, 363))
  const family = lastName.split(' ')[0] as string
  const relation = chance.pick(['Mother', 'Mother', 'Father', 'Grandmother', 'Guardian'])
  const plain = family
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
  return {
    id: String(4107 + number * 7).padStart(6, '0'),
    lastName,
    firstName,
    preferredName: number % 17 === 3 ? firstName.slice(0, 3) : '',
    birthDate,
    grade,
    entryDate: isNew ? schoolDay(later('2026-10-05', chance.between(0, 40))) : enteredBefore(chance, grade),
    exitDate: number % 41 === 17 ? schoolDay(later('2026-10-12', chance.between(0, 30))) : '',
    iep: chance.percent(13),
    earlyGraduation: grade === 12 && number % 8 === 2,
    language: chance.pick(LANGUAGES),
    counselor: COUNSELORS.find(({ upTo }) => grade <= upTo)?.name ?? '',
    teacher: grade <= 6 ? (ELEMENTARY_TEACHERS[grade] as string) : `Room ${200 + grade}`,
    guardian: {
      name: `${chance.pick(FIRST_NAMES)} ${lastName}`,
      relation,
      phone: `801-555-0${String(chance.between(100, 199))}`,
      email: chance.percent(70) ? `${plain}${number}@family.example` : '',
    },
    street: `${chance.between(10, 990)} ${chance.pick(STREETS)}`,
    isNew,
    repeats,
  }
}

/** The first day of some school year at this school, kindergarten at the earliest. */
function enteredBefore(chance: Chance, grade: number): string {
  const firstDays = ['2026-08-17', '2025-08-18', '2024-08-19', '2023-08-21', '2022-08-22', '2021-08-23', '2020-08-24']
  const most = Math.min(grade, firstDays.length - 1)
  return firstDays[chance.percent(60) ? most : chance.between(0, most)] as string
}
