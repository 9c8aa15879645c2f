/** `npm start`: checks the sample school, or the file that is given, and says what to try next. */
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
import { CHECK_USAGE, type CheckArguments, readCheckArguments } from './check-arguments.ts'
import { runCommand } from './command.ts'
import { runCheck } from './run-check.ts'
import { summaryOf } from './summary.ts'
import { localDay } from './zone-time.ts'

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
  const words = process.argv.slice(2)
  const given = words.length === 0 ? SAMPLE : readCheckArguments(words, localDay(new Date()))
  if (!given) {
    console.log(CHECK_USAGE.replaceAll('npm run check', 'npm start'))
    return
  }
  const run = await runCheck(
    given === SAMPLE ? sampleWorkbook(SAMPLE_SCHOOL) : await readWorkbookFile(given.input),
    given,
  )
  const width = process.stdout.columns ?? 120
  if (given === SAMPLE)
    console.log('\n  Cedar Ridge School, K–12: a made-up school, checked on this machine. Nothing left it.')
  console.log(summaryOf(run, width))
  console.log(
    `  Open ${run.workbookPath} in Excel, LibreOffice or Google Sheets: the answers stand beside each student`,
  )
  console.log('  and one by one on the Findings tab.')
  if (given === SAMPLE) {
    console.log('\n  Next, your own roster:  npm run check -- your-roster.xlsx')
    console.log('  Or another school:      npm run sample -- --students 300 --style wide\n')
  }
})
