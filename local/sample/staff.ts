/** Who looks after whom: a homeroom teacher for each class of kindergarten to grade 6, counselors by surname above. */
import type { Chance } from './chance.ts'
import { ORIGINS } from './origins.ts'
import { foldedName } from './sorting.ts'

/** Students of one elementary class, at most. */
const CLASS_SIZE = 26
/** Students of one counselor, as Utah Administrative Code R277-462-6 has it. */
const CASELOAD = 350
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** As many different names of staff as are needed: 'Ms. Barlow', then 'Mr. D. Barlow' where a name is taken. */
export class StaffRoom {
  private readonly taken = new Set<string>()
  private readonly chance: Chance

  constructor(chance: Chance) {
    this.chance = chance
  }

  teacher(): string {
    for (;;) {
      const surname = this.surname()
      const title = this.chance.pick(['Ms.', 'Mrs.', 'Mr.', 'Miss'])
      const plain = `${title} ${surname}`
      const name = this.taken.has(plain) ? `${title} ${this.initial()}. ${surname}` : plain
      if (this.isNew(name)) return name
    }
  }

  counselor(): string {
    for (;;) {
      const name = `${this.initial()}. ${this.surname()}`
      if (this.isNew(name)) return name
    }
  }

  private surname(): string {
    return this.chance.pick(this.chance.pickByShare(ORIGINS).surnames).latin
  }

  private initial(): string {
    return this.chance.pick([...'ABCDEGHJKLMNRST'])
  }

  private isNew(name: string): boolean {
    if (this.taken.has(name)) return false
    this.taken.add(name)
    return true
  }
}

/** A teacher for each of the students of one grade, in their order: classes of equal size, mixed. */
export function classesOf(students: number, staff: StaffRoom): readonly string[] {
  const teachers = Array.from({ length: Math.ceil(students / CLASS_SIZE) }, () => staff.teacher())
  return Array.from({ length: students }, (_, place) => teachers[place % teachers.length] as string)
}

/**
 * The counselor of each surname, all surnames of one letter with one of them: ranges of the alphabet with about equally
 * many students.
 *
 * @param surnames of all students from grade 7 on
 */
export function caseloads(surnames: readonly string[], staff: StaffRoom): (surname: string) => string {
  const counselors = Array.from({ length: Math.max(1, Math.ceil(surnames.length / CASELOAD)) }, () => staff.counselor())
  const sizes = Array.from(LETTERS, () => 0)
  for (const surname of surnames) sizes[letterOf(surname)]! += 1
  let before = 0
  const ofLetter = sizes.map((size) => {
    const middle = before + size / 2
    before += size
    return counselors[Math.min(counselors.length - 1, Math.floor((middle * counselors.length) / surnames.length || 0))]
  })
  return (surname) => ofLetter[letterOf(surname)] as string
}

/** From 0; names in another script stand at the end of the alphabet. */
function letterOf(surname: string): number {
  return LETTERS.indexOf(foldedName(surname).replace(/[^a-z]/g, '')[0] ?? 'z')
}
