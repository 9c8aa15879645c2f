/**
 * `npm run bench`: all benchmarks. `npm run bench -- SECTION [MOST]` runs one of them, with MOST students in its largest
 * school.
 */
import { runCommand } from '../local/command-line/command.ts'
import { UsageError } from '../local/command-line/usage-error.ts'
import { benchCheck } from './check.ts'
import { benchCountifs } from './countifs.ts'
import { benchDocuments } from './documents.ts'
import { benchEvaluate } from './evaluate.ts'
import { benchSidebar } from './sidebar.ts'
import { benchSize } from './size.ts'
import { benchStart } from './start.ts'

const sections: Readonly<Record<string, (most?: number) => void | Promise<void>>> = {
  evaluate: benchEvaluate,
  countifs: benchCountifs,
  start: benchStart,
  check: benchCheck,
  sidebar: benchSidebar,
  documents: benchDocuments,
  size: benchSize,
}

await runCommand(async () => {
  const [section, written] = process.argv.slice(2)
  const most = written === undefined ? undefined : Number(written)
  if (most !== undefined && !(Number.isInteger(most) && most >= 100)) {
    throw new UsageError(`“${written}” is no number of students. Give a whole number from 100, such as 100000.`)
  }
  if (section === undefined) {
    for (const [name, run] of Object.entries(sections)) {
      console.log(`\n== ${name}\n`)
      await run()
    }
    return
  }
  const run = sections[section]
  if (run === undefined)
    throw new UsageError(`There is no benchmark “${section}”. Choose from ${Object.keys(sections).join(', ')}.`)
  await run(most)
})
