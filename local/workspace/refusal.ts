/** What can go wrong in front of the script: Google's own refusals, and the limits of the emulation. */

/** Google refuses: the script gets an `Exception` with this message, which it may catch. */
export class Refusal extends Error {
  override readonly name: string = 'Exception'
  /** What an error of a Google API carries beside its message. */
  readonly details?: object
}

/**
 * The emulation does not know what Google would do here. The script cannot hide it: even when it catches the error,
 * the execution fails with it, so that a test never passes on a made-up answer.
 */
export class NotEmulated extends Error {
  override readonly name = 'NotEmulated'
  constructor(what: string) {
    super(`not emulated: ${what}`)
  }
}

/** The platform ends the run: time is up, or a fault stops it. The script cannot catch it. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** What `execute` throws when the script failed. */
export class ScriptError extends Error {
  override readonly name: string
  /** The stack inside the script, where there is one. */
  readonly scriptStack: string | undefined
  /** Id of the execution that failed. */
  readonly execution: number

  constructor(name: string, message: string, scriptStack: string | undefined, execution: number) {
    super(message)
    this.name = name
    this.scriptStack = scriptStack
    this.execution = execution
  }
}
