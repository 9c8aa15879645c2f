/** The examples of the README, typed into cells. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { emptySheet, emptyWorkbook } from '../../local/workspace/model.ts'
import { createWorkspace } from '../../local/workspace/workspace.ts'

const roster = [
  ['ID', 'Name', 'Grade', 'PCCR date', 'Who came', 'PCCR created', 'Parent signed'],
  ['00123', 'Alvarez, Mateo', '9th', '10/6/2026', 'B', '9/30/2024', '10/2/2024'],
  [],
  ['00125', 'Cruz, Lupe', 7],
]

/** What the formula spills on a tab beside the roster. */
function spilled(formula: string): unknown[][] {
  const workbook = emptyWorkbook('Lincoln High', 'America/Denver')
  const students = emptySheet(0, 'Students', 60, 30)
  students.values = structuredClone(roster)
  const settings = emptySheet(1, 'Settings', 7, 5)
  settings.values = [
    ['Policy', 'Davis School District 4I-101'],
    ['As-of date', '2026-11-22'],
  ]
  workbook.sheets.push(students, settings)
  const workspace = createWorkspace({ dist: 'dist', workbook, now: '2026-11-22T09:00:00-07:00' })
  workspace.edits.setCell('Students', 'I1', formula)
  workspace.recalculate()
  return students.values.map((row) => (row ?? []).slice(8))
}

/** Of each line of the table: the formulas in it, each with what is said to appear. */
const examples = readFileSync('README.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `=PLAN_') || line.startsWith('| `=SCHOOL_'))
  .flatMap((line) => {
    const spans = [...line.matchAll(/`([^`]+)`/g)].map(([, text]) => text as string)
    const formulas = spans.flatMap((text, index) => (text.startsWith('=') ? [index] : []))
    return formulas.map((at, index) => ({ formula: spans[at]!, shown: spans.slice(at + 1, formulas[index + 1]) }))
  })

test('are one for each formula', () => {
  const named = new Set(examples.map(({ formula }) => /\w+/.exec(formula)?.[0]))
  expect(named.size).toBe(7)
})

test.each(examples)('$formula shows $shown', ({ formula, shown }) => {
  const cells = spilled(formula).flat()
  expect(cells.length).toBeGreaterThan(0)
  expect(cells.filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([])
  for (const text of shown) expect(cells.map(String)).toContain(text)
})
