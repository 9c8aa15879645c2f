/**
 * The parts of an .xlsx file and how they refer to each other (ECMA-376 part 2, Open Packaging Conventions).
 */
import { childrenOf, parseXml } from '../xml.ts'

export type Parts = Map<string, Uint8Array>

export interface Relationship {
  readonly id: string
  /** The last word of its type, which the strict and the transitional dialect share: 'worksheet', 'styles', … */
  readonly kind: string
  readonly type: string
  /** The part's name in the package, or the address as it is written when it lies outside. */
  readonly target: string
  readonly external: boolean
}

/** Where the relationships of a part stand; '' is the package itself. */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** What a part refers to; none when it refers to nothing. */
export function relationshipsOf(parts: Parts, part: string): Relationship[] {
  const bytes = parts.get(relationshipsPath(part))
  if (!bytes) return []
  return childrenOf(parseXml(bytes), 'Relationship').map(({ attributes }) => {
    const external = attributes.TargetMode === 'External'
    const type = attributes.Type ?? ''
    const target = attributes.Target ?? ''
    return {
      id: attributes.Id ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      type,
      target: external ? target : resolve(part, target),
      external,
    }
  })
}

/** The name of the part that a relative or absolute target means. */
export function resolve(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return decodeURI(steps.join('/'))
}

export const DOCUMENT_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
export const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** Beginning of the types of the parts of a spreadsheet. */
export const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
