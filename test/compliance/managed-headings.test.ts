import { describe, expect, test } from 'vitest'
import { findManaged, type ManagedColumn } from '../../src/compliance/managed-headings.ts'

const all: [ManagedColumn, number[]][] = [
  ['status', [2]],
  ['openItems', [3]],
  ['nextDue', [4]],
  ['planDocument', [5]],
]
const roster = [
  ['Student ID', 'Grade', 'Status', 'Open items', 'Next due', 'Plan document'],
  ['00123', 7, 'Late', 'Plan (3.1)', '2026-10-16', ''],
]

describe('which columns are ours', () => {
  test('the marked ones', () => {
    expect(findManaged(roster, new Map(all))).toEqual({ status: 2, openItems: 3, nextDue: 4, planDocument: 5 })
  })

  test('four headings in a row, where the marks were lost', () => {
    expect(findManaged(roster, new Map())).toEqual({ status: 2, openItems: 3, nextDue: 4, planDocument: 5 })
  })

  test('not four headings that a school gave to columns of its own', () => {
    const own = [roster[0] as string[], ['00123', 7, 'enrolled', 'bus card', '2026-12-01', 'yes']]
    expect(findManaged(own, new Map())).toEqual({})
  })

  test('four headings with nothing under them, as a run leaves them that was cut short', () => {
    const started = [roster[0] as string[], ['00123', 7, '', '', '', '']]
    expect(findManaged(started, new Map())).toEqual({ status: 2, openItems: 3, nextDue: 4, planDocument: 5 })
  })

  test("a school's own column Status is not", () => {
    expect(
      findManaged(
        [
          ['Student ID', 'Status', 'Notes'],
          ['00123', 'active', ''],
        ],
        new Map(),
      ),
    ).toEqual({})
  })

  test('a mark that slipped onto a column of the school is not believed', () => {
    const slipped = new Map<ManagedColumn, number[]>([
      ['status', [1]],
      ['openItems', [2]],
    ])
    expect(
      findManaged(
        [
          ['Student ID', 'Grade', 'Bus'],
          ['00123', 7, '12'],
        ],
        slipped,
      ),
    ).toEqual({})
  })

  test('a heading that a person renamed stays ours, and so do its neighbours', () => {
    const renamed = [
      ['Student ID', 'Grade', 'PCCR state', 'Missing', 'By when', 'Plan'],
      roster[1] as (string | number)[],
    ]
    expect(findManaged(renamed, new Map(all))).toEqual({ status: 2, openItems: 3, nextDue: 4, planDocument: 5 })
  })

  test('a deleted one is missing', () => {
    const without = roster.map((row) => row.filter((_, column) => column !== 4))
    const marks = new Map<ManagedColumn, number[]>([
      ['status', [2]],
      ['openItems', [3]],
      ['planDocument', [4]],
    ])
    expect(findManaged(without, marks)).toEqual({ status: 2, openItems: 3, planDocument: 4 })
  })
})
