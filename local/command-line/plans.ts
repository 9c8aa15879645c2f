/** `npm run plans -- INPUT [options]`: makes the plan document of every student as a .docx file, on this machine. */
import { runCommand } from './command.ts'
import { plansCommand } from './plans-command.ts'

await runCommand(() => plansCommand(process.argv.slice(2)))
