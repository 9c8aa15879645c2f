import { describe, expect, test } from 'vitest'
import { CellStore } from '../../../../local/workbench/page/cell-store.ts'
import type { CellsAnswer } from '../../../../local/workbench/protocol.ts'
import type { Area } from '../../../../local/workspace/model.ts'

/** A server whose cells say where they are and when they were asked for. */
function served(revision = 1) {
  const asked: Area[] = []
  const loaded: Area[] = []
  const server = { revision }
  const load = async (area: Area): Promise<CellsAnswer> => {
    asked.push(area)
    const cells = Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (_, column) => ({
        text: `${area.row + row}/${area.column + column} at ${server.revision}`,
        style: 0,
      })),
    )
    const style = { align: 'left', vertical: 'bottom', wrap: 'clip' } as const
    return { revision: server.revision, sheetId: 0, area, cells, styles: [style], inputs: [], merges: [] }
  }
  const store = new CellStore(revision, load, (area) => loaded.push(area))
  const text = (row: number, column: number) => store.cell({ row, column })?.view.text
  return { asked, loaded, server, store, text }
}

const row = (index: number): Area => ({ row: index, column: 0, rows: 1, columns: 3 })

describe('cells by the window', () => {
  test('are asked for once, and only around what is wanted', async () => {
    const { asked, store, text } = served()
    await Promise.all([store.want(row(90_050)), store.want(row(90_051))])
    await store.want(row(90_099))
    expect(asked).toEqual([{ row: 90_000, column: 0, rows: 100, columns: 50 }])
    expect(text(90_050, 2)).toBe('90050/2 at 1')
    expect(text(5, 2)).toBeUndefined()
  })

  test('over the edge of a block both blocks are asked for', async () => {
    const { asked, loaded, store } = served()
    const area = { row: 98, column: 48, rows: 5, columns: 4 }
    expect(store.has(area)).toBe(false)
    await store.want(area)
    expect(asked.map((one) => [one.row, one.column])).toEqual([
      [0, 0],
      [0, 50],
      [100, 0],
      [100, 50],
    ])
    expect(loaded).toHaveLength(4)
    expect(store.has(area)).toBe(true)
  })

  test('of an earlier revision stay until newer ones have come', async () => {
    const { server, store, text } = served()
    await store.want(row(1))
    server.revision = 2
    store.newRevision(2)
    expect(text(1, 0)).toBe('1/0 at 1')
    expect(store.has(row(1))).toBe(false)
    await store.want(row(1))
    expect(text(1, 0)).toBe('1/0 at 2')
  })

  test('that were looked at long ago are forgotten', async () => {
    const { store, text } = served()
    await store.want(row(0))
    for (let block = 1; block <= 60; block++) await store.want(row(block * 100))
    expect(text(0, 0)).toBeUndefined()
    expect(text(6000, 0)).toBe('6000/0 at 1')
  })
})

describe('a text that was typed a moment ago', () => {
  test('shows at once, in the looks of its cell, until the server has it', async () => {
    const { server, store, text } = served()
    await store.want(row(1))
    store.type({ row: 1, column: 1 }, [['Mateo', 'Ortiz']])
    expect(text(1, 2)).toBe('Ortiz')
    expect(store.cell({ row: 1, column: 1 })?.style?.align).toBe('left')
    server.revision = 2
    store.newRevision(2)
    await store.want(row(1))
    expect(text(1, 1)).toBe('1/1 at 2')
  })

  test('goes when the spreadsheet refused it', async () => {
    const { store, text } = served()
    await store.want(row(1))
    store.type({ row: 1, column: 1 }, [['Mateo']])
    store.takeBack({ row: 1, column: 1 }, [['Mateo']])
    expect(text(1, 1)).toBe('1/1 at 1')
  })
})
