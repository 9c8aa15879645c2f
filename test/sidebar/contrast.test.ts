import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../build/write-dist.ts'

const css = readFileSync(join(root, 'sidebar/colours.css'), 'utf8')

/** The colours of the nth `:root` block: 0 is light, 1 is dark. */
function palette(nth: number): Record<string, string> {
  const block = [...css.matchAll(/:root \{([^}]*)\}/g)][nth]?.[1] ?? ''
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour]),
  )
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  const [r, g, b] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

describe.each([
  ['light', 0],
  ['dark', 1],
])('in %s', (_name, nth) => {
  const colours = palette(nth)
  test.each([
    ['text', 'ground'],
    ['quiet', 'ground'],
    ['action', 'ground'],
    ['on-action', 'action'],
    ['text', 'raised'],
    ['quiet', 'raised'],
    ['action', 'raised'],
    ['none', 'none-ground'],
    ['late', 'late-ground'],
    ['late', 'ground'],
    ['soon', 'soon-ground'],
    ['open', 'open-ground'],
    ['confirm', 'confirm-ground'],
    ['good', 'good-ground'],
  ])('%s on %s has a contrast of at least 4.5 : 1', (text, ground) => {
    expect(contrast(colours[text]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5)
  })

  test('the edge of a control can be told from the ground, 3 : 1', () => {
    expect(contrast(colours.edge!, colours.ground!)).toBeGreaterThanOrEqual(3)
  })
})
