/**
 * Text on its way into a cell. Range.setValues behaves as if a person typed: '=…' becomes a formula, '00123' a number,
 * '3-4' a date. What a school wrote must come out as it went in, and never as a formula of ours.
 */

/** What Sheets might take for something else than words: a sign at the front, any digit, a truth value. */
const risky = /^[=+\-@'#]|\d|^(?:true|false)$/i

/**
 * A text that stays that text: with an apostrophe in front, which Sheets takes off again, where it could be read as a
 * formula, a number, a date or a truth value.
 */
export function asText(text: string): string {
  return risky.test(text.trim()) ? `'${text}` : text
}

/** What a cell holds, as it has to be typed to stand there again. @param formula '' where it has none */
export function retyped(value: unknown, formula: string): unknown {
  return formula !== '' ? formula : typeof value === 'string' ? asText(value) : value
}

/** A cell takes 50,000 characters, and a school may have filled one of its own: ours repeat no more than these. */
const mostRepeated = 500

/** What a school wrote, repeated in a cell of ours: as text, and cut short where nobody would read on. */
export function repeated(text: string): string {
  // Not between the two halves of one character.
  return asText(text.length > mostRepeated ? `${text.slice(0, mostRepeated).replace(/[\ud800-\udbff]$/, '')}…` : text)
}

/** A text inside a formula of ours, in quotes. */
export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`
}
