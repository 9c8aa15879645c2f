/**
 * The script's own V8 context. Every object that the script can touch is made inside it, so that `instanceof Array`,
 * `instanceof Date` and prototypes are what they are in Apps Script, and its `Date` reads the virtual clock.
 */
import vm from 'node:vm'
import type { OfficialClass, OfficialTypes } from './official-types.ts'
import { EnumMember, ServiceObject } from './service-object.ts'

/** Does a service call: the host object, its class, the method, the script's arguments. */
export type Gate = (host: unknown, className: string, method: string, given: readonly unknown[]) => unknown

export interface ReadOptions {
  readonly values: readonly (readonly unknown[] | undefined)[]
  readonly formulas: readonly (readonly unknown[] | undefined)[]
  readonly styles: readonly (readonly unknown[] | undefined)[]
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  /** Whether a number in this style is a date. */
  readonly isDate: (style: never) => boolean
  readonly instantOf: (serial: number) => number
  /** What a formula without a result reads as. */
  readonly pending: string
}

interface Inside {
  facade(prototype: object, host: unknown): object
  hostOf(value: unknown): unknown
  prototypeOf(className: string, methods: readonly string[]): object
  enumOf(type: string, members: readonly EnumMember[]): Record<string, object>
  array(values: readonly unknown[]): unknown[]
  object(entries: readonly (readonly [string, unknown])[]): object
  anyMethod(name: string): object
  date(instant: number): Date
  error(name: string, message: string, details: unknown): Error
  readValues(options: ReadOptions): unknown[][]
  forget(name: string | symbol): boolean
}

/**
 * Names of the language that scripts use all the time. A contextified global object answers each use of a global
 * through a slow interceptor (0.5 µs); a lexical declaration of the same name is found before it and is fast.
 */
const builtIns =
  `Array ArrayBuffer BigInt Boolean DataView Error EvalError Float32Array Float64Array Function Int16Array
  Int32Array Int8Array Intl JSON Map Math Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String
  Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet isFinite
  isNaN parseFloat parseInt decodeURIComponent encodeURIComponent`.split(/\s+/)

const bootstrap = new vm.Script(
  `(function (call, now) {
  'use strict'
  const NativeDate = Date
  const clocked = new Proxy(NativeDate, {
    construct(target, values, newTarget) {
      return Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget)
    },
    apply() {
      return new NativeDate(now()).toString()
    },
  })
  Object.defineProperty(NativeDate, 'now', { value: function () { return now() }, writable: true, configurable: true })
  NativeDate.prototype.constructor = clocked
  globalThis.Date = clocked

  const hosts = new WeakMap()
  function facade(prototype, host) {
    const made = Object.create(prototype)
    hosts.set(made, host)
    return made
  }
  function hostOf(value) {
    return typeof value === 'object' && value !== null ? hosts.get(value) : undefined
  }
  function prototypeOf(className, methods) {
    const prototype = {}
    for (const method of methods) {
      const body = { [method](...given) { return call(hosts.get(this), className, method, given) } }[method]
      Object.defineProperty(prototype, method, { value: body, writable: true, configurable: true, enumerable: true })
    }
    if (!methods.includes('toString')) {
      Object.defineProperty(prototype, 'toString', { value: function () { return className }, configurable: true })
    }
    return prototype
  }
  function enumOf(type, members) {
    const made = {}
    members.forEach((member, index) => {
      const value = {
        toString() { return member.member },
        toJSON() { return member.member },
        name() { return member.member },
        ordinal() { return index },
        compareTo(other) { return index - other.ordinal() },
      }
      hosts.set(value, member)
      made[member.member] = Object.freeze(value)
    })
    return Object.freeze(made)
  }
  function readValues({ values, formulas, styles, row, column, rows, columns, isDate, instantOf, pending }) {
    const grid = new Array(rows)
    let lastStyle
    let lastIsDate = false
    for (let r = 0; r < rows; r++) {
      const from = values[row + r]
      const formulaRow = formulas[row + r]
      const styleRow = styles[row + r]
      const to = new Array(columns)
      for (let c = 0; c < columns; c++) {
        let value = from === undefined ? undefined : from[column + c]
        if (value === undefined) {
          value = formulaRow !== undefined && formulaRow[column + c] !== undefined ? pending : ''
        } else if (typeof value === 'number') {
          const style = styleRow === undefined ? undefined : styleRow[column + c]
          if (style !== undefined) {
            if (style !== lastStyle) {
              lastStyle = style
              lastIsDate = isDate(style)
            }
            if (lastIsDate) value = new NativeDate(instantOf(value))
          }
        } else if (typeof value === 'object') {
          value = value.error
        }
        to[c] = value
      }
      grid[r] = to
    }
    return grid
  }
  function anyMethod(name) {
    return new Proxy(Object.create(null), {
      get(_, key) {
        if (typeof key !== 'string') return undefined
        if (/^[A-Z]/.test(key)) return anyMethod(name + '.' + key)
        return (...given) => call(undefined, name, key, given)
      },
    })
  }
  return {
    anyMethod,
    facade,
    hostOf,
    prototypeOf,
    enumOf,
    readValues,
    array: (values) => {
      const made = new Array(values.length)
      for (let i = 0; i < values.length; i++) made[i] = values[i]
      return made
    },
    object: (entries) => {
      const made = {}
      for (let i = 0; i < entries.length; i++) made[entries[i][0]] = entries[i][1]
      return made
    },
    // From outside only the copy would go that Node keeps beside the global object.
    forget: (name) => Reflect.deleteProperty(globalThis, name),
    date: (instant) => new NativeDate(instant),
    error: (name, message, details) => {
      const made = new Error(message)
      made.name = name
      if (details !== undefined) made.details = details
      return made
    },
  }
})`,
  { filename: 'workspace-realm.js' },
)

const namesOfLanguage = new vm.Script(
  [...builtIns, 'Date'].map((name) => `const ${name} = globalThis.${name};`).join('\n'),
  { filename: 'workspace-built-ins.js' },
)

export class Realm {
  /** The script's global object. */
  readonly globals: Record<string, unknown>
  readonly #inside: Inside
  readonly #types: OfficialTypes
  readonly #prototypes = new Map<OfficialClass, object>()
  readonly #enums = new Map<string, Record<string, object>>()
  readonly #facades = new WeakMap<object, object>()
  #gate: Gate | undefined
  #now: (() => number) | undefined

  constructor(types: OfficialTypes) {
    this.#types = types
    this.globals = vm.createContext({}) as Record<string, unknown>
    const gate: Gate = (...call) => this.#gate!(...call)
    this.#inside = bootstrap.runInContext(this.globals)(gate, () => this.#now!())
    namesOfLanguage.runInContext(this.globals)
  }

  /** From now on calls go to this gate, and this is the time. */
  serve(gate: Gate, now: () => number): void {
    this.#gate = gate
    this.#now = now
  }

  /** The script's value for a host value: service objects as facades, arrays, Dates and plain objects of its realm. */
  toScript(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof ServiceObject) return this.facade(value)
    if (value instanceof EnumMember) return this.enumMember(value)
    // biome-ignore lint/suspicious/useIsArray: an array of the script's own realm is already what it should be
    if (value instanceof Array) {
      const hasObjects = value.some((element) => typeof element === 'object')
      const elements = hasObjects ? value.map((element) => this.toScript(element)) : value
      return this.#inside.array(elements)
    }
    if (value instanceof Date) return this.#inside.date(value.getTime())
    if (value instanceof Map || Object.getPrototypeOf(value) === Object.prototype) {
      const entries = value instanceof Map ? [...value] : Object.entries(value)
      return this.#inside.object(entries.map(([key, element]) => [key, this.toScript(element)]))
    }
    return value
  }

  /** The object that the script holds for a service object; always the same one for the same host object. */
  facade(host: ServiceObject): object {
    let facade = this.#facades.get(host)
    if (facade === undefined) {
      facade = this.#inside.facade(this.#prototypeOf(host), host)
      this.#facades.set(host, facade)
    }
    return facade
  }

  /** The service object or enum member behind what the script holds; undefined for everything else. */
  hostOf(value: unknown): unknown {
    return this.#inside.hostOf(value)
  }

  enumMember({ type, member }: EnumMember): object {
    return this.enumOf(type)[member]!
  }

  /** The enum object that a service carries, e.g. SpreadsheetApp.ProtectionType. */
  enumOf(type: string): Record<string, object> {
    let made = this.#enums.get(type)
    if (made === undefined) {
      const members = this.#types.enums.get(type)
      if (members === undefined) throw new Error(`The declarations have no enum ${type}.`)
      made = this.#inside.enumOf(
        type,
        members.map((member) => new EnumMember(type, member)),
      )
      this.#enums.set(type, made)
    }
    return made
  }

  qualifiedName(className: string): string {
    return this.#types.classes.get(className)?.qualifiedName ?? className
  }

  /** A service of which nothing is known: whatever is called on it goes to the gate, under this name. */
  anyMethod(name: string): object {
    return this.#inside.anyMethod(name)
  }

  /** An error of the script's own realm. */
  error(name: string, message: string, details?: object): Error {
    return this.#inside.error(name, message, this.toScript(details))
  }

  /** Takes a name from the global object. */
  forget(name: string | symbol): void {
    this.#inside.forget(name)
  }

  /** Cell values as getValues gives them, made inside the context in one go. */
  readValues(options: ReadOptions): unknown[][] {
    return this.#inside.readValues(options)
  }

  #prototypeOf(host: ServiceObject): object {
    const official = host.declared ?? this.#types.classes.get(host.official)
    if (official === undefined) throw new Error(`The declarations have no class ${host.official}.`)
    let prototype = this.#prototypes.get(official)
    if (prototype !== undefined) return prototype
    checkNames(host, official.methods)
    prototype = this.#inside.prototypeOf(official.name, [...official.methods.keys()])
    for (const [property, type] of official.enums) {
      Object.defineProperty(prototype, property, { get: () => this.enumOf(type), enumerable: true })
    }
    this.#prototypes.set(official, prototype)
    return prototype
  }
}

/** A method that the declarations do not know would never be reached: say so at once. */
function checkNames(host: ServiceObject, official: ReadonlyMap<string, unknown>): void {
  for (
    let prototype = Object.getPrototypeOf(host);
    prototype !== ServiceObject.prototype;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (typeof property.value !== 'function' || name === 'constructor' || official.has(name)) continue
      throw new Error(`The declarations know no ${host.official}.${name}.`)
    }
  }
}
