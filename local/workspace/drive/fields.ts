/**
 * The `fields` parameter of Google's APIs: `id,name`, `files(id,name),nextPageToken`, `files/id`, `*`
 * (developers.google.com/workspace/drive/api/guides/fields-parameter).
 */

/** What is asked of each field: the whole, or parts of it. */
export type Fields = ReadonlyMap<string, Fields> | 'all'

/** What Google answers with "Invalid field selection …". */
export class InvalidFields extends Error {}

/** @throws InvalidFields where it breaks the grammar */
export function readFields(written: string): Fields {
  const reader = { rest: written.replaceAll(/\s/g, '') }
  const fields = listOf(reader)
  if (reader.rest !== '') throw new InvalidFields(written)
  return fields
}

interface Reader {
  rest: string
}

function listOf(reader: Reader): Fields {
  const fields = new Map<string, Fields>()
  do {
    const [name, part] = fieldOf(reader)
    fields.set(name, part)
  } while (taken(reader, ','))
  return fields.has('*') ? 'all' : fields
}

function fieldOf(reader: Reader): [string, Fields] {
  const name = /^(\w+|\*)/.exec(reader.rest)?.[0]
  if (name === undefined) throw new InvalidFields(reader.rest)
  reader.rest = reader.rest.slice(name.length)
  if (taken(reader, '/')) return [name, new Map([fieldOf(reader)])]
  if (!taken(reader, '(')) return [name, 'all']
  const parts = listOf(reader)
  if (!taken(reader, ')')) throw new InvalidFields(reader.rest)
  return [name, parts]
}

function taken(reader: Reader, sign: string): boolean {
  if (!reader.rest.startsWith(sign)) return false
  reader.rest = reader.rest.slice(1)
  return true
}

/**
 * The asked part of an answer. A field that has no value is left out.
 * @param known every field that the resource may have, with the parts of those that have parts
 * @throws InvalidFields for a field that the resource does not have
 */
export function selected(value: unknown, fields: Fields, known: Fields): unknown {
  if (Array.isArray(value)) return value.map((element) => selected(element, fields, known))
  if (fields === 'all' || known === 'all') return value
  const all = Object.entries((value ?? {}) as object)
  for (const name of fields.keys()) if (!known.has(name)) throw new InvalidFields(name)
  return Object.fromEntries(
    all.flatMap(([name, part]) => {
      const asked = fields.get(name)
      return asked === undefined || part === undefined ? [] : [[name, selected(part, asked, known.get(name) ?? 'all')]]
    }),
  )
}
