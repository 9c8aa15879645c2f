/** Days and times in cells, read by the built script (its zone is America/Denver) out of spreadsheets of other zones. */
import { describe, expect, test } from 'vitest'
import { emptySheet, emptyWorkbook, type SheetModel } from '../../local/workspace/model.ts'
import { createWorkspace } from '../../local/workspace/workspace.ts'

const zones = ['America/Denver', 'Asia/Tokyo', 'Pacific/Auckland']

/** Around the days on which the clocks change: in Utah, and in New Zealand. */
const spans = [
  ['2026-03-07', '2026-03-08', '2026-03-09'],
  ['2026-10-31', '2026-11-01', '2026-11-02'],
  ['2026-04-04', '2026-04-05', '2026-04-06'],
  ['2026-09-26', '2026-09-27', '2026-09-28'],
]

/** Columns of dates, and the time of day that all cells of each hold. */
const times = {
  'Birth date': '0:00',
  'Entry date': '0:01',
  Date: '1:30',
  'Invited on': '2:30',
  'Info given on': '12:00',
  'Copy filed on': '23:59',
}

type Value = string | number

/** Days since 1899-12-30, with the time of day as a fraction: what a cell holds, whatever the zone. */
function serial(day: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569 + (hours * 60 + minutes) / 1440
}

function sheet(id: number, name: string, rows: readonly (readonly Value[])[], numberFormat: string): SheetModel {
  const made = emptySheet(id, name, rows.length, rows[0]?.length ?? 0)
  made.values = rows.map((row) => [...row])
  made.styles = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? { numberFormat } : undefined)))
  return made
}

interface Answer {
  readonly mappings: readonly {
    readonly columns: readonly { readonly heading: string; readonly samples: readonly string[] }[]
  }[]
  readonly problems: readonly { readonly code: string; readonly value?: string }[]
}

/** What a check answers about a workbook of this zone. */
function check(zone: string, asOf: string, ...sheets: readonly SheetModel[]): Answer {
  const workbook = emptyWorkbook('Lincoln High', zone)
  workbook.sheets.push(...sheets)
  const workspace = createWorkspace({ dist: 'dist', workbook, now: `${asOf}T12:00:00Z` })
  return JSON.parse(String(workspace.execute('checkRoster', [JSON.stringify({ asOf })])))
}

/** The first values of each column as they were read. */
function samples({ mappings }: Answer): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(mappings.flatMap(({ columns }) => columns.map((one) => [one.heading, one.samples])))
}

describe.each(zones)('in a spreadsheet of %s', (zone) => {
  test.each(spans)('%s, %s and %s stay those days at every time of day', (...days) => {
    const cells = (heading: keyof typeof times) => days.map((day) => serial(day, times[heading]))
    const [born, entered, held, invited, given, filed] = (Object.keys(times) as (keyof typeof times)[]).map(cells) as [
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
    ]
    const roster = days.map((_, row) => [`4${row}`, 'Reyes', 'Mateo', '8', born[row] as number, entered[row] as number])
    const log = days.map((_, row) => [
      `4${row}`,
      'individual',
      'held',
      held[row] as number,
      invited[row] as number,
      given[row] as number,
      filed[row] as number,
    ])
    const answer = check(
      zone,
      '2026-12-01',
      sheet(
        1,
        'Students',
        [['Student ID', 'Last name', 'First name', 'Grade', 'Birth date', 'Entry date'], ...roster],
        'm/d/yyyy h:mm',
      ),
      sheet(
        2,
        'Conferences',
        [['Student ID', 'Kind', 'Status', 'Date', 'Invited on', 'Info given on', 'Copy filed on'], ...log],
        'yyyy-mm-dd',
      ),
    )
    const expected = Object.fromEntries(Object.keys(times).map((heading) => [heading, days]))
    expect(samples(answer)).toMatchObject(expected)
    expect(answer.problems.filter(({ code }) => code.startsWith('DATE'))).toEqual([])
  })

  test('a time without a day is a time, and no date', () => {
    const answer = check(
      zone,
      '2026-12-01',
      sheet(
        1,
        'Students',
        [
          ['Student ID', 'Last name', 'First name', 'Grade'],
          ['41', 'Reyes', 'Mateo', '8'],
        ],
        '@',
      ),
      sheet(
        2,
        'Conferences',
        [
          ['Student ID', 'Kind', 'Status', 'Start time', 'Date'],
          ['41', 'individual', 'held', 0.4, serial('2026-11-01', '0:00')],
          ['41', 'individual', 'held', 23.5 / 24, 15.5 / 24],
        ],
        'h:mm',
      ),
    )
    expect(samples(answer)['Start time']).toEqual(['09:36', '23:30'])
    expect(answer.problems.filter(({ code }) => code === 'DATE_UNREADABLE')).toMatchObject([{ value: '15:30' }])
  })

  test.each`
    off   | where                 | lies
    ${0}  | ${'on that day'}      | ${'neither before nor after it'}
    ${-1} | ${'the day before'}   | ${'before the entry, and that is said'}
    ${1}  | ${'the day after it'} | ${'in the future, and that is said'}
  `('a conference $where, when the as-of day is also the day of entry, lies $lies', ({ off }) => {
    const day = '2026-11-01'
    const roster = [
      ['Student ID', 'Last name', 'First name', 'Grade', 'Entry date'],
      ['41', 'Reyes', 'Mateo', '8', day],
    ]
    const log = [
      ['Student ID', 'Kind', 'Status', 'Date'],
      ['41', 'individual', 'held', serial(day, '0:00') + off],
      ['41', 'group', 'held', serial(day, '23:59') + off],
    ]
    const answer = check(zone, day, sheet(1, 'Students', roster, '@'), sheet(2, 'Conferences', log, 'm/d/yyyy'))
    expect(JSON.stringify(answer).includes('DATA-DATE')).toBe(off !== 0)
  })
})
