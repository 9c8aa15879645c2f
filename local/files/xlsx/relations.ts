import { element, xmlPart } from '../xml.ts'
import { DOCUMENT_RELATIONS, PACKAGE_RELATIONS, type Parts, type Relationship, relationshipsPath } from './package.ts'

const STRICT_RELATIONS = 'http://purl.oclc.org/ooxml/officeDocument/relationships/'

/** The relationships of a part that is being written. */
export class Relations {
  private readonly list: Relationship[]
  private next = 1

  constructor(carried: readonly Relationship[]) {
    this.list = [...carried]
  }

  /** @returns the new relationship's id */
  add(kind: string, target: string, external = false): string {
    const found =
      external &&
      this.list.find((relation) => relation.external && relation.kind === kind && relation.target === target)
    if (found) return found.id
    while (this.list.some((relation) => relation.id === `rId${this.next}`)) this.next++
    const id = `rId${this.next}`
    this.list.push({ id, kind, type: DOCUMENT_RELATIONS + kind, target, external })
    return id
  }

  remove(...kinds: string[]): void {
    for (let at = this.list.length - 1; at >= 0; at--) {
      if (kinds.includes((this.list[at] as Relationship).kind)) this.list.splice(at, 1)
    }
  }

  idOf(target: string): string | undefined {
    return this.list.find((relation) => relation.target === target)?.id
  }

  writeTo(parts: Parts, from: string): void {
    if (this.list.length === 0) return
    const entries = this.list.map(({ id, type, target, external }) =>
      element('Relationship', {
        Id: id,
        Type: type.replace(STRICT_RELATIONS, DOCUMENT_RELATIONS),
        Target: external ? target : relativeTarget(from, target),
        TargetMode: external ? 'External' : undefined,
      }),
    )
    parts.set(relationshipsPath(from), xmlPart(element('Relationships', { xmlns: PACKAGE_RELATIONS }, entries)))
  }
}

function relativeTarget(from: string, target: string): string {
  const here = from.split('/').slice(0, -1)
  const there = target.split('/')
  while (here.length > 0 && here[0] === there[0]) {
    here.shift()
    there.shift()
  }
  return encodeURI([...here.map(() => '..'), ...there].join('/'))
}
