/**
 * Number formats: whether a number shows as a date, and what a cell shows (getDisplayValues). English names and signs.
 * Source: developers.google.com/sheets/api/guides/formats (tokens), with the sections and quotes of the format syntax.
 */
import type { CellError, CellStyle, CellValue } from './model.ts'
import { NotEmulated } from './refusal.ts'
import { millisecondsADay, serialOfEpoch } from './zone.ts'

/** What getNumberFormat gives for a cell that has none. */
export const automaticFormat = '0.###############'

/** The format under which text stays as it is typed. */
export const plainText = '@'

/** Whether the format leaves the look to the value. */
export function isAutomatic(format: string): boolean {
  return format === automaticFormat || /^general$/i.test(format)
}

/** What a date brings along for a cell that has no format. */
export const dayFormat = 'm/d/yyyy'
export const momentFormat = 'm/d/yyyy h:mm:ss'

/** The format that a Date of the script brings along. */
export function formatOfDate(serial: number): string {
  return Number.isInteger(serial) ? dayFormat : momentFormat
}

const datePatterns = new Map<string, boolean>()

/** Whether a number in this format is a date, a time or a duration. */
export function isDateFormat(format: string): boolean {
  let known = datePatterns.get(format)
  if (known === undefined) {
    const bare = format.replace(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]|[_*]./gi, '')
    known = /general/i.test(bare) ? false : /[ymdhs]|am\/pm|a\/p/i.test(bare)
    datePatterns.set(format, known)
  }
  return known
}

/** Whether a number in this style is a date. */
export function isDateStyle(style: CellStyle | undefined): boolean {
  return style?.numberFormat !== undefined && isDateFormat(style.numberFormat)
}

/** What the cell shows. */
export function displayed(value: CellValue | CellError | undefined, format: string | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'object') return value.error
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'string') return value
  if (format === undefined || format === plainText || isAutomatic(format)) {
    return general(value)
  }
  return isDateFormat(format) ? moment(value, format) : amount(value, format)
}

/** At most ten significant decimals, an exponent from 1E+15 on, as the automatic format shows. */
function general(value: number): string {
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 1e15 || size < 1e-5) {
    return value
      .toExponential(2)
      .replace(/\.?0+e/, 'E')
      .replace('e', 'E')
      .replace(/E([-+])(\d)$/, 'E$10$2')
  }
  const whole = Math.max(1, Math.floor(Math.log10(size)) + 1)
  return String(Number(value.toFixed(Math.max(0, Math.min(10, 15 - whole)))))
}

const sectionsOf = new Map<string, readonly string[]>()

/** The section for the sign: positive; negative; zero. */
function section(value: number, format: string): { pattern: string; value: number } {
  let sections = sectionsOf.get(format)
  if (sections === undefined) {
    sections = format.match(/(?:"[^"]*"|\\.|[^;])+/g) ?? ['']
    sectionsOf.set(format, sections)
  }
  if (value < 0 && sections[1] !== undefined) return { pattern: sections[1], value: -value }
  if (value === 0 && sections[2] !== undefined) return { pattern: sections[2], value }
  return { pattern: sections[0]!, value }
}

function amount(given: number, format: string): string {
  const { pattern, value } = section(given, format)
  const literals: string[] = []
  const bare = pattern
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/"([^"]*)"|\\(.)|_(.)|\*(.)/g, (_, quoted, escaped, space) => {
      literals.push(quoted ?? escaped ?? (space === undefined ? '' : ' '))
      return `\uE000${literals.length - 1}\uE000`
    })
  const restore = (text: string) => text.replace(/\uE000(\d+)\uE000/g, (_, index) => literals[Number(index)]!)
  const digits = /[#0?][#0?,]*(?:\.[#0?]*)?(?:[eE][-+]0+)?|\.[#0?]+/.exec(
    bare.replace(/\uE000\d+\uE000/g, (hidden) => '\uE000'.repeat(hidden.length)),
  )
  if (digits === null) return (value < 0 ? '-' : '') + restore(bare)
  const mask = digits[0]
  const percent = bare.includes('%')
  const scaled = Math.abs(value) * (percent ? 100 : 1)
  const shown = masked(scaled, mask)
  const sign = value < 0 && /[1-9]/.test(shown) ? '-' : ''
  return sign + restore(bare.slice(0, digits.index) + shown + bare.slice(digits.index + mask.length))
}

function masked(value: number, mask: string): string {
  if (/[eE]/.test(mask)) {
    const decimals = /\.([#0?]*)/.exec(mask)?.[1]?.length ?? 0
    const [mantissa, exponent] = value.toExponential(decimals).split('e')
    const size = String(Math.abs(Number(exponent))).padStart(2, '0')
    return `${mantissa}E${Number(exponent) < 0 ? '-' : '+'}${size}`
  }
  if (/,(?=\.|$)/.test(mask)) throw new NotEmulated(`the number format ${mask} (thousands as units)`)
  const [whole, fraction = ''] = mask.split('.')
  const places = fraction.length
  const needed = fraction.replace(/[^0?]/g, '').length
  let [integer, decimals = ''] = rounded(value, places).split('.')
  while (decimals.length > needed && decimals.endsWith('0')) decimals = decimals.slice(0, -1)
  const least = (whole!.match(/[0?]/g) ?? []).length
  integer = integer === '0' && least === 0 ? '' : integer!.padStart(least, '0')
  if (whole!.includes(',')) integer = integer.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === '' && !(mask.includes('.') && needed > 0)
    ? integer + (mask.endsWith('.') ? '.' : '')
    : `${integer}.${decimals}`
}

/** Half up, as a person rounds 1.005 and not as its binary form would. */
function rounded(value: number, places: number): string {
  if (value >= 1e15) return value.toFixed(places)
  return Number(`${Math.round(Number(`${value}e${places}`))}e-${places}`).toFixed(places)
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')
const dayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

const patterns = new Map<string, Pattern>()
const mostRemembered = 50_000

interface Pattern {
  readonly tokens: readonly string[]
  /** Which tokens are minutes and not months. */
  readonly minutes: readonly boolean[]
  readonly twelve: boolean
  /** What was shown before: a column of dates holds few different ones. */
  readonly shown: Map<number, string>
}

function patternOf(section: string): Pattern {
  let pattern = patterns.get(section)
  if (pattern === undefined) {
    const tokens = section.match(/"[^"]*"|\\.|\[[^\]]*\]|am\/pm|a\/p|y+|m+|d+|h+|s+(?:\.0+)?|\.0+|./gi) ?? []
    const minutes = tokens.map((_, index) => isMinutes(tokens, index))
    pattern = { tokens, minutes, twelve: tokens.some((token) => /^a(m\/pm|\/p)$/i.test(token)), shown: new Map() }
    patterns.set(section, pattern)
  }
  return pattern
}

function moment(given: number, format: string): string {
  const { tokens, minutes, twelve, shown } = patternOf(section(given, format).pattern)
  let text = shown.get(given)
  if (text === undefined) {
    const time = new Date(Math.round((given - serialOfEpoch) * millisecondsADay))
    text = tokens.map((token, index) => momentPart(token, { time, given, twelve, minutes: minutes[index]! })).join('')
    if (shown.size < mostRemembered) shown.set(given, text)
  }
  return text
}

/** An m next to hours before it or seconds after it is minutes. */
function isMinutes(tokens: readonly string[], index: number): boolean {
  const meaningful = (token: string) => /^(\[?[hs]|[yd])/i.test(token)
  const before = tokens
    .slice(0, index)
    .reverse()
    .find((token) => meaningful(token) || /^m/i.test(token))
  const after = tokens.slice(index + 1).find((token) => meaningful(token) || /^m/i.test(token))
  return (before !== undefined && /^\[?h/i.test(before)) || (after !== undefined && /^\[?s/i.test(after))
}

interface Moment {
  readonly time: Date
  readonly given: number
  readonly twelve: boolean
  readonly minutes: boolean
}

function momentPart(token: string, { time, given, twelve, minutes }: Moment): string {
  const padded = (count: number) => String(count).padStart(Math.min(token.length, 2), '0')
  if (token.startsWith('"')) return token.slice(1, -1)
  if (token.startsWith('\\')) return token.slice(1)
  if (token.startsWith('[')) {
    const unit = /^\[(h+|m+|s+)\]$/i.exec(token)?.[1]
    if (unit === undefined) return ''
    const perDay = { h: 24, m: 1440, s: 86_400 }[unit[0]!.toLowerCase() as 'h' | 'm' | 's']
    return String(Math.floor(Number((given * perDay).toFixed(6)))).padStart(unit.length, '0')
  }
  const hours = time.getUTCHours()
  switch (token[0]!.toLowerCase()) {
    case 'y':
      return token.length <= 2 ? String(time.getUTCFullYear()).slice(-2) : String(time.getUTCFullYear())
    case 'm':
      if (minutes && token.length <= 2) return padded(time.getUTCMinutes())
      if (token.length === 5) return monthNames[time.getUTCMonth()]![0]!
      if (token.length === 4) return monthNames[time.getUTCMonth()]!
      return token.length === 3 ? monthNames[time.getUTCMonth()]!.slice(0, 3) : padded(time.getUTCMonth() + 1)
    case 'd':
      if (token.length >= 4) return dayNames[time.getUTCDay()]!
      return token.length === 3 ? dayNames[time.getUTCDay()]!.slice(0, 3) : padded(time.getUTCDate())
    case 'h':
      return padded(twelve ? hours % 12 || 12 : hours)
    case 's':
      return (
        String(time.getUTCSeconds()).padStart(Math.min(token.replace(/\..*/, '').length, 2), '0') +
        thousandths(token, time)
      )
    case 'a': {
      if (!/^a(m\/pm|\/p)$/i.test(token)) return token
      const half = hours < 12 ? 'AM' : 'PM'
      return token.length === 3 ? half[0]! : half
    }
    case '.':
      return /^\.0+$/.test(token) ? thousandths(token, time) : token
    default:
      return token
  }
}

function thousandths(token: string, time: Date): string {
  const places = /\.(0+)$/.exec(token)?.[1]?.length ?? 0
  return places === 0
    ? ''
    : `.${String(time.getUTCMilliseconds()).padStart(3, '0').slice(0, places).padEnd(places, '0')}`
}
