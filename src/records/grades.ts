/**
 * Grade levels as student systems and people write them, as one number from −1 (preschool) to 13 (post-high): domain C3.
 */
import type { Grade, IsoDate, SchoolYear } from '../policy/schema.ts'
import { plainWords, type Reading, saysNothingOrNA, textOf, unreadable } from './cell-text.ts'
import type { Cell } from './tab.ts'

const spellings: readonly [Grade, string][] = [
  [
    -1,
    'pk | ppk | pre k | pk3 | pk4 | p3 | p4 | pr | ec | pre kindergarten | preschool | early childhood | pre kinder',
  ],
  [0, 'k | kg | kf | kp | ka | kh | kdg | kind | kinder | kindergarten | tk | transitional kindergarten'],
  [0, 'half day kindergarten | full day kindergarten'],
  [9, 'freshman | freshmen | frosh'],
  [10, 'sophomore | soph'],
  [11, 'junior'],
  [12, 'senior'],
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
  const numbered =
    /^(?:grade|grades|gr|g|level|class|year)? ?0*(\d{1,2})(?: ?(?:st|nd|rd|th))?(?: ?(?:grade|grader|gr))?$/.exec(plain)
  if (numbered) return fromNumber(Number(numbered[1]))
  const joined = plain.replace(/ /g, '')
  const known = words.get(joined) ?? words.get(joined.replace(/^(grade|gr)|(grade|grader|gr|year)$/g, ''))
  return known ?? unreadable
}

function fromNumber(value: number): Reading<Grade> {
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
  const year = /^(?:class of )?((?:20)\d\d)(\.0+)?$/i.exec(text)
  if (!year) return unreadable
  const grade = 12 - (Number(year[1]) - (Number(schoolYear.slice(0, 4)) + 1))
  return grade >= -1 && grade <= 12 ? grade : unreadable
}
