/** What the person at the workbench is told that cannot be done. */
import { FileError } from '../files/file-error.ts'
import { NotEmulated, Refusal } from '../workspace/refusal.ts'

/** The spreadsheet, the file or the script says no. The message is for the person. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** @throws Refused with what a spreadsheet or a file reader says to a person */
export function refusing<T>(act: () => T): T {
  try {
    return act()
  } catch (thrown) {
    if (thrown instanceof Refusal || thrown instanceof FileError) throw new Refused(thrown.message)
    if (thrown instanceof NotEmulated) {
      throw new Refused(`The workbench cannot do this: ${thrown.message.replace(/^not emulated: /, '')}.`)
    }
    throw thrown
  }
}
