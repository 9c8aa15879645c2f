/** Formulas over date cells: what the sheet shows is what is read, in every zone of the country. */
import { describe, expect, test } from 'vitest'
import { emptySheet, emptyWorkbook, type SheetModel } from '../../local/workspace/model.ts'
import { createWorkspace } from '../../local/workspace/workspace.ts'

const usDay = { numberFormat: 'm/d/yyyy' }

/** Days since 1899-12-30, as a spreadsheet keeps them. */
function serial(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569
}

/** A tracker whose days are date cells; H1 holds the formula. Returns what it spills. */
function spilled(formula: string, timeZone: string): unknown[][] {
  const workbook = emptyWorkbook('Lincoln High', timeZone)
  const sheet: SheetModel = emptySheet(0, 'Tracker', 6, 12)
  sheet.values = [
    ['Grade', 'Individual', 'Group', 'Day'],
    [8, serial('2026-10-08'), serial('2026-10-20'), serial('2026-07-01')],
    [8, serial('2026-11-01'), undefined, serial('2026-11-01')],
    [],
    [9, serial('2027-03-14'), undefined, serial('2027-03-14')],
  ]
  sheet.styles = sheet.values.map((_, row) => (row === 0 ? [] : [undefined, usDay, usDay, usDay]))
  workbook.sheets.push(sheet)
  const workspace = createWorkspace({ dist: 'dist', workbook, now: '2026-11-22T09:00:00-07:00' })
  workspace.edits.setCell('Tracker', 'H1', formula)
  workspace.recalculate()
  return sheet.values.map((row) => (row ?? []).slice(7))
}

describe.each([
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'Pacific/Honolulu',
  'America/Chicago',
  'America/New_York',
  'America/Halifax',
])('in a spreadsheet of %s', (timeZone) => {
  test('SCHOOL_YEAR reads the first of July and the days on which clocks change', () => {
    expect(spilled('=SCHOOL_YEAR(D2:D5)', timeZone).slice(0, 4)).toEqual([['2026-27'], ['2026-27'], [''], ['2026-27']])
  })

  test('PLAN_CONFERENCES takes the kinds from the headings over whole columns', () => {
    expect(spilled('=PLAN_CONFERENCES(A2:A,B2:C,B1:C1,"2027-03-14","davis-4i-101")', timeZone)).toEqual([
      ['On track'],
      ['To do (3.3.1): Not on file: one group conference during grades 7 and 8. Due May 28, 2027.'],
      [''],
      ['On track'],
      [''],
    ])
  })

  test('a conference on the as-of day is held, one on the day after is to come', () => {
    const formula = (asOf: string) => `=PLAN_CONFERENCES(A5,B5,"individual","${asOf}","davis-4i-101")`
    expect(spilled(formula('2027-03-14'), timeZone)[0]).toEqual(['On track'])
    expect(String(spilled(formula('2027-03-13'), timeZone)[0])).toMatch(
      /^Please check: A conference is marked held on a day that has not come\./,
    )
  })
})
