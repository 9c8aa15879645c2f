/** Rows of things as a sheet: columns with their headings, widths and formats. */
import type { CellStyle, CellValue, SheetModel, ValidationRule } from '../workspace/model.ts'
import { emptySheet } from '../workspace/model.ts'

/** What the cells of a column are: 'id' stays text, 'day' is a date or text, 'short' stands in the middle. */
export type ColumnKind = 'text' | 'id' | 'day' | 'short' | 'yes-no' | 'status'

/** A column: its heading, how wide it is in pixels, what its cells are, and what stands in the one of a row. */
export type Column<Row> = readonly [
  heading: string,
  width: number,
  kind: ColumnKind,
  of: (row: Row) => CellValue | undefined,
]

const TEXT: CellStyle = { numberFormat: '@' }
const DAY: CellStyle = { numberFormat: 'm/d/yyyy' }
const CENTERED: CellStyle = { horizontalAlignment: 'center' }
const CENTERED_TEXT: CellStyle = { ...TEXT, ...CENTERED }
const RULES: Readonly<Partial<Record<ColumnKind, ValidationRule>>> = {
  'yes-no': dropDown('Y', 'N'),
  status: dropDown('scheduled', 'held', 'no-show', 'declined', 'cancelled-family', 'cancelled-school'),
}
/** Blank rows below, as every sheet has them. */
const SPARE_ROWS = 100

function dropDown(...values: readonly string[]): ValidationRule {
  return { criteria: 'VALUE_IN_LIST', values, allowInvalid: true, showDropdown: true }
}

export interface SheetLook {
  readonly heading: CellStyle
  readonly headingHeight: number
  /** Rows above the headings, each with one text in its first cell. */
  readonly titles?: readonly { readonly text: string; readonly style: CellStyle }[]
}

/**
 * A sheet with one row for each of the rows, headings that stay in view, and the look of the columns' kinds.
 *
 * @param id of the sheet in its workbook
 */
export function sheetOf<Row>(
  id: number,
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { heading, headingHeight, titles = [] }: SheetLook,
): SheetModel {
  const above = titles.length + 1
  const sheet = emptySheet(id, name, above + rows.length + SPARE_ROWS, columns.length)
  sheet.frozenRows = above
  sheet.rowHeights.set(titles.length, headingHeight)
  titles.forEach(({ text, style }, row) => {
    sheet.values[row] = [text]
    sheet.styles[row] = [style]
  })
  sheet.values.push(columns.map(([title]) => title))
  sheet.styles.push(columns.map(() => heading))
  columns.forEach(([, width], column) => {
    sheet.columnWidths.set(column, width)
  })
  const rules = columns.map(([, , kind]) => RULES[kind])
  const isRuled = rules.some((rule) => rule !== undefined)
  for (const row of rows) {
    const values = columns.map(([, , , of]) => of(row))
    if (isRuled) sheet.validations[sheet.values.length] = rules.slice()
    sheet.values.push(values)
    sheet.styles.push(columns.map(([, , kind], column) => styleOf(kind, values[column])))
  }
  return sheet
}

function styleOf(kind: ColumnKind, value: CellValue | undefined): CellStyle | undefined {
  if (value === undefined) return undefined
  const isText = typeof value === 'string'
  if (kind === 'id') return isText ? TEXT : undefined
  if (kind === 'day') return isText ? TEXT : DAY
  return kind === 'text' ? undefined : isText ? CENTERED_TEXT : CENTERED
}
