/** What outlives a run: properties, caches, locks, triggers, and what people were shown. */
import type { Execution } from './execution.ts'

/** Locks by what they guard; a lock belongs to the execution that took it and ends with it. */
export class Locks {
  readonly #holders = new Map<string, Execution>()

  holder(name: string): Execution | undefined {
    return this.#holders.get(name)
  }

  take(name: string, execution: Execution): void {
    this.#holders.set(name, execution)
  }

  release(name: string, execution: Execution): void {
    if (this.#holders.get(name) === execution) this.#holders.delete(name)
  }

  releaseAll(execution: Execution): void {
    for (const [name, holder] of this.#holders) if (holder === execution) this.#holders.delete(name)
  }

  /** Names of the locks that are held now. */
  get held(): string[] {
    return [...this.#holders.keys()]
  }
}

export interface CacheEntry {
  readonly value: string
  /** Virtual time, epoch ms. */
  readonly expiresAt: number
}

export interface StoredTrigger {
  readonly id: string
  readonly functionName: string
  readonly source: 'CLOCK' | 'SPREADSHEETS'
  readonly event: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT'
  readonly user: string
  /** How a time trigger was asked for, in words. */
  readonly schedule?: string
}

export interface MenuItem {
  readonly label: string
  readonly functionName: string
}

export interface ShownMenu {
  /** Absent for the add-on's own menu, which carries the add-on's name. */
  readonly title?: string
  readonly entries: readonly (MenuItem | 'separator' | ShownMenu)[]
}

export interface ShownPage {
  readonly title: string
  readonly content: string
  readonly width?: number
  readonly height?: number
}

/** What the script put on the screen. */
export class Screen {
  menus: ShownMenu[] = []
  readonly toasts: { readonly message: string; readonly title: string; readonly seconds: number }[] = []
  readonly alerts: { readonly title: string; readonly message: string; readonly buttons: string }[] = []
  readonly prompts: { readonly title: string; readonly message: string; readonly buttons: string }[] = []
  /** The one sidebar that can be open. */
  sidebar: ShownPage | undefined
  readonly dialogs: (ShownPage & { readonly modal: boolean })[] = []
  readonly #answers: string[] = []

  /**
   * Prepares answers to the alerts and prompts to come: a button such as 'YES', or for a prompt the text to type (and
   * OK). An alert that has only OK needs none.
   */
  answer(...answers: string[]): void {
    this.#answers.push(...answers)
  }

  /** The next prepared answer. */
  nextAnswer(): string | undefined {
    return this.#answers.shift()
  }

  /** All menu items, whatever menu they stand in. */
  get items(): MenuItem[] {
    const itemsOf = (menu: ShownMenu): MenuItem[] =>
      menu.entries.flatMap((entry) => (entry === 'separator' ? [] : 'entries' in entry ? itemsOf(entry) : [entry]))
    return this.menus.flatMap(itemsOf)
  }
}

export interface LogLine {
  readonly level: 'log' | 'info' | 'warn' | 'error' | 'debug'
  readonly text: string
  readonly execution: number
}
