/** CacheService: keys up to 250 characters, values up to 100 KB, 10 minutes unless told, 6 hours at most, 1,000 items. */
import type { Execution } from '../execution.ts'
import { Refusal } from '../refusal.ts'
import { ServiceObject } from '../service-object.ts'
import type { CacheEntry } from '../stores.ts'

const longestKey = 250
const largestValue = 100 * 1024
const usualSeconds = 600
const mostSeconds = 21_600
const mostItems = 1000

export class CacheService extends ServiceObject {
  readonly official = 'CacheService'

  getScriptCache(): Cache {
    return new Cache(this.execution, 'script')
  }

  getUserCache(): Cache {
    return new Cache(this.execution, `user ${this.execution.user.email}`)
  }

  getDocumentCache(): Cache | null {
    return this.execution.workspace.container === 'none' ? null : new Cache(this.execution, 'document')
  }
}

export class Cache extends ServiceObject {
  readonly official = 'Cache'
  readonly #name: string

  constructor(execution: Execution, name: string) {
    super(execution)
    this.#name = name
  }

  get(key: string): string | null {
    return this.getAll([key]).get(key) ?? null
  }

  getAll(keys: readonly string[]): Map<string, string> {
    const now = this.execution.workspace.clock.now()
    const found = new Map<string, string>()
    for (const key of Array.from(keys)) {
      const entry = this.#store().get(key)
      if (entry !== undefined && entry.expiresAt > now) found.set(key, entry.value)
    }
    return found
  }

  put(key: string, value: string, expirationInSeconds = usualSeconds): void {
    this.putAll({ [key]: value }, expirationInSeconds)
  }

  putAll(values: { readonly [key: string]: unknown }, expirationInSeconds = usualSeconds): void {
    if (expirationInSeconds < 1 || expirationInSeconds > mostSeconds)
      throw new Refusal('Argument too large: expirationInSeconds')
    const expiresAt = this.execution.workspace.clock.now() + expirationInSeconds * 1000
    const store = this.#store()
    for (const [key, value] of Object.entries(values)) {
      const text = String(value)
      if (key.length > longestKey) throw new Refusal('Argument too large: key')
      if (Buffer.byteLength(text, 'utf8') > largestValue) throw new Refusal('Argument too large: value')
      store.set(key, { value: text, expiresAt })
    }
    const oldestFirst = [...store].sort(([, a], [, b]) => a.expiresAt - b.expiresAt)
    for (const [key] of oldestFirst.slice(0, Math.max(0, store.size - mostItems))) store.delete(key)
  }

  remove(key: string): void {
    this.#store().delete(key)
  }

  removeAll(keys: readonly string[]): void {
    for (const key of Array.from(keys)) this.#store().delete(key)
  }

  #store(): Map<string, CacheEntry> {
    return this.execution.workspace.cacheStore(this.#name)
  }
}
