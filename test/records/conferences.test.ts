import { describe, expect, test } from 'vitest'
import type { Cell } from '../../src/records/tab.ts'
import { codes, read, roster, student, tab } from './tabs.ts'

const headings = ['student_id', 'kind', 'date', 'status', 'student_attended', 'parent_attended', 'staff_names']

function log(...rows: readonly (readonly Cell[])[]) {
  return read(roster(), tab('Conferences', headings, ...rows))
}

function mateos(reading: ReturnType<typeof read>) {
  return student(reading, '000041').conferences
}

test('a row of the canonical columns becomes a conference', () => {
  const reading = read(
    roster(),
    tab(
      'Conferences',
      [
        ...headings,
        'source',
        'invited_on',
        'invited_count',
        'private_minutes',
        'ilp_reviewed',
        'ck_strengths',
        'ck_data',
        'info_given_on',
        'copy_filed_on',
      ],
      [
        '000041',
        'Sm Group',
        '10/8/2026',
        'Completed',
        'Y',
        'N',
        'R. Alvarez',
        'prior',
        '9/1',
        '5',
        '4 min',
        'N',
        'Y',
        '',
        '2026-10-08',
        '10/9/26',
      ],
    ),
  )
  expect(mateos(reading)).toEqual([
    {
      at: { sheet: 'Conferences', row: 2 },
      kind: 'small_group',
      status: 'held',
      date: '2026-10-08',
      source: 'prior',
      studentAttended: true,
      parentAttended: false,
      staffPresent: true,
      invitedOn: '2026-09-01',
      invitedCount: 5,
      privateMinutes: 4,
      ilpReviewed: false,
      ticks: { strengths: true, data: undefined, studentGoals: undefined, supportPlan: undefined },
      infoGivenOn: '2026-10-08',
      copyFiledOn: '2026-10-09',
    },
  ])
  expect([...reading.school.tracked]).toEqual(
    expect.arrayContaining([
      'Conferences.ck_strengths',
      'Conferences.ck_data',
      'Conferences.info_given_on',
      'Conferences.copy_filed_on',
      'Conferences.private_minutes',
    ]),
  )
  expect(reading.school.tracked.has('Conferences.ck_student_goals')).toBe(false)
})

describe('staff', () => {
  test.each([
    ['R. Alvarez', true],
    ['Y', true],
    ['', undefined],
    ['none', false],
  ])('a staff cell that holds “%s” says %s', (cell, present) => {
    expect(mateos(log(['000041', 'group', '2026-10-08', 'held', 'Y', 'Y', cell]))[0]?.staffPresent).toBe(present)
  })

  test('where the school keeps no column for staff, somebody of it was there', () => {
    const reading = read(
      roster(),
      tab('Conferences', headings.slice(0, 6), ['000041', 'group', '2026-10-08', 'held', '', '']),
    )
    expect(mateos(reading)[0]).toMatchObject({
      staffPresent: true,
      studentAttended: undefined,
      parentAttended: undefined,
    })
  })
})

describe('rows that cannot be counted are named', () => {
  test.each([
    ['no date', ['000041', 'group', '', 'held', 'Y', 'Y', ''], 'DATE_MISSING', 'date'],
    ['a date that does not exist', ['000041', 'group', '2026-13-01', 'held', 'Y', 'Y', ''], 'DATE_UNREADABLE', 'date'],
    ['no kind', ['000041', '', '2026-10-08', 'held', 'Y', 'Y', ''], 'KIND_UNREADABLE', 'kind'],
    ['an unknown kind', ['000041', 'zoom', '2026-10-08', 'held', 'Y', 'Y', ''], 'KIND_UNREADABLE', 'kind'],
    ['no status and nobody there', ['000041', 'group', '2026-10-08', '', '', 'N', ''], 'STATUS_UNREADABLE', 'status'],
    ['an unknown status', ['000041', 'group', '2026-10-08', 'hmm', '', '', ''], 'STATUS_UNREADABLE', 'status'],
  ])('%s', (_, row, code, column) => {
    const reading = log(row)
    expect(mateos(reading)).toEqual([])
    expect(reading.problems.filter((one) => one.code !== 'RECORDS_MISSING')).toMatchObject([
      { code, sheet: 'Conferences', row: 2, column },
    ])
  })

  test('a blank status counts as held where somebody came', () => {
    const reading = log(
      ['000041', 'group', '2026-10-08', '', 'Y', '', ''],
      ['000041', 'group', '2026-10-09', '', '', 'M', ''],
    )
    expect(mateos(reading).map(({ status }) => status)).toEqual(['held', 'held'])
    expect(codes(reading)).toEqual([])
  })

  test('a row that only repeats who the student is says nothing', () => {
    const reading = read(
      roster(),
      tab('Conferences', [...headings, 'name'], ['000041', '', '', '', '', '', '', 'Reyes, Mateo']),
    )
    expect(codes(reading)).toEqual([])
  })
})

describe('logs with fewer columns', () => {
  test('without a kind every row is an individual conference, which is said', () => {
    const reading = read(roster(), tab('Log', ['student_id', 'conf date', 'status'], ['000041', '2026-10-08', 'held']))
    expect(mateos(reading)[0]?.kind).toBe('individual')
    expect(codes(reading)).toEqual(['HEADING_MISSING'])
  })

  test('without a kind the name of the tab may tell it', () => {
    const reading = read(
      roster(),
      tab('Group conferences', ['student_id', 'date', 'status'], ['000041', '2026-10-08', 'held']),
    )
    expect(mateos(reading)[0]?.kind).toBe('group')
    expect(codes(reading)).toEqual([])
  })

  test('without a status every row is held, which is said', () => {
    const reading = read(roster(), tab('Log', ['student_id', 'date', 'kind'], ['000041', '2026-10-08', 'group']))
    expect(mateos(reading)[0]?.status).toBe('held')
    expect(codes(reading)).toEqual(['HEADING_MISSING'])
  })

  test('who came may stand in one column', () => {
    const reading = read(
      roster(),
      tab('Log', ['student_id', 'date', 'kind', 'status', 'Who came'], ['000041', '2026-10-08', 'group', 'held', 'P']),
    )
    expect(mateos(reading)[0]).toMatchObject({ studentAttended: false, parentAttended: true })
  })

  test('F in a column of T and F is not a father', () => {
    const reading = log(
      ['000041', 'group', '2026-10-08', 'held', 'T', 'F', 'x'],
      ['000042', 'group', '2026-10-08', 'held', 'T', 'T', 'x'],
    )
    expect(mateos(reading)[0]?.parentAttended).toBe(false)
  })
})
