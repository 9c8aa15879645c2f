/**
 * What a spreadsheet makes of text that is typed into a cell, or given to setValues, which behaves the same. Only the
 * locale en_US is known; in others, text that a locale could read its own way is refused as not emulated.
 */
import type { CellValue } from './model.ts'
import { NotEmulated } from './refusal.ts'
import { millisecondsADay, serialOfEpoch } from './zone.ts'

export interface Typed {
  readonly value: CellValue
  /** The format that the text brings along, for a cell that has none. */
  readonly numberFormat?: string
}

const months = 'january february march april may june july august september october november december'.split(' ')
const monthNames =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'

/** Text that some locale may read as a number, a date or a time. */
const numeric = /^[-+(]?[\d.,:/ %€$£-]+\)?$/
const startsWithMonth = new RegExp(`^(?:${monthNames})\\b`, 'i')

const number = /^([-+]?)\s*(\$?)\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(?:[eE]([-+]?\d{1,3}))?(%?)$/
const bracketed = /^\((\$?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)\)$/
const clockTime = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]m?)?$/i
const hourOnly = /^(\d{1,2})\s*([ap]m)$/i
const monthFirst = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?$/
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const yearAndMonth = /^(\d{4})[-/](\d{1,2})$/
const monthAndYear = /^(\d{1,2})[-/](\d{4})$/
const nameFirst = new RegExp(`^(${monthNames})\\.?[ -]+(\\d{1,2})(?:,?[ -]+(\\d{4}|\\d{2}))?$`, 'i')
const dayFirst = new RegExp(`^(\\d{1,2})[ -](${monthNames})\\.?(?:,?[ -]+(\\d{4}|\\d{2}))?$`, 'i')
const nameAndYear = new RegExp(`^(${monthNames})\\.?,?[ -]+(\\d{4})$`, 'i')

/**
 * Reads typed text; formulas (a leading '=') and the leading apostrophe are the caller's.
 * @param thisYear for dates without a year
 */
export function typedText(text: string, locale: string, thisYear: number): Typed {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > 40) return { value: text }
  const lower = trimmed.toLowerCase()
  if (lower === 'true' || lower === 'false') return { value: lower === 'true' }
  if (!/\d/.test(trimmed)) return { value: text }
  if (!/^[-+($.\d]/.test(trimmed) && !startsWithMonth.test(trimmed)) return { value: text }
  const typed = typedNumber(trimmed) ?? typedMoment(trimmed, thisYear)
  if (locale !== 'en_US' && (typed !== undefined || numeric.test(trimmed)) && !/^\d+$/.test(trimmed)) {
    throw new NotEmulated(`reading the typed text of a cell in the locale ${locale}`)
  }
  return typed ?? { value: text }
}

function typedNumber(text: string): Typed | undefined {
  const negative = bracketed.exec(text)
  if (negative !== null) {
    const value = -Number(negative[2]!.replaceAll(',', ''))
    return negative[1] === '$' ? { value, numberFormat: '"$"#,##0.00' } : { value }
  }
  const found = number.exec(text)
  if (found === null) return undefined
  const [, sign, dollar, digits, exponent, percent] = found
  let value = Number(digits!.replaceAll(',', '') + (exponent === undefined ? '' : `e${exponent}`))
  if (sign === '-') value = -value
  if (!Number.isFinite(value)) return undefined
  const decimals = digits!.includes('.') && !digits!.endsWith('.')
  if (percent === '%') return { value: Number((value / 100).toPrecision(15)), numberFormat: decimals ? '0.00%' : '0%' }
  if (dollar === '$') return { value, numberFormat: decimals ? '"$"#,##0.00' : '"$"#,##0' }
  if (digits!.includes(',')) return { value, numberFormat: decimals ? '#,##0.00' : '#,##0' }
  if (exponent !== undefined) return { value, numberFormat: '0.00E+00' }
  return { value: Object.is(value, -0) ? 0 : value }
}

function typedMoment(text: string, thisYear: number): Typed | undefined {
  const whole = typedDate(text, thisYear)
  if (whole !== undefined) return whole
  const time = typedTime(text)
  if (time !== undefined) return time
  for (const gap of text.matchAll(/[ T]+/g)) {
    const date = typedDate(text.slice(0, gap.index), thisYear)
    const rest = typedTime(text.slice(gap.index + gap[0].length))
    if (date !== undefined && rest !== undefined) {
      return {
        value: (date.value as number) + (rest.value as number),
        numberFormat: `${date.numberFormat} ${text.includes('T') ? 'hh:mm:ss' : 'h:mm:ss'}`,
      }
    }
  }
  return undefined
}

function typedTime(text: string): Typed | undefined {
  const whole = hourOnly.exec(text)
  const found = clockTime.exec(text)
  if (whole === null && found === null) return undefined
  const half = (whole?.[2] ?? found?.[4])?.[0]?.toLowerCase()
  let hours = Number(whole?.[1] ?? found?.[1])
  const minutes = Number(found?.[2] ?? 0)
  const seconds = Number(found?.[3] ?? 0)
  if (minutes > 59 || seconds > 59 || hours > (half === undefined ? 23 : 12) || (half !== undefined && hours === 0)) {
    return undefined
  }
  if (half !== undefined) hours = (hours % 12) + (half === 'p' ? 12 : 0)
  const withSeconds = found?.[3] === undefined ? '' : ':ss'
  return {
    value: (hours * 3600 + minutes * 60 + seconds) / 86_400,
    numberFormat: `h:mm${withSeconds}${half === undefined ? '' : ' am/pm'}`,
  }
}

function typedDate(text: string, thisYear: number): Typed | undefined {
  let found = yearFirst.exec(text)
  if (found !== null) return date(found[1], Number(found[2]), Number(found[3]), 'yyyy-mm-dd')
  found = monthFirst.exec(text)
  if (found !== null) {
    const format = found[3] === undefined ? 'm/d' : text.includes('-') ? 'm-d-yyyy' : 'm/d/yyyy'
    return date(found[3] ?? thisYear, Number(found[1]), Number(found[2]), format)
  }
  found = yearAndMonth.exec(text)
  if (found !== null) return date(found[1], Number(found[2]), 1, 'yyyy-mm')
  found = monthAndYear.exec(text)
  if (found !== null) return date(found[2], Number(found[1]), 1, 'm/yyyy')
  found = nameFirst.exec(text)
  if (found !== null) {
    return date(
      found[3] ?? thisYear,
      monthOf(found[1]!),
      Number(found[2]),
      found[3] === undefined ? 'mmm d' : 'mmm d, yyyy',
    )
  }
  found = dayFirst.exec(text)
  if (found !== null) {
    return date(
      found[3] ?? thisYear,
      monthOf(found[2]!),
      Number(found[1]),
      found[3] === undefined ? 'd-mmm' : 'd-mmm-yyyy',
    )
  }
  found = nameAndYear.exec(text)
  return found === null ? undefined : date(found[2], monthOf(found[1]!), 1, 'mmm yyyy')
}

function monthOf(name: string): number {
  return months.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase())) + 1
}

/** Two-digit years: 00-29 are 20xx, 30-99 are 19xx. */
function date(year: string | number | undefined, month: number, day: number, numberFormat: string): Typed | undefined {
  let full = Number(year)
  if (typeof year === 'string' && year.length === 2) full += full < 30 ? 2000 : 1900
  const time = Date.UTC(full, month - 1, day)
  const made = new Date(time)
  if (month < 1 || month > 12 || day < 1 || made.getUTCMonth() !== month - 1 || full < 1900) return undefined
  return { value: time / millisecondsADay + serialOfEpoch, numberFormat }
}
