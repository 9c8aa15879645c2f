/** Text functions. */
import { displayed } from '../../number-format.ts'
import { NotEmulated } from '../../refusal.ts'
import { FormulaError, numberInText, numberOf, rowsOf, type Scalar, textOf, type Value } from '../values.ts'
import { ofRanges, ofTexts, ofValues, type SheetFunction, whenFine } from './sheet-function.ts'

/** All cells of the arguments as text, in order. */
function textsIn(given: readonly Value[]): (string | FormulaError)[] {
  return given.flatMap((value) => rowsOf(value).flatMap((row) => row.map(textOf)))
}

/** The value in a number format; text that is no number stays as it is. */
function shown(value: Scalar, format: Scalar): Value {
  const number = typeof value === 'string' ? (numberInText(value) ?? value) : numberOf(value)
  return whenFine<[string | number, string]>([number, textOf(format)], (whole, pattern) => {
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
    return typeof whole === 'string' ? whole : displayed(whole, pattern)
  })
}

/** A count that may be left out; a blank cell counts as 0. */
function count(given: readonly Scalar[], otherwise: number): number | FormulaError {
  const number = given.length === 0 ? otherwise : numberOf(given[0])
  if (number instanceof FormulaError || number >= 0) return number
  return new FormulaError('#VALUE!', `${number} is less than 0.`)
}

/** A part of a text by a count of characters. */
function part(of: (text: string, characters: number) => string): SheetFunction {
  return ofValues([1, 2], (text, ...characters) =>
    whenFine<[string, number]>([textOf(text), count(characters, 1)], (whole, length) => of(whole, Math.trunc(length))),
  )
}

/** Where one text begins in another, counted from 1. */
function place(prepared: (text: string) => string): SheetFunction {
  return ofValues([2, 3], (searched, text, ...start) =>
    whenFine<[string, string, number]>([textOf(searched), textOf(text), count(start, 1)], (what, within, from) => {
      if (prepared === lower && /[*?~]/.test(what)) throw new NotEmulated('SEARCH with wildcards')
      const found = prepared(within).indexOf(prepared(what), Math.max(0, Math.trunc(from) - 1))
      if (found >= 0) return found + 1
      return new FormulaError('#VALUE!', `The text '${what}' is not found within '${within}'.`)
    }),
  )
}

const lower = (text: string) => text.toLowerCase()
const asItIs = (text: string) => text

function substituted(text: Scalar, searched: Scalar, replacement: Scalar, occurrence: Scalar): Value {
  if (occurrence !== undefined) throw new NotEmulated('SUBSTITUTE of one occurrence')
  return whenFine<[string, string, string]>([textOf(text), textOf(searched), textOf(replacement)], (whole, from, to) =>
    from === '' ? whole : whole.split(from).join(to),
  )
}

function joined(separator: Value, texts: readonly (string | FormulaError)[]): Value {
  return whenFine<string[]>([textOf(rowsOf(separator)[0]![0]), ...texts], (between, ...all) => all.join(between))
}

function textJoined(separator: Value, skipsEmpty: Value, ...given: Value[]): Value {
  const texts = textsIn(given)
  return joined(separator, rowsOf(skipsEmpty)[0]![0] === true ? texts.filter((text) => text !== '') : texts)
}

export const textFunctions: Readonly<Record<string, SheetFunction>> = {
  TEXT: ofValues([2, 2], shown),
  LEFT: part((text, characters) => text.slice(0, characters)),
  RIGHT: part((text, characters) => text.slice(Math.max(0, text.length - characters))),
  MID: ofValues([3, 3], (text, start, characters) =>
    whenFine<[string, number, number]>(
      [textOf(text), count([start], 1), count([characters], 0)],
      (whole, from, length) => whole.slice(Math.trunc(from) - 1, Math.trunc(from) - 1 + Math.trunc(length)),
    ),
  ),
  LEN: ofTexts([1, 1], (text) => text.length),
  TRIM: ofTexts([1, 1], (text) => text.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  UPPER: ofTexts([1, 1], (text) => text.toUpperCase()),
  LOWER: ofTexts([1, 1], lower),
  PROPER: ofTexts([1, 1], (text) => text.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())),
  REPT: ofValues([2, 2], (text, times) =>
    whenFine<[string, number]>([textOf(text), count([times], 0)], (whole, number) => whole.repeat(Math.trunc(number))),
  ),
  EXACT: ofTexts([2, 2], (first, second) => first === second),
  FIND: place(asItIs),
  SEARCH: place(lower),
  SUBSTITUTE: ofValues([3, 4], substituted),
  VALUE: ofValues([1, 1], numberOf),
  CONCATENATE: ofRanges([1, 255], (...given) => joined('', textsIn(given))),
  JOIN: ofRanges([2, 255], (separator, ...given) => joined(separator!, textsIn(given))),
  TEXTJOIN: ofRanges([3, 255], (separator, skipsEmpty, ...given) => textJoined(separator!, skipsEmpty!, ...given)),
  HYPERLINK: ofValues([1, 2], (url, label) => label ?? url),
}
