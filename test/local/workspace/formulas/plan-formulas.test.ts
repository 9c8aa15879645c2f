/** The formulas of the add-on, typed into cells: the built script, its arguments from ranges, its answers spilled. */
import { beforeEach, describe, expect, test } from 'vitest'
import { emptySheet, emptyWorkbook, type SheetModel, type WorkbookModel } from '../../../../local/workspace/model.ts'
import { createWorkspace } from '../../../../local/workspace/workspace.ts'
import { lincolnHigh } from '../../../faults/lincoln-high.ts'
import { flagsOf } from '../../../faults/workbook-state.ts'
import { type Formulas, formulas, november20 } from './school.ts'

const asOf = '2026-11-22'
const options = { dist: 'dist', now: `${asOf}T09:00:00-07:00` }

/** A roster with the days of each plan on it: Mateo, Ana, a blank row, Lupe and Noah. */
function roster(timeZone = 'America/Denver'): WorkbookModel {
  const workbook = emptyWorkbook('Lincoln High', timeZone)
  const students = emptySheet(0, 'Students', 8, 16)
  students.values = [
    ['Student ID', 'Grade', 'Plan made', 'Updated', 'Parent signed'],
    ['00123', '8th', november20 - 400, november20 - 60],
    ['00124', 9, '9/30/2025', '', '10/2/2025'],
    [],
    ['00125', 'KG'],
    ['00126', 'Ungraded', 'soon'],
  ]
  students.styles[1] = [undefined, undefined, { numberFormat: 'm/d/yyyy' }, { numberFormat: 'm/d/yyyy' }]
  workbook.sheets.push(students)
  return workbook
}

let sheet: Formulas

beforeEach(() => {
  sheet = formulas(roster(), options)
})

const column = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => sheet.at(`${letter}${from + index}`))

describe('PLAN_STATUS in one cell for the whole column', () => {
  beforeEach(() => sheet.type('G2', `=PLAN_STATUS(B2:B,C2:C,D2:D,E2:E,"${asOf}","davis-4i-101")`))

  test('answers beside every student, blank beside a blank row, with advice beside what cannot be read', () => {
    expect(column('G', 2, 8)).toEqual([
      'Late (3.1.7): The plan has no parent signature. It was due May 29, 2026.',
      'To do (3.1.8): The plan was not updated this year. Due May 28, 2027.',
      '',
      'Does not apply',
      'GRADE_UNREADABLE: “Ungraded” is not a grade. Write a number from 1 to 12, K for kindergarten or PK for preschool.',
      '',
      '',
    ])
    expect(sheet.runs('PLAN_STATUS')).toBe(1)
  })

  test('runs again when a signature is typed, and not for a name beside it', () => {
    sheet.at('G2')
    sheet.type('F2', 'Ruiz')
    sheet.at('G2')
    expect(sheet.runs('PLAN_STATUS')).toBe(1)
    sheet.type('E2', '10/20/2025')
    expect([sheet.at('G2'), sheet.runs('PLAN_STATUS')]).toEqual(['On track', 2])
  })

  test('is counted by the functions of the sheet', () => {
    sheet.type('I2', '=COUNTIF(G2:G,"Late*")&"/"&COUNTIF(G2:G,"To do*")&"/"&COUNTIF(G2:G,"GRADE_*")')
    expect(sheet.at('I2')).toBe('1/1/1')
    sheet.type('E2', '10/20/2025')
    expect(sheet.at('I2')).toBe('0/1/1')
  })

  test('stands aside for what somebody typed, and comes back', () => {
    sheet.at('G2')
    sheet.type('G5', 'moved away')
    expect([sheet.at('G2'), sheet.at('G3'), sheet.at('G5')]).toEqual(['#REF!', undefined, 'moved away'])
    sheet.workspace.edits.clear('Students', 'G5')
    expect([sheet.at('G5'), sheet.runs('PLAN_STATUS')]).toEqual(['Does not apply', 1])
  })

  test('a cell with an error is no grade', () => {
    sheet.type('B2', '=VLOOKUP("nobody",A2:A6,1,FALSE)')
    expect(sheet.at('G2')).toMatch(/^CELL_ERROR: A cell shows #N\/A\./)
  })
})

describe('the as-of date', () => {
  test.each(['NOW()', 'H1', 'TEXT(H1,"yyyy-mm-dd")'])('%s is refused', (moment) => {
    sheet.type('H1', '=NOW()')
    sheet.type('G2', `=PLAN_STATUS(B2:B,C2:C,D2:D,E2:E,${moment})`)
    expect([sheet.at('G2'), sheet.at('G3'), sheet.runs('PLAN_STATUS')]).toEqual(['#ERROR!', undefined, 0])
    expect(sheet.sentence('G2')).toContain('not allowed to reference a cell with NOW()')
  })

  test('TODAY() moves on by itself', () => {
    sheet.type('G3', '=PLAN_STATUS(B3,C3,D3,E3,TODAY())')
    expect(sheet.at('G3')).toBe('To do (3.1.8): The plan was not updated this year. Due May 28, 2027.')
    sheet.workspace.clock.advance(200 * 86_400_000)
    sheet.type('F9', '')
    sheet.type('F2', 'next June')
    expect(sheet.at('G3')).toBe('Late (3.1.8): The plan was not updated this year. It was due May 28, 2027.')
  })

  test('may be a date in a cell of the sheet', () => {
    sheet.type('H1', '=DATE(2026,11,22)')
    sheet.type('G2', '=PLAN_STATUS(B2,C2,D2,E2,H1)')
    expect(sheet.at('G2')).toContain('Late (3.1.7)')
  })
})

describe('PLAN_FLAGS beside the roster', () => {
  /** The check itself, on the same school. */
  function checked(): unknown[] {
    const workbook = lincolnHigh()
    const workspace = createWorkspace({ ...options, workbook })
    workspace.execute('checkRoster', [JSON.stringify({ asOf, answer: 'counts' })])
    return flagsOf(students(workbook)).map(({ cells }) => cells.map(isoOf))
  }

  const isoOf = (cell: unknown) =>
    typeof cell === 'number' ? new Date((cell - 25_569) * 86_400_000).toISOString().slice(0, 10) : cell

  const students = (workbook: WorkbookModel): SheetModel => workbook.sheets.find(({ name }) => name === 'Students')!

  /** Lincoln High without the calendar, of which a formula knows nothing. */
  function lincoln(): Formulas {
    const workbook = lincolnHigh()
    workbook.sheets = workbook.sheets.filter(({ name }) => name !== 'Calendar')
    return formulas(workbook, options)
  }

  const formula = `=PLAN_FLAGS(A3:I11,Conferences!A1:Z,,Plans!A1:Z,,{"Policy","davis-4i-101";"As-of date","${asOf}"})`

  test('says in cells what a check writes', () => {
    const school = lincoln()
    school.type('K3', formula)
    const rows = [4, 5, 6, 7, 8, 9, 10, 11].map((row) => ['K', 'L', 'M'].map((letter) => school.at(`${letter}${row}`)))
    expect(rows).toEqual(checked().slice(0, 8))
    expect(['K', 'L', 'M'].map((letter) => school.at(`${letter}3`))).toEqual(['Status', 'Open items', 'Next due'])
  })

  test('follows a conference that is logged, and runs once for it', () => {
    const school = lincoln()
    school.type('K3', formula)
    expect(school.at('L5')).toContain('Individual conference')
    const log = (a1: string, typed: string) => school.workspace.edits.setCell('Conferences', a1, typed)
    for (const [a1, typed] of [
      ['A7', "'00124"],
      ['B7', 'individual'],
      ['C7', '2026-10-06'],
      ['D7', 'held'],
      ['E7', 'Y'],
      ['F7', 'Y'],
      ['G7', 'R. Ruiz'],
    ] as const)
      log(a1, typed)
    expect(school.at('L5')).not.toContain('Individual conference')
    expect(school.runs('PLAN_FLAGS')).toBe(2)
  })

  test('and a check of the same school leaves them alone', () => {
    const school = lincoln()
    school.type('K3', formula)
    const before = school.at('L5')
    const answer = JSON.parse(String(school.workspace.execute('checkRoster', [JSON.stringify({ asOf })])))
    expect(answer).toMatchObject({ ok: true, students: 8 })
    expect([school.at('L5'), school.runs('PLAN_FLAGS')]).toEqual([before, 1])
  })

  test('PLAN_RATES adds the same students up by grade and clause, and sheet functions go on from there', () => {
    const school = lincoln()
    school.workspace.edits.addTab('Rates')
    const rates = formula.replace('PLAN_FLAGS(A3:I11', 'PLAN_RATES(Students!A3:I11')
    school.workspace.edits.setCell('Rates', 'A1', rates)
    school.workspace.edits.setCell('Rates', 'L1', '=SUM(FILTER(E2:E,B2:B="SIGN"))')
    school.workspace.edits.setCell('Rates', 'M1', '=COUNTA(A2:A)=COUNTIFS(J2:J,">=0",J2:J,"<=1")')
    school.workspace.recalculate()
    const { values } = school.workspace.workbook.sheets.at(-1)!
    expect(values[0]!.slice(0, 10).join()).toBe(
      'Grade,Code,Clause,What it asks,Students,Met,Late,To do,Please check,Rate',
    )
    expect(values[0]!.slice(11, 13)).toEqual([4, true])
  })
})

describe('SCHOOL_YEAR over a column', () => {
  test('turns on July 1, leaves blanks, and says what is no day', () => {
    for (const [row, typed] of ['6/30/2026', '7/1/2026', '', 'soon'].entries()) sheet.type(`H${row + 2}`, typed)
    sheet.type('I2', '=SCHOOL_YEAR(H2:H)')
    expect(column('I', 2, 8)).toEqual([
      '2025-26',
      '2026-27',
      '',
      'DATE_UNREADABLE: “soon” is not a day. Write it like 2026-11-23.',
      '',
      '',
      '',
    ])
  })

  test('in a spreadsheet west of the script’s zone is right by TEXT, as its documentation says', () => {
    const honolulu = formulas(roster('Pacific/Honolulu'), options)
    honolulu.type('H2', '6/30/2026 23:30')
    honolulu.type('I2', '=SCHOOL_YEAR(H2)')
    honolulu.type('I3', '=SCHOOL_YEAR(TEXT(H2,"yyyy-mm-dd"))')
    expect([honolulu.at('I2'), honolulu.at('I3')]).toEqual(['2026-27', '2025-26'])
  })
})

test('PLAN_REQUIREMENTS is a table that keeps clauses as text', () => {
  sheet.students.rowCount = 60
  sheet.type(
    'H1',
    '=FILTER(PLAN_REQUIREMENTS("davis-4i-101"),ARRAYFORMULA(INDEX(PLAN_REQUIREMENTS("davis-4i-101"),0,1)="SIGN"))',
  )
  expect(['H1', 'I1', 'J1', 'K1'].map(sheet.at)).toEqual([
    'SIGN',
    '3.1.7',
    '7–12',
    "the parent's signature on the plan",
  ])
  sheet.type('H1', '=PLAN_REQUIREMENTS("davis")')
  expect([sheet.at('H1'), sheet.at('I1')]).toEqual([expect.stringContaining('POLICY_UNKNOWN'), undefined])
})

test('PLAN_GRADE of a column beside the roster', () => {
  sheet.type('H2', '=PLAN_GRADE(B2:B6)')
  expect(column('H', 2, 6)).toEqual([8, 9, '', 0, expect.stringContaining('GRADE_UNREADABLE')])
})

test('no formula of ours calls a service', () => {
  sheet.type('H1', '=PLAN_REQUIREMENTS("")')
  sheet.type('G2', '=PLAN_STATUS(B2:B,C2:C,D2:D,E2:E,"2026-11-22")')
  sheet.at('G2')
  expect([sheet.workspace.formulas.functions.calls.length, sheet.workspace.calls.total]).toEqual([2, 0])
})
