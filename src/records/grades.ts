/**
 * Grade levels as student systems and people write them, as one number from −1 (preschool) to 13 (post-high): domain C3.
 */
import type { Grade, IsoDate, SchoolYear } from '../policy/schema.ts'
import { plainWords, type Reading, saysNothingOrNA, textOf, unreadable } from './cell-text.ts'
import type { Cell } from './tab.ts'

const spellings: readonly [Grade, string][] = [
  [
    -1,
    'pk | ppk | pre k | pk3 | pk4 | p3 | p4 | pr | ec | pre kindergarten | preschool | early childhood | early education | pre kinder',
  ],
  [0, 'k | kg | kf | kp | ka | kh | kdg | kind | kinder | kindergarten | tk | transitional kindergarten'],
  [9, 'freshman | freshmen | frosh | fr'],
  [10, 'sophomore | soph | so'],
  [11, 'junior | jr'],
  [12, 'senior | sr'],
  [13, 'pg | ps1 | ps2 | ps3 | ps4 | post graduate | post grad | post secondary | post high | post high school'],
  [13, 'transition | transition 18 22 | adult transition | 18 21 | 18 22 | thirteenth'],
]
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
const cardinals = 'one two three four five six seven eight nine ten eleven twelve'

/** Keys are in lower case and without blanks, so that 'Pre-K', 'pre k' and 'PreK' are one. */
const words = new Map<string, Grade>()
for (const [grade, list] of spellings) for (const word of list.split(' | ')) words.set(word.replace(/ /g, ''), grade)
for (const list of [ordinals, cardinals]) {
  list.split(' ').forEach((word, index) => {
    words.set(word, index + 1)
  })
}

/** Before or behind a grade these change nothing: 'Grade K', 'Half-Day K', 'K AM'. */
const unchanging = /^(grade|gr|am|pm|halfday|fullday)|(grade|grader|gr|year|am|pm|halfday|fullday)$/g

/** In the year that school begins, pupils of preschool are under this age, those of post-secondary programmes over it. */
const schoolAge = 12

/**
 * The grade that a cell names.
 *
 * 'PS' means preschool in some systems and post-secondary in others; the birth date decides, else it is unreadable.
 * 'IT', 'UG', 'OS', 'Other' and 'Ungraded' name no grade (R19) and are unreadable.
 */
export function readGrade(cell: Cell, birthDate: IsoDate | undefined, schoolYear: SchoolYear): Reading<Grade> {
  if (typeof cell === 'boolean') return cell ? unreadable : undefined
  if (typeof cell === 'number') return fromNumber(cell)
  const text = textOf(cell)
  if (saysNothingOrNA(text)) return undefined
  const bare = text.replace(/^uri:.*#/, '').replace(/^−/, '-')
  if (/^-?\d+(\.0*)?$/.test(bare)) return fromNumber(Number(bare))
  const plain = plainWords(bare)
  if (plain === 'ps') return fromBirthDate(birthDate, schoolYear)
  const whole = fromWords(plain)
  if (whole !== unreadable) return whole
  // '9/Freshman', 'Preschool/Prekindergarten': two names of one grade.
  const [first, ...others] = bare.split(/[/()]+/).flatMap((part) => plainWords(part) || [])
  const grade = first === undefined || others.length === 0 ? unreadable : fromWords(first)
  return others.every((part) => fromWords(part) === grade) ? grade : unreadable
}

/** Whether the cell names a grade only together with the birth date. */
export function needsBirthDate(cell: Cell | undefined): boolean {
  return textOf(cell).toUpperCase() === 'PS'
}

function fromWords(plain: string): Grade | typeof unreadable {
  const numbered =
    /^(?:grade|grades|gr|g|level|class|year)? ?0*(\d{1,2})(?: ?(?:st|nd|rd|th))?(?: ?(?:grade|grader|gr))?$/.exec(plain)
  if (numbered) return fromNumber(Number(numbered[1]))
  const joined = plain.replace(/ /g, '')
  return words.get(joined) ?? words.get(joined.replace(unchanging, '')) ?? unreadable
}

function fromNumber(value: number): Grade | typeof unreadable {
  if (value === -2) return -1
  return Number.isInteger(value) && value >= -1 && value <= 13 ? value : unreadable
}

function fromBirthDate(birthDate: IsoDate | undefined, schoolYear: SchoolYear): Reading<Grade> {
  if (birthDate === undefined) return unreadable
  return Number(schoolYear.slice(0, 4)) - Number(birthDate.slice(0, 4)) < schoolAge ? -1 : 13
}

/** The grade in this school year of a student who will graduate in the given year: 12 in the year that ends then. */
export function gradeOfGraduationYear(cell: Cell, schoolYear: SchoolYear): Reading<Grade> {
  const text = textOf(cell)
  if (saysNothingOrNA(text)) return undefined
  const year = /^(?:class of |c\/o )?(?:20|'?)(\d\d)(\.0+)?$/i.exec(text)
  if (!year) return unreadable
  const grade = 12 - (2000 + Number(year[1]) - (Number(schoolYear.slice(0, 4)) + 1))
  return grade >= -1 && grade <= 12 ? grade : unreadable
}
