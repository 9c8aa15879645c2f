import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { nameWithoutEnding } from '../files/workbook-file.ts'
import { parseOptions } from './options.ts'
import { UsageError } from './usage-error.ts'

/** What a command that reads a roster was asked for. */
export interface RosterArguments {
  /** An .xlsx file, a .csv file, or a folder of .csv files. */
  readonly input: string
  /** Name of the input without its ending; the written workbook is called so too. */
  readonly name: string
  /** Folder for what is written. */
  readonly out: string
  readonly policy?: string
  /** 'YYYY-MM-DD'; always set. */
  readonly asOf: string
  readonly schoolYear?: string
  readonly firstDay?: string
  readonly lastDay?: string
}

/** What `npm run check` was asked for. */
export interface CheckArguments extends RosterArguments {
  /** List every finding, met ones too. */
  readonly all: boolean
}

export const CHECK_USAGE = `npm run check -- INPUT [options]

INPUT is an .xlsx file, a .csv file, or a folder of .csv files.

  --policy ID          the policy to check against, e.g. davis-4i-101
  --as-of DATE         check as of this day, e.g. 2026-11-23 (today if left out)
  --school-year YEAR   e.g. 2026-27 (the one that the day falls in if left out)
  --first-day DATE     first day of instruction of that school year
  --last-day DATE      last day of instruction
  --out FOLDER         where the results go (out/<name of INPUT> if left out)
  --all                list every finding, met ones too`

const ROSTER_OPTIONS = {
  policy: { type: 'string' },
  'as-of': { type: 'string' },
  'school-year': { type: 'string' },
  'first-day': { type: 'string' },
  'last-day': { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

const CHECK_OPTIONS = { ...ROSTER_OPTIONS, all: { type: 'boolean' } } as const

/**
 * Reads the words behind `npm run check --`.
 *
 * @param words as in process.argv, from the third on
 * @param today the day in this machine's own zone, for a check without --as-of
 * @returns undefined when help was asked for
 * @throws UsageError for an unknown option, a missing input, or a date that is none
 */
export function readCheckArguments(words: readonly string[], today: string): CheckArguments | undefined {
  const { values, positionals } = parseOptions('check', words, CHECK_OPTIONS, EXAMPLE)
  if (values.help) return undefined
  return { ...rosterArguments('check', values, positionals, today), all: values.all ?? false }
}

/**
 * Reads the words behind `npm run <command> --`, where they are a roster and what a check may be told.
 *
 * @returns undefined when help was asked for
 * @throws UsageError as {@link readCheckArguments}
 */
export function readRosterArguments(
  command: string,
  words: readonly string[],
  today: string,
): RosterArguments | undefined {
  const { values, positionals } = parseOptions(command, words, ROSTER_OPTIONS, EXAMPLE)
  return values.help ? undefined : rosterArguments(command, values, positionals, today)
}

const EXAMPLE = '--as-of 2026-11-23'

type RosterValues = { readonly [Option in Exclude<keyof typeof ROSTER_OPTIONS, 'help'>]?: string | undefined }

function rosterArguments(
  command: string,
  values: RosterValues,
  positionals: readonly string[],
  today: string,
): RosterArguments {
  if (positionals.length === 0) throw new UsageError(`Give the roster: npm run ${command} -- your-roster.xlsx`)
  if (positionals.length > 1) {
    throw new UsageError(
      `Give one file or folder; ${positionals.map((word) => `“${word}”`).join(' and ')} are ${positionals.length}. Put a name with spaces in quotes.`,
    )
  }
  const input = found(positionals[0] as string)
  const name = nameWithoutEnding(resolve(input))
  const asOf = values['as-of'] ?? today
  mustBeDay('--as-of', asOf)
  mustBeDay('--first-day', values['first-day'])
  mustBeDay('--last-day', values['last-day'])
  mustBeSchoolYear(values['school-year'])
  if (values['first-day'] && values['last-day'] && values['first-day'] > values['last-day']) {
    throw new UsageError(`--first-day ${values['first-day']} comes after --last-day ${values['last-day']}.`)
  }
  return {
    input,
    name,
    out: values.out ?? join('out', name),
    asOf,
    ...(values.policy === undefined ? {} : { policy: values.policy }),
    ...(values['school-year'] === undefined ? {} : { schoolYear: values['school-year'] }),
    ...(values['first-day'] === undefined ? {} : { firstDay: values['first-day'] }),
    ...(values['last-day'] === undefined ? {} : { lastDay: values['last-day'] }),
  }
}

/** npm runs a script in the repository's folder; a name is meant from where it was typed. */
function found(input: string): string {
  const typedFrom = process.env.INIT_CWD
  if (existsSync(input) || typedFrom === undefined) return input
  const there = resolve(typedFrom, input)
  return existsSync(there) ? there : input
}

function mustBeDay(option: string, text: string | undefined): void {
  if (text === undefined) return
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const day = parts && new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])))
  if (!day || day.toISOString().slice(0, 10) !== text) {
    throw new UsageError(`${option} “${text}” is no day; write year, month and day like 2026-11-23.`)
  }
}

function mustBeSchoolYear(text: string | undefined): void {
  if (text === undefined) return
  const parts = /^(\d{4})-(\d{2})$/.exec(text)
  if (!parts || (Number(parts[1]) + 1) % 100 !== Number(parts[2])) {
    throw new UsageError(`--school-year “${text}” is no school year; write it like 2026-27.`)
  }
}
