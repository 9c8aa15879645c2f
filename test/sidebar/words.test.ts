import { expect, test } from 'vitest'
import {
  clauseWords,
  dayInWords,
  daysLeftInWords,
  gapsInWords,
  gradeWords,
  inDigits,
  recordWords,
  statusWords,
  timeInWords,
} from '../../sidebar/words.ts'
import { statusWords as wordsOfTheSheet } from '../../src/compliance/messages.ts'

test('the sidebar and the tab Findings name each status alike', () => {
  expect(statusWords).toEqual(wordsOfTheSheet)
})

test('a day and a time are said as people here say them, and anything else as it stands', () => {
  expect(dayInWords('2026-11-03')).toBe('Nov 3, 2026')
  expect(dayInWords('soon')).toBe('soon')
  expect([timeInWords('00:05'), timeInWords('12:00'), timeInWords('15:42')]).toEqual([
    '12:05 AM',
    '12:00 PM',
    '3:42 PM',
  ])
})

test('days left are counted on both sides of the day', () => {
  expect([186, 1, 0, -1, -38].map(daysLeftInWords)).toEqual([
    '186 days left',
    '1 day left',
    'today',
    '1 day late',
    '38 days late',
  ])
})

test('a clause has a number or a name, or there is none', () => {
  expect(['3.1.7', 'SEP conferences', 'Def. item 1', ''].map(clauseWords)).toEqual([
    'clause 3.1.7',
    'section “SEP conferences”',
    'section “Def. item 1”',
    '',
  ])
})

test('a grade is a number, kindergarten or a word', () => {
  expect(['7', 'K', 'Post-high', ''].map(gradeWords)).toEqual(['Grade 7', 'Grade K', 'Post-high', ''])
})

test('a button says what it records', () => {
  expect(recordWords({ type: 'conference', kind: 'small_group' })).toBe('Record small group')
  expect(recordWords({ type: 'conference' })).toBe('Record a conference')
  expect(recordWords({ type: 'signature' })).toBe('Record the signature')
})

test('counts are said in digits, and what does not occur is left out', () => {
  expect(inDigits(1234567)).toBe('1,234,567')
  expect(gapsInWords({ late: 1204, soon: 0, confirm: 3 })).toBe('1,204 late, 3 to confirm')
  expect(gapsInWords({})).toBe('nothing is missing')
})
