/**
 * Yes and no, and who came, as sign-in sheets and checkboxes write them (domain C3).
 */
import { plainWords, type Reading, saysNothingOrNA, textOf, unreadable } from './cell-text.ts'
import type { Cell } from './tab.ts'

function list(phrases: string): ReadonlySet<string> {
  return new Set(phrases.split(' | '))
}

const yes = list(
  'y | yes | true | t | 1 | 1 0 | x | p | present | attended | came | here | done | complete | completed | ok',
)
const no = list(
  'n | no | false | f | 0 | 0 0 | ns | no show | noshow | absent | did not attend | not attended | did not come | none | not yet | not done | missing',
)

/** Ticks that lose their sign when a text is reduced to letters and digits. */
const ticked = /^[✓✔√☑✅🗹]️?$/u
const crossed = /^[✗✘❌☐]️?$/u

/** A yes or a no. Blank, '-' and 'N/A' say neither. */
export function readYesNo(cell: Cell): Reading<boolean> {
  if (typeof cell === 'boolean') return cell
  const text = textOf(cell)
  if (saysNothingOrNA(text)) return undefined
  if (ticked.test(text)) return true
  if (crossed.test(text)) return false
  const plain = plainWords(text)
  return yes.has(plain) ? true : no.has(plain) ? false : unreadable
}

/** As {@link readYesNo}, where a date means that it was done on that day. */
export function readTick(cell: Cell): Reading<boolean> {
  const reading = readYesNo(cell)
  return reading === unreadable && /^\d{4}-\d\d-\d\d$|^\d{1,2}\/\d{1,2}\/(\d\d|\d{4})$/.test(textOf(cell))
    ? true
    : reading
}

const specialEducation = list(
  'iep | active | current | eligible | sped | sp ed | special ed | special education | has iep | y iep | yes iep',
)
const generalEducation = list(
  'no iep | not iep | inactive | exited | not eligible | ineligible | reg ed | regular ed | gen ed | general education | regular education',
)

/** Placements and the categories of the federal act (34 CFR 300.8): who is named under one has an IEP. */
const category =
  /\b(resource|inclusion|designated instruction|special day class|self contained|specialty program|speech|specific l|learning disab|autis|emotional dist|hearing imp|visual imp|intellectual|multiple disab|orthopedic|other health imp|traumatic|developmental delay|deaf|blind)/

/** Whether a student has an IEP, from a column that may also name its state, the placement or the disability. */
export function readIep(cell: Cell): Reading<boolean> {
  const reading = readYesNo(cell)
  if (reading !== unreadable) return reading
  const plain = plainWords(textOf(cell))
  if (generalEducation.has(plain)) return false
  return specialEducation.has(plain) || category.test(plain) ? true : unreadable
}

/** Whether a row of userFlags.csv (School Data Sync) gives its student an IEP. */
export function isIepFlag(cell: Cell | undefined): boolean {
  return textOf(cell).toLowerCase() === 'iep'
}

const parentWords = list(
  `p | m | f | g | mom | mother | dad | father | guardian | guardians | parent | parents | grandma | grandmother | grandpa | grandfather | grandparent | grandparents | aunt | uncle | stepmom | stepdad | step | stepmother | stepfather | foster | phone | video`,
)
const studentWords = list('s | student | stu | self')
const fillingWords = list('and | with | only | by | both')

/** Whether a parent came: yes and no, or who it was. 'B' is both parents, or both parent and student. */
export function readParentAttended(cell: Cell): Reading<boolean> {
  const reading = readYesNo(cell)
  // 'F' is a father here, not false.
  if (plainWords(textOf(cell)) === 'f') return true
  if (reading !== unreadable) return reading
  const who = readWhoCame(cell)
  return typeof who === 'object' ? who.parent : who
}

/** Whether the student came: yes and no, or the letters of a shared column. A bare 'M' may mean "missed". */
export function readStudentAttended(cell: Cell): Reading<boolean> {
  const reading = readYesNo(cell)
  if (reading !== unreadable) return reading
  const who = readWhoCame(cell)
  if (typeof who !== 'object') return who
  return who.student || (/parent/i.test(textOf(cell)) || !who.parent ? false : unreadable)
}

/** Who came, from one column for both. */
export interface WhoCame {
  readonly student: boolean
  readonly parent: boolean
}

/**
 * 'P' parent, 'S' student, 'B' both, 'M', 'F', 'G' mother, father, guardian; words and lists as well: 'mom and student'.
 *
 * A bare 'Y' says that somebody came but not who, so it is unreadable; an 'N' says that nobody did.
 */
export function readWhoCame(cell: Cell): Reading<WhoCame> {
  if (typeof cell === 'boolean') return cell ? unreadable : undefined
  const text = textOf(cell)
  if (saysNothingOrNA(text)) return undefined
  const plain = plainWords(text)
  if (/^(b|both|all|family)$/.test(plain)) return { student: true, parent: true }
  // 'F' is a father here, not false.
  if ((plain !== 'f' && no.has(plain)) || /^(nobody|no one|neither)$/.test(plain))
    return { student: false, parent: false }
  const words = plain.split(' ').filter((word) => !fillingWords.has(word))
  const student = words.some((word) => studentWords.has(word))
  const parent = words.some((word) => parentWords.has(word))
  const known = words.every((word) => studentWords.has(word) || parentWords.has(word))
  return known && (student || parent) ? { student, parent } : unreadable
}
