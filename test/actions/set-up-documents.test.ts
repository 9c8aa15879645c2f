/** Setting up documents: the tabs that they are filled from, the folder and the templates; and what comes out of them. */
import { describe, expect, test } from 'vitest'
import { emptySheet, type SheetModel } from '../../local/workspace/model.ts'
import type { Workspace } from '../../local/workspace/workspace.ts'
import { wordsOf } from '../documents/made-template.ts'
import { named } from '../local/workspace/school-drive.ts'
import { ask, rangeCalls, refusalOf } from './ask.ts'
import { lincoln, makeAll, opened, planOf, ready } from './lincoln-plans.ts'

const planTabs = ['Plan Content', 'Courses', 'Graduation Requirements']

const names = ({ workbook }: Workspace) => workbook.sheets.map(({ name }) => name)
const school = ({ workbook }: Workspace) =>
  structuredClone(workbook.sheets.filter(({ name }) => !planTabs.includes(name)))

function tabOf({ workbook }: Workspace, name: string): SheetModel {
  const sheet = workbook.sheets.find((one) => one.name === name)
  if (!sheet) throw new Error(`There is no tab ${name}.`)
  return sheet
}

/** Types a record under the headings of a tab, as a person would. */
function type(workspace: Workspace, tab: string, row: number, record: Readonly<Record<string, string | number>>): void {
  const [headings = []] = tabOf(workspace, tab).values
  for (const [heading, value] of Object.entries(record)) {
    const column = headings.indexOf(heading)
    if (column < 0) throw new Error(`${tab} has no column ${heading}.`)
    workspace.edits.setCell(tab, `${String.fromCharCode(65 + column)}${row}`, value)
  }
}

/** Sheet row (from 1) of an area on Graduation Requirements. */
const rowOf = (workspace: Workspace, area: string) =>
  tabOf(workspace, 'Graduation Requirements').values.findIndex((row) => row?.[2] === area) + 1

function undo(workspace: Workspace): string | undefined {
  workspace.ui.answer('OK')
  workspace.execute('undoSetUp')
  return workspace.ui.alerts.at(-1)?.message
}

/** What the plan of a student says, as lines; cells of a table behind one another. */
const plan = (workspace: Workspace, last: string) => wordsOf(planOf(workspace, last).revisions.at(-1)!.content)

describe('in Drive', () => {
  test('makes the folder and the templates, tells where, and the second time leaves what is there', () => {
    const workspace = opened()
    const first = ask(workspace, 'setUpDocuments')
    expect(first.templates.map(({ name, isNew }) => `${name}: ${isNew}`)).toEqual([
      'Plan template, elementary grades: true',
      'Plan template, secondary grades: true',
    ])
    expect(first.folder).toContain(workspace.drive.folders[0]!.id)
    const again = ask(workspace, 'setUpDocuments')
    expect(again.templates.map(({ link, isNew }) => [link, isNew])).toEqual(
      first.templates.map(({ link }) => [link, false]),
    )
    expect(workspace.drive.entries).toHaveLength(3)
  })

  test('leaves the person where they were, and so does the first asking for documents', () => {
    const workspace = opened()
    workspace.edits.select('Students', 'B3:C5')
    const before = workspace.selection
    ask(workspace, 'setUpDocuments')
    expect(workspace.selection).toEqual(before)
    ask(workspace, 'startDocuments', { whom: 'all' })
    expect(workspace.selection).toEqual(before)
  })

  test('makes a template anew that was thrown away', () => {
    const workspace = ready()
    workspace.edits.drive.trash(named(workspace.drive, 'Plan template, secondary grades').id)
    expect(ask(workspace, 'setUpDocuments').templates.map(({ isNew }) => isNew)).toEqual([false, true])
  })

  test('is asked for before anything else', () => {
    const workspace = opened()
    expect(refusalOf(workspace, 'startDocuments', { whom: 'all' }).code).toBe('DOCUMENTS_NOT_SET_UP')
    expect(refusalOf(workspace, 'previewDocuments', { whom: 'all' }).message).toBe(
      'The templates of the plan documents are not in Drive yet, or lie in the trash. Choose Set up documents, then go on.',
    )
  })
})

describe('the tabs', () => {
  test('are made right of the school’s own, and named; the second time none is, and nothing changes', () => {
    const workspace = opened()
    const before = school(workspace)
    expect(ask(workspace, 'setUpDocuments').tabs).toEqual(planTabs)
    expect(names(workspace)).toEqual(['Students', 'Plans', ...planTabs])
    expect(school(workspace)).toEqual(before)
    const made = structuredClone(workspace.workbook.sheets)
    expect(ask(workspace, 'setUpDocuments').tabs).toEqual([])
    expect(workspace.workbook.sheets).toEqual(made)
  })

  test('have headings with notes, drop-downs, and text that stays text', () => {
    const workspace = ready()
    const { values, notes, validations, styles, frozenRows, hidden } = tabOf(workspace, 'Courses')
    const at = (heading: string) => values[0]?.indexOf(heading) ?? -1
    expect(notes[0]).toHaveLength(values[0]?.length ?? 0)
    expect(validations[1]?.[at('List')]).toMatchObject({
      criteria: 'VALUE_IN_LIST',
      values: ['planned', 'registered', 'completed'],
      allowInvalid: true,
    })
    expect(styles[1]?.[at('Student ID')]?.numberFormat).toBe('@')
    expect([frozenRows, hidden]).toEqual([1, false])
    type(workspace, 'Plan Content', 2, { 'Student goals': '- read every day', 'Test results': '3-4' })
    expect(tabOf(workspace, 'Plan Content').values[1]?.filter(Boolean)).toEqual(['- read every day', '3-4'])
    expect(tabOf(workspace, 'Plan Content').formulas.flat().filter(Boolean)).toEqual([])
  })

  test('Graduation Requirements holds 24 credits for every class, half a one more of social studies from 2030, each with its rule', () => {
    const [headings, ...rows] = tabOf(ready(), 'Graduation Requirements').values
    expect(headings).toEqual(['First class', 'Last class', 'Subject area', 'Credits required', 'Rule'])
    for (const [year, social] of [
      [2029, 3],
      [2030, 3.5],
    ] as const) {
      const asked = rows.filter((row) => Number(row?.[0] ?? 0) <= year && year <= Number(row?.[1] ?? 9999))
      expect(asked.reduce((sum, row) => sum + Number(row?.[3]), 0)).toBe(24)
      expect(asked.find((row) => row?.[2] === 'Social studies')?.[3]).toBe(social)
    }
    for (const row of rows) expect(row?.[4]).toMatch(/^Utah (Admin\. Code R277-700-6|Code 53E-4-204)/)
  })

  test('of a kind that the school has are not made, whatever they are called', () => {
    const workbook = lincoln()
    const credits = emptySheet(7, 'Transcript', 20, 4)
    credits.values = [['Student ID', 'Course', 'Credits earned', 'Credits planned']]
    const calendar = emptySheet(8, 'Plan Content', 20, 4)
    calendar.values = [['Bus duty'], ['Monday: Ruiz']]
    workbook.sheets.push(credits, calendar)
    const workspace = opened({ workbook })
    expect(ask(workspace, 'setUpDocuments').tabs).toEqual(['Plan Content 2', 'Graduation Requirements'])
    expect(calendar.values).toEqual([['Bus duty'], ['Monday: Ruiz']])
  })

  test('change no finding, and “Set up this workbook” makes neither these nor others in their place', () => {
    const { counts, problems } = ask(opened(), 'checkRoster', {})
    const workspace = opened()
    ask(workspace, 'setUpDocuments')
    expect(ask(workspace, 'checkRoster', {})).toMatchObject({ counts, problems })
    workspace.ui.answer('OK')
    workspace.execute('setUpWorkbook')
    expect(names(workspace).filter((name) => planTabs.includes(name))).toEqual(planTabs)
    expect(workspace.ui.alerts[0]?.message).toContain('Made: Grade History, ')
    const others = opened()
    others.ui.answer('OK')
    others.execute('setUpWorkbook')
    expect(names(others).filter((name) => planTabs.includes(name))).toEqual([])
  })

  test('beside every other tab of ours are few enough that a check reads them all', () => {
    const workspace = opened()
    workspace.ui.answer('OK')
    workspace.execute('setUpWorkbook')
    ask(workspace, 'checkRoster', {})
    ask(workspace, 'setUpDocuments')
    makeAll(workspace)
    expect(names(workspace)).toHaveLength(14)
    const { problems } = ask(workspace, 'checkRoster', {})
    expect(problems.map(({ code }) => code)).not.toContain('TAB_NOT_READ')
    expect(rangeCalls(workspace)).toBeLessThanOrEqual(24)
    workspace.edits.setCell('Graduation Requirements', `D${rowOf(workspace, 'Mathematics')}`, 5)
    expect(ask(workspace, 'previewDocuments', { whom: 'all' }).counts.changed).toBe(10)
  })

  test('a day of school that cannot be is told first, and nothing is made', () => {
    const workspace = opened()
    ask(workspace, 'checkRoster', {})
    workspace.edits.setCell('Settings', 'B6', '2025-08-18')
    const before = names(workspace)
    expect(refusalOf(workspace, 'setUpDocuments').code).toBe('TERM_OUTSIDE_YEAR')
    expect([names(workspace), workspace.drive.entries]).toEqual([before, []])
  })
})

describe('undo of the set-up', () => {
  test('takes the tabs back, and pressing again makes them anew', () => {
    const workspace = opened()
    const before = names(workspace)
    ask(workspace, 'setUpDocuments')
    expect(undo(workspace)).toBe('Taken back: Plan Content, Courses and Graduation Requirements.')
    expect(names(workspace)).toEqual(before)
    expect(ask(workspace, 'setUpDocuments').tabs).toEqual(planTabs)
  })

  test.each<readonly [string, string, (workspace: Workspace) => void]>([
    ['words were typed', 'Plan Content', (one) => type(one, 'Plan Content', 2, { 'Student ID': '00101' })],
    ['credits were changed', 'Graduation Requirements', (one) => one.edits.setCell('Graduation Requirements', 'D3', 5)],
    [
      'a row was added',
      'Graduation Requirements',
      (one) => one.edits.setCell('Graduation Requirements', 'C14', 'Choir'),
    ],
    [
      'the last row was deleted',
      'Graduation Requirements',
      (one) => one.edits.deleteRows('Graduation Requirements', 13),
    ],
    [
      'rows were sorted',
      'Graduation Requirements',
      (one) => one.edits.sortRows('Graduation Requirements', { column: 3, headingRows: 1 }),
    ],
    [
      'a note was written',
      'Graduation Requirements',
      (one) => one.edits.setNote('Graduation Requirements', 'C3', 'Ask Ms. Ruiz'),
    ],
  ])('keeps the one where %s: %s', (_, name, edit) => {
    const workspace = ready()
    edit(workspace)
    const { values, notes } = structuredClone(tabOf(workspace, name))
    expect(undo(workspace)).toContain(`Kept, because something was written there or a formula needs it: ${name}.`)
    expect(tabOf(workspace, name)).toMatchObject({ values, notes, hidden: false })
    expect(names(workspace).filter((one) => planTabs.includes(one))).toEqual([name])
  })
})

describe('a document', () => {
  test('says the same with the tabs as without them, as long as nobody has typed into them', () => {
    const workspace = ready()
    makeAll(workspace)
    for (const tab of planTabs) workspace.edits.deleteTab(tab)
    expect(makeAll(workspace).counts).toEqual({ 'Up to date': 12 })
  })

  test('takes its credits from the tab, edited by the school, with the courses beside them', () => {
    const workspace = ready()
    workspace.edits.setCell('Graduation Requirements', `D${rowOf(workspace, 'Mathematics')}`, 5)
    workspace.edits.setCell('Graduation Requirements', `E${rowOf(workspace, 'Mathematics')}`, 'Board rule 7')
    const course = { 'Student ID': '00101', 'Subject area': 'Mathematics', Grade: 9 }
    type(workspace, 'Courses', 2, { ...course, Course: 'Algebra I', List: 'completed', Credits: 1 })
    type(workspace, 'Courses', 3, { ...course, Course: 'Geometry', Grade: 10, List: 'planned', Credits: 0.5 })
    makeAll(workspace)
    const mateo = plan(workspace, 'Ruiz')
    expect(mateo).toContain('\nMathematics\n5\n1\n0.5\n3.5\n')
    expect(mateo).toContain('\nSocial studies\n3.5\n')
    expect(mateo).toContain('\nAll\n26\n1\n0.5\n24.5\n')
    expect(mateo).toContain('Board rule 7')
    expect(mateo).toContain('\nAlgebra I ✓ (1)\nGeometry (0.5)\n')
    expect(plan(workspace, 'Smith')).toContain('\nSocial studies\n3\n')
  })

  test('whose school has emptied the tab goes by the rules of Utah', () => {
    const workspace = ready()
    workspace.edits.clear('Graduation Requirements', 'A2:E13')
    makeAll(workspace)
    expect(plan(workspace, 'Ruiz')).toContain('\nAll\n24\n')
  })

  test('says what the school typed into Plan Content, and the names of Settings', () => {
    const workspace = ready()
    type(workspace, 'Plan Content', 2, {
      'Student ID': '00101',
      'School year': '2026-27',
      Strengths: '=kind & <patient>',
      'Student goals': 'Become a welder',
      'Support at school': 'Tutoring on Tuesdays',
    })
    workspace.edits.setCell('Students', 'E2', '')
    ask(workspace, 'saveSettings', { schoolName: '=Lincoln & Sons', planManager: 'L. Ortiz' })
    makeAll(workspace)
    const mateo = plan(workspace, 'Ruiz')
    for (const words of ['=kind & <patient>', 'Become a welder', '=Lincoln & Sons', 'Plan manager: L. Ortiz']) {
      expect(mateo).toContain(words)
    }
    expect(plan(workspace, 'Begay')).not.toContain('welder')
    expect(plan(workspace, 'Begay')).toContain('Lincoln High')
  })
})
