/** How people type what they know: the same person alike for the most part, everybody else in another way (domain C3). */
import type { CellValue } from '../workspace/model.ts'
import type { Chance } from './chance.ts'
import { serial } from './days.ts'
import type { Came, DayOnFile } from './records.ts'
import type { SampleStudent } from './students.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

interface Parts {
  readonly year: string
  readonly month: number
  readonly date: number
}

const two = (number: number): string => String(number).padStart(2, '0')

/** Ways of typing a day, each by its example for 8 October 2026; all of them can be read in one way only here. */
const DAYS = {
  '10/8/26': ({ year, month, date }: Parts) => `${month}/${date}/${year.slice(2)}`,
  '10/08/2026': ({ year, month, date }: Parts) => `${two(month)}/${two(date)}/${year}`,
  '10-8-26': ({ year, month, date }: Parts) => `${month}-${date}-${year.slice(2)}`,
  'Oct 8, 2026': ({ year, month, date }: Parts) => `${MONTHS[month - 1]} ${date}, ${year}`,
  '8-Oct-26': ({ year, month, date }: Parts) => `${date}-${MONTHS[month - 1]}-${year.slice(2)}`,
  '2026-10-08': ({ year, month, date }: Parts) => `${year}-${two(month)}-${two(date)}`,
  '10/8': ({ month, date }: Parts) => `${month}/${date}`,
  'Oct 8': ({ month, date }: Parts) => `${MONTHS[month - 1]} ${date}`,
} as const

export type WayOfDays = keyof typeof DAYS
export const WAYS_OF_DAYS = Object.keys(DAYS) as readonly WayOfDays[]

/** The first day of which the year may be left out: it is this school year's. */
const YEAR_IS_CLEAR = '2026-07-01'

/** A day as somebody types it. */
export function typedDay(day: string, way: WayOfDays): string {
  const [year, month, date] = day.split('-') as [string, string, string]
  const withYear = day < YEAR_IS_CLEAR && (way === '10/8' || way === 'Oct 8') ? '10/8/26' : way
  return DAYS[withYear]({ year, month: Number(month), date: Number(date) })
}

const ENDINGS = ['th', 'st', 'nd', 'rd']
const CLASSES = ['Freshman', 'Sophomore', 'Junior', 'Senior']

function ordinal(grade: number): string {
  return `${grade}${ENDINGS[grade] ?? 'th'}`
}

/** Ways of writing a grade, each by its example for grade 9. */
const GRADES = {
  '9': (grade: number): CellValue => (grade === 0 ? 'K' : grade),
  '09': (grade: number) => (grade === 0 ? 'KG' : two(grade)),
  '9th': (grade: number) => (grade === 0 ? 'K' : ordinal(grade)),
  Freshman: (grade: number) => (grade === 0 ? 'Kinder' : (CLASSES[grade - 9] ?? ordinal(grade))),
  'Gr 9': (grade: number) => (grade === 0 ? 'KG' : `Gr ${grade}`),
} as const

export type WayOfGrades = keyof typeof GRADES
export const WAYS_OF_GRADES = Object.keys(GRADES) as readonly WayOfGrades[]

export function typedGrade(grade: number, way: WayOfGrades): CellValue {
  return GRADES[way](grade)
}

/** Ways of noting who came. */
const CAME = {
  B: { both: 'B', student: 'S', parent: 'P', nobody: 'NS' },
  b: { both: 'b', student: 's', parent: 'p', nobody: 'n' },
  'P/S': { both: 'P/S', student: 'S', parent: 'P', nobody: 'no show' },
  words: { both: 'both', student: 'student', parent: 'mom', nobody: 'no show' },
} as const

const YES_NO = [
  ['Y', 'N'],
  ['Yes', 'No'],
  ['x', 'N'],
] as const

/** What somebody at a keyboard is used to. */
export interface Habit {
  /** 'date' is a cell that the spreadsheet itself knows for a date. */
  readonly day: WayOfDays | 'date'
  readonly grade: WayOfGrades
  readonly came: keyof typeof CAME
}

/** One person, who now and then types in another way than usual. */
export class Pen {
  private readonly habit: Habit
  private readonly slips: number
  private readonly chance: Chance

  /** @param slips in how many cells of a hundred the habit is not kept */
  constructor(habit: Habit, slips: number, chance: Chance) {
    this.habit = habit
    this.slips = slips
    this.chance = chance
  }

  /** A spreadsheet's number, or text; undefined for a blank. */
  day(day: DayOnFile): CellValue | undefined {
    if (day === '') return undefined
    if (!/^\d{4}-/.test(day)) return day
    const way = this.slipped() ? this.chance.pick(WAYS_OF_DAYS) : this.habit.day
    return way === 'date' ? serial(day) : typedDay(day, way)
  }

  grade({ grade, gradeAsWritten }: SampleStudent): CellValue {
    if (gradeAsWritten !== '') return gradeAsWritten
    return typedGrade(grade, this.slipped() ? this.chance.pick(WAYS_OF_GRADES) : this.habit.grade)
  }

  came(came: Came): string | undefined {
    return came && CAME[this.habit.came][came]
  }

  yesNo(value: boolean | undefined): string | undefined {
    if (value === undefined) return undefined
    const [yes, no] = this.slipped() ? this.chance.pick(YES_NO) : YES_NO[0]
    return value ? yes : no
  }

  /** An id as text, or as the number that a spreadsheet makes of it. */
  id(id: string): CellValue {
    return this.slipped() ? Number(id) : id
  }

  private slipped(): boolean {
    return this.chance.percent(this.slips)
  }
}
