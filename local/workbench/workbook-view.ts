/** The workbook as the page sees it, without its cells. */
import type { SheetModel } from '../workspace/model.ts'
import type { ShownMenu } from '../workspace/stores.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { MenuView, SizeRun, TabView, WorkbookView } from './protocol.ts'

/** The add-on's own menu is called after the add-on. */
const addOnName = 'Plan Keeper'

/** @param heightsOf pixels by row index, of the rows of a sheet that are not as usual */
export function workbookView(
  { workbook, ui }: Workspace,
  heightsOf: (sheet: SheetModel) => ReadonlyMap<number, number>,
): Pick<WorkbookView, 'name' | 'tabs' | 'menus'> {
  return {
    name: workbook.name,
    tabs: workbook.sheets.map((sheet) => tabView(sheet, heightsOf(sheet))),
    menus: ui.menus.map(menuView),
  }
}

function menuView({ title = addOnName, entries }: ShownMenu): MenuView {
  return {
    title,
    entries: entries.map((entry) => {
      if (entry === 'separator') return entry
      return 'entries' in entry ? menuView(entry) : { label: entry.label }
    }),
  }
}

function tabView(sheet: SheetModel, heights: ReadonlyMap<number, number>): TabView {
  const { id, name, hidden, tabColor, rowCount, columnCount, frozenRows, frozenColumns } = sheet
  return {
    id,
    name,
    hidden,
    ...(tabColor === undefined ? {} : { color: tabColor }),
    rows: rowCount,
    columns: columnCount,
    frozenRows,
    frozenColumns,
    columnWidths: sizeRuns(sheet.columnWidths, sheet.hiddenColumns),
    rowHeights: sizeRuns(heights, sheet.hiddenRows),
  }
}

/** Neighbours of one size are one run, so that a file with a height for every row stays short. */
function sizeRuns(sizes: ReadonlyMap<number, number>, hidden: ReadonlySet<number>): SizeRun[] {
  const runs: { from: number; count: number; readonly pixels: number }[] = []
  for (const index of [...new Set([...sizes.keys(), ...hidden])].sort((a, b) => a - b)) {
    const pixels = hidden.has(index) ? 0 : sizes.get(index)!
    const last = runs.at(-1)
    if (last !== undefined && last.from + last.count === index && last.pixels === pixels) last.count++
    else runs.push({ from: index, count: 1, pixels })
  }
  return runs
}
