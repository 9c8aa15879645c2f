/**
 * Reading R0: a blank cell is not a no. A question is asked twice, once with every blank taken as no and once as yes;
 * where both give the same answer it stands, else a person must look.
 */
import type { YesNo } from '../records/school.ts'

/** How blanks are taken in one run, and whether the run met any. */
export class Blanks {
  /** What a blank says in this run. */
  readonly taken: boolean
  /** Whether a blank was asked for: if not, the other run would be the same. */
  met = false

  constructor(taken: boolean) {
    this.taken = taken
  }

  yes(value: YesNo): boolean {
    if (value !== undefined) return value
    this.met = true
    return this.taken
  }
}
