import { join } from 'node:path'
import {
  SAMPLE_SEED,
  SAMPLE_STUDENTS,
  SAMPLE_STYLES,
  type SampleRequest,
  type SampleStyle,
} from '../sample/sample-workbook.ts'
import { parseOptions } from './options.ts'
import { UsageError } from './usage-error.ts'

/** What `npm run sample` was asked for. */
export interface SampleArguments extends SampleRequest {
  /** An .xlsx file, a .csv file of the style 'wide', or a folder for one .csv file a tab. */
  readonly out: string
}

export const SAMPLE_USAGE = `npm run sample -- [options]

Writes the roster of a made-up school, the same every time for the same options.

  --students N         how many students (1150 if left out)
  --style logs|wide    logs: a tab for each kind of record, as a school's system exports them (if left out)
                       wide: one tab with a row for each student, as schools make them by hand
  --seed S             a whole number; another one makes another school
  --out FILE           an .xlsx file (out/sample-<style>-<students>.xlsx if left out), a folder for .csv files,
                       or for the style wide one .csv file`

/** More than any district of Utah has. */
const MOST_STUDENTS = 100_000
const LARGEST_SEED = 999_999_999

const OPTIONS = {
  students: { type: 'string' },
  style: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/**
 * Reads the words behind `npm run sample --`.
 *
 * @param words as in process.argv, from the third on
 * @returns undefined when help was asked for
 * @throws UsageError for an unknown option, a number that is none or out of reach, a file that cannot hold the style
 */
export function readSampleArguments(words: readonly string[]): SampleArguments | undefined {
  const { values, positionals } = parseOptions('sample', words, OPTIONS, '--students 500')
  if (values.help) return undefined
  if (positionals.length > 0) {
    throw new UsageError(`“${positionals[0]}” is no option of sample; write e.g. --students 500 --style wide.`)
  }
  const students = wholeNumber('--students', values.students ?? String(SAMPLE_STUDENTS), 1, MOST_STUDENTS)
  const seed = wholeNumber('--seed', values.seed ?? String(SAMPLE_SEED), 0, LARGEST_SEED)
  const style = styleOf(values.style ?? 'logs')
  const out = values.out ?? join('out', `sample-${style}-${students}.xlsx`)
  mustFit(style, out)
  return { students, style, seed, out }
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new UsageError(`${option} must be a whole number from ${least} to ${most}, not “${text}”.`)
}

function styleOf(text: string): SampleStyle {
  const style = SAMPLE_STYLES.find((known) => known === text)
  if (style === undefined) throw new UsageError(`--style must be ${SAMPLE_STYLES.join(' or ')}, not “${text}”.`)
  return style
}

function mustFit(style: SampleStyle, out: string): void {
  if (out.trim() === '') throw new UsageError('--out needs the name of a file or folder behind it.')
  if (style === 'logs' && /\.csv$/i.test(out)) {
    throw new UsageError(
      `--out ${out} can hold one tab only; give an .xlsx file or a folder for the tabs of the style logs.`,
    )
  }
  if (/\.(xls|xlsm|ods|tsv|numbers|pdf)$/i.test(out)) {
    throw new UsageError(
      `--out ${out} is of a kind that is not written here; give an .xlsx file or a folder for .csv files.`,
    )
  }
}
