/** `npm run check -- INPUT [options]`: checks a roster file against a policy, on this machine. */
import { checkCommand } from './check-command.ts'
import { runCommand } from './command.ts'

await runCommand(() => checkCommand(process.argv.slice(2)))
