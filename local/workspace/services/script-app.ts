/** ScriptApp: authorisation and installable triggers, with the limits of add-ons. */
import type { Execution } from '../execution.ts'
import { NotEmulated, Refusal } from '../refusal.ts'
import { EnumMember, ServiceObject } from '../service-object.ts'
import type { StoredTrigger } from '../stores.ts'

/** Triggers per user and script (quotas page). */
const mostTriggers = 20

export class ScriptApp extends ServiceObject {
  readonly official = 'ScriptApp'

  /** Everything in the manifest is granted here: consent is not emulated. */
  getAuthorizationInfo(_authMode: EnumMember): AuthorizationInfo {
    return new AuthorizationInfo(this.execution)
  }

  getScriptId(): string {
    return this.execution.workspace.scriptId
  }

  newTrigger(functionName: string): TriggerBuilder {
    return new TriggerBuilder(this.execution, functionName)
  }

  getProjectTriggers(): Trigger[] {
    return ownTriggers(this.execution).map((stored) => new Trigger(this.execution, stored))
  }

  deleteTrigger(trigger: Trigger): void {
    const { triggers } = this.execution.workspace
    const index = triggers.findIndex(({ id }) => id === trigger.stored.id)
    if (index >= 0) triggers.splice(index, 1)
  }
}

function ownTriggers(execution: Execution): StoredTrigger[] {
  return execution.workspace.triggers.filter(({ user }) => user === execution.user.email)
}

export class AuthorizationInfo extends ServiceObject {
  readonly official = 'AuthorizationInfo'

  getAuthorizationStatus(): EnumMember {
    return new EnumMember('AuthorizationStatus', 'NOT_REQUIRED')
  }

  getAuthorizationUrl(): string | null {
    return null
  }
}

export class Trigger extends ServiceObject {
  readonly official = 'Trigger'
  readonly stored: StoredTrigger

  constructor(execution: Execution, stored: StoredTrigger) {
    super(execution)
    this.stored = stored
  }

  getUniqueId(): string {
    return this.stored.id
  }

  getHandlerFunction(): string {
    return this.stored.functionName
  }

  getTriggerSource(): EnumMember {
    return new EnumMember('TriggerSource', this.stored.source)
  }

  getEventType(): EnumMember {
    return new EnumMember('EventType', this.stored.event)
  }

  getTriggerSourceId(): string | null {
    return this.stored.source === 'CLOCK' ? null : this.execution.workspace.spreadsheetId
  }
}

export class TriggerBuilder extends ServiceObject {
  readonly official = 'TriggerBuilder'
  readonly #functionName: string

  constructor(execution: Execution, functionName: string) {
    super(execution)
    this.#functionName = functionName
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.execution, this.#functionName)
  }

  forSpreadsheet(_sheet: unknown): SpreadsheetTriggerBuilder {
    return new SpreadsheetTriggerBuilder(this.execution, this.#functionName)
  }
}

function store(execution: Execution, trigger: Omit<StoredTrigger, 'id' | 'user'>): Trigger {
  const own = ownTriggers(execution)
  if (own.length >= mostTriggers) {
    throw new Refusal(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    )
  }
  if (execution.workspace.installed === 'add-on' && own.some(({ event }) => event === trigger.event)) {
    const kind = trigger.event === 'CLOCK' ? 'time-based' : 'event'
    throw new Refusal(
      `This add-on has created too many ${kind} triggers in this document for this Google user account.`,
    )
  }
  const stored = { ...trigger, id: execution.workspace.nextUuid(), user: execution.user.email }
  execution.workspace.triggers.push(stored)
  return new Trigger(execution, stored)
}

export class ClockTriggerBuilder extends ServiceObject {
  readonly official = 'ClockTriggerBuilder'
  readonly #functionName: string
  #schedule: string | undefined
  /** The shortest time between two runs, in hours. */
  #hours = Number.POSITIVE_INFINITY

  constructor(execution: Execution, functionName: string) {
    super(execution)
    this.#functionName = functionName
  }

  everyMinutes(n: number): ClockTriggerBuilder {
    if (![1, 5, 10, 15, 30].includes(n))
      throw new Refusal('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.')
    return this.#every(`every ${n} minutes`, n / 60)
  }

  everyHours(n: number): ClockTriggerBuilder {
    return this.#every(`every ${n} hours`, n)
  }

  everyDays(n: number): ClockTriggerBuilder {
    return this.#every(`every ${n} days`, n * 24)
  }

  everyWeeks(n: number): ClockTriggerBuilder {
    return this.#every(`every ${n} weeks`, n * 168)
  }

  after(durationMilliseconds: number): ClockTriggerBuilder {
    return this.#every(`after ${durationMilliseconds} ms`, Number.POSITIVE_INFINITY)
  }

  atHour(hour: number): ClockTriggerBuilder {
    this.#schedule = `${this.#schedule ?? ''} at ${hour} o'clock`.trim()
    return this
  }

  /** @throws Refusal for an add-on that wants to run more often than hourly. */
  create(): Trigger {
    if (this.#schedule === undefined) throw new Refusal('A time-based trigger needs a schedule.')
    if (this.execution.workspace.installed === 'add-on' && this.#hours < 1) {
      throw new Refusal(
        'This add-on has created a time-based trigger that runs too often. Add-ons may run once an hour at most.',
      )
    }
    return store(this.execution, {
      functionName: this.#functionName,
      source: 'CLOCK',
      event: 'CLOCK',
      schedule: this.#schedule,
    })
  }

  #every(schedule: string, hours: number): ClockTriggerBuilder {
    this.#schedule = schedule
    this.#hours = hours
    return this
  }
}

export class SpreadsheetTriggerBuilder extends ServiceObject {
  readonly official = 'SpreadsheetTriggerBuilder'
  readonly #functionName: string
  #event: StoredTrigger['event'] | undefined

  constructor(execution: Execution, functionName: string) {
    super(execution)
    this.#functionName = functionName
  }

  onOpen(): SpreadsheetTriggerBuilder {
    return this.#on('ON_OPEN')
  }

  onEdit(): SpreadsheetTriggerBuilder {
    return this.#on('ON_EDIT')
  }

  onChange(): SpreadsheetTriggerBuilder {
    return this.#on('ON_CHANGE')
  }

  create(): Trigger {
    if (this.#event === undefined) throw new NotEmulated('a spreadsheet trigger without an event')
    return store(this.execution, { functionName: this.#functionName, source: 'SPREADSHEETS', event: this.#event })
  }

  #on(event: StoredTrigger['event']): SpreadsheetTriggerBuilder {
    this.#event = event
    return this
  }
}
