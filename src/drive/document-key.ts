/**
 * Short keys by which files are known again in Drive, whatever people call them and wherever they move them. Nothing of
 * a student can be read from a key.
 */

/** Which document it is; there is one for each. */
export interface DocumentIdentity {
  /** Its name; two schools may have the same student ids. */
  readonly school: string
  readonly studentId: string
  /** 'PCCR'. */
  readonly kind: string
  /** '2026-27'. */
  readonly schoolYear: string
}

/** Of all documents of a school in a year: what one search asks for. */
export function yearKey({ school, schoolYear }: Omit<DocumentIdentity, 'studentId' | 'kind'>): string {
  return keyOf('year', schoolName(school), schoolYear)
}

export function documentKey({ school, studentId, kind, schoolYear }: DocumentIdentity): string {
  return keyOf('document', schoolName(school), studentId, kind, schoolYear)
}

/**
 * What a document says: another template or other data make another key.
 *
 * @param plan what people sign for
 * @param around what goes on around it, which no signature hangs on; nor does one on the template, which says the same in
 *   other words or under another letterhead
 */
export function contentKey(templateRevision: string, plan: object, around: object): string {
  return `${keyOf('plan', JSON.stringify(plan))} ${keyOf('content', templateRevision, JSON.stringify(around))}`
}

/** Whether two documents say the same of what people sign for. @param one from contentKey @param other from contentKey */
export function saysTheSamePlan(one: string, other: string): boolean {
  return one.split(' ')[0] === other.split(' ')[0]
}

/** Of all folders of a school's students. */
export function foldersKey(school: string): string {
  return keyOf('folders', schoolName(school))
}

export function schoolKey(school: string): string {
  return keyOf('school', schoolName(school))
}

export function studentKey(school: string, studentId: string): string {
  return keyOf('student', schoolName(school), studentId)
}

/** A blank more or another case is no other school. */
function schoolName(school: string): string {
  return school.trim().replace(/\s+/g, ' ').toLowerCase()
}

/** Each part with its length, so that no two lists of parts read the same. */
function keyOf(...parts: readonly string[]): string {
  return fnv64(parts.map((part) => `${part.length} ${part}`).join(' '))
}

const wordSize = 2 ** 32

/**
 * FNV-1a with 64 bits over the text's UTF-16 units, as 16 hexadecimal digits. Of a hundred thousand documents two have
 * the same with a chance of one in three thousand million; 32 bits would not do.
 */
export function fnv64(text: string): string {
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (let index = 0; index < text.length; index++) {
    low = (low ^ text.charCodeAt(index)) >>> 0
    // Times 2 ** 40 + 0x1b3, in two halves that stay exact as numbers.
    const product = low * 0x1b3
    high = (high * 0x1b3 + Math.floor(product / wordSize) + ((low << 8) >>> 0)) >>> 0
    low = product >>> 0
  }
  return hex(high) + hex(low)
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0')
}
