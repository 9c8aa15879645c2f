/**
 * Reading R0: a blank cell is not a no. A question is asked twice, once with every blank taken as no and once as yes;
 * where both give the same answer it stands, else a person must look.
 */
import type { YesNo } from '../records/school.ts'

/** What a cell would have said: a person is told which one to fill in. */
export type Asked =
  | 'who-came'
  | 'group-size'
  | 'iep'
  | 'iep-reviewed'
  | 'purpose'
  | 'course-plan'
  | 'early-graduation'
  | 'objectives'

/** How blanks are taken in one run, and the first that the run met. */
export class Blanks {
  /** What a blank says in this run. */
  readonly taken: boolean
  /** If none was met, the other run would be the same. */
  met: Asked | undefined

  constructor(taken: boolean) {
    this.taken = taken
  }

  yes(value: YesNo, asked: Asked): boolean {
    if (value !== undefined) return value
    this.meet(asked)
    return this.taken
  }

  /** Takes note of a blank that was met, here or in an answer that is used again. */
  meet(asked: Asked | undefined): void {
    this.met ??= asked
  }
}
