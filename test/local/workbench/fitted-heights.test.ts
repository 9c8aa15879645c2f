import { expect, test } from 'vitest'
import { FittedHeights } from '../../../local/workbench/fitted-heights.ts'
import { emptySheet } from '../../../local/workspace/model.ts'

const wrapped = { wrap: true }

test('a wrapped remark that needs three lines makes its row higher, and no other', () => {
  const sheet = emptySheet(0, 'Students')
  const remark = 'Moved here in May and knows nobody yet'
  sheet.values = [['Mateo', remark], ['Ana', remark], ['Lupe']]
  sheet.styles = [[undefined, wrapped], []]
  const heights = new FittedHeights().of(sheet, 1)
  expect([...heights.keys()]).toEqual([0])
  expect(heights.get(0)).toBeGreaterThan(3 * 16 - 1)
})

test('a height that somebody chose stays, and a new revision is looked at anew', () => {
  const sheet = emptySheet(0, 'Students')
  sheet.values = [['Mateo Ortiz of the seventh grade'], ['Lupe']]
  sheet.styles = [[wrapped], [wrapped]]
  sheet.rowHeights.set(0, 30)
  const fitted = new FittedHeights()
  expect([...fitted.of(sheet, 1)]).toEqual([[0, 30]])
  sheet.values[1] = ['Lupe Vega of the seventh grade']
  expect([...fitted.of(sheet, 1).keys()]).toEqual([0])
  expect([...fitted.of(sheet, 2).keys()]).toEqual([0, 1])
})
