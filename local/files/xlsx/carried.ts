/**
 * What an .xlsx file has and the model does not: read, carried through the model untouched, and put back by the writer.
 *
 * All of it is plain data, so that a model can be copied with structuredClone.
 */
import type { Area, CellStyle, ConditionalFormat, ValidationRule, WorkbookModel } from '../../workspace/model.ts'
import type { XmlElement } from '../xml.ts'
import type { Parts, Relationship } from './package.ts'

/** `WorkbookModel.carried` of a workbook that was read from an .xlsx file. */
export interface CarriedWorkbook {
  readonly from: 'xlsx'
  /** Every part of the file but the sheets, the shared strings and the list of formulas, which are written anew. */
  readonly parts: Parts
  /** The workbook part's name, its root, and what it refers to. */
  readonly workbookPath: string
  readonly workbook: XmlElement
  readonly relations: readonly Relationship[]
  /** By the sheet's id in the model. */
  readonly sheets: Map<number, CarriedSheet>
  /** Sheets that hold no cells (chart sheets), with their place among all sheets. */
  readonly otherSheets: readonly { readonly index: number; readonly element: XmlElement }[]
  /** Defined names that are no plain area, or belong to one sheet, or to Excel itself. */
  readonly names: readonly { readonly element: XmlElement; readonly sheetId?: number }[]
  /** The text of every named range as the file writes it, with the area that was read from it. */
  readonly rangeTexts: Map<string, { readonly text: string; readonly area: Area }>
  /** A validation as the file has it, where the same rule object still stands in a cell. */
  readonly validations: Map<ValidationRule, { readonly element: XmlElement; readonly bottom: number }>
}

export interface CarriedSheet {
  readonly path: string
  readonly relations: readonly Relationship[]
  /** Attributes of the root: the namespaces that the elements below use. */
  readonly root: Readonly<Record<string, string>>
  /** Children of the root, without the cells, in the order of the file. */
  readonly elements: readonly XmlElement[]
  /** Outline levels and the like, by row from 0. */
  readonly rows: Map<number, Readonly<Record<string, string>>>
  /** The notes as they were read; while they are the same, their parts are kept. */
  readonly notes: readonly {
    readonly row: number
    readonly column: number
    readonly text: string
    readonly element: XmlElement
  }[]
  readonly notesPath?: string
  readonly drawingPath?: string
  readonly filter?: string
  readonly veryHidden: boolean
  readonly entry: XmlElement
}

/** `CellStyle.carried` of a cell that was read from an .xlsx file. It stays with its cell when rows move. */
export interface CarriedCell {
  /** Number of the format in the file's style sheet. */
  readonly xf?: number
  /** The text with its formats inside, valid while the cell's text is the same. */
  readonly rich?: { readonly text: string; readonly runs: XmlElement }
  readonly link?: { readonly address?: string; readonly location?: string; readonly tooltip?: string }
  /** An array formula or one with prefixes, valid while the formula is the same. */
  readonly formula?: {
    readonly shown: string
    readonly text: string
    readonly attributes: Readonly<Record<string, string>>
    readonly rows: number
    readonly columns: number
  }
}

/** `ConditionalFormat.carried`: the rule as the file has it, with what was read from it. */
export interface CarriedFormat {
  readonly rule: XmlElement
  readonly sqref: string
  readonly read: Omit<ConditionalFormat, 'carried'>
}

export function carriedWorkbook(model: WorkbookModel): CarriedWorkbook | undefined {
  const carried = model.carried as Partial<CarriedWorkbook> | undefined
  return carried?.from === 'xlsx' ? (carried as CarriedWorkbook) : undefined
}

export function carriedCell(style: CellStyle | undefined): CarriedCell | undefined {
  return style?.carried as CarriedCell | undefined
}
