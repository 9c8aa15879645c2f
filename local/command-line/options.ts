import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './usage-error.ts'

/**
 * The words behind a command, taken apart into options and others.
 *
 * @param command as npm knows it: 'check'
 * @param example an option with a value, for a person who left the value out
 * @throws UsageError for an unknown option, a value that is missing or one too many
 */
export function parseOptions<const Known extends NonNullable<ParseArgsConfig['options']>>(
  command: string,
  words: readonly string[],
  options: Known,
  example: string,
) {
  try {
    return parseArgs({ args: withNegativeNumbers(words), options, allowPositionals: true, strict: true })
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    const option = /'(-[^' ]*)/.exec(message)?.[1] ?? 'That'
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
      const known = Object.keys(options).map((name) => `--${name}`)
      throw new UsageError(`${option} is no option of ${command}; the options are ${known.join(', ')}.`)
    }
    if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw error
    const takesNone = options[option.replace(/^-+/, '')]?.type === 'boolean'
    throw new UsageError(
      takesNone ? `${option} takes no value.` : `${option} needs a value behind it, e.g. ${example}.`,
    )
  }
}

/** A number below zero is a value and not an option, so that it can be refused as what it is. */
function withNegativeNumbers(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const option = joined.at(-1)
    if (/^-\d/.test(word) && option?.startsWith('--')) joined[joined.length - 1] = `${option}=${word}`
    else joined.push(word)
  }
  return joined
}
