/** Values that leave the script: to the caller here, or to the browser through google.script.run. */
import { NotEmulated } from './refusal.ts'

const tagOf = (value: unknown) => Object.prototype.toString.call(value).slice(8, -1)

/** A result as plain data of this realm: arrays, objects and Dates are made anew, anything else stays what it is. */
export function toHost(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, toHost)
  switch (tagOf(value)) {
    case 'Date':
      return new Date((value as Date).getTime())
    case 'Object':
      return Object.fromEntries(Object.entries(value as object).map(([key, element]) => [key, toHost(element)]))
    default:
      return value
  }
}

/**
 * An argument as google.script.run hands it over: undefined becomes null.
 * @param index of the argument, from 0
 * @throws TypeError for what it refuses: Date, Map, Set, typed arrays, RegExp, functions
 *   (tanaikech, 2023-08-28, "Report: values to transfer").
 */
export function toServer(value: unknown, index: number): unknown {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.map((element) => toServer(element, index))
  const tag = tagOf(value)
  if (tag === 'Object') {
    return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, toServer(element, index)]))
  }
  if (tag === 'String' || tag === 'Number' || tag === 'Boolean') return value
  throw new TypeError(`Failed due to illegal value in property: ${index}`)
}

/**
 * A result as the success handler in the browser gets it: a Date anywhere makes all of it null, without an error; Map,
 * Set and RegExp arrive as {} (same report).
 */
export function toClient(value: unknown): unknown {
  return holdsDate(value) ? null : received(value)
}

function holdsDate(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsDate)
  const tag = tagOf(value)
  return tag === 'Date' || (tag === 'Object' && Object.values(value as object).some(holdsDate))
}

function received(value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.map(received)
  switch (tagOf(value)) {
    case 'Object':
      return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, received(element)]))
    case 'Map':
    case 'Set':
    case 'RegExp':
      return {}
    case 'String':
    case 'Number':
    case 'Boolean':
      return value
    default:
      throw new NotEmulated(`google.script.run returning a ${tagOf(value)}`)
  }
}
