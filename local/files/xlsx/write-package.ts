import { childrenOf, element, parseXml, xmlPart } from '../xml.ts'
import type { CarriedWorkbook } from './carried.ts'
import { type Parts, relationshipsOf, relationshipsPath } from './package.ts'

/** The parts that were written, and every carried part that they lead to; first the list of their types. */
export function withCarriedParts(
  written: Parts,
  types: ReadonlyMap<string, string>,
  carried: CarriedWorkbook | undefined,
): Parts {
  const parts: Parts = new Map(written)
  const visited = new Set<string>()
  const waiting = ['']
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (visited.has(part)) continue
    visited.add(part)
    const bytes = part === '' ? undefined : (parts.get(part) ?? carried?.parts.get(part))
    if (bytes) parts.set(part, bytes)
    const relations = relationshipsPath(part)
    const isWritten = part === '' || written.has(part)
    const source = isWritten ? parts : (carried?.parts ?? parts)
    const relationBytes = source.get(relations)
    if (!relationBytes) continue
    parts.set(relations, relationBytes)
    for (const relation of relationshipsOf(source, part)) if (!relation.external) waiting.push(relation.target)
  }
  const listed = carried?.parts.get('[Content_Types].xml')
  const carriedTypes = listed ? childrenOf(parseXml(listed)) : []
  const defaults = new Map([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...carriedTypes
      .filter(({ name }) => name === 'Default')
      .map(({ attributes }) => [attributes.Extension ?? '', attributes.ContentType ?? ''] as const),
  ])
  const overrides = new Map(
    carriedTypes
      .filter(({ name }) => name === 'Override')
      .map(({ attributes }) => [(attributes.PartName ?? '').slice(1), attributes.ContentType ?? ''] as const)
      .filter(([name]) => parts.has(name)),
  )
  for (const [name, type] of types) overrides.set(name, type)
  const root = element('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' }, [
    ...[...defaults].map(([extension, type]) => element('Default', { Extension: extension, ContentType: type })),
    ...[...overrides].map(([name, type]) => element('Override', { PartName: `/${name}`, ContentType: type })),
  ])
  return new Map([['[Content_Types].xml', xmlPart(root)], ...parts])
}
