/**
 * What holds for the check of any workbook, whatever stands in it.
 */
import { expect } from 'vitest'
import { copyWorkbook, type SheetModel, type WorkbookModel } from '../../local/workspace/model.ts'
import { createWorkspace } from '../../local/workspace/workspace.ts'
import type { CheckAnswer, CheckDone } from '../../src/actions/requests/check.ts'

export const asOf = '2026-11-23'

/** Why a check of a generated workbook may be refused; an unforeseen error is never among them. */
const refusals = ['NO_ROSTER', 'NO_STUDENTS', 'SETTING_UNREADABLE']

/** A link of ours to a row of this workbook. Whatever a school wrote can only stand inside the quotes of its label. */
const ourFormula = /^=HYPERLINK\("#gid=\d+&range=[A-Z]+\d+(?::[A-Z]+\d+)?","(?:[^"]|"")*"\)$/

/** Signs that a programmer's word slipped into a sentence. */
const slip = /\bundefined\b|\bNaN\b|\[object |\bnull\b(?!”)|\n\s+at /

export interface Checked {
  /** The workbook as the check left it. */
  readonly after: WorkbookModel
  readonly answer: CheckAnswer
}

/** Checks a copy of the workbook with the built script. */
export function check(workbook: WorkbookModel): Checked {
  const after = copyWorkbook(workbook)
  const workspace = createWorkspace({ dist: 'dist', workbook: after, now: `${asOf}T09:00:00-07:00` })
  const answer = JSON.parse(String(workspace.execute('checkRoster', [JSON.stringify({ asOf, answer: 'all' })])))
  return { after, answer }
}

/** Holds the outcome of a check against the laws. */
export function expectLawful(before: WorkbookModel, { after, answer }: Checked): void {
  expectAnswered(answer)
  for (const sheet of before.sheets) expectUntouched(sheet, sheetOf(after, sheet.id))
  expectOwnFormulasOnly(before, after)
  if (answer.ok) expectSums(answer, after)
}

function expectAnswered(answer: CheckAnswer): void {
  if (!answer.ok) {
    expect(refusals).toContain(answer.code)
    expect(answer.message).not.toMatch(slip)
    return
  }
  const sentences = [...answer.notes, ...[...answer.findings!, ...answer.school].map(({ message }) => message)]
  for (const sentence of sentences) expect(sentence).not.toMatch(slip)
  for (const { message } of answer.problems) expect(message.length).toBeGreaterThan(10)
}

/** Cell by cell, blanks too; our columns stand to the right of everything that was there. */
function expectUntouched(before: SheetModel, after: SheetModel): void {
  if (isOurTab(after)) return
  expect(after.name).toBe(before.name)
  const own = new Set(
    after.metadata.flatMap(({ key, location }) =>
      key === 'plan-keeper' && location.type === 'COLUMN' ? [location.column] : [],
    ),
  )
  for (let row = 0; row < Math.max(before.values.length, after.values.length); row++) {
    const was = before.values[row] ?? []
    const is = after.values[row] ?? []
    for (let column = 0; column < Math.max(was.length, is.length); column++) {
      const cell = was[column] ?? ''
      if ((is[column] ?? '') === cell || (own.has(column) && cell === '')) continue
      expect({ row, column, cell: is[column] }).toEqual({ row, column, cell })
    }
  }
}

function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === ''
}

function isOurTab({ metadata }: SheetModel): boolean {
  return metadata.some(({ key, location }) => key === 'plan-keeper' && location.type === 'SHEET')
}

function expectOwnFormulasOnly(before: WorkbookModel, after: WorkbookModel): void {
  for (const sheet of after.sheets) {
    const was = before.sheets.find(({ id }) => id === sheet.id)
    sheet.formulas.forEach((row, index) => {
      row?.forEach((formula, column) => {
        if (formula === undefined || formula === was?.formulas[index]?.[column]) return
        expect(formula).toMatch(ourFormula)
      })
    })
  }
}

/** Every student of the answer has a flag on the roster and every finding a student; counts are the sums of the findings. */
function expectSums(answer: CheckDone, after: WorkbookModel): void {
  const findings = answer.findings!
  const counts = new Map<string, number>()
  for (const { status } of findings) counts.set(status, (counts.get(status) ?? 0) + 1)
  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(Object.entries(answer.counts).filter(([, n]) => n > 0)))
  const byCode = answer.byCode.reduce((sum, { count }) => sum + count, 0)
  expect(byCode).toBe(findings.length)
  const flagged = flagColumn(after)
  expect(flagged.filter((cell) => !isBlank(cell))).toHaveLength(answer.students)
  expect(new Set(findings.map(({ studentId }) => studentId)).size).toBeLessThanOrEqual(answer.students)
  for (const { studentId } of findings) expect(studentId.trim()).not.toBe('')
}

/** The cells under our heading Status. */
function flagColumn(workbook: WorkbookModel): readonly unknown[] {
  for (const sheet of workbook.sheets) {
    const mark = sheet.metadata.find(({ key, value }) => key === 'plan-keeper' && value === 'column:status')
    if (mark?.location.type !== 'COLUMN') continue
    const { column } = mark.location
    const heading = sheet.values.findIndex((row) => row?.[column] === 'Status')
    return sheet.values.slice(heading + 1).map((row) => row?.[column])
  }
  return []
}

function sheetOf(workbook: WorkbookModel, id: number): SheetModel {
  const sheet = workbook.sheets.find((one) => one.id === id)
  if (sheet === undefined) throw new Error(`The check lost the tab with the id ${id}.`)
  return sheet
}
