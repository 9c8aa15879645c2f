/** Signed, then changed: from the document in Drive to the finding, and from the new signature to none. */
import { describe, expect, test } from 'vitest'
import { emptySheet, type WorkbookModel } from '../../local/workspace/model.ts'
import type { Workspace } from '../../local/workspace/workspace.ts'
import { ask, refusalOf } from './ask.ts'
import { lincoln, opened, planOf, ready, results } from './lincoln-plans.ts'

const again = (workspace: Workspace) =>
  ask(workspace, 'checkRoster', { answer: 'findings' }).findings!.filter(({ code }) => code === 'SIGN-AGAIN')
const rows = ({ workbook }: Workspace, tab: string) =>
  workbook.sheets.find(({ name }) => name === tab)!.values.map((row) => Array.from(row ?? [], (cell) => cell ?? ''))
const changedOn = (workspace: Workspace) =>
  rows(workspace, 'Documents')
    .slice(2)
    .flatMap(([id, , , , , , , day]) => (day ? [`${id} ${day}`] : []))
const flag = (workspace: Workspace) => rows(workspace, 'Students')[1]!.join(' | ')
const save = (workspace: Workspace, date: string, confirmed: boolean, more = {}) =>
  ask(workspace, 'saveRecord', {
    students: ['00101'],
    entry: { type: 'signature', date, signedBy: 'parent', ...more },
    confirmed,
  })

/** The goal of Mateo Ruiz. */
const setGoal = ({ edits }: Workspace, goal: string) => edits.setCell('Plan Content', 'B2', goal)

/** Lincoln, which keeps goals and courses in tabs. */
function withGoals(): WorkbookModel {
  const workbook = lincoln()
  const goals = emptySheet(2, 'Plan Content', 10, 2)
  goals.values = [
    ['Student ID', 'My goals'],
    ['00101', 'Nurse'],
  ]
  const courses = emptySheet(3, 'Courses', 10, 4)
  courses.values = [
    ['Student ID', 'Course', 'List', 'Credits'],
    ['00101', 'Anatomy', 'planned', 1],
  ]
  workbook.sheets.push(goals, courses)
  return workbook
}

const set = () => ready({ workbook: withGoals() })

const two = ['00101', '00102']

/** Asks for the plans of Mateo Ruiz and Ana Begay, and makes them. */
function make(workspace: Workspace) {
  workspace.clock.advance(60_000)
  ask(workspace, 'startDocuments', { whom: two })
  return ask(workspace, 'makeDocuments', { workers: 1 })
}

const nextDay = (workspace: Workspace) => workspace.clock.advance(24 * 3_600_000)

/** Made on November 23 and signed long ago on October 2; on November 24 the goal is another, and the plan is made again. */
function changed(): Workspace {
  const workspace = set()
  make(workspace)
  nextDay(workspace)
  setGoal(workspace, 'Welder')
  expect(make(workspace).counts).toEqual({ Replaced: 1, 'Up to date': 1 })
  return workspace
}

describe('a signed plan whose document is changed', () => {
  test('is a finding with both days, until a new signature is recorded', () => {
    const workspace = changed()
    expect(changedOn(workspace)).toEqual(['00101 2026-11-24'])
    expect(again(workspace)).toEqual([
      {
        studentId: '00101',
        grade: 9,
        code: 'SIGN-AGAIN',
        status: 'CHECK',
        clause: '3.1.7',
        detail: '2026-10-02/2026-11-24',
        message:
          'Signed on October 2, 2026, and the document was changed on November 24, 2026: it needs a new signature.',
        evidence: [{ sheet: 'Documents', row: 3, column: 'Changed on' }],
      },
    ])
    expect(flag(workspace)).toContain('New plan signature (3.1.7)')
    expect(ask(workspace, 'listStudents', { code: 'SIGN-AGAIN', clause: '3.1.7' }).students).toMatchObject([
      { id: '00101', name: 'Ruiz, Mateo' },
    ])
    const { missing } = ask(workspace, 'getStudent', { id: '00101' })
    expect(missing.find(({ code }) => code === 'SIGN-AGAIN')).toMatchObject({
      name: 'New plan signature',
      record: { type: 'signature' },
    })

    expect(save(workspace, '2026-11-24', false)).toMatchObject({
      warnings: [
        {
          message:
            'Ruiz, Mateo signed before the document was changed. The new signature takes the place of the old one.',
        },
      ],
    })
    expect(save(workspace, '2026-11-24', true)).toMatchObject({ saved: 1, left: [], rechecked: true })
    expect(flag(workspace)).not.toContain('New plan signature')
    expect(again(workspace)).toEqual([])
    expect(ask(workspace, 'getStudent', { id: '00101' }).missing.map(({ code }) => code)).not.toContain('SIGN-AGAIN')
  })

  test('is not asked about again when documents are made anew: the signature itself is no change of the plan', () => {
    const workspace = changed()
    save(workspace, '2026-11-24', true)
    nextDay(workspace)
    expect(make(workspace).counts).toEqual({ Replaced: 1, 'Up to date': 1 })
    expect(results(workspace, 'Replaced')).toEqual(['00101 | Ruiz, Mateo | Replaced'])
    expect(changedOn(workspace)).toEqual(['00101 2026-11-24'])
    expect(again(workspace)).toEqual([])
  })

  test('stays one while documents are asked for anew, made again, or their rows are deleted', () => {
    const workspace = changed()
    ask(workspace, 'startDocuments', { whom: two })
    expect(changedOn(workspace)).toEqual(['00101 2026-11-24'])
    nextDay(workspace)
    expect(ask(workspace, 'makeDocuments', { workers: 1 }).counts).toEqual({ 'Up to date': 2 })
    expect(changedOn(workspace)).toEqual(['00101 2026-11-24'])
    expect(results(workspace)[0]).toContain('it needs a new signature')
    workspace.edits.deleteRows('Documents', 3)
    expect(again(workspace)).toEqual([])
    make(workspace)
    expect(again(workspace)).toHaveLength(1)
  })

  test('is one also where the run was cut short right after the document was replaced', () => {
    const workspace = set()
    make(workspace)
    nextDay(workspace)
    setGoal(workspace, 'Welder')
    ask(workspace, 'startDocuments', { whom: ['00101'] })
    const faults = [{ at: { method: 'Drive.Files.update', nth: 1 }, stopAfter: true as const }]
    expect(() => workspace.execute('makeDocuments', ['{"workers":1}'], { faults })).toThrow()
    nextDay(workspace)
    expect(ask(workspace, 'makeDocuments', { workers: 1 }).counts).toEqual({ Made: 1, 'Up to date': 1 })
    expect(changedOn(workspace)).toEqual(['00101 2026-11-24'])
    expect(again(workspace)).toHaveLength(1)
  })

  test('by hand is one from the day on which somebody typed, though a run finds it later', () => {
    const workspace = set()
    make(workspace)
    nextDay(workspace)
    workspace.edits.drive.editDocument(planOf(workspace, 'Ruiz').id)
    nextDay(workspace)
    expect(make(workspace).counts).toEqual({ 'Up to date': 2 })
    expect(changedOn(workspace)).toEqual(['00101 2026-11-24'])
    expect(again(workspace)).toHaveLength(1)
  })

  test('in the evening it is the day of the spreadsheet, whatever day it is in Greenwich', () => {
    const workspace = opened({ workbook: withGoals(), now: '2026-11-23T22:30:00-07:00' })
    ask(workspace, 'checkRoster', {})
    ask(workspace, 'setUpDocuments')
    make(workspace)
    setGoal(workspace, 'Welder')
    make(workspace)
    expect(changedOn(workspace)).toEqual(['00101 2026-11-23'])
  })
})

describe('no finding', () => {
  test('is what changes around a plan: conferences, another template, the signature', () => {
    const workspace = set()
    make(workspace)
    nextDay(workspace)
    ask(workspace, 'saveRecord', {
      students: ['00101'],
      entry: { type: 'conference', kind: 'individual', date: '2026-11-20', status: 'held', studentAttended: true },
      confirmed: true,
    })
    const { students } = ask(workspace, 'previewDocuments', { whom: ['00101'] })
    expect(students).toMatchObject([{ need: 'changed', note: '' }])
    expect(make(workspace).counts.Replaced).toBe(1)
    expect([changedOn(workspace), again(workspace)]).toEqual([[], []])
  })

  test('is a planned course that was passed; another course in the plan is one', () => {
    const workspace = set()
    make(workspace)
    nextDay(workspace)
    workspace.edits.setCell('Courses', 'C2', 'completed')
    expect(make(workspace).counts.Replaced).toBe(1)
    expect(changedOn(workspace)).toEqual([])
    workspace.edits.setCell('Courses', 'B2', 'Welding')
    make(workspace)
    expect(changedOn(workspace)).toEqual(['00101 2026-11-24'])
  })

  test('is a plan signed on the day of the change, and the preview says so before', () => {
    const workspace = set()
    make(workspace)
    setGoal(workspace, 'Welder')
    const note = () => ask(workspace, 'previewDocuments', { whom: ['00101'] }).students[0]!.note
    expect(note()).toContain('It was signed on October 2, 2026')
    workspace.edits.setCell('Plans', 'D2', '11/23/2026')
    expect(note()).toBe('')
    make(workspace)
    expect([changedOn(workspace), again(workspace)]).toEqual([['00101 2026-11-23'], []])
  })
})

describe('the new signature', () => {
  test('can be taken back, and the old one stands there again', () => {
    const workspace = changed()
    again(workspace)
    workspace.edits.setCell('Plans', 'E2', 'Mother')
    workspace.edits.setCell('Plans', 'F1', 'Sign method')
    workspace.edits.setCell('Plans', 'F2', 'paper')
    const before = structuredClone(rows(workspace, 'Plans'))
    const answer = save(workspace, '2026-11-24', true, { signedBy: 'student' })
    expect(rows(workspace, 'Plans')[1]!.slice(4)).toEqual(['student', ''])
    expect(ask(workspace, 'undoRecord', { undo: 'undo' in answer ? answer.undo : '' })).toMatchObject({ takenBack: 1 })
    expect(rows(workspace, 'Plans')).toEqual(before)
    expect(flag(workspace)).toContain('New plan signature')
  })

  test('of a day before the change is warned of, and nothing is written over', () => {
    const workspace = changed()
    expect(save(workspace, '2026-11-20', false)).toMatchObject({
      warnings: [
        {
          message:
            'Ruiz, Mateo has a document that was changed after November 20, 2026, so a signature of that day will be asked for again.',
        },
      ],
    })
    expect(save(workspace, '2026-11-20', true)).toMatchObject({
      saved: 0,
      left: [{ reason: 'The document was changed on November 24, 2026. A signature of that day or later is needed.' }],
    })
  })

  test('is refused where nothing of a token is left', () => {
    const workspace = changed()
    for (const undo of ['', '0/1x2y/', '{}', '[{"sheetId":0}]'])
      expect(refusalOf(workspace, 'undoRecord', { undo }).message).toBe('This is nothing that can be taken back.')
  })
})

test('a day that a person types over ours is one day, to a check and to the next run', () => {
  const workspace = changed()
  workspace.edits.setCell('Documents', 'H3', '11/20/2026')
  expect(again(workspace)[0]).toMatchObject({ detail: '2026-10-02/2026-11-20' })
  ask(workspace, 'startDocuments', { whom: ['00101'] })
  expect(changedOn(workspace)).toEqual(['00101 2026-11-20'])
  ask(workspace, 'makeDocuments', { workers: 1 })
  expect(changedOn(workspace)).toEqual(['00101 2026-11-24'])
})

test('after a run that asks for a signature, Findings says that it is out of date, until the next check', () => {
  const workspace = changed()
  const line = () => String(rows(workspace, 'Findings')[0]![4])
  expect(line()).toContain('Out of date')
  again(workspace)
  expect(line()).toBe('')
  nextDay(workspace)
  make(workspace)
  expect(line()).toBe('')
})
