import { readWorkbookFile } from '../files/workbook-file.ts'
import { readRosterArguments } from './check-arguments.ts'
import { type PlansRun, runPlans } from './run-plans.ts'
import { localDay } from './zone-time.ts'

export const PLANS_USAGE = `npm run plans -- INPUT [options]

INPUT is an .xlsx file, a .csv file, or a folder of .csv files.
The plan of every student is written as a .docx file, by school and student.

  --policy ID          the policy that the plans follow, e.g. davis-4i-101
  --as-of DATE         as of this day, e.g. 2026-11-23 (today if left out)
  --school-year YEAR   e.g. 2026-27 (the one that the day falls in if left out)
  --first-day DATE     first day of instruction of that school year
  --last-day DATE      last day of instruction
  --out FOLDER         where the files go (out/<name of INPUT> if left out)`

/**
 * Makes the plans of the roster that the words name and prints how many, and how long it took.
 *
 * @param words as typed behind `npm run plans --`
 * @throws UsageError, FileError
 */
export async function plansCommand(words: readonly string[]): Promise<void> {
  const given = readRosterArguments('plans', words, localDay(new Date()))
  if (!given) {
    console.log(PLANS_USAGE)
    return
  }
  console.log(summaryOf(await runPlans(await readWorkbookFile(given.input), given)))
}

/** How many of the tags that nothing filled are named. */
const NAMED = 6

function summaryOf({
  policy,
  asOf,
  schoolYear,
  files,
  without,
  blank,
  notes,
  folder,
  seconds,
  peakMegabytes,
}: PlansRun) {
  const reasons = [...without].map(([why, count]) => `  ${count} without a plan: ${why}`)
  const empty = [...blank].sort((a, b) => b[1] - a[1]).slice(0, NAMED)
  return [
    `${policy}, school year ${schoolYear}, as of ${asOf}`,
    ...notes,
    '',
    `${plans(files)} written in ${seconds.toFixed(1)} s (at most ${peakMegabytes} MB of memory) to ${folder}`,
    ...reasons,
    ...(empty.length > 0 ? ['Left blank, since nothing is on file:'] : []),
    ...empty.map(([tag, count]) => `  ${tag} in ${plans(count)}`),
  ].join('\n')
}

function plans(count: number): string {
  return count === 1 ? '1 plan' : `${count} plans`
}
