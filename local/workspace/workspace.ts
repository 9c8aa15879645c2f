/**
 * The in-memory Google Workspace: a workbook, the Apps Script services in front of it, and the built script that runs on
 * them. docs/workspace.md says how to use it.
 */
import { createHash } from 'node:crypto'
import path from 'node:path'
import type { AuthMode } from './authority.ts'
import { CallLog, type Effect } from './calls.ts'
import type { CellChange } from './cell-changes.ts'
import { Clock } from './clock.ts'
import { declaredFunctions } from './declared-functions.ts'
import { Drive } from './drive/drive.ts'
import { DriveLimits, type DriveOptions } from './drive/limits.ts'
import { editOf, eventOf } from './events.ts'
import { Execution, type ExecutionOptions } from './execution.ts'
import type { FormulaEvaluator } from './formula-results.ts'
import { Calculator } from './formulas/calculator.ts'
import { ScriptFunctions } from './formulas/script-functions.ts'
import { identifier } from './identifier.ts'
import { inTurn } from './in-turn.ts'
import { measuredLatency } from './latency.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { type Area, copyWorkbook, type WorkbookModel } from './model.ts'
import { type Quota, Quotas } from './quotas.ts'
import { type Selection, Selections } from './selections.ts'
import type { AdvancedService } from './services/advanced.ts'
import { type CacheEntry, Locks, type LogLine, Screen, type StoredTrigger } from './stores.ts'
import { toClient, toHost, toServer } from './transfer.ts'
import { type TypedValue, UserEdits } from './user-edits.ts'

export interface WorkspaceUser {
  readonly email: string
  /** The owner may edit protected cells. */
  readonly owner?: boolean
  /** As Session.getActiveUserLocale gives it; default 'en'. */
  readonly locale?: string
}

export interface WorkspaceOptions {
  /** Folder of the built script: .js files, .html files, appsscript.json. */
  readonly dist: string
  /** Changed in place. */
  readonly workbook: WorkbookModel
  /** Start of the virtual clock: epoch ms, a Date, or ISO text with its offset. */
  readonly now?: number | Date | string
  /** Instead of one that starts at `now`. */
  readonly clock?: Clock
  readonly user?: WorkspaceUser
  /** 'none': a run that no document belongs to. */
  readonly container?: 'spreadsheet' | 'none'
  /** An add-on's time triggers run hourly at most; a bound script's every minute. */
  readonly installed?: 'add-on' | 'bound'
  /** ms that a call takes. */
  readonly latency?: (method: string, effect: Effect, cells: number) => number
  /** Instead of the Workspace's own. */
  readonly evaluator?: FormulaEvaluator
  readonly advancedServices?: Readonly<Record<string, AdvancedService>>
  /** Smaller daily quotas, for tests that want to meet them. */
  readonly quotas?: Partial<Record<Quota, number>>
  readonly drive?: DriveOptions
}

/**
 * Sets up a Workspace around a workbook and a built script.
 * @throws Error when the folder has no usable appsscript.json or the workbook no tab.
 */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  return new Workspace(options)
}

export class Workspace {
  readonly dist: string
  readonly workbook: WorkbookModel
  readonly manifest: Manifest
  readonly clock: Clock
  readonly user: WorkspaceUser
  readonly container: 'spreadsheet' | 'none'
  readonly installed: 'add-on' | 'bound'
  readonly quotas: Quotas
  /** The user's files and folders. */
  readonly drive: Drive
  readonly driveLimits: DriveLimits
  /** Of all executions. */
  readonly calls = new CallLog()
  readonly executions: Execution[] = []
  readonly edits: UserEdits
  readonly ui = new Screen()
  readonly locks = new Locks()
  readonly triggers: StoredTrigger[] = []
  readonly logs: LogLine[] = []
  readonly spreadsheetId: string
  readonly scriptId: string
  readonly advanced: Readonly<Record<string, AdvancedService>>
  readonly latency: (method: string, effect: Effect, cells: number) => number
  readonly #options: WorkspaceOptions
  readonly #properties = new Map<string, Map<string, string>>()
  readonly #caches = new Map<string, Map<string, CacheEntry>>()
  /** Computes the formulas, and knows which of the script's functions they have called. */
  readonly formulas: Calculator
  readonly #evaluator: FormulaEvaluator
  readonly #selections: Selections
  #changed = true
  #calculated = false
  #uuids = 0
  #lastEnded: Execution | undefined
  #functionNames: readonly string[] | undefined

  constructor(options: WorkspaceOptions) {
    this.#options = options
    this.dist = path.resolve(options.dist)
    this.workbook = options.workbook
    this.manifest = readManifest(options.dist)
    this.clock = options.clock ?? new Clock(options.now)
    this.user = options.user ?? { email: 'secretary@school.example' }
    this.container = options.container ?? 'spreadsheet'
    this.installed = options.installed ?? 'add-on'
    this.quotas = new Quotas(this.clock, options.quotas)
    this.drive = new Drive(this.clock)
    this.driveLimits = new DriveLimits(options.drive)
    this.advanced = options.advancedServices ?? {}
    this.latency = options.latency ?? ((_method, effect, cells) => measuredLatency(effect, cells))
    this.formulas = new Calculator(this.workbook, () => this.clock.now(), new ScriptFunctions(this))
    this.#evaluator = options.evaluator ?? this.formulas
    this.edits = new UserEdits(this)
    this.spreadsheetId = identifier(`spreadsheet ${this.workbook.name}`)
    this.scriptId = identifier('script')
    const first = this.workbook.sheets.find(({ hidden }) => !hidden) ?? this.workbook.sheets[0]
    if (first === undefined) throw new Error('A workbook needs at least one tab.')
    this.#selections = new Selections(first.id)
  }

  /**
   * Another one that stands as this one does now: workbook, Drive, properties, triggers, time, what the day has used. No
   * execution is under way on it, nobody holds a lock, and nothing is on the screen. Within a run it is what the run leaves
   * when it is stopped there.
   */
  copy(): Workspace {
    const clock = new Clock(this.clock.now())
    const copy = new Workspace({ ...this.#options, workbook: copyWorkbook(this.workbook), clock })
    copy.drive.fillFrom(this.drive)
    copy.driveLimits.writes.fillFrom(this.driveLimits.writes)
    copy.quotas.fillFrom(this.quotas)
    for (const [name, store] of this.#properties) copy.#properties.set(name, new Map(store))
    for (const [name, store] of this.#caches) copy.#caches.set(name, new Map(store))
    copy.triggers.push(...this.triggers)
    copy.#uuids = this.#uuids
    copy.#selections.fillFrom(this.#selections)
    return copy
  }

  /** The one that ended last: with another in between, the outer one. */
  get lastExecution(): Execution | undefined {
    return this.#lastEnded
  }

  /**
   * Runs a function of the script as one execution.
   * @returns its result as plain data of this realm
   * @throws ScriptError when the script throws, is refused something it does not catch, or is stopped
   */
  execute(functionName: string, args: readonly unknown[] = [], options: ExecutionOptions = {}): unknown {
    return toHost(this.#run(functionName, () => args, options))
  }

  /** Runs a custom function: arguments as a formula passes them (ranges as rows of cells), AuthMode CUSTOM_FUNCTION. */
  customFunction(name: string, args: readonly unknown[] = []): unknown {
    return this.execute(name, args, { authMode: 'CUSTOM_FUNCTION' })
  }

  /**
   * Calls the script as google.script.run does from the sidebar.
   * @returns what the success handler gets
   * @throws TypeError for a function that it does not offer or an argument that it refuses; ScriptError as execute
   */
  clientCall(name: string, ...args: readonly unknown[]): unknown {
    if (name.endsWith('_')) throw new TypeError(`google.script.run.${name} is not a function`)
    const sent = args.map(toServer)
    return toClient(this.#run(name, () => sent, {}))
  }

  /** Opens the document: onOpen(e) as a simple trigger. NONE is an add-on that is installed but not used here yet. */
  open(authMode: AuthMode = 'LIMITED'): void {
    this.#simpleTrigger('onOpen', authMode, () => ({}))
  }

  /** Installs the add-on: onInstall(e), with everything allowed. */
  install(): void {
    this.#run('onInstall', (execution) => [eventOf(execution, {})], {})
  }

  /**
   * Chooses a menu item by its label.
   * @throws Error when no menu has it
   */
  clickMenu(label: string, options: ExecutionOptions = {}): unknown {
    const item = this.ui.items.find((candidate) => candidate.label === label)
    if (item === undefined) {
      const labels = this.ui.items.map((candidate) => candidate.label).join(', ')
      throw new Error(`No menu has the item "${label}". There are: ${labels || 'none'}.`)
    }
    return this.execute(item.functionName, [], options)
  }

  /**
   * A user types into a cell, or pastes rows of cells from there on, and onEdit(e) fires as a simple trigger.
   * @throws Refusal when validation rejects it; ScriptError when onEdit fails, which Google shows nobody
   */
  edit(
    sheet: string,
    a1: string,
    typed: TypedValue | readonly (readonly TypedValue[])[],
    options: Pick<ExecutionOptions, 'faults'> = {},
  ): void {
    const rows = typeof typed === 'object' ? typed : [[typed]]
    this.edits.select(sheet, a1)
    const { row, column } = this.selection.area
    const area = { row, column, rows: rows.length, columns: Math.max(...rows.map(({ length }) => length)) }
    this.#editing(area, () => this.edits.setCells(sheet, a1, rows), options)
  }

  /**
   * A user deletes the content of cells, and onEdit(e) fires.
   * @throws ScriptError when onEdit fails
   */
  clear(sheet: string, a1: string): void {
    this.edits.select(sheet, a1)
    this.#editing(this.selection.area, () => this.edits.clear(sheet, a1))
  }

  #editing(area: Area, change: () => void, options: ExecutionOptions = {}): void {
    const { sheetId } = this.selection
    const { values } = this.workbook.sheets.find(({ id }) => id === sheetId)!
    const oldValue = values[area.row]?.[area.column]
    change()
    this.select(sheetId, area)
    const value = values[area.row]?.[area.column]
    const event = (execution: Execution) => editOf(execution, sheetId, area, value, oldValue)
    this.#simpleTrigger('onEdit', 'LIMITED', event, options)
  }

  /**
   * Fires an installable trigger that the script has made.
   * @throws Error when there is none of that id
   */
  fireTrigger(id: string, options: ExecutionOptions = {}): unknown {
    const stored = this.triggers.find((trigger) => trigger.id === id)
    if (stored === undefined) throw new Error(`There is no trigger ${id}.`)
    const kind = stored.source === 'CLOCK' ? ({ trigger: 'time' } as const) : {}
    return toHost(
      this.#run(stored.functionName, (execution) => [eventOf(execution, { triggerUid: id })], { ...kind, ...options }),
    )
  }

  /**
   * Lets callers work side by side, as a sidebar does that has several calls under way: each calls again as soon as its last
   * call is over, until it says false.
   *
   * A call runs from its beginning to its end before the next one begins. So it sees all that calls before it did, even what
   * they did later on the clock; the limits of Drive hold for all of them together.
   */
  sideBySide(callers: readonly (() => boolean)[]): void {
    inTurn(this.clock, callers)
  }

  /** What is selected on the screen. */
  get selection(): Selection {
    return this.#selections.current
  }

  /** @param areas at least one, the active one last */
  select(sheetId: number, ...areas: readonly Area[]): void {
    this.#selections.select(sheetId, areas)
  }

  /** @param restores what was selected there the last time is selected again */
  selectSheet(sheetId: number, restores = false): void {
    this.#selections.selectSheet(sheetId, restores)
  }

  /** Of all top-level functions of the script. */
  get functionNames(): readonly string[] {
    this.#functionNames ??= declaredFunctions(this.dist)
    return this.#functionNames
  }

  /** The properties of 'script', 'document' or 'user …'. */
  propertyStore(name: string): Map<string, string> {
    return storeOf(this.#properties, name)
  }

  cacheStore(name: string): Map<string, CacheEntry> {
    return storeOf(this.#caches, name)
  }

  /** Different ids in a fixed order: the same run gives the same ids. */
  nextUuid(): string {
    const hex = createHash('sha256')
      .update(`uuid ${this.#uuids++}`)
      .digest('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }

  /** To be told before cells change, so that what hangs on them is computed before the next read. */
  changing(change: CellChange): void {
    if (!this.#calculated) this.recalculate()
    this.#changed = true
    this.#evaluator.changing?.(change)
  }

  /** Brings the results of formulas up to date, if anything has changed. */
  recalculate(): void {
    if (!this.#changed) return
    this.#changed = false
    this.#calculated = true
    this.#evaluator.recalculate(this.workbook)
  }

  /** Nothing runs where the script has no function of that name. */
  #simpleTrigger(
    name: string,
    authMode: AuthMode,
    event: (execution: Execution) => object,
    options: ExecutionOptions = {},
  ): void {
    if (!this.functionNames.includes(name)) {
      this.recalculate()
      return
    }
    this.#run(name, (execution) => [eventOf(execution, event(execution))], {
      ...options,
      authMode,
      trigger: 'simple',
    })
  }

  #run(name: string, args: (execution: Execution) => readonly unknown[], options: ExecutionOptions): unknown {
    const execution = new Execution(this, this.executions.length + 1, name, options)
    this.executions.push(execution)
    try {
      return execution.run(args)
    } finally {
      this.#lastEnded = execution
      this.recalculate()
    }
  }
}

function storeOf<T>(stores: Map<string, Map<string, T>>, name: string): Map<string, T> {
  let store = stores.get(name)
  if (store === undefined) {
    store = new Map()
    stores.set(name, store)
  }
  return store
}
