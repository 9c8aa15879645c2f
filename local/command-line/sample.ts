/** `npm run sample -- [options]`: writes the roster of a made-up school. */
import { runCommand } from './command.ts'
import { sampleCommand } from './sample-command.ts'

await runCommand(() => sampleCommand(process.argv.slice(2)))
