/** All that is wrong with a template is said at once, before any document is made. */
import { describe, expect, test } from 'vitest'
import { templateDocx, templateKinds } from '../../build/templates/template-docx.ts'
import { root } from '../../build/write-dist.ts'
import { checkTemplate } from '../../src/documents/check-template.ts'
import { requiredParts } from '../../src/documents/required-parts.ts'
import { policies } from '../../src/policy/packs.ts'
import { policy } from './lincoln.ts'
import { template } from './made-template.ts'

const messagesOf = (source: string, required?: readonly string[]) =>
  checkTemplate(template(source), required).map(({ message }) => message)

describe('the shipped templates', () => {
  const cases = policies.flatMap((one) => templateKinds.map((kind) => [kind, one.id] as const))
  test.each(cases)('%s has no fault, and every part that %s asks for', async (kind, id) => {
    expect(checkTemplate(await templateDocx(root, kind), requiredParts(policy(id), kind))).toEqual([])
  })

  test('there is something to ask for', () => {
    expect(requiredParts(policy('davis-4i-101'), 'secondary')).toEqual(
      expect.arrayContaining(['graduation', 'signatures', 'involvement', 'courses']),
    )
    expect(requiredParts(policy('ega-2019'), 'elementary')).toEqual(
      expect.arrayContaining(['strengths', 'progress', 'access', 'contract']),
    )
    expect(requiredParts(policy('utah-r277-462-5'), 'elementary')).toEqual([])
  })
})

describe('each fault says where it is and what to do', () => {
  test.each([
    [
      'a name that is nearly right',
      'Dear {studentname}',
      'In the text, behind “Dear”: {studentname} is not known. Do you mean {student_name}?',
    ],
    ['a name of its own', '{manager}', 'In the text: {manager} is not known. Do you mean {plan_manager}?'],
    [
      'a name like no other',
      '{shoe size of the cat}',
      'In the text: {shoe size of the cat} is not known. See the list of tags.',
    ],
    [
      'a tag outside of its part',
      'On {in_first}',
      'In the text, behind “On”: {in_first} belongs between {#agenda}{#rows} and its end. Move it there.',
    ],
    [
      'a part without its end',
      '{#goals}\ntext',
      'In the text: {#goals} is not closed. Put {/goals} behind what belongs to it.',
    ],
    [
      'an end without its part',
      'text\n{/goals}',
      'In the text: {/goals} closes a part that was not opened. Put {#goals} before it.',
    ],
    [
      'parts that cross',
      '{#goals}\n{#strengths}\n{/goals}\n{/strengths}',
      'In the text: {#strengths} is closed by {/goals}. Close each part with its own name, the inner one first.',
    ],
    [
      'a brace that is not closed',
      'Hello {student_name',
      'In the text: “{student_name” is not closed. Write the tag in one line, from { to }.',
    ],
    [
      'a brace that was not opened',
      'Hello student_name}',
      'In the text: a } stands alone near “student_name”. Write the tag from { to }, or take the } out.',
    ],
    [
      'a part as a text',
      '{participants}',
      'In the text: {participants} is a part and no text. Write {#participants} … {/participants} around the tags that belong to it.',
    ],
    [
      'markup',
      '{@student_name}',
      'In the text: {@student_name} is no kind of tag that is known here. Write {name}, {#part} … {/part} or {^part} … {/part}.',
    ],
    [
      'a part across cells',
      '|= 1 | 1\n| {#goals}a | b\nafter {/goals}',
      'In the text: {#goals} begins in one cell or line and ends in another where that cannot be repeated. Put both tags into one row, or each on a line of its own.',
    ],
    ['a header', 'header: {shool}\ntext', 'In the header: {shool} is not known. Do you mean {school}?'],
    [
      'a footer',
      'footer: {plan-maneger}\ntext',
      'In the footer: {plan-maneger} is not known. Do you mean {plan_manager}?',
    ],
  ])('%s', (_, source, message) => {
    expect(messagesOf(source)).toEqual([message])
  })

  test('a part that the policy asks for is missing', () => {
    expect(messagesOf('{student_name}', ['graduation'])).toEqual([
      'The policy asks for the part “graduation”, and the template has no {#graduation} … {/graduation}. Put it in.',
    ])
    expect(messagesOf('{#graduation}{required}{/graduation}', ['graduation'])).toEqual([])
  })

  test('places that cannot be filled: the address of a link, a field, the description of a picture', () => {
    const bytes = template('text', (parts) => {
      const relations = parts.get('word/_rels/document.xml.rels') as string
      const link =
        '<Relationship Id="rId9" Type="x" Target="https://example.org/?id=%7Bstudent_id%7D" TargetMode="External"/>'
      parts.set('word/_rels/document.xml.rels', relations.replace('</Relationships>', `${link}</Relationships>`))
      const xml = parts.get('word/document.xml') as string
      const field =
        '<w:p><w:r><w:instrText> HYPERLINK {grade} </w:instrText></w:r><w:r><w:drawing><wp:docPr xmlns:wp="x" id="1" descr="{school}"/></w:drawing></w:r></w:p>'
      parts.set('word/document.xml', xml.replace('<w:body>', `<w:body>${field}`))
    })
    expect(checkTemplate(bytes).map(({ message }) => message)).toEqual(
      [
        'In a field: {grade} cannot be filled there. Write it into the text, a table, the header or the footer.',
        'In the description of a picture: {school} cannot be filled there. Write it into the text, a table, the header or the footer.',
        'In the address of a link: {student_id} cannot be filled there. Write it into the text, a table, the header or the footer.',
      ].sort((a, b) => order(a) - order(b)),
    )
    function order(message: string): number {
      return checkTemplate(bytes).findIndex((fault) => fault.message === message)
    }
  })

  test('no document at all', () => {
    expect(checkTemplate(new Uint8Array([1, 2, 3]))).toMatchObject([{ code: 'NOT_DOCX' }])
    expect(checkTemplate([])).toMatchObject([{ code: 'NOT_DOCX' }])
  })
})

test('all faults at once, each once, in the order of the file', () => {
  const source = `header: {shool}
{studentname} and {studentname}
{#goals}
{txt}
|= 1 | 1
| {graed} | {teacher
{/strengths}`
  expect(
    checkTemplate(template(source), ['kept'])
      .map(({ code, tag }) => `${code} ${tag}`)
      .sort(),
  ).toEqual([
    'PART_MISSING {#kept}',
    'PART_NOT_CLOSED {#goals}',
    'TAG_NOT_CLOSED {teacher',
    'TAG_UNKNOWN {graed}',
    'TAG_UNKNOWN {shool}',
    'TAG_UNKNOWN {studentname}',
    'TAG_UNKNOWN {studentname}',
    'TAG_UNKNOWN {txt}',
  ])
})

test('names that every object has are names like any other', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    expect(messagesOf(`{${name}} {#${name}}x{/${name}}`).join(' ')).toMatch(/is not known/)
  }
})
