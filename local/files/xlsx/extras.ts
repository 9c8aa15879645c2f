/**
 * What the model has and .xlsx has no place for: our own part of the file, of the kind (custom XML) that Excel keeps
 * when it saves the workbook.
 *
 * It holds the time zone and locale, the ids, full names and sizes of the tabs, developer metadata, protections with
 * their descriptions, and the validations and conditional formats that Excel can only say in another way.
 *
 * Somebody may have changed the workbook in Excel in the meantime, which knows nothing of this part. So a tab is
 * recognised by its name, and metadata of a column or row only if the same text still stands in it; if that text has
 * moved, the metadata moves with it.
 */
import type {
  CellError,
  CellValue,
  ConditionalFormat,
  Metadata,
  Protection,
  SheetModel,
  ValidationRule,
  WorkbookModel,
} from '../../workspace/model.ts'
import { element, parseXml, textOf, type XmlElement, XmlError } from '../xml.ts'

const NAMESPACE = 'urn:plan-keeper:workbook:1'

/** How far down (or to the right) the text is looked for by which a column (or row) is known again. */
const SEARCHED = 30

export interface Extras {
  readonly timeZone: string
  readonly locale: string
  readonly metadata: readonly Metadata[]
  readonly sheets: readonly ExtraSheet[]
}

export interface ExtraSheet {
  /** The tab's name in the file. */
  readonly file: string
  readonly name: string
  readonly id: number
  readonly rowCount: number
  readonly columnCount: number
  readonly protections: readonly Protection[]
  readonly metadata: readonly AnchoredMetadata[]
  /** Rules that Excel can only say in another way. */
  readonly validations: readonly { readonly sqref: string; readonly rule: ValidationRule }[]
  readonly formats: readonly { readonly index: number; readonly format: Omit<ConditionalFormat, 'carried'> }[]
}

export interface AnchoredMetadata {
  readonly entry: Metadata
  /** For a column: a cell of it. For a row likewise. */
  readonly anchor?: { readonly at: number; readonly text: string }
}

/** The part as XML. */
export function extrasPart(extras: Extras): XmlElement {
  return element('workbook', { xmlns: NAMESPACE }, [JSON.stringify(extras)])
}

/** What the part says; undefined when it is another program's part. */
export function readExtras(bytes: Uint8Array): Extras | undefined {
  try {
    const root = parseXml(bytes)
    return Object.values(root.attributes).includes(NAMESPACE) ? (JSON.parse(textOf(root)) as Extras) : undefined
  } catch (error) {
    if (error instanceof XmlError || error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The sheet's metadata, each with the text by which its column or row is known again. */
export function anchored(sheet: SheetModel): AnchoredMetadata[] {
  return sheet.metadata.map((entry) => {
    const { location } = entry
    if (location.type === 'COLUMN') {
      for (let row = 0; row < SEARCHED; row++) {
        const text = textAt(sheet, row, location.column)
        if (text !== '') return { entry, anchor: { at: row, text } }
      }
    } else if (location.type === 'ROW') {
      for (let column = 0; column < SEARCHED; column++) {
        const text = textAt(sheet, location.row, column)
        if (text !== '') return { entry, anchor: { at: column, text } }
      }
    }
    return { entry }
  })
}

/** The metadata that still has its place on the sheet. */
export function reattached(metadata: readonly AnchoredMetadata[], sheet: SheetModel): Metadata[] {
  return metadata.flatMap(({ entry, anchor }) => {
    const { location } = entry
    if (location.type === 'COLUMN') {
      const column = foundAgain(location.column, sheet.columnCount, anchor, (at) => textAt(sheet, anchor?.at ?? 0, at))
      return column === undefined ? [] : [{ ...entry, location: { type: 'COLUMN', column } }]
    }
    if (location.type === 'ROW') {
      const row = foundAgain(location.row, sheet.rowCount, anchor, (at) => textAt(sheet, at, anchor?.at ?? 0))
      return row === undefined ? [] : [{ ...entry, location: { type: 'ROW', row } }]
    }
    return [entry]
  })
}

function foundAgain(
  before: number,
  count: number,
  anchor: { readonly text: string } | undefined,
  textOfPlace: (at: number) => string,
): number | undefined {
  if (!anchor || textOfPlace(before) === anchor.text) return before
  const places: number[] = []
  for (let at = 0; at < count; at++) if (textOfPlace(at) === anchor.text) places.push(at)
  return places.length === 1 ? places[0] : undefined
}

function textAt(sheet: SheetModel, row: number, column: number): string {
  const value: CellValue | CellError | undefined = sheet.values[row]?.[column]
  return value === undefined ? '' : typeof value === 'object' ? value.error : String(value)
}

/** Time zone, locale and metadata of the workbook as a whole. */
export function workbookExtras(model: WorkbookModel, sheets: readonly ExtraSheet[]): Extras {
  return { timeZone: model.timeZone, locale: model.locale, metadata: model.metadata, sheets }
}
