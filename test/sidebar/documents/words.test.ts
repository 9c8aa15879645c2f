import { expect, test } from 'vitest'
import { blankWords, leftBlank, needWords, stateTone } from '../../../sidebar/documents/words.ts'
import { planTags } from '../../../src/documents/template-tags.ts'
import { documentStates } from '../../../src/workbook/documents-journal.ts'

test('every text of a template has words, and no other', () => {
  const texts = Object.entries(planTags).flatMap(([name, tag]) => (typeof tag === 'string' ? [name] : []))
  expect([...blankWords.keys()].sort()).toEqual(texts.sort())
})

test('what is left blank is said as a person would, and what most rightly lack is not', () => {
  expect(leftBlank(['preferred_name', 'plan_made', 'plan_manager'])).toBe(
    'Left blank: day on which the plan was made, plan manager.',
  )
  expect(leftBlank(['preferred_name', 'interpreter'])).toBe('')
  expect(leftBlank(['home_room'])).toBe('Left blank: home room.')
})

test('needs and states of one thing have one word', () => {
  const states: readonly string[] = Object.values(documentStates)
  expect(
    [needWords.kept, needWords['in-trash'], needWords['up-to-date']].filter((word) => !states.includes(word)),
  ).toEqual([])
  expect(states.map(stateTone)).toEqual(['open', 'good', 'good', 'none', 'confirm', 'none', 'late', 'none'])
})
