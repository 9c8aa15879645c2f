/** What stands behind an object that the script holds. */
import type { CellChange } from './cell-changes.ts'
import type { Execution } from './execution.ts'
import type { OfficialClass } from './official-types.ts'

/**
 * An object of an Apps Script class. Its methods are the emulation: each has the name that the declarations give it,
 * takes fitted arguments (arguments.ts) and returns host values, which the realm turns into the script's own. Methods
 * under any other name are refused when the class is first used, so helpers are plain functions or #private.
 */
export abstract class ServiceObject {
  /** Name of the class in the declarations. */
  abstract readonly official: string
  /** For what the declarations leave to the language's own types (console). */
  readonly declared?: OfficialClass
  readonly execution: Execution

  constructor(execution: Execution) {
    this.execution = execution
  }

  /** Cells that a call on this object touches, for the log and the latency. */
  get touchedCells(): number {
    return 0
  }

  /** What a call that writes may change of the cells; undefined when there is nothing of them. */
  get change(): CellChange | undefined {
    return undefined
  }
}

/** A member of an enum, as a service method returns it. */
export class EnumMember {
  /** 'ProtectionType'. */
  readonly type: string
  /** 'SHEET'. */
  readonly member: string

  constructor(type: string, member: string) {
    this.type = type
    this.member = member
  }
}
