import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tagsPage } from '../../build/tags-page.ts'
import { root } from '../../build/write-dist.ts'
import { checkTemplate } from '../../src/documents/check-template.ts'
import { allTags, scopeOf } from '../../src/documents/tag-scope.ts'
import { template } from './made-template.ts'

test('docs/template-tags.md is what the code says; npm run tags writes it anew', () => {
  expect(readFileSync(join(root, 'docs/template-tags.md'), 'utf8')).toBe(tagsPage())
})

test('every tag of the page can be used as the page says', () => {
  const lines = Object.entries(allTags).map(([name, tag]) => {
    if (typeof tag === 'string') return `{${name}}`
    const inner = Object.entries(scopeOf(tag)).map(([each, within]) => {
      if (typeof within === 'string') return `{${each}}`
      const cells = Object.keys(scopeOf(within)).map((cell) => `{${cell}}`)
      return `{#${each}}${cells.join(' ')}{/${each}}`
    })
    return `{#${name}}\n${inner.join('\n')}\n{/${name}}`
  })
  expect(lines.length).toBeGreaterThan(40)
  expect(checkTemplate(template(lines.join('\n')))).toEqual([])
})
