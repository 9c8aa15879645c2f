import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { cellReader, dayOfSerial, serialOf } from '../../src/workbook/cell-reader.ts'

describe('a day in a cell stays that day', () => {
  // The machine's own zone is Auckland in these tests (vitest.config.ts); the spreadsheet's is what counts.
  test.each`
    zone                   | instant                       | day             | why
    ${'America/Denver'}    | ${'2026-10-16T06:00:00Z'}     | ${'2026-10-16'} | ${'midnight in summer time'}
    ${'America/Denver'}    | ${'2026-12-16T07:00:00Z'}     | ${'2026-12-16'} | ${'midnight in winter time'}
    ${'America/Denver'}    | ${'2026-11-01T06:00:00Z'}     | ${'2026-11-01'} | ${'the day the clocks go back'}
    ${'America/Denver'}    | ${'2026-11-02T07:00:00Z'}     | ${'2026-11-02'} | ${'the day after'}
    ${'America/Denver'}    | ${'2027-03-14T07:00:00Z'}     | ${'2027-03-14'} | ${'the day the clocks go forward'}
    ${'America/Denver'}    | ${'2027-03-15T05:59:59.999Z'} | ${'2027-03-15'} | ${'midnight that misses by a hair'}
    ${'America/Denver'}    | ${'2026-10-17T05:59:00Z'}     | ${'2026-10-16'} | ${'23:59 of the day before'}
    ${'America/Sao_Paulo'} | ${'2018-11-04T03:00:00Z'}     | ${'2018-11-04'} | ${'a midnight that the clocks skip'}
    ${'Pacific/Auckland'}  | ${'2026-10-15T11:00:00Z'}     | ${'2026-10-16'} | ${'a zone ahead of UTC'}
    ${'Asia/Kathmandu'}    | ${'2026-10-15T18:15:00Z'}     | ${'2026-10-16'} | ${'a zone of quarter hours'}
    ${'UTC'}               | ${'1950-02-28T00:00:00Z'}     | ${'1950-02-28'} | ${'a birthday before 1970'}
  `('$day in $zone: $why', ({ zone, instant, day }) => {
    expect(cellReader(zone).cell(new Date(instant))).toBe(day)
  })

  test('every day of two years is itself, in three zones', () => {
    for (const [zone, hours] of [
      ['UTC', 0],
      ['America/Phoenix', 7],
      ['Asia/Tokyo', -9],
    ] as const) {
      const { cell } = cellReader(zone)
      for (let serial = serialOf('2026-01-01'); serial <= serialOf('2027-12-31'); serial++) {
        const instant = (serial - serialOf('1970-01-01')) * 86_400_000 + hours * 3_600_000
        expect(cell(new Date(instant))).toBe(dayOfSerial(serial))
      }
    }
  })

  test.each`
    zone                | instant                   | time
    ${'America/Denver'} | ${'1899-12-30T16:05:00Z'} | ${'09:05'}
    ${'America/Denver'} | ${'1899-12-30T22:30:00Z'} | ${'15:30'}
    ${'UTC'}            | ${'1899-12-30T00:00:00Z'} | ${'00:00'}
  `('a time of day is $time in $zone', ({ zone, instant, time }) => {
    expect(cellReader(zone).cell(new Date(instant))).toBe(time)
  })

  test('a date of another realm is read as a date', () => {
    const foreign = runInNewContext("new Date('2026-10-16T06:00:00Z')")
    expect(foreign).not.toBeInstanceOf(Date)
    expect(cellReader('America/Denver').cell(foreign)).toBe('2026-10-16')
  })

  test('words, numbers, ticks and blanks stay what they are', () => {
    const { rows } = cellReader('America/Denver')
    expect(rows([['00123', 7, true, '', null, undefined]])).toEqual([['00123', 7, true, '', '', '']])
  })
})

test.each`
  day             | serial
  ${'1899-12-30'} | ${0}
  ${'1970-01-01'} | ${25569}
  ${'2026-10-16'} | ${46311}
`('$day is number $serial in a cell, and back', ({ day, serial }) => {
  expect(serialOf(day)).toBe(serial)
  expect(dayOfSerial(serial)).toBe(day)
})
