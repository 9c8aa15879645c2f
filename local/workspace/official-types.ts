/**
 * The Apps Script services as @types/google-apps-script declares them: which methods a class has, what each accepts,
 * which members an enum has. Read from the declarations themselves, so that the emulation cannot drift from them: a
 * name that they do not know is undefined in the script, as in Google, and one that they know but we do not emulate
 * says so.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** What one parameter accepts, as far as Apps Script tells values apart at run time. */
export type Accepts =
  | { readonly kind: 'any' | 'number' | 'integer' | 'string' | 'boolean' | 'null' | 'date' | 'object' }
  | { readonly kind: 'array'; readonly of: Accepts }
  | { readonly kind: 'union'; readonly of: readonly Accepts[] }
  /** An object of a service class, or a member of an enum, by its name in the declarations. */
  | { readonly kind: 'class' | 'enum'; readonly name: string }

export interface Signature {
  readonly parameters: readonly Accepts[]
  /** How many of them must be given. */
  readonly required: number
  readonly variadic: boolean
}

export interface OfficialClass {
  readonly name: string
  /** As Google names it in messages: 'SpreadsheetApp.Range'. */
  readonly qualifiedName: string
  readonly methods: ReadonlyMap<string, readonly Signature[]>
  /** Property name -> enum name, e.g. ProtectionType -> ProtectionType. */
  readonly enums: ReadonlyMap<string, string>
}

export interface OfficialTypes {
  readonly classes: ReadonlyMap<string, OfficialClass>
  readonly enums: ReadonlyMap<string, readonly string[]>
}

/** The declaration files, each with the prefix that Google puts before its classes in messages. */
const files: readonly (readonly [file: string, prefix: string])[] = [
  ['base', ''],
  ['spreadsheet', 'SpreadsheetApp.'],
  ['html', 'HtmlService.'],
  ['lock', 'LockService.'],
  ['properties', 'PropertiesService.'],
  ['cache', 'CacheService.'],
  ['script', 'ScriptApp.'],
  ['utilities', 'Utilities.'],
]

let loaded: OfficialTypes | undefined

/** The declarations, parsed once per process. */
export function officialTypes(): OfficialTypes {
  loaded ??= load()
  return loaded
}

function declarations(file: string): string {
  const home = path.dirname(createRequire(import.meta.url).resolve('@types/google-apps-script/package.json'))
  return readFileSync(path.join(home, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
}

function load(): OfficialTypes {
  const bodies: { name: string; prefix: string; body: string }[] = []
  const enums = new Map<string, readonly string[]>()
  const aliases = new Map<string, string>()
  for (const [file, prefix] of files) {
    const text = declarations(`google-apps-script.${file}.d.ts`)
    for (const [, name, body] of text.matchAll(/\benum (\w+) \{([^}]*)\}/g)) {
      enums.set(
        name!,
        (body!.match(/\w+/g) ?? []).filter((word) => /^[A-Z]/.test(word)),
      )
    }
    for (const [, name, type] of text.matchAll(/\btype (\w+) = ([^;]+);/g)) aliases.set(name!, type!)
    for (const match of text.matchAll(/\b(?:interface|class) (\w+)[^{;]*\{/g)) {
      bodies.push({ name: match[1]!, prefix, body: braced(text, match.index + match[0].length) })
    }
  }
  const accepts = (type: string) => acceptsOf(type, { enums, aliases })
  const classes = new Map<string, OfficialClass>(driveCollections().map((collection) => [collection.name, collection]))
  for (const { name, prefix, body } of bodies) {
    const enumProperties = new Map<string, string>()
    for (const member of split(body, ';')) {
      const property = /^(\w+): typeof (?:\w+\.)*(\w+)$/.exec(member)
      if (property !== null) enumProperties.set(property[1]!, property[2]!)
    }
    const qualifiedName = prefix === `${name}.` ? name : `${prefix}${name}`
    classes.set(name, { name, qualifiedName, methods: methodsOf(body, accepts), enums: enumProperties })
  }
  return { classes, enums }
}

function methodsOf(body: string, accepts: (type: string) => Accepts): Map<string, Signature[]> {
  const methods = new Map<string, Signature[]>()
  for (const member of split(body, ';')) {
    const method = /^(\w+)\(([\s\S]*)\):/.exec(member)
    if (method === null) continue
    const signatures = methods.get(method[1]!) ?? []
    signatures.push(signatureOf(method[2]!, accepts))
    methods.set(method[1]!, signatures)
  }
  return methods
}

/** Whether a class is a collection of an advanced service. */
export function isAdvanced({ name }: OfficialClass): boolean {
  return name.includes('.')
}

/** The collections of the advanced Drive service, by the names that a script uses: 'Drive.Files'. */
function driveCollections(): OfficialClass[] {
  const text = declarations('apis/drive_v3.d.ts')
  const collections = [...text.matchAll(/^\s*(\w+): Drive_v3\.Drive\.V3\.Collection\.(\w+);/gm)]
  return collections.map(([, property, collection]) => {
    const opening = `interface ${collection} {`
    const body = braced(text, text.indexOf(opening) + opening.length)
    const methods = methodsOf(body, acceptedByApi)
    const name = `Drive.${property}`
    // The declarations lack the parameters of an export, without which it gives no content.
    if (name === 'Drive.Files') {
      const parameters: Accepts[] = [{ kind: 'string' }, { kind: 'string' }, { kind: 'object' }]
      methods.get('export')!.push({ parameters, required: parameters.length, variadic: false })
    }
    return { name, qualifiedName: name, methods, enums: new Map() }
  })
}

/** A resource or a set of parameters is an object; where a blob may stand, null may. */
function acceptedByApi(type: string): Accepts {
  const written = type.trim()
  if (written.endsWith('.Blob')) {
    return { kind: 'union', of: [{ kind: 'class', name: 'Blob' }, { kind: 'null' }] }
  }
  return primitives[written] ?? { kind: 'object' }
}

/** The text from `start` up to the brace that closes the one before it. */
function braced(text: string, start: number): string {
  let depth = 1
  let end = start
  while (depth > 0) {
    const character = text[end++]
    if (character === undefined) throw new Error('The declarations of @types/google-apps-script end inside a brace.')
    if (character === '{') depth++
    if (character === '}') depth--
  }
  return text.slice(start, end - 1)
}

/** Parts between separators that stand outside every bracket, trimmed, without empty ones. */
function split(text: string, separator: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    const character = text[at]
    if (character !== undefined && '([{<'.includes(character)) depth++
    else if (character !== undefined && ')]}>'.includes(character) && text[at - 1] !== '=') depth--
    if (at < text.length && (depth > 0 || character !== separator)) continue
    const part = text.slice(start, at).trim()
    if (part !== '') parts.push(part)
    start = at + 1
  }
  return parts
}

function signatureOf(parameters: string, accepts: (type: string) => Accepts): Signature {
  let required = 0
  let variadic = false
  const types = split(parameters, ',').map((parameter) => {
    const [, rest, , optional, type] = /^(\.\.\.)?(\w+)(\?)?:\s*([\s\S]+)$/.exec(parameter)!
    if (rest !== undefined) variadic = true
    else if (optional === undefined) required++
    return accepts(type!)
  })
  return { parameters: types, required, variadic }
}

interface Names {
  readonly enums: ReadonlyMap<string, unknown>
  readonly aliases: ReadonlyMap<string, string>
}

const primitives: Readonly<Record<string, Accepts>> = {
  any: { kind: 'any' },
  number: { kind: 'number' },
  Integer: { kind: 'integer' },
  Byte: { kind: 'integer' },
  string: { kind: 'string' },
  Char: { kind: 'string' },
  boolean: { kind: 'boolean' },
  null: { kind: 'null' },
  undefined: { kind: 'null' },
  Date: { kind: 'date' },
}

function acceptsOf(written: string, names: Names): Accepts {
  const type = written.trim().replace(/^\|/, '').trim()
  const alternatives = split(type, '|')
  if (alternatives.length > 1) return { kind: 'union', of: alternatives.map((part) => acceptsOf(part, names)) }
  if (type.endsWith('[]')) return { kind: 'array', of: acceptsOf(type.slice(0, -2), names) }
  const generic = /^Array<([\s\S]*)>$/.exec(type)
  if (generic !== null) return { kind: 'array', of: acceptsOf(generic[1]!, names) }
  if (type.startsWith('(')) return acceptsOf(type.slice(1, -1), names)
  if (type.startsWith('{')) return { kind: 'object' }
  if (type.startsWith('"')) return { kind: 'string' }
  const name = type.slice(type.lastIndexOf('.') + 1)
  const primitive = primitives[name]
  if (primitive !== undefined) return primitive
  const alias = names.aliases.get(name)
  if (alias !== undefined) return acceptsOf(alias, names)
  if (names.enums.has(name)) return { kind: 'enum', name }
  return { kind: 'class', name }
}
