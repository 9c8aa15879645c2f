/** Whatever a school wrote comes out as it was typed; lines go where the template says so. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { describe, expect, test } from 'vitest'
import { templateFiller } from '../../src/documents/fill-template.ts'
import { convertWithLibreOffice } from '../local/libreoffice.ts'
import { scratchFolder } from '../local/scratch.ts'
import { filled, template, wordsOf } from './made-template.ts'

describe('a value is never a pattern and never markup', () => {
  test.each([
    ['a pattern of replacing', "$& $1 $$ $` $'"],
    ['a tag', '{student_name} {#goals} {{x}} {/}'],
    ['markup', '<b>bold</b> <w:p/> </w:t>'],
    ['signs of XML', `& < > " ' &amp; &#65; ]]>`],
    ['emoji', '👩‍👧 🏳️‍🌈 é ñ'],
    ['right to left', 'مرحبا شيماء שלום'],
    ['300 letters', 'Ka'.repeat(150)],
    ['blanks at both ends', '  two blanks  '],
    ['a lone brace', '} { }}'],
    ['a formula', '=HYPERLINK("x")'],
  ])('%s', (_, value) => {
    expect(filled('Before {student_name} behind', { student_name: value })).toBe(`Before ${value} behind`)
  })

  test('line breaks stay, however they are written', () => {
    expect(filled('{student_name}', { student_name: 'a\nb\r\nc\rd\u2028e' })).toBe('a\nb\nc\nd\ne')
  })

  test('what no file can hold is left out: control characters, halves of a pair, the signs of our own', () => {
    expect(filled('{student_name}', { student_name: 'a\u0000b\u0008c\uD800d\uDC00e\uFDD0f\uFDD1g\uFFFEh' })).toBe(
      'abcdefgh',
    )
  })

  test('LibreOffice opens what was filled with all of them', async () => {
    const folder = scratchFolder()
    const file = join(folder, 'hostile.docx')
    const value = '$& {x} <b> & 👩‍👧 مرحبا \uD800 \u0001'
    writeFileSync(
      file,
      templateFiller(template('header: {student_name}\n{student_name}\n|= 1\n| {student_name}'))({
        student_name: value,
      }).bytes,
    )
    const text = readFileSync(await convertWithLibreOffice(file, 'txt:Text (encoded):UTF8', folder), 'utf8')
    expect(text.split('$& {x} <b> & 👩‍👧 مرحبا').length - 1).toBe(2)
  })
})

describe('an empty value', () => {
  test('leaves its place empty, and is listed once; what a part or a row lacks is not', () => {
    const source = '{student_name} {grade}, {grade}\n{#goals}\n{text}\n{/goals}'
    const { bytes, blank } = templateFiller(template(source))({
      student_name: 'Mateo',
      plan_name: 'ILP',
      grade: '',
      goals: { text: '' },
    })
    expect(wordsOf(bytes)).toBe('Mateo ,')
    expect(blank).toEqual(['grade'])
  })

  test('drops its line where the template says so', () => {
    const source = 'Goes by {preferred_name?}\nPhone {counselor?} or {teacher?}\nEnd'
    expect(filled(source, { preferred_name: '', counselor: '', teacher: '' })).toBe('End')
    expect(filled(source, { preferred_name: 'Teo', counselor: '', teacher: 'Ms. Scott' })).toBe(
      'Goes by Teo\nPhone  or Ms. Scott\nEnd',
    )
  })

  test('a dropped line is listed too', () => {
    const { blank } = templateFiller(template('Goes by {preferred_name?}'))({ preferred_name: '' })
    expect(blank).toContain('preferred_name')
  })

  test('a cell whose only line is dropped stays a cell', () => {
    const { bytes } = templateFiller(template('|= 1 | 1\n| {grade?} | there'))({ grade: '' })
    expect(new PizZip(bytes).file('word/document.xml')?.asText()).toMatch(/<\/w:tcPr><w:p\/><\/w:tc>/)
  })

  test('within a row, a dropped line looks at the row first and then around it', () => {
    const source = '{#participants}\n{#rows}\n{name} {grade?}\n{/rows}\n{/participants}'
    const values = { grade: 'Grade 9', participants: { rows: [{ name: 'Ana' }, { name: 'Kai', grade: '' }] } }
    expect(filled(source, values)).toBe('Ana Grade 9')
  })
})

test('names of tags may be written with capitals, blanks and hyphens', () => {
  expect(filled('{Student name} {STUDENT-NAME} { student_name }', { student_name: 'Ana' })).toBe('Ana Ana Ana')
})

test('header, footer and title of the file are filled as well', () => {
  const { bytes } = templateFiller(template('header: {student_name}\nfooter: {school} >> Page [page]\nText'))({
    student_name: 'Ana & Co',
    school: 'Lincoln',
    plan_name: 'Plan',
  })
  expect(wordsOf(bytes, 'word/header1.xml')).toBe('Ana & Co')
  expect(wordsOf(bytes, 'word/footer1.xml')).toMatch(/^Lincoln.*Page/)
  expect(wordsOf(bytes, 'docProps/core.xml')).toBe('Plan, Ana & Co')
})

test('a tag that formatting has cut in pieces is one tag', () => {
  const cut = template('Name: {student_name}', (parts) => {
    const xml = parts.get('word/document.xml') as string
    const pieces = '{stu</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>dent_</w:t></w:r><w:r><w:t>name}'
    parts.set('word/document.xml', xml.replace('{student_name}', pieces))
  })
  expect(wordsOf(templateFiller(cut)({ student_name: 'Ana' }).bytes)).toBe('Name: Ana')
})

test('one student after another: nothing of the one is left for the next', () => {
  const source =
    '{student_name}\n{#goals}\n{#rows}\n{text}\n{/rows}\n{/goals}\nGoes by {preferred_name?}\n|= 1 | 1\n| {#kept}{#rows}{a} | {b}{/rows}{/kept}'
  const students = [
    {
      student_name: 'Ana',
      goals: { rows: [{ text: 'x' }, { text: 'y' }] },
      preferred_name: 'Annie',
      kept: { rows: [{ a: 1, b: 2 }] },
    },
    { student_name: 'Kai', goals: undefined, preferred_name: '', kept: undefined },
    {
      student_name: 'Ana',
      goals: { rows: [] },
      preferred_name: '',
      kept: {
        rows: [
          { a: 1, b: 2 },
          { a: 3, b: 4 },
        ],
      },
    },
  ]
  const fill = templateFiller(template(source))
  for (const student of [...students, ...students]) {
    const { bytes, blank } = fill(student)
    const anew = templateFiller(template(source))(student)
    expect(wordsOf(bytes)).toBe(wordsOf(anew.bytes))
    expect(blank).toEqual(anew.blank)
  }
})
