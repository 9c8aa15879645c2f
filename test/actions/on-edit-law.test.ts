/** Whatever is typed into the sample school: the flags are those of a check, or the workbook says that they may not be. */
import { expect, test, vi } from 'vitest'
import { SAMPLE_AS_OF, sampleWorkbook } from '../../local/sample/sample-workbook.ts'
import { copyWorkbook, type WorkbookModel } from '../../local/workspace/model.ts'
import { createWorkspace, type Workspace } from '../../local/workspace/workspace.ts'
import { flagsOf, pageOf } from '../faults/workbook-state.ts'

vi.setConfig({ testTimeout: 240_000 })

function open(workbook: WorkbookModel): Workspace {
  return createWorkspace({ dist: 'dist', workbook, now: `${SAMPLE_AS_OF}T09:00:00-07:00` })
}

function check(workspace: Workspace): void {
  expect(JSON.parse(String(workspace.execute('checkRoster', ['{}'])))).toMatchObject({ ok: true })
}

/** What a person reads: the flags, and the rows of Findings in any order. */
function seen({ sheets }: WorkbookModel): unknown {
  const findings = sheets.find(({ name }) => name === 'Findings')!
  const students = sheets.find(({ values }) => values.some((row) => row?.includes('Open items')))!
  const rows = pageOf(findings).map((row) => row.map((cell) => cell ?? '').join(' | '))
  return { flags: flagsOf(students), rows: rows.filter((row) => row !== '').sort() }
}

const isOutOfDate = ({ workbook }: Workspace) => workbook.metadata.some(({ value }) => value?.startsWith('out-of-date'))

/** Park and Miller: the same numbers on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const rounds = 24

const typed = [
  '',
  '',
  '2026-10-08',
  '9/15/2026',
  '2027-01-12',
  'Y',
  'N',
  'held',
  'no-show',
  'individual',
  'group',
  'soon',
  '8',
  '11',
  '3',
]

test.each(['logs', 'wide'] as const)('random edits of the style %s', (style) => {
  const workspace = open(sampleWorkbook({ students: 60, style, seed: 7 }))
  check(workspace)
  const any = numbers(style === 'logs' ? 11 : 12)
  let followed = 0
  for (let round = 0; round < rounds; round++) {
    const tabs = workspace.workbook.sheets.filter(({ name }) => name !== 'Findings' && name !== 'Settings')
    const tab = tabs[any(3) === 0 ? 0 : any(tabs.length)]!
    const rows = tab.values.length
    const row = 2 + any(rows + 1)
    const column = any(tab.columnCount)
    const other = tab.values[1 + any(rows - 1)]?.[column]
    const text = any(3) === 0 && typeof other === 'string' ? other : typed[any(typed.length)]!
    const a1 = `${String.fromCharCode(65 + (column % 26))}${row}`
    workspace.edit(tab.name, a1, text)
    if (isOutOfDate(workspace)) {
      check(workspace)
      continue
    }
    followed++
    const fresh = open(copyWorkbook(workspace.workbook))
    check(fresh)
    expect(seen(workspace.workbook), `round ${round}: ${tab.name}!${a1} “${text}”`).toEqual(seen(fresh.workbook))
  }
  expect(followed).toBeGreaterThan(rounds / 2)
})
