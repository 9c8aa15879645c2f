/**
 * A school's own colours on a dark page.
 */

/** Red, green, blue from 0 to 1. */
type Color = readonly [number, number, number]

/** Of the sheet where a cell has no colours of its own; as in workbench.css. */
export const darkGround = '#1f1f1f'
const lightest = 0.91
const darkest = 0.12

/** What WCAG asks of text. */
const enough = 4.5

/** The same hue with its lightness turned over: white becomes the ground of the dark page, black its text. */
export function inDark(color: string): string {
  const [red, green, blue] = read(color)
  const most = Math.max(red, green, blue)
  const least = Math.min(red, green, blue)
  const lightness = (most + least) / 2
  const turned = lightest - (lightest - darkest) * lightness
  const spread = most - least
  if (spread === 0) return write([turned, turned, turned])
  // Strong colours on a dark page glare: the spread shrinks with the room that the new lightness leaves.
  const saturation = spread / (1 - Math.abs(2 * lightness - 1))
  const newSpread = 0.7 * saturation * (1 - Math.abs(2 * turned - 1))
  return write([red, green, blue].map((part) => turned + ((part - (most + least) / 2) / spread) * newSpread) as never)
}

/** The text's colour, or black or white where it could not be read on this ground. */
export function legible(text: string, ground: string): string {
  const on = luminance(read(ground))
  if (contrast(luminance(read(text)), on) >= enough) return text
  return contrast(1, on) >= contrast(0, on) ? '#ffffff' : '#000000'
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(color: Color): number {
  const [red, green, blue] = color.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

/** @param color '#rrggbb' */
function read(color: string): Color {
  const number = Number.parseInt(color.slice(1), 16)
  return [(number >> 16) / 255, ((number >> 8) & 255) / 255, (number & 255) / 255]
}

function write(color: Color): string {
  return `#${color
    .map((part) =>
      Math.round(Math.max(0, Math.min(1, part)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
