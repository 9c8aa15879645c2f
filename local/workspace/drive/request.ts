/** What a script hands to the Drive API, read strictly: a field or parameter that we do not know is not passed over. */
import { NotEmulated, Refusal } from '../refusal.ts'

/** A refusal of a Google API, with what the script finds in `details` of the error. */
export class ApiRefusal extends Refusal {
  override readonly name = 'GoogleJsonResponseException'
  override readonly details: object

  /** @param call 'files.create' */
  constructor(call: string, code: number, reason: string, message: string) {
    super(`API call to drive.${call} failed with error: ${message}`)
    this.details = { code, message, errors: [{ domain: 'global', reason, message }] }
  }
}

export function notFound(call: string, id: string): ApiRefusal {
  return new ApiRefusal(call, 404, 'notFound', `File not found: ${id}.`)
}

export function invalid(call: string, message: string): ApiRefusal {
  return new ApiRefusal(call, 400, 'invalid', message)
}

/** The fields of a file that a script may write. */
export interface FileWish {
  readonly id?: string
  readonly name?: string
  readonly mimeType?: string
  readonly description?: string
  readonly starred?: boolean
  readonly trashed?: boolean
  readonly parents?: readonly string[]
  /** Null takes a property away. */
  readonly appProperties?: Readonly<Record<string, string | null>>
  /** RFC 3339. */
  readonly createdTime?: string
  readonly modifiedTime?: string
}

const writable = {
  id: isText,
  name: isText,
  mimeType: isText,
  description: isText,
  starred: isTruth,
  trashed: isTruth,
  parents: isList,
  appProperties: isProperties,
  createdTime: isTime,
  modifiedTime: isTime,
}

/** Those that files.update and files.copy leave alone or refuse otherwise. */
export function fileWish(resource: object, call: string): FileWish {
  return checked(resource, writable, call)
}

/** Parameters of all methods; each method says which of them it takes. */
const parameters = {
  fields: isText,
  supportsAllDrives: isTruth,
  includeItemsFromAllDrives: isTruth,
  corpora: isText,
  spaces: isText,
  q: isText,
  orderBy: isText,
  pageSize: isWhole,
  pageToken: isText,
  addParents: isText,
  removeParents: isText,
  alt: isText,
  count: isWhole,
  space: isText,
}

export interface Parameters {
  readonly fields?: string
  readonly supportsAllDrives?: boolean
  readonly includeItemsFromAllDrives?: boolean
  readonly corpora?: string
  readonly spaces?: string
  readonly q?: string
  readonly orderBy?: string
  readonly pageSize?: number
  readonly pageToken?: string
  readonly addParents?: string
  readonly removeParents?: string
  readonly alt?: string
  readonly count?: number
  readonly space?: string
}

/** @param taken names of the parameters that the method takes */
export function parametersOf(given: object, taken: readonly (keyof Parameters)[], call: string): Parameters {
  const known = Object.fromEntries(taken.map((name) => [name, parameters[name]]))
  return checked(given, known, call)
}

type Check = (value: unknown) => boolean

function checked<T>(given: object, known: Readonly<Record<string, Check>>, call: string): T {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined)
  for (const [name, value] of entries) {
    if (!Object.hasOwn(known, name)) throw new NotEmulated(`${call} with ${name}`)
    if (value !== null && !known[name]!(value)) throw new NotEmulated(`${call} with a ${name} of this type`)
  }
  return Object.fromEntries(entries.filter(([, value]) => value !== null)) as T
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isTruth(value: unknown): boolean {
  return typeof value === 'boolean'
}

function isWhole(value: unknown): boolean {
  return Number.isInteger(value)
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)$/.test(value)
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText)
}

function isProperties(value: unknown): boolean {
  return typeof value === 'object' && Object.values(value as object).every((part) => part === null || isText(part))
}

/** developers.google.com/workspace/drive/api/guides/properties */
const largestProperty = 124
const mostProperties = 30

/**
 * Writes properties over those that a file has.
 * @throws ApiRefusal over 124 bytes of key and value or over 30 properties; Google's own words are not known
 */
export function putProperties(
  properties: Map<string, string>,
  wish: Readonly<Record<string, string | null>>,
  call: string,
): void {
  for (const [key, value] of Object.entries(wish)) {
    if (value === null) properties.delete(key)
    else if (Buffer.byteLength(key + value) > largestProperty)
      throw invalid(call, 'The combined size of a property key and value is over 124 bytes.')
    else properties.set(key, value)
  }
  if (properties.size > mostProperties)
    throw new ApiRefusal(call, 403, 'propertyCountLimitExceeded', 'The limit of properties for this file is exceeded.')
}
