/** The Settings tab as rows: what is ours is kept up to date where it stands, what is a person's stays. */
import { describe, expect, test } from 'vitest'
import { readSchool } from '../../src/records/read-school.ts'
import type { Cell } from '../../src/records/tab.ts'
import { checkChoices, typedChoices } from '../../src/records/typed-choices.ts'
import { sectionBlocks } from '../../src/workbook/column-section.ts'
import { isUntouched, type PageRow, sectionRows, settingsPage } from '../../src/workbook/settings-page.ts'

const used = {
  policy: 'Davis School District 4I-101',
  schoolYear: '2026-27',
  firstDay: '2026-08-17',
  lastDay: '2027-05-28',
  asOf: '2026-11-22',
  schoolName: 'as on the roster',
  planManager: 'nobody',
  columns: undefined,
  tabs: 'Students: roster',
}

function blocksOf(headings: readonly string[], rows: readonly (readonly Cell[])[] = []) {
  const cells = [['00123', 'Alvarez, Mateo', 9, 8], ...rows]
  const tab = { name: 'Students', rows: [headings, ...cells], managed: [] }
  return (choices: readonly (readonly Cell[])[] = rows) => {
    const typed = typedChoices(choices)
    const { mappings } = readSchool([tab], { schoolYear: '2026-27', choices: typed })
    return { blocks: sectionBlocks(mappings, typed), typed }
  }
}

const asked = blocksOf(['Student ID', 'Name', 'Gr', 'Grade level'])
const cellsOf = (page: readonly PageRow[]) => page.map(({ cells }) => [...cells])
const made = () => settingsPage(undefined, used, asked().blocks, [])

/** The page again, over the cells of a tab. */
function again(rows: readonly (readonly Cell[])[], source = asked, mayGrow = true): readonly PageRow[] {
  const { blocks, typed } = source(rows)
  return settingsPage(rows, used, blocks, typed, mayGrow)
}

describe('a new tab', () => {
  const rows = cellsOf(made())

  test('has the settings first, then a block for the roster, with the question on top of it', () => {
    expect(rows.slice(2, 4)).toEqual([
      ['Questions to you', '', 'Please choose: Grade in B15.', expect.any(String), ''],
      ['Policy', '', 'Davis School District 4I-101', expect.any(String), ''],
    ])
    expect(rows.slice(13, 16).map(([what, , from]) => [what, from])).toEqual([
      ['Students', 'Read from'],
      ['Grade', 'Please choose: “Gr” or “Grade level”'],
      ['This tab', 'roster'],
    ])
  })

  test('is as it is when it is read again', () => {
    expect(cellsOf(again(rows))).toEqual(rows)
    expect(again(rows).map(({ was }) => was)).toEqual(rows.map((_, index) => index))
  })

  test('has a policy in column B only where set-up knows one', () => {
    const policy = 'Spectrum Academy 4IP-401'
    expect(settingsPage(undefined, used, [], [], true, policy)[3]?.cells[1]).toBe(policy)
    expect(rows.map((row) => row[1]).filter((choice) => choice !== '' && choice !== 'Your choice')).toEqual([])
  })
})

describe('rows of a person', () => {
  const rows = cellsOf(made())
  rows.splice(5, 0, ['Remember', 'call the district', '', '', ''])
  rows.push(['', '', '', '', ''], ['My list', 'x', 'y', '', ''])

  test('stay where they are, and nothing of them is ours to write', () => {
    const page = again(rows)
    expect(cellsOf(page).filter(([what]) => what !== 'Questions to you')).toEqual(
      rows.filter(([what]) => what !== 'Questions to you'),
    )
    for (const label of ['Remember', 'My list']) expect(page.find(({ cells }) => cells[0] === label)?.ours).toBe(0)
    expect(page[2]?.cells[2]).toBe('Please choose: Grade in B16.')
  })

  test('count as made use of, and so does a choice', () => {
    expect(isUntouched(rows, '')).toBe(false)
    expect(isUntouched(cellsOf(made()), '')).toBe(true)
    const chosen = cellsOf(made())
    chosen[14]![1] = 'Gr'
    expect(isUntouched(chosen, '')).toBe(false)
  })
})

test('where there are no calls left for new rows, the question is told all the same', () => {
  const lines = cellsOf(settingsPage(undefined, used, [], []))
  const page = again(lines, asked, false)
  expect(page).toHaveLength(lines.length)
  expect(page[2]?.cells[2]).toBe(
    'Please choose: Grade. “Set up this workbook” in the menu shows what there is to choose.',
  )
})

describe('when the headings of a tab change', () => {
  const more = blocksOf(['Student ID', 'Name', 'Gr', 'Grade level', 'Bus'])
  const other = blocksOf(['SIS ID', 'Name', 'Lvl', 'Grade level'])

  test('its block goes on under the new signature, as long as every choice can be followed', () => {
    const rows = cellsOf(made())
    rows[14]![1] = 'Gr'
    const page = again(rows, more)
    expect(page).toHaveLength(rows.length)
    expect(page[14]?.cells.slice(0, 3)).toEqual(['Grade', 'Gr', '“Gr” (your choice)'])
    expect(page[14]?.cells[4]).not.toBe(rows[14]?.[4])
  })

  test('else a second block is added, and the first one stays for the file that it was made for', () => {
    const rows = cellsOf(made())
    rows[14]![1] = 'Gr'
    const page = cellsOf(again(rows, other))
    expect(page.slice(13, rows.length)).toEqual(rows.slice(13))
    expect(page.slice(rows.length, rows.length + 2).map(([what]) => what)).toEqual(['', 'Students'])
  })
})

test('the rows of the section are known, with the blank ones between its blocks', () => {
  const rows = cellsOf(made())
  expect(sectionRows(rows)).toEqual(rows.map((_, index) => index).slice(12))
  expect(sectionRows(cellsOf(settingsPage(undefined, used, [], [])))).toEqual([])
})

describe('what a tab is', () => {
  const log = {
    name: 'Elternabend',
    rows: [
      ['Nummer', 'Wann'],
      ['00123', '2026-10-08'],
    ],
    managed: [],
  }
  const roster = {
    name: 'Liste',
    rows: [
      ['Student ID', 'Name', 'Gr'],
      ['00123', 'Alvarez, Mateo', 8],
    ],
    managed: [],
  }
  const rowsAfter = (rows: readonly (readonly Cell[])[]) => {
    const typed = typedChoices(rows)
    const { mappings } = readSchool([roster, log], { schoolYear: '2026-27', choices: typed })
    return { mappings, blocks: sectionBlocks(mappings, typed) }
  }
  const signature = rowsAfter([]).mappings[1]?.signature
  const typing = (word: string) => rowsAfter([['This tab', word, '', '', `#${signature} tab`]])

  test('is chosen by its word; then the tab has a block in which its columns can be chosen', () => {
    expect(rowsAfter([]).blocks.map(({ tab }) => tab)).toEqual(['Liste'])
    const { mappings, blocks } = typing('Conferences')
    expect(mappings[1]?.kind).toBe('conferences')
    const rows = blocks[1]?.rows.map(({ what, readFrom }) => [what, readFrom])
    expect(rows?.[0]).toEqual(['This tab', 'conferences (your choice)'])
    expect(rows).toContainEqual(['Date', 'not in this tab'])
  })

  test('may be “not needed”, and the row to change that stays', () => {
    const { mappings, blocks } = typing('not needed')
    expect(mappings[1]?.kind).toBe('other')
    expect(blocks[1]?.rows.map(({ readFrom }) => readFrom)).toEqual(['not needed (your choice)'])
  })

  test('in no such word is refused with the words that there are', () => {
    const typed = typedChoices([['This tab', 'Elternabend', '', '', `#${signature} tab`]])
    expect(() => checkChoices(typed, [], (row) => `cell B${row} of the tab Settings`)).toThrow(
      '“Elternabend” in cell B1 of the tab Settings is nothing that a tab can be. Choose one of: roster, grade history',
    )
  })
})
