/** Colours as scripts write them: '#rgb', '#rrggbb' or a CSS name. */
import { NotEmulated } from '../refusal.ts'

const named: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
  silver: '#c0c0c0',
  purple: '#800080',
  navy: '#000080',
  teal: '#008080',
  maroon: '#800000',
  lime: '#00ff00',
  aqua: '#00ffff',
  fuchsia: '#ff00ff',
  olive: '#808000',
}

/**
 * '#rrggbb'; undefined for null, which resets.
 * @throws NotEmulated for anything else: Google ignores bad colours without a word (issue 428869869), which would hide a slip.
 */
export function colorText(color: string | null): string | undefined {
  if (color === null) return undefined
  const lower = color.toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(lower)) return lower
  if (/^#[0-9a-f]{3}$/.test(lower)) return `#${[...lower.slice(1)].map((digit) => digit + digit).join('')}`
  const known = named[lower]
  if (known === undefined) throw new NotEmulated(`the colour ${color}`)
  return known
}
