/** Names in the order of a list, without a locale, so that every machine gives the same order. */

/** In lower case and without marks: 'García-López' is 'garcia-lopez', 'Sørensen' is 'sorensen'. */
export function foldedName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}ʻʼ’‘'`]/gu, '')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
}

/** The things in the order of their keys; those with equal keys stay in their order. */
export function sortedBy<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Thing[] {
  const keyed = things.map((thing) => ({ thing, key: keyOf(thing) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.map(({ thing }) => thing)
}
