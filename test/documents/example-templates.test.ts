/** Templates of other projects as a school's templates: filled, or refused with a clear list, never with a stack. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkTemplate } from '../../src/documents/check-template.ts'
import { templateFiller } from '../../src/documents/fill-template.ts'
import { sharedPath } from '../shared-folder.ts'
import { planOf } from './lincoln.ts'

const folders = ['docxtemplater-examples', 'poi-mail-merge']
const files = folders.flatMap((folder) => {
  const path = sharedPath('data', folder)
  return readdirSync(path)
    .filter((name) => /\.(docx|xlsx)$/.test(name))
    .map((name) => [name, join(path, name)] as const)
})

const messagesOf = (name: string) => {
  const path = files.find(([known]) => known === name)?.[1] as string
  return checkTemplate(readFileSync(path)).map(({ message }) => message)
}

test.each(files)('%s', (_, path) => {
  const template = readFileSync(path)
  const faults = checkTemplate(template)
  for (const { message, code } of faults) {
    expect(message, code).toMatch(/^(In [a-z ]+(, behind “.*”)?: |This is no Word document)/s)
    expect(message).toMatch(/[.?]$/)
    expect(message).not.toMatch(/undefined|Error|\bat \w+ \(/)
  }
  if (faults.length === 0) expect(templateFiller(template)(planOf('000041')).bytes.length).toBeGreaterThan(1000)
})

test('they are as many as the folder says', () => {
  expect(files.length).toBeGreaterThan(80)
})

describe('the faults that were put into them on purpose are named', () => {
  test.each([
    ['one-unclosed.docx', 'In the text: “{lastNameRest” is not closed.'],
    ['multiple-unclosed.docx', 'In the text: “{%image” is not closed.'],
    ['one-unopened.docx', '{#loop}'],
    ['errors-footer-and-header.docx', 'In the footer: “{footer” is not closed.'],
    ['table-unbalanced-loop.docx', 'begins in one cell or line and ends in another'],
    ['tag-dash-loop.docx', '{-w:tr os} is no kind of tag that is known here.'],
    ['simple.xlsx', 'This is no Word document'],
    ['Template-TagSplitByFormatting.docx', '{City} is not known.'],
    ['Template.docx', '{Name} belongs between {#participants}{#rows} and its end.'],
  ])('%s: %s', (name, what) => {
    expect(messagesOf(name).join('\n')).toContain(what)
  })
})
