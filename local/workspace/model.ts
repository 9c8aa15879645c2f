/**
 * A spreadsheet file as plain data, between the readers and writers of real files (local/files) and the services that
 * the script sees (local/workspace).
 *
 * Rows and columns count from 0 here. A date is a serial number (days since 1899-12-30, wall time of the spreadsheet's
 * zone) whose style carries a date format, as in a real spreadsheet; only the services turn it into a Date.
 */

/** '' is blank. */
export type CellValue = string | number | boolean

/** An error value such as '#REF!', '#N/A' or '#ERROR!', as a formula leaves it. */
export interface CellError {
  readonly error: string
  /** The sentence that Google shows when the pointer rests on the cell. */
  readonly message?: string
}

/** The array that a formula shows beyond its own cell. */
export interface Spill {
  readonly rows: number
  readonly columns: number
}

/** A cell that shows a part of such an array; at row 0 and column 0 the formula itself. */
export interface SpilledCell {
  readonly spill: Spill
  readonly row: number
  readonly column: number
  /** What was shown: something else in the cell is content of its own, and in the way of the array. */
  readonly value: CellValue | CellError | undefined
}

/** Immutable and shared between cells: change a cell's style by giving it another object. */
export interface CellStyle {
  readonly numberFormat?: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly strikethrough?: boolean
  readonly fontFamily?: string
  /** Points. */
  readonly fontSize?: number
  /** '#rrggbb'. */
  readonly fontColor?: string
  /** '#rrggbb'. */
  readonly background?: string
  readonly horizontalAlignment?: 'left' | 'center' | 'right'
  readonly verticalAlignment?: 'top' | 'middle' | 'bottom'
  readonly wrap?: boolean
  /** Text that does not fit is cut off instead of running over into blank neighbours. */
  readonly clip?: boolean
  /** What the file format has and we do not model (borders, theme colours): carried through to the written file. */
  readonly carried?: unknown
}

/** A stretch of a cell's text that leads somewhere: 'https://…' or '#gid=0&range=B7' within the workbook. */
export interface CellLink {
  /** From this character, counted from 0, up to but not including `end`. */
  readonly start: number
  readonly end: number
  readonly url: string
}

/** A rectangle; all four count from 0, `rows` and `columns` are sizes. */
export interface Area {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export interface ValidationRule {
  /** As in SpreadsheetApp.DataValidationCriteria: 'VALUE_IN_LIST', 'CHECKBOX', 'DATE_IS_VALID_DATE', 'CUSTOM_FORMULA', … */
  readonly criteria: string
  readonly values: readonly CellValue[]
  readonly allowInvalid: boolean
  readonly showDropdown?: boolean
  readonly helpText?: string
}

export interface ConditionalFormat {
  readonly areas: readonly Area[]
  /** As in SpreadsheetApp.BooleanCriteria: 'TEXT_EQUAL_TO', 'CUSTOM_FORMULA', …; 'OTHER' for a kind that is not modelled. */
  readonly criteria: string
  readonly values: readonly CellValue[]
  readonly style: Pick<CellStyle, 'background' | 'fontColor' | 'bold' | 'italic' | 'underline' | 'strikethrough'>
  /** What the file has of the rule, for the writer. All there is of a rule with the criteria 'OTHER' (colour scales, icons). */
  readonly carried?: unknown
}

export interface Protection {
  /** Absent: the whole sheet. */
  readonly area?: Area
  readonly description: string
  readonly warningOnly: boolean
  /** E-mail addresses besides the owner's that may edit all the same. */
  readonly editors?: readonly string[]
}

export interface Metadata {
  readonly id: number
  readonly key: string
  readonly value: string | null
  readonly visibility: 'DOCUMENT' | 'PROJECT'
  /** Where it sticks; it moves with its rows and columns. */
  readonly location:
    | { readonly type: 'SPREADSHEET' }
    | { readonly type: 'SHEET' }
    | { readonly type: 'COLUMN'; column: number }
    | { readonly type: 'ROW'; row: number }
}

export interface SheetModel {
  readonly id: number
  name: string
  hidden: boolean
  tabColor?: string
  /** Size of the grid, blank cells included. */
  rowCount: number
  columnCount: number
  frozenRows: number
  frozenColumns: number
  /** `values[row][column]`; short or missing rows mean blanks. For a formula cell: its last result. */
  values: (CellValue | CellError | undefined)[][]
  /** `formulas[row][column]` with the leading '='; sparse. */
  formulas: (string | undefined)[][]
  /** `styles[row][column]`; sparse. */
  styles: (CellStyle | undefined)[][]
  /** `notes[row][column]`; sparse. */
  notes: (string | undefined)[][]
  /** `validations[row][column]`; sparse; rules are shared between cells. */
  validations: (ValidationRule | undefined)[][]
  /** `links[row][column]`: links inside a cell's text; sparse; absent when the sheet has none. */
  links?: (readonly CellLink[] | undefined)[][]
  /** `spilled[row][column]`: what of the values belongs to the array of a formula; sparse; absent when there is none. */
  spilled?: (SpilledCell | undefined)[][]
  merges: Area[]
  /** Pixels, by column index. */
  columnWidths: Map<number, number>
  /** Pixels, by row index. */
  rowHeights: Map<number, number>
  hiddenRows: Set<number>
  hiddenColumns: Set<number>
  filter?: Area
  conditionalFormats: ConditionalFormat[]
  protections: Protection[]
  metadata: Metadata[]
}

export interface NamedRange {
  name: string
  sheetId: number
  area: Area
}

export interface WorkbookModel {
  name: string
  /** IANA zone, e.g. 'America/Denver'. */
  timeZone: string
  /** e.g. 'en_US'. */
  locale: string
  sheets: SheetModel[]
  namedRanges: NamedRange[]
  metadata: Metadata[]
  /** Names, in capitals, of the functions that formulas have from the script of the file; a program without them knows none. */
  scriptFunctions?: readonly string[]
  /** Parts of the file that we do not model, for the writer to put back. */
  carried?: unknown
}

/** An empty sheet as Google makes one: 1,000 rows of 26 columns. */
export function emptySheet(id: number, name: string, rowCount = 1000, columnCount = 26): SheetModel {
  return {
    id,
    name,
    hidden: false,
    rowCount,
    columnCount,
    frozenRows: 0,
    frozenColumns: 0,
    values: [],
    formulas: [],
    styles: [],
    notes: [],
    validations: [],
    merges: [],
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    conditionalFormats: [],
    protections: [],
    metadata: [],
  }
}

/** A workbook with no sheets. */
export function emptyWorkbook(name: string, timeZone = 'America/Denver', locale = 'en_US'): WorkbookModel {
  return { name, timeZone, locale, sheets: [], namedRanges: [], metadata: [] }
}

/** An independent copy; immutable parts (styles, rules, what is carried through) are shared. */
export function copyWorkbook(workbook: WorkbookModel): WorkbookModel {
  const cells = <T>(layer: (T | undefined)[][]) => layer.map((row) => row?.slice())
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      values: cells(sheet.values),
      formulas: cells(sheet.formulas),
      styles: cells(sheet.styles),
      notes: cells(sheet.notes),
      validations: cells(sheet.validations),
      ...(sheet.links === undefined ? {} : { links: cells(sheet.links) }),
      ...(sheet.spilled === undefined ? {} : { spilled: cells(sheet.spilled) }),
      merges: [...sheet.merges],
      columnWidths: new Map(sheet.columnWidths),
      rowHeights: new Map(sheet.rowHeights),
      hiddenRows: new Set(sheet.hiddenRows),
      hiddenColumns: new Set(sheet.hiddenColumns),
      conditionalFormats: [...sheet.conditionalFormats],
      protections: sheet.protections.map((protection) => ({ ...protection })),
      metadata: sheet.metadata.map(copyMetadata),
    })),
    namedRanges: workbook.namedRanges.map((named) => ({ ...named })),
    metadata: workbook.metadata.map(copyMetadata),
  }
}

function copyMetadata(item: Metadata): Metadata {
  return { ...item, location: { ...item.location } }
}
