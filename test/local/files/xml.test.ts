import { expect, test } from 'vitest'
import { element, parseXml, readXml, textOf, XmlError, xmlOf, xmlPart } from '../../../local/files/xml.ts'

function parsed(text: string) {
  return parseXml(Buffer.from(text))
}

test('a part becomes a tree with its attributes, its texts and what stands in CDATA', () => {
  const text =
    '<?xml version="1.0"?><!-- of Lincoln High --><row r="2" note=\'a "b"\'>Mateo<b/><![CDATA[<Ana>]]></row>\n'
  expect(xmlOf(parsed(text))).toBe('<row r="2" note="a &quot;b&quot;">Mateo<b/>&lt;Ana&gt;</row>')
})

test('the prefix of the root is taken off every element and off no other', () => {
  const root = parsed('<x:sheet xmlns:x="urn:x" xmlns:y="urn:y"><x:row y:id="1"/><y:row/></x:sheet>')
  expect(root).toMatchObject({
    name: 'sheet',
    children: [
      { name: 'row', attributes: { 'y:id': '1' } },
      { name: 'y:row', attributes: {} },
    ],
  })
})

test('the five entities and characters by number are read', () => {
  expect(textOf(parsed('<t>&lt;&gt;&amp;&quot;&apos;&#241;&#xF1;&#x1F469;</t>'))).toBe('<>&"\'ññ👩')
})

test.each([
  ['an entity that XML does not know', '<t>Pe&ntilde;a</t>'],
  ['an entity that the part itself defines', '<!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><t>&b;</t>'],
  ['an entity that names a file', '<!DOCTYPE t [<!ENTITY f SYSTEM "file:///etc/hosts">]><t>&f;</t>'],
  ['an element that is not closed', '<sheet><row></sheet>'],
  ['an end in the middle of a tag', '<sheet><row r="1'],
  ['an attribute without quotes', '<row r=1/>'],
  ['two roots', '<a/><b/>'],
  ['nothing', ''],
  ['text alone', 'Mateo'],
])('%s is refused', (_, text) => {
  expect(() => parsed(text)).toThrow(XmlError)
})

test('a document type is skipped', () => {
  expect(textOf(parsed('<!DOCTYPE t SYSTEM "https://school.example/t.dtd"><t>Lupe</t>'))).toBe('Lupe')
})

test.each(['utf16le', 'utf8'] as const)('letters outside ASCII in a long %s part stay whole', (encoding) => {
  const names = 'Peña Nguyễn 漢字 👩 '.repeat(9000)
  const bytes = Buffer.from(`\ufeff<t>${names}</t>`, encoding)
  expect(textOf(parseXml(bytes))).toBe(names)
})

test('a text between two tags is told in one piece however long it is', () => {
  const told: string[] = []
  readXml(Buffer.from(`<t>${'Mateo &amp; Ana '.repeat(20_000)}</t>`), {
    open: (name) => told.push(name),
    text: (text) => told.push(String(text.length)),
    close: (name) => told.push(name),
  })
  expect(told).toEqual(['t', String('Mateo & Ana '.length * 20_000), 't'])
})

test('what is written reads back as it was', () => {
  const root = element('t', { note: 'a\tb\n"c"&<d>', none: undefined }, ['x < y & z\r\n', element('b')])
  expect(xmlOf(parseXml(xmlPart(root)))).toBe(xmlOf(root))
})
