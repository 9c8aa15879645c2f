/** PropertiesService, with its sizes: 9 KB a value, 500 KB a store (quotas page). */
import type { Execution } from '../execution.ts'
import { Refusal } from '../refusal.ts'
import { ServiceObject } from '../service-object.ts'

const largestValue = 9 * 1024
const largestStore = 500 * 1024

export class PropertiesService extends ServiceObject {
  readonly official = 'PropertiesService'

  getScriptProperties(): Properties {
    return new Properties(this.execution, 'script')
  }

  getUserProperties(): Properties {
    return new Properties(this.execution, `user ${this.execution.user.email}`)
  }

  /** Null outside a document. */
  getDocumentProperties(): Properties | null {
    return this.execution.workspace.container === 'none' ? null : new Properties(this.execution, 'document')
  }
}

export class Properties extends ServiceObject {
  readonly official = 'Properties'
  readonly #name: string

  constructor(execution: Execution, name: string) {
    super(execution)
    this.#name = name
  }

  getProperty(key: string): string | null {
    return this.#store().get(key) ?? null
  }

  getProperties(): Map<string, string> {
    return new Map(this.#store())
  }

  getKeys(): string[] {
    return [...this.#store().keys()]
  }

  setProperty(key: string, value: string): Properties {
    return this.setProperties({ [key]: value })
  }

  setProperties(properties: { readonly [key: string]: unknown }, deleteAllOthers = false): Properties {
    const store = this.#store()
    const after = new Map(deleteAllOthers ? [] : store)
    for (const [key, value] of Object.entries(properties)) after.set(key, checkedValue(String(value)))
    const size = [...after].reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0)
    if (size > largestStore) {
      throw new Refusal('You have exceeded the property storage quota. Please remove some properties and try again.')
    }
    store.clear()
    for (const [key, value] of after) store.set(key, value)
    return this
  }

  deleteProperty(key: string): Properties {
    this.#store().delete(key)
    return this
  }

  deleteAllProperties(): Properties {
    this.#store().clear()
    return this
  }

  #store(): Map<string, string> {
    this.execution.workspace.quotas.use('properties')
    return this.execution.workspace.propertyStore(this.#name)
  }
}

function checkedValue(value: string): string {
  if (bytes(value) > largestValue) throw new Refusal('Argument too large: value')
  return value
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}
