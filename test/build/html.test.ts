import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../build/sidebar.ts'
import { built } from './built.ts'

const page = (body: string) => `<!DOCTYPE html><style>p{}</style><script>${body}</script>`

describe('Sidebar.html', () => {
  test('has no backtick and loads nothing from outside', () => {
    const html = built('Sidebar.html')
    expect(html).not.toContain('`')
    expect(faultsOf(html)).toEqual([])
  })

  test('is small: at most 60 KB as it is sent', () => {
    expect(gzipSync(built('Sidebar.html')).length).toBeLessThan(60_000)
  })

  test('calls no host', () => {
    expect(built('Sidebar.html')).not.toMatch(
      /\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|import\s*\(/,
    )
  })

  test('keeps nothing on the computer', () => {
    expect(built('Sidebar.html')).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie/)
  })

  test('is a page with a language, a character set and links that leave the frame', () => {
    const html = built('Sidebar.html')
    expect(html).toMatch(/^<!DOCTYPE html>/i)
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('<meta charset="utf-8">')
    expect(html).toContain('<base target="_top">')
  })

  test('carries the licence of Preact', () => {
    expect(built('Sidebar.html')).toContain('Jason Miller')
  })
})

describe('a build is refused', () => {
  test.each([
    ['a template literal', page('a=`x`'), 'backtick'],
    ['a scriptlet', page('a="<?"'), 'scriptlet'],
    ['a script that ends early', page('a="</script>"'), 'end once'],
    ['a line separator', page('a="\u2028"'), 'U+2028'],
    ['a style sheet from elsewhere', `${page('')}<link rel="stylesheet" href="x.css">`, 'loads a file'],
    ['a script from elsewhere', '<style></style><script src="x.js"></script>', 'loads a script'],
    ['a font from elsewhere', '<style>@font-face{src:url(x.woff)}</style><script></script>', 'style loads'],
    ['an address', page('a="https://example.org/x"'), 'https://example.org/x'],
  ])('with %s', (_what, html, reason) => {
    expect(faultsOf(html).join(' ')).toContain(reason)
  })

  test('but not for the names of the SVG and MathML vocabularies, which nothing is loaded from', () => {
    expect(faultsOf(page('a="http://www.w3.org/2000/svg"'))).toEqual([])
  })
})
