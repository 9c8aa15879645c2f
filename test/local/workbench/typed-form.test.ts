import { expect, test } from 'vitest'
import { typedForm } from '../../../local/workbench/typed-form.ts'
import { CellWriter } from '../../../local/workspace/cells.ts'
import { emptySheet, emptyWorkbook } from '../../../local/workspace/model.ts'

const november20 = 46_346
const now = Date.UTC(2026, 10, 20, 16)

test.each`
  value                  | numberFormat       | typed
  ${'Mateo'}             | ${undefined}       | ${'Mateo'}
  ${'00123'}             | ${undefined}       | ${"'00123"}
  ${'00123'}             | ${'@'}             | ${'00123'}
  ${'=SUM'}              | ${undefined}       | ${"'=SUM"}
  ${"'quoted"}           | ${undefined}       | ${"''quoted"}
  ${'11/20/2026'}        | ${undefined}       | ${"'11/20/2026"}
  ${'TRUE'}              | ${undefined}       | ${"'TRUE"}
  ${'7 - 8'}             | ${undefined}       | ${'7 - 8'}
  ${true}                | ${undefined}       | ${'TRUE'}
  ${7}                   | ${undefined}       | ${'7'}
  ${1234.5}              | ${'#,##0.00'}      | ${'1234.5'}
  ${-0.125}              | ${undefined}       | ${'-0.125'}
  ${0.125}               | ${'0%'}            | ${'12.5%'}
  ${0.07}                | ${'0.00%'}         | ${'7%'}
  ${november20}          | ${'yyyy-mm-dd'}    | ${'2026-11-20'}
  ${november20}          | ${'m/d/yyyy'}      | ${'11/20/2026'}
  ${november20}          | ${'dddd, mmmm d'}  | ${'11/20/2026'}
  ${november20}          | ${'m/d'}           | ${'11/20/2026'}
  ${november20 + 0.5625} | ${'m/d/yyyy h:mm'} | ${'11/20/2026 13:30'}
  ${november20 + 0.5625} | ${'m/d/yyyy'}      | ${'11/20/2026 13:30:00'}
  ${0.3472222222222222}  | ${'h:mm am/pm'}    | ${'8:20 AM'}
`('the editor opens on $typed where $value shows as $numberFormat, and typing that changes nothing', (row) => {
  const { value, numberFormat, typed } = row
  const style = numberFormat === undefined ? undefined : { numberFormat }
  expect(typedForm(value, style)).toBe(typed)
  const workbook = emptyWorkbook('Lincoln High')
  const sheet = emptySheet(0, 'Students')
  sheet.values = [[value]]
  sheet.styles = [[style]]
  new CellWriter(workbook, sheet, now).put(0, 0, typed)
  const after = sheet.values[0]![0]
  if (typeof value === 'number') expect(after).toBeCloseTo(value, 9)
  else expect(after).toBe(value)
  expect(sheet.styles[0]![0]).toEqual(style)
})

test('nothing opens on nothing, an error on itself', () => {
  expect(typedForm(undefined, undefined)).toBe('')
  expect(typedForm({ error: '#N/A' }, undefined)).toBe('#N/A')
})
