/**
 * `npm start`: checks the sample school, or the file that is given, says what came of it, and opens the workbench with
 * the checked workbook.
 */
import { join } from 'node:path'
import { readWorkbookFile } from '../files/workbook-file.ts'
import {
  SAMPLE_AS_OF,
  SAMPLE_POLICY,
  SAMPLE_SCHOOL_YEAR,
  SAMPLE_SEED,
  SAMPLE_STUDENTS,
  sampleWorkbook,
} from '../sample/sample-workbook.ts'
import { RunningClock } from '../workbench/running-clock.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { CheckArguments } from './check-arguments.ts'
import { runCommand } from './command.ts'
import { check, runCheckOn } from './run-check.ts'
import { openOnDesk, serveWorkbench } from './serve-workbench.ts'
import { readStartArguments, START_USAGE } from './start-arguments.ts'
import { summaryOf } from './summary.ts'
import { localDay, morningOf } from './zone-time.ts'

const SAMPLE_SCHOOL = { students: SAMPLE_STUDENTS, style: 'logs', seed: SAMPLE_SEED } as const

const SAMPLE: CheckArguments = {
  input: '',
  name: 'sample-school',
  out: join('out', 'sample-school'),
  policy: SAMPLE_POLICY,
  asOf: SAMPLE_AS_OF,
  schoolYear: SAMPLE_SCHOOL_YEAR,
  all: false,
}

await runCommand(async () => {
  const given = readStartArguments(process.argv.slice(2), localDay(new Date()))
  if (!given) {
    console.log(START_USAGE)
    return
  }
  const { check: own, serves } = given
  const workbook = own ? await readWorkbookFile(own.input) : sampleWorkbook(SAMPLE_SCHOOL)
  const clock = new RunningClock(morningOf((own ?? SAMPLE).asOf, workbook.timeZone))
  const workspace = openOnDesk(workbook, clock)
  const run = await runCheckOn(workspace, own ?? SAMPLE)
  if (!own) console.log('\n  Cedar Ridge School, K–12: a made-up school, checked on this machine. Nothing left it.')
  console.log(summaryOf(run, process.stdout.columns ?? 120))
  console.log(
    `  Open ${run.workbookPath} in Excel, LibreOffice or Google Sheets: the answers stand beside each student`,
  )
  console.log('  and one by one on the Findings tab.\n')
  if (!own) {
    console.log('  Next, your own roster:  npm run check -- your-roster.xlsx')
    console.log('  Or another school:      npm run sample -- --students 300 --style wide\n')
  }
  if (!serves) return
  clock.start()
  await serveWorkbench(workspace, sampleSchool)
})

/** The sample school as it is at the start, checked. */
function sampleSchool(): Workspace {
  const workbook = sampleWorkbook(SAMPLE_SCHOOL)
  const clock = new RunningClock(morningOf(SAMPLE_AS_OF, workbook.timeZone))
  const workspace = openOnDesk(workbook, clock)
  check(workspace, SAMPLE)
  clock.start()
  return workspace
}
