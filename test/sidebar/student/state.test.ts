import { describe, expect, test } from 'vitest'
import { next, type State, start } from '../../../sidebar/student/state.ts'
import type { Selected } from '../../../src/actions/requests/students.ts'
import { ana, fiveSelected, lupe, mateo, selectedRows } from '../answers.ts'

const select = (state: State, selected: Selected) => next(state, { type: 'selected', selected })
const open = (state: State, student: typeof ana, fromList = true) => next(state, { type: 'opened', student, fromList })

describe('following the sheet', () => {
  test('the student of the selected row is shown', () => {
    expect(select(start, selectedRows(ana)).shown?.id).toBe(ana.id)
  })

  test('another row shows another student', () => {
    expect(select(select(start, selectedRows(ana)), selectedRows(mateo)).shown?.id).toBe(mateo.id)
  })

  test('several rows are shown as a list of them, and one of them can be opened and left again', () => {
    const several = select(start, fiveSelected)
    expect(several).toMatchObject({ shown: undefined, isSeveral: true })
    const opened = select(open(several, mateo, false), fiveSelected)
    expect(opened).toMatchObject({ shown: mateo, isSeveral: false })
    expect(next(opened, { type: 'back-to-rows' })).toMatchObject({ shown: undefined, isSeveral: true })
  })

  test('a heading or a blank row keeps whoever is shown', () => {
    expect(select(select(start, selectedRows(ana)), selectedRows()).shown?.id).toBe(ana.id)
  })

  test('a tab without students is told', () => {
    expect(select(start, { ...selectedRows(), hasStudents: false }).hasStudents).toBe(false)
  })
})

describe('a student who was opened from a list', () => {
  test('stays while the selection stays, also when it is seen for the first time', () => {
    const opened = open(start, lupe)
    expect(select(opened, selectedRows(ana)).shown).toBe(lupe)
    expect(select(select(opened, selectedRows(ana)), selectedRows(ana))).toMatchObject({ shown: lupe, isWalking: true })
  })

  test('gives way when another row is selected, and the walk ends', () => {
    const opened = select(open(start, lupe), selectedRows(ana))
    expect(select(opened, selectedRows(mateo))).toMatchObject({ shown: { id: mateo.id }, isWalking: false })
  })

  test('stays on the walk when shown in the sheet', () => {
    const walking = select(open(start, lupe), selectedRows(ana))
    expect(select(walking, selectedRows(lupe))).toMatchObject({ shown: { id: lupe.id }, isWalking: true })
  })
})
