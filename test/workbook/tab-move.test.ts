import { describe, expect, test } from 'vitest'
import { formerColumns, headingShift } from '../../src/workbook/tab-move.ts'

const before = ['Student ID', 'Name', '', 'Grade', 'Status', 'Open items', 'Next due', 'Plan document']

describe('which column was which', () => {
  test.each`
    happened                            | after                                                                                           | former
    ${'nothing'}                        | ${before}                                                                                       | ${[0, 1, 2, 3, 4, 5, 6, 7]}
    ${'a column inserted at the left'}  | ${['', ...before]}                                                                              | ${[undefined, 0, 1, 2, 3, 4, 5, 6, 7]}
    ${'a column deleted at the left'}   | ${before.slice(1)}                                                                              | ${[1, 2, 3, 4, 5, 6, 7]}
    ${'a column inserted in our block'} | ${['Student ID', 'Name', '', 'Grade', 'Status', '', 'Open items', 'Next due', 'Plan document']} | ${[0, 1, 2, 3, 4, undefined, 5, 6, 7]}
    ${'Status deleted'}                 | ${['Student ID', 'Name', '', 'Grade', 'Open items', 'Next due', 'Plan document']}               | ${[0, 1, 2, 3, 5, 6, 7]}
    ${'Grade moved to the front'}       | ${['Grade', 'Student ID', 'Name', '', 'Status', 'Open items', 'Next due', 'Plan document']}     | ${[3, 0, 1, 2, 4, 5, 6, 7]}
  `('$happened', ({ after, former }) => {
    expect(formerColumns(before, after, new Set())).toEqual(former)
  })

  test('a heading that was written over is told from its neighbours', () => {
    const after = ['', 'Student ID', 'Name', '', 'Status', 'Open items', 'Next due', 'Plan document']
    expect(formerColumns(['Student ID', 'Name', '', 'Grade'], after, new Set([4, 5, 6, 7]))).toEqual([
      undefined,
      0,
      1,
      2,
      3,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('how far the headings moved', () => {
  const rows = [['Roster of Lincoln High'], ['Student ID', 'Name'], ['00123', 'Mateo'], ['00124', 'Ana']]

  test.each`
    stood | shift
    ${1}  | ${0}
    ${0}  | ${1}
    ${2}  | ${-1}
  `('they stood at index $stood', ({ stood, shift }) => {
    expect(headingShift(['Student ID', 'Name'], stood, rows)).toBe(shift)
  })

  test('they are gone', () => {
    expect(headingShift(['Number', 'Surname'], 1, rows)).toBeUndefined()
  })
})
