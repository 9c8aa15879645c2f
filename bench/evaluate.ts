/**
 * Reading rows into records and judging them, beside JSON.parse of the same cells.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Measured } from './evaluate-school.ts'
import { megabytes, printTable, seconds, target } from './table.ts'

const mostTimesParse = 5
const mostTimesTenth = 12
const mostMemory = 1.5e9

/** @param most students of the largest school; the others have a tenth and a hundredth of them */
export function benchEvaluate(most = 100_000): void {
  const measured = [most / 100, most / 10, most].map(measure)
  console.log('Reading and judging, beside JSON.parse of the same cells (medians of 7 rounds in turn, seconds)\n')
  printTable(
    [
      'students',
      'cells',
      'JSON.parse',
      'read',
      'evaluate',
      'both',
      'times JSON.parse',
      'first run',
      'heap',
      'peak memory',
    ],
    measured.map((one) => [
      one.students,
      one.cells,
      seconds(one.parse),
      seconds(one.read),
      seconds(one.evaluate),
      seconds(both(one)),
      (both(one) / one.parse).toFixed(2),
      seconds(one.first),
      megabytes(one.heap),
      megabytes(one.peak),
    ]),
  )
  const [, tenth, whole] = measured as [Measured, Measured, Measured]
  const timesParse = both(whole) / whole.parse
  const timesTenth = both(whole) / both(tenth)
  const students = whole.students.toLocaleString('en-US')
  console.log(`
At ${students} students: ${timesParse.toFixed(2)} times JSON.parse, ${target(timesParse, mostTimesParse)} (at most ${mostTimesParse});
${timesTenth.toFixed(1)} times the time for a tenth of them, ${target(timesTenth, mostTimesTenth)} (at most ${mostTimesTenth});
${megabytes(whole.peak)} at the peak, ${target(whole.peak, mostMemory)} (at most ${megabytes(mostMemory)}), with the text and what was parsed in it.`)
}

const both = ({ read, evaluate }: Measured): number => read + evaluate

/** Reading and judging a school of this size, in a process of its own. */
export function measure(students: number): Measured {
  const script = fileURLToPath(new URL('evaluate-school.ts', import.meta.url))
  return JSON.parse(
    execFileSync(process.execPath, [...process.execArgv, script, String(students)], { encoding: 'utf8' }),
  )
}
