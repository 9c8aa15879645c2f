/** Documents.html, unpacked and run with nothing around it but the language. */
import { createContext, runInContext } from 'node:vm'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { built } from '../build/built.ts'
import { asOf, policy } from './lincoln.ts'
import { wordsOf } from './made-template.ts'

type Engine = typeof import('../../src/documents/engine.ts')

const page = built('Documents.html')
const packed = /<script[^>]*>([^<]*)</.exec(page)?.[1] ?? ''

function engineInBareContext(): Engine {
  const context = createContext({ console: undefined, Intl: undefined, WebAssembly: undefined })
  return runInContext(`${gunzipSync(Buffer.from(packed, 'base64'))};PlanDocuments`, context) as Engine
}

test('needs no timer, no TextEncoder, no crypto, no URL: it fills the template that it brings along', () => {
  const { planContent, shippedTemplate, templateFiller, checkTemplate } = engineInBareContext()
  const template = [...Buffer.from(shippedTemplate('secondary'), 'base64')]
  expect(checkTemplate(template)).toHaveLength(0)
  const student = {
    at: { sheet: 'Students', row: 2 },
    id: '000041',
    lastName: 'Reyes',
    firstName: 'Mateo',
    grade: 9,
    iep: false,
    earlyGraduation: false,
    history: [],
    conferences: [],
    contacts: [],
    plans: [],
    updates: [],
  }
  const values = planContent({
    student,
    policy: policy('davis-4i-101'),
    asOf,
    schoolYear: '2026-27',
    findings: [],
    facts: { name: 'Lincoln', planManager: '' },
    graduation: [],
    cellText: () => '',
  })
  // Apps Script hands bytes over as numbers from -128 to 127.
  const signed = template.map((byte) => (byte > 127 ? byte - 256 : byte))
  for (const bytes of [template, signed]) {
    expect(wordsOf(Uint8Array.from(templateFiller(bytes)(values).bytes))).toContain('Mateo Reyes')
  }
})

test('is letters and digits alone, which Apps Script leaves as they are', () => {
  expect(packed).toMatch(/^[A-Za-z0-9+/]+=*$/)
  expect(page.match(/<script/g)).toHaveLength(1)
})

test('carries the licences of its libraries, and of two licences the one that was taken', () => {
  for (const name of ['Edgar HIPP', 'Stuart Knightley', 'Vitaly Puzrin']) expect(page).toContain(name)
  expect(page).not.toContain('GNU GENERAL PUBLIC LICENSE')
})

test('the script itself does not hold the engine', () => {
  // The type of a .docx file is named in it: Drive has to be told what it converts.
  expect(built('Code.js')).not.toMatch(/xmldom|schemas\.openxmlformats|w:tbl/)
})
