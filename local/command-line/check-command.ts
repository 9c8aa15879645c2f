import { readWorkbookFile } from '../files/workbook-file.ts'
import { CHECK_USAGE, readCheckArguments } from './check-arguments.ts'
import { runCheck } from './run-check.ts'
import { summaryOf } from './summary.ts'
import { localDay } from './zone-time.ts'

/**
 * Checks the roster that the words name and prints what was found.
 *
 * @param words as typed behind `npm run check --`
 * @throws UsageError, FileError
 */
export async function checkCommand(words: readonly string[]): Promise<void> {
  const given = readCheckArguments(words, localDay(new Date()))
  if (!given) {
    console.log(CHECK_USAGE)
    return
  }
  const run = await runCheck(await readWorkbookFile(given.input), given)
  console.log(summaryOf(run, process.stdout.columns ?? 120))
}
