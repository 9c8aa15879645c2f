/** The policies that are built in. A new pack is added to this list and to PolicyId in schema.ts. */
import { davis4I101 } from './packs/davis-4i-101.ts'
import { ega2012 } from './packs/ega-2012.ts'
import { ega2019 } from './packs/ega-2019.ts'
import { spectrum4IP401 } from './packs/spectrum-4ip-401.ts'
import { utahR2774625 } from './packs/utah-r277-462-5.ts'
import { washington4030 } from './packs/washington-4030.ts'
import type { Policy } from './schema.ts'

/** The first is the one that is assumed where nobody chose. */
export const policies: readonly Policy[] = [davis4I101, spectrum4IP401, ega2019, ega2012, washington4030, utahR2774625]

/** The policy with this id, or undefined: what a person typed may be anything. */
export function policyById(id: string): Policy | undefined {
  return policies.find((policy) => policy.id === id)
}

/** The policy that a person means, by its id or its name. */
export function policyNamed(written: string): Policy | undefined {
  const typed = written.toLowerCase()
  return policies.find(({ id, name }) => id === typed || name.toLowerCase() === typed)
}
