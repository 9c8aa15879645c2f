/**
 * Colours of a file ('FF1A73E8', the 3rd of the theme made 40 % lighter, number 10 of the old palette) as '#rrggbb'.
 */
import { childOf, childrenOf, type XmlElement } from '../xml.ts'

/** Order in which a `theme` attribute counts the colours of the theme part (light and dark swapped, ECMA-376 18.8.3). */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
]

/** Where a file has no theme part: the theme of Office 2013. */
const OFFICE_THEME = [
  'ffffff',
  '000000',
  'e7e6e6',
  '44546a',
  '4472c4',
  'ed7d31',
  'a5a5a5',
  'ffc000',
  '5b9bd5',
  '70ad47',
  '0563c1',
  '954f72',
]

/** The palette of 64 colours (ECMA-376 18.8.27); 64 and 65 are the system's text and background. */
const INDEXED =
  '000000ffffffff000000ff000000ffffff00ff00ff00ffff000000ffffffff000000ff000000ffffff00ff00ff00ffff80000000800000008080800080008000808080c0c0c08080809999ff993366ffffccccffff660066ff80800066ccccccff000080ff00ffffff0000ffff80008080000000808000000ff00ccffccffffccffccffff9999ccffff99cccc99ffffcc993366ff33cccc99cc00ffcc00ff9900ff6600666699969696003366339966003300333300993300993366333399333333'

export type Colors = (color: XmlElement | undefined) => string | undefined

/**
 * A function from a colour element (`<fgColor rgb="…"/>`) to '#rrggbb'; undefined for an automatic colour.
 *
 * @param theme root of the theme part
 * @param styles root of the style sheet, which may bring a palette of its own
 */
export function colorsOf(theme: XmlElement | undefined, styles: XmlElement | undefined): Colors {
  const scheme =
    childOf(childOf(theme, 'a:themeElements') ?? childOf(theme, 'themeElements'), 'a:clrScheme') ??
    childOf(childOf(theme, 'themeElements'), 'clrScheme')
  const themed = THEME_ORDER.map((name, index) => {
    const color = childrenOf(childOf(scheme, `a:${name}`) ?? childOf(scheme, name))[0]
    return (
      color?.attributes.lastClr ??
      (/^[0-9a-f]{6}$/i.test(color?.attributes.val ?? '') ? color?.attributes.val : OFFICE_THEME[index])
    )
  })
  const own = childrenOf(childOf(childOf(styles, 'colors'), 'indexedColors'), 'rgbColor').map((color) =>
    color.attributes.rgb?.slice(-6),
  )
  const cache = new Map<string, string | undefined>()
  return (color) => {
    if (!color || color.attributes.auto === '1') return undefined
    const { rgb, theme: number, indexed, tint } = color.attributes
    const key = `${rgb}/${number}/${indexed}/${tint}`
    if (!cache.has(key)) {
      const plain =
        rgb?.slice(-6) ??
        (number !== undefined ? themed[Number(number)] : undefined) ??
        (indexed !== undefined ? (own[Number(indexed)] ?? palette(Number(indexed))) : undefined)
      cache.set(key, plain === undefined ? undefined : `#${tinted(plain.toLowerCase(), Number(tint ?? 0))}`)
    }
    return cache.get(key)
  }
}

function palette(index: number): string | undefined {
  return index < 64 ? INDEXED.slice(6 * index, 6 * index + 6) : undefined
}

/** Lighter (tint above 0) or darker (below 0) by that part of the way, in HLS (ECMA-376 18.8.19). */
function tinted(hex: string, tint: number): string {
  if (!tint) return hex
  const [r, g, b] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number]
  const high = Math.max(r, g, b)
  const low = Math.min(r, g, b)
  const light = (high + low) / 2
  const lighter = tint < 0 ? light * (1 + tint) : light + (1 - light) * tint
  const range = high - low
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * light - 1))
  const chroma = (1 - Math.abs(2 * lighter - 1)) * saturation
  return [r, g, b]
    .map((part) => (range === 0 ? lighter : lighter + ((part - light) / range) * chroma))
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
}
