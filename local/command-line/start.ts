/**
 * `npm start`: checks the sample school, or the file that is given, says what came of it, and opens the workbench with
 * the checked workbook. A file that cannot be checked as it stands is opened too: there a person can say what its tabs are.
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
import { CheckRefused, type CheckRun, check, runCheckOn } from './run-check.ts'
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
  try {
    tell(await runCheckOn(workspace, own ?? SAMPLE), own === undefined)
  } catch (error) {
    if (!(serves && error instanceof CheckRefused)) throw error
    console.error(`\n  ${error.message}\n`)
  }
  if (!serves) return
  clock.start()
  await serveWorkbench(workspace, sampleSchool)
})

function tell(run: CheckRun, isSample: boolean): void {
  if (isSample) console.log('\n  Cedar Ridge School, K–12: a made-up school, checked on this machine. Nothing left it.')
  console.log(summaryOf(run, process.stdout.columns ?? 120))
  console.log(
    `  Open ${run.workbookPath} in Excel, LibreOffice or Google Sheets: the answers stand beside each student`,
  )
  console.log('  and one by one on the Findings tab.\n')
  if (isSample) {
    console.log('  Next, your own roster:  npm start -- your-roster.xlsx')
    console.log('  Or another school:      npm run sample -- --students 300 --style wide\n')
  }
}

/** The sample school as it is at the start, checked. */
function sampleSchool(): Workspace {
  const workbook = sampleWorkbook(SAMPLE_SCHOOL)
  const clock = new RunningClock(morningOf(SAMPLE_AS_OF, workbook.timeZone))
  const workspace = openOnDesk(workbook, clock)
  check(workspace, SAMPLE)
  clock.start()
  return workspace
}
