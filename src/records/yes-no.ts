/**
 * Yes and no, and who came, as sign-in sheets and checkboxes write them (domain C3).
 */
import { plainWords, type Reading, saysNothingOrNA, textOf, unreadable } from './cell-text.ts'
import type { YesNo } from './school.ts'
import type { Cell } from './tab.ts'

function list(phrases: string): ReadonlySet<string> {
  return new Set(phrases.split(' | '))
}

const yes = list('y | yes | true | t | 1 | x | p | present | attended | came | here | done | complete | completed | ok')
const no = list(
  'n | no | false | f | 0 | ns | no show | noshow | absent | did not attend | not attended | did not come | none | not yet | not done | missing',
)

/** Ticks that lose their sign when a text is reduced to letters and digits. */
const ticked = /^[✓✔☑✅🗹]️?$/u
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

const parentWords = list(
  `m | f | g | mom | mother | dad | father | guardian | guardians | parent | parents | both parents | mom and dad | mom dad | mother and father | m f | grandma | grandmother | grandpa | grandfather | grandparent | grandparents | aunt | uncle | stepmom | stepdad | step mom | step dad | stepmother | stepfather | foster parent | foster mother | foster father | by phone | phone | by video`,
)

/** Whether a parent came: yes and no, or who it was. 'B' is both parents, or both parent and student. */
export function readParentAttended(cell: Cell): Reading<boolean> {
  const reading = readYesNo(cell)
  // 'F' is a father here, not false.
  const plain = plainWords(textOf(cell))
  if (plain === 'f') return true
  if (reading !== unreadable) return reading
  if (parentWords.has(plain) || plain === 'b' || plain === 'both' || plain === 'p s') return true
  return plain === 's' || plain === 'student only' ? false : unreadable
}

/** Whether the student came: yes and no, or the letters of a shared column. */
export function readStudentAttended(cell: Cell): Reading<boolean> {
  const reading = readYesNo(cell)
  if (reading !== unreadable) return reading
  const plain = plainWords(textOf(cell))
  if (plain === 's' || plain === 'b' || plain === 'both' || plain === 'student' || plain === 'p s') return true
  return plain === 'parent only' ? false : unreadable
}

/** Who came, from one column for both. */
export interface WhoCame {
  readonly student: YesNo
  readonly parent: YesNo
}

const parentOnly: WhoCame = { student: false, parent: true }
const studentOnly: WhoCame = { student: true, parent: false }
const both: WhoCame = { student: true, parent: true }
const nobody: WhoCame = { student: false, parent: false }

/**
 * 'P' parent, 'S' student, 'B' both, 'M', 'F', 'G' mother, father, guardian; words as well.
 *
 * A bare 'Y' says that somebody came but not who, so it is unreadable; an 'N' says that nobody did.
 */
export function readWhoCame(cell: Cell): Reading<WhoCame> {
  if (typeof cell === 'boolean') return cell ? unreadable : undefined
  const text = textOf(cell)
  if (saysNothingOrNA(text)) return undefined
  const plain = plainWords(text)
  if (plain === 'b' || plain === 'both' || plain === 'all' || plain === 'family') return both
  if (plain === 's' || plain === 'student only' || plain === 'self') return studentOnly
  if (plain === 'p' || plain === 'parent only' || parentWords.has(plain)) return parentOnly
  if (no.has(plain) || plain === 'nobody' || plain === 'no one' || plain === 'neither') return nobody
  return fromParts(plain)
}

/** 'mom and student', 'P/S', 'parent, student', 'student + dad'. */
function fromParts(plain: string): Reading<WhoCame> {
  let student = false
  let parent = false
  for (const part of plain.split(' ')) {
    if (part === 'and' || part === 'with' || part === 'only') continue
    if (part === 's' || part === 'student' || part === 'stu' || part === 'self') student = true
    else if (part === 'p' || parentWords.has(part)) parent = true
    else return unreadable
  }
  return student ? (parent ? both : studentOnly) : parent ? parentOnly : unreadable
}
