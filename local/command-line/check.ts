/** `npm run check -- INPUT [options]`: checks a roster file against a policy, on this machine. */
import { readWorkbookFile } from '../files/workbook-file.ts'
import { CHECK_USAGE, readCheckArguments } from './check-arguments.ts'
import { runCommand } from './command.ts'
import { runCheck } from './run-check.ts'
import { summaryOf } from './summary.ts'
import { localDay } from './zone-time.ts'

await runCommand(async () => {
  const given = readCheckArguments(process.argv.slice(2), localDay(new Date()))
  if (!given) {
    console.log(CHECK_USAGE)
    return
  }
  const run = await runCheck(await readWorkbookFile(given.input), given)
  console.log(summaryOf(run, process.stdout.columns ?? 120))
})
