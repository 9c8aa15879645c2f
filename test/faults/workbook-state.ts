/**
 * What a test looks at after a run: the flag of every student, and everything else on the school's tabs.
 */
import type { Metadata, SheetModel, WorkbookModel } from '../../local/workspace/model.ts'

const ownHeadings = ['Status', 'Open items', 'Next due', 'Plan document']
const ownTabs = /^(?:Plan Keeper )?(?:settings|findings)(?: \d+)?$/i

export interface FlagCells {
  readonly row: number
  readonly id: string
  readonly cells: readonly unknown[]
}

/** Columns that are ours: by their marks, and by their headings where a run was cut short before it set them. */
export function managedColumnsOf(sheet: SheetModel): readonly number[] {
  const columns = new Set<number>()
  for (const { key, value, location } of sheet.metadata) {
    if (key === 'plan-keeper' && value?.startsWith('column:') && location.type === 'COLUMN')
      columns.add(location.column)
  }
  for (const row of sheet.values.slice(0, 10)) {
    row?.forEach((cell, column) => {
      if (typeof cell === 'string' && ownHeadings.includes(cell)) columns.add(column)
    })
  }
  return [...columns].sort((a, b) => a - b)
}

/** Status, Open items and Next due of every row that has a student id. */
export function flagsOf(sheet: SheetModel): readonly FlagCells[] {
  const headingRow = sheet.values.findIndex((row) => row?.includes('Student ID'))
  const headings = sheet.values[headingRow] ?? []
  const idColumn = headings.indexOf('Student ID')
  const columns = ownHeadings.slice(0, 3).map((heading) => headings.indexOf(heading))
  const flags: FlagCells[] = []
  for (let row = headingRow + 1; row < sheet.values.length; row++) {
    const cells = sheet.values[row] ?? []
    const id = cells[idColumn]
    flags.push({
      row: row + 1,
      id: String(id ?? ''),
      cells: columns.map((column) => (column < 0 ? '' : (cells[column] ?? ''))),
    })
  }
  return flags
}

/** Everything on the school's tabs that is not in a managed column, as text that can be compared. */
export function schoolState(workbook: WorkbookModel): unknown {
  return workbook.sheets
    .filter(({ name }) => !ownTabs.test(name))
    .map((sheet) => {
      const ours = managedColumnsOf(sheet)
      return {
        name: sheet.name,
        id: sheet.id,
        hidden: sheet.hidden,
        rowCount: sheet.rowCount,
        frozen: [sheet.frozenRows, sheet.frozenColumns],
        // A formula that was written anew has no result here until it is computed; the formula itself is compared.
        values: cellsOf(withoutResults(sheet), ours),
        formulas: cellsOf(sheet.formulas, ours),
        styles: cellsOf(sheet.styles, ours),
        notes: cellsOf(sheet.notes, ours),
        validations: cellsOf(sheet.validations, ours),
        merges: sheet.merges,
        protections: sheet.protections,
        filter: sheet.filter,
        rules: sheet.conditionalFormats.filter(
          ({ areas }) => !areas.every(({ column, columns }) => columns === 1 && ours.includes(column)),
        ),
        marks: sheet.metadata.filter((one) => !isOurs(one)),
      }
    })
}

function withoutResults({ values, formulas }: SheetModel): unknown[][] {
  return Array.from(values, (row, index) =>
    (row ?? []).map((cell, column) => (formulas[index]?.[column] ? undefined : cell)),
  )
}

function isOurs({ key }: Metadata): boolean {
  return key === 'plan-keeper'
}

/** Filled cells as 'row,column' without our columns; what stands right of them is counted as if they were not there. */
function cellsOf(layer: readonly (readonly unknown[] | undefined)[], ours: readonly number[]): Record<string, unknown> {
  const cells: Record<string, unknown> = {}
  layer.forEach((row, rowIndex) => {
    row?.forEach((written, column) => {
      const cell = told(written)
      if (cell === undefined || cell === '' || ours.includes(column) || isPlain(cell)) return
      const left = ours.filter((own) => own < column).length
      cells[`${rowIndex},${column - left}`] = cell
    })
  })
  return cells
}

/** The cells of a tab as a person reads them: without the moment of the check, and without what is blank at the end. */
export function pageOf({ values }: SheetModel): readonly (readonly unknown[])[] {
  const rows = Array.from(values, (row) =>
    trimmed(
      (row ?? []).map((cell) => (typeof cell === 'string' ? cell.replace(/checked [\d-]+ [\d:]+/, '') : (cell ?? ''))),
    ),
  )
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop()
  return rows
}

function trimmed(row: readonly unknown[]): readonly unknown[] {
  let length = row.length
  while (length > 0 && row[length - 1] === '') length--
  return row.slice(0, length)
}

/** A style without what every fresh cell has: an automatic number format, named or not, says nothing. */
function told(cell: unknown): unknown {
  if (typeof cell !== 'object' || cell === null || !('numberFormat' in cell)) return cell
  const { numberFormat, ...rest } = cell
  return numberFormat === 'General' || numberFormat === '0.###############' ? rest : cell
}

function isPlain(cell: unknown): boolean {
  return typeof cell === 'object' && cell !== null && Object.keys(cell).length === 0
}
