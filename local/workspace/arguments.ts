/** Arguments against the declared signatures, and Google's sentence when none fits. */
import { type Accepts, isAdvanced, type OfficialClass, type Signature } from './official-types.ts'
import type { Realm } from './realm.ts'
import { EnumMember, ServiceObject } from './service-object.ts'

const mismatch = Symbol('mismatch')

/**
 * The arguments as the emulation takes them: service objects and enum members as host objects, lists of
 * those as host arrays; everything else as the script gave it. Undefined when no signature fits.
 */
export function fitted(
  signatures: readonly Signature[],
  given: readonly unknown[],
  realm: Realm,
): unknown[] | undefined {
  for (const signature of signatures) {
    const { parameters, required, variadic } = signature
    if (given.length < required || (given.length > parameters.length && !variadic)) continue
    const values = given.map((value, index) => taken(parameterAt(signature, index), value, realm))
    if (!values.includes(mismatch)) return values
  }
  return undefined
}

function parameterAt({ parameters, variadic }: Signature, index: number): Accepts {
  const last = parameters[parameters.length - 1]!
  if (variadic && index >= parameters.length - 1) return last.kind === 'array' ? last.of : last
  return parameters[index]!
}

function taken(accepts: Accepts, value: unknown, realm: Realm): unknown {
  switch (accepts.kind) {
    case 'any':
      return value
    case 'number':
      return typeof value === 'number' && !Number.isNaN(value) ? value : mismatch
    case 'integer':
      return Number.isInteger(value) ? value : mismatch
    case 'string':
      return typeof value === 'string' ? value : mismatch
    case 'boolean':
      return typeof value === 'boolean' ? value : mismatch
    case 'null':
      return value === null || value === undefined ? null : mismatch
    case 'date':
      return isDate(value) ? value : mismatch
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value) && realm.hostOf(value) === undefined
        ? value
        : mismatch
    case 'array':
      return Array.isArray(value) ? takenArray(accepts.of, value, realm) : mismatch
    case 'union': {
      for (const alternative of accepts.of) {
        const fits = taken(alternative, value, realm)
        if (fits !== mismatch) return fits
      }
      return mismatch
    }
    case 'enum': {
      const host = realm.hostOf(value)
      return host instanceof EnumMember && host.type === accepts.name ? host : mismatch
    }
    case 'class': {
      const host = realm.hostOf(value)
      if (!(host instanceof ServiceObject)) return mismatch
      const fits = host.official === accepts.name || (accepts.name === 'BlobSource' && host.official === 'Blob')
      return fits ? host : mismatch
    }
  }
}

/** A grid of any values, or bytes, stay the script's own array: copying three million cells to look at them would be waste. */
function takenArray(of: Accepts, value: readonly unknown[], realm: Realm): unknown {
  if (of.kind === 'any') return value
  if (of.kind === 'array' && of.of.kind === 'any') return value.every((row) => Array.isArray(row)) ? value : mismatch
  if (of.kind === 'integer') return value.every(Number.isInteger) ? value : mismatch
  const fits = Array.from(value, (element) => taken(of, element, realm))
  return fits.includes(mismatch) ? mismatch : fits
}

/** Whether the value is a Date of any realm. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]'
}

/**
 * "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange."
 * An advanced service says how many arguments it takes.
 */
export function mismatchText(official: OfficialClass, method: string, given: readonly unknown[], realm: Realm): string {
  if (isAdvanced(official)) {
    const signatures = official.methods.get(method)!
    const least = Math.min(...signatures.map(({ required }) => required))
    const most = Math.max(...signatures.map(({ parameters }) => parameters.length))
    if (given.length < least || given.length > most) {
      return `Invalid number of arguments provided. Expected ${least === most ? least : `${least}-${most}`} only`
    }
  }
  const types = given.map((value) => typeName(value, realm)).join(',')
  return `The parameters (${types}) don't match the method signature for ${official.qualifiedName}.${method}.`
}

function typeName(value: unknown, realm: Realm): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string') return 'String'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'Boolean'
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `${typeName(value[0], realm)}[]`
  const host = realm.hostOf(value)
  if (host instanceof ServiceObject) return realm.qualifiedName(host.official)
  return '(class)'
}
