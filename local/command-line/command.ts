import { FileError } from '../files/file-error.ts'
import { ScriptError } from '../workspace/refusal.ts'
import { UsageError } from './usage-error.ts'

/** The command could not do its work. */
const COULD_NOT = 2

/**
 * Runs a command of this house: what goes wrong is told in one sentence on the error output, with exit code 2.
 *
 * An error that nobody foresaw is a fault of ours and shows where it arose.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    process.exitCode = COULD_NOT
    if (error instanceof UsageError || error instanceof FileError) console.error(error.message)
    else if (error instanceof ScriptError) console.error(`The script stopped: ${error.message}`)
    else console.error(error)
  }
}
