import { describe, expect, test } from 'vitest'
import { asText, quoted, repeated } from '../../src/workbook/typed-text.ts'

describe('what a school wrote is typed so that it stays text', () => {
  test.each([
    '=HYPERLINK("https://example.invalid","x")',
    '+cmd|/C calc',
    '@SUM(A1)',
    '-1+1',
    '00123',
    '3-4',
    '2026-10-16',
    'TRUE',
    "'quoted",
    ' =1+1',
    '5%',
  ])('%s gets an apostrophe', (text) => {
    expect(asText(text)).toBe(`'${text}`)
  })

  test.each(['Mateo', "O'Brien, Ana", 'Late', '', 'Núñez'])('%s is typed as it is', (text) => {
    expect(asText(text)).toBe(text)
  })
})

test('a quote inside a formula is doubled', () => {
  expect(quoted('Students "2026", row 3')).toBe('"Students ""2026"", row 3"')
})

describe('what a school wrote is repeated in a cell of ours', () => {
  test('as it is, where a person could read it', () => {
    expect(repeated('Fonua, Sione')).toBe('Fonua, Sione')
    expect(repeated('00123')).toBe("'00123")
  })

  test('cut short where the cell could not hold it, and never in the middle of a character', () => {
    expect(repeated(`=${'x'.repeat(49_999)}`)).toBe(`'=${'x'.repeat(499)}…`)
    expect(repeated(`${'x'.repeat(499)}🎓🎓`)).toBe(`${'x'.repeat(499)}…`)
  })
})
