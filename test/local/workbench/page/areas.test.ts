import { describe, expect, test } from 'vitest'
import {
  extended,
  holds,
  movingCorner,
  selectCell,
  wholeRows,
  withArea,
} from '../../../../local/workbench/page/areas.ts'

const size = { rows: 40, columns: 12 }
const at = (row: number, column: number) => selectCell({ row, column })

describe('Shift and a key', () => {
  test.each`
    key             | far      | area
    ${'ArrowDown'}  | ${false} | ${{ row: 3, column: 2, rows: 2, columns: 1 }}
    ${'ArrowLeft'}  | ${false} | ${{ row: 3, column: 1, rows: 1, columns: 2 }}
    ${'ArrowUp'}    | ${true}  | ${{ row: 0, column: 2, rows: 4, columns: 1 }}
    ${'ArrowRight'} | ${true}  | ${{ row: 3, column: 2, rows: 1, columns: 10 }}
    ${'PageDown'}   | ${false} | ${{ row: 3, column: 2, rows: 21, columns: 1 }}
    ${'PageUp'}     | ${false} | ${{ row: 0, column: 2, rows: 4, columns: 1 }}
    ${'Home'}       | ${false} | ${{ row: 3, column: 0, rows: 1, columns: 3 }}
    ${'End'}        | ${true}  | ${{ row: 3, column: 2, rows: 37, columns: 10 }}
  `('from C4, $key (with Ctrl: $far) selects $area', ({ key, far, area }) => {
    expect(extended(at(3, 2), key, size, 20, far)).toEqual({ active: { row: 3, column: 2 }, areas: [area] })
  })

  test('goes back over the active cell, which stays', () => {
    let selection = at(3, 2)
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowUp']) selection = extended(selection, key, size, 20, false)!
    expect(selection).toEqual({ active: { row: 3, column: 2 }, areas: [{ row: 2, column: 2, rows: 2, columns: 1 }] })
    expect(movingCorner(selection)).toEqual({ row: 2, column: 2 })
  })

  test('does not leave the grid, and other keys extend nothing', () => {
    expect(extended(at(0, 0), 'ArrowUp', size, 20, false)).toEqual(at(0, 0))
    expect(extended(at(0, 0), 'a', size, 20, false)).toBeUndefined()
  })
})

test('rows 9 to 5 are the same rows as 5 to 9', () => {
  expect(wholeRows(8, 4, size)).toEqual({ row: 4, column: 0, rows: 5, columns: 12 })
})

test('with Ctrl an area comes beside the others, without it takes the place of the last', () => {
  const row = wholeRows(7, 7, size)
  const both = withArea(at(3, 2), row, { row: 7, column: 0 }, true)
  expect(both.areas).toHaveLength(2)
  expect(withArea(both, row, { row: 7, column: 0 }, false).areas).toEqual([at(3, 2).areas[0], row])
})

test('an area holds its last cell and not the one behind it', () => {
  const area = { row: 1, column: 1, rows: 2, columns: 3 }
  expect(holds(area, { row: 2, column: 3 })).toBe(true)
  expect(holds(area, { row: 3, column: 3 })).toBe(false)
  expect(holds(area, { row: 2, column: 4 })).toBe(false)
})
