/** What stands in the cells of a Range: values, formulas, notes, links. */
import { CellWriter } from '../cells.ts'
import { pendingResult } from '../formula-results.ts'
import { Restyling } from '../grid.ts'
import { displayed, isDateStyle } from '../number-format.ts'
import { NotEmulated } from '../refusal.ts'
import { zoneOf } from '../zone.ts'
import { checkSize, forCells, grid, isFilled, place, someCell } from './cell-layers.ts'
import { firstCell, RangePlace } from './range-place.ts'
import { RichTextValue } from './rich-text.ts'
import { checkEditable, workbookOf } from './sheet-access.ts'

export abstract class RangeContents extends RangePlace {
  getValues(): unknown[][] {
    const { model, area } = this
    const zone = zoneOf(workbookOf(this.execution).timeZone)
    return this.execution.realm.readValues({
      values: model.values,
      formulas: model.formulas,
      styles: model.styles,
      ...area,
      isDate: isDateStyle as (style: never) => boolean,
      instantOf: (serial) => zone.instantOfSerial(serial),
      pending: pendingResult,
    })
  }

  getValue(): unknown {
    return firstCell(this).getValues()[0]![0]
  }

  setValues(values: readonly (readonly unknown[])[]): this {
    checkSize(values, this.area)
    return write(this, (row, column) => values[row]![column])
  }

  /** The same value into every cell. */
  setValue(value: unknown): this {
    if (Array.isArray(value)) throw new NotEmulated('Range.setValue with an array')
    return write(this, () => value)
  }

  getDisplayValues(): string[][] {
    const { model, area } = this
    return grid(area, (row, column) => {
      const value = model.values[row]?.[column]
      if (value === undefined && model.formulas[row]?.[column] !== undefined) return pendingResult
      return displayed(value, model.styles[row]?.[column]?.numberFormat)
    })
  }

  getDisplayValue(): string {
    return firstCell(this).getDisplayValues()[0]![0]!
  }

  /** Whether every cell is blank; a formula never is. */
  isBlank(): boolean {
    const { model, area } = this
    return !someCell(area, (row, column) => isFilled(model, row, column))
  }

  getFormulas(): string[][] {
    const { model, area } = this
    return grid(area, (row, column) => model.formulas[row]?.[column] ?? '')
  }

  getFormula(): string {
    return firstCell(this).getFormulas()[0]![0]!
  }

  setFormulas(formulas: readonly (readonly string[])[]): this {
    const { model, area } = this
    checkSize(formulas, area)
    checkEditable(this.execution, model, area)
    const writer = writerOf(this)
    forCells(area, (row, column) => writer.check(row, column, formulas[row - area.row]![column - area.column]))
    forCells(area, (row, column) => {
      const formula = formulas[row - area.row]![column - area.column]!
      if (formula === '') writer.put(row, column, '')
      else writer.formula(row, column, formula)
    })
    return this
  }

  /** The same formula into every cell; relative references follow, as when it is filled down. */
  setFormula(formula: string): this {
    if (this.touchedCells > 1 && /[A-Za-z]\d/.test(formula)) throw new NotEmulated('Range.setFormula on several cells')
    return this.setFormulas(grid({ ...this.area, row: 0, column: 0 }, () => formula))
  }

  getNotes(): string[][] {
    const { model, area } = this
    return grid(area, (row, column) => model.notes[row]?.[column] ?? '')
  }

  getNote(): string {
    return firstCell(this).getNotes()[0]![0]!
  }

  setNotes(notes: readonly (readonly (string | null)[])[]): this {
    const { model, area } = this
    checkSize(notes, area)
    checkEditable(this.execution, model, area)
    forCells(area, (row, column) =>
      place(model.notes, row, column, notes[row - area.row]![column - area.column] || undefined),
    )
    return this
  }

  setNote(note: string | null): this {
    return this.setNotes(grid({ ...this.area, row: 0, column: 0 }, () => note))
  }

  setRichTextValues(values: readonly (readonly RichTextValue[])[]): this {
    const { model, area } = this
    checkSize(values, area)
    checkEditable(this.execution, model, area)
    const writer = writerOf(this)
    forCells(area, (row, column) => writer.check(row, column, values[row - area.row]![column - area.column]!.text))
    forCells(area, (row, column) => {
      const { text, links, wholeStyle } = values[row - area.row]![column - area.column]!
      writer.linked(row, column, text, links)
      if (wholeStyle !== undefined) {
        place(model.styles, row, column, new Restyling(wholeStyle).of(model.styles[row]?.[column]))
      }
    })
    return this
  }

  setRichTextValue(value: RichTextValue): this {
    return this.setRichTextValues(grid({ ...this.area, row: 0, column: 0 }, () => value))
  }

  /** Null for cells that hold no text, as the reference says of numbers and formulas. */
  getRichTextValues(): (RichTextValue | null)[][] {
    const { model, area } = this
    return grid(area, (row, column) => {
      const value = model.values[row]?.[column] ?? ''
      if (typeof value !== 'string') return null
      return new RichTextValue(this.execution, value, model.links?.[row]?.[column] ?? [], model.styles[row]?.[column])
    })
  }

  getRichTextValue(): RichTextValue | null {
    return firstCell(this).getRichTextValues()[0]![0]!
  }
}

function writerOf(range: RangePlace): CellWriter {
  return new CellWriter(workbookOf(range.execution), range.model, range.execution.workspace.clock.now())
}

/** Writes all cells, or none when one of them is refused. */
function write<R extends RangePlace>(range: R, value: (row: number, column: number) => unknown): R {
  const { model, area } = range
  checkEditable(range.execution, model, area)
  const writer = writerOf(range)
  forCells(area, (row, column) => writer.check(row, column, value(row - area.row, column - area.column)))
  forCells(area, (row, column) => writer.put(row, column, value(row - area.row, column - area.column)))
  return range
}
