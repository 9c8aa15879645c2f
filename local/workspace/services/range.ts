/** Range: cells, and what is laid over them: validations, merges, filters, protection, metadata. */
import { contains, overlap, without } from '../areas.ts'
import { type SortKey, sort } from '../grid.ts'
import type { Area, CellValue, SheetModel, ValidationRule } from '../model.ts'
import { NotEmulated, Refusal } from '../refusal.ts'
import { checkSize, forCells, grid, place, wipe } from './cell-layers.ts'
import { DataValidation } from './data-validation.ts'
import {
  addMetadata,
  type DeveloperMetadata,
  DeveloperMetadataFinder,
  type MetadataArguments,
  ownMetadata,
} from './developer-metadata.ts'
import { Filter } from './filter.ts'
import { mayEditArea, type Protection, protect } from './protection.ts'
import { RangeFormats } from './range-formats.ts'
import { areaBeside, firstCell } from './range-place.ts'
import { Sheet } from './sheet.ts'
import { checkEditable, wholeLine } from './sheet-access.ts'

export class Range extends RangeFormats {
  getSheet(): Sheet {
    return new Sheet(this.execution, this.sheetId)
  }

  clear(options?: { readonly [part: string]: boolean }): this {
    if (options?.skipFilteredRows === true) throw new NotEmulated('Range.clear with skipFilteredRows')
    const only = Object.entries(options ?? {}).filter(([, wanted]) => wanted)
    const wants = (part: string) => only.length === 0 || only.some(([name]) => name === part)
    if (wants('contentsOnly')) this.clearContent()
    if (wants('formatOnly')) this.clearFormat()
    if (wants('validationsOnly')) this.clearDataValidations()
    if (wants('commentsOnly')) this.clearNote()
    return this
  }

  clearContent(): this {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    for (const layer of [model.values, model.formulas, model.links ?? []]) wipe(layer, area)
    return this
  }

  /** Formats, and the conditional formats of these cells. */
  clearFormat(): this {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    wipe(model.styles, area)
    model.conditionalFormats = model.conditionalFormats.flatMap((rule) => {
      const areas = rule.areas.flatMap((part) => without(part, area))
      return areas.length === 0 ? [] : [{ ...rule, areas }]
    })
    return this
  }

  clearNote(): this {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    wipe(model.notes, area)
    return this
  }

  clearDataValidations(): this {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    wipe(model.validations, area)
    return this
  }

  getDataValidations(): (DataValidation | null)[][] {
    const { model, area } = this
    const shared = new Map<ValidationRule, DataValidation>()
    return grid(area, (row, column) => {
      const rule = model.validations[row]?.[column]
      if (rule === undefined) return null
      if (!shared.has(rule)) shared.set(rule, new DataValidation(this.execution, rule))
      return shared.get(rule)!
    })
  }

  getDataValidation(): DataValidation | null {
    return firstCell(this).getDataValidations()[0]![0]!
  }

  setDataValidations(rules: readonly (readonly (DataValidation | null)[])[]): this {
    const { model, area } = this
    checkSize(rules, area)
    checkEditable(this.execution, model, area)
    forCells(area, (row, column) =>
      place(model.validations, row, column, rules[row - area.row]![column - area.column]?.rule),
    )
    return this
  }

  setDataValidation(rule: DataValidation | null): this {
    return this.setDataValidations(grid({ ...this.area, row: 0, column: 0 }, () => rule))
  }

  /** Checkboxes are a validation rule; a blank cell becomes unchecked, which is the value false. */
  insertCheckboxes(...values: unknown[]): this {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    const rule = { criteria: 'CHECKBOX', values: values as CellValue[], allowInvalid: false }
    const unchecked = (values.length === 0 ? false : (values[1] ?? '')) as CellValue
    const allowed: readonly unknown[] = values.length === 0 ? [true, false] : [values[0], unchecked]
    forCells(area, (row, column) => {
      place(model.validations, row, column, rule)
      if (!allowed.includes(model.values[row]?.[column]) && model.formulas[row]?.[column] === undefined) {
        place(model.values, row, column, unchecked)
      }
    })
    return this
  }

  /** Takes the checkboxes and their values away. */
  removeCheckboxes(): this {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    forCells(area, (row, column) => {
      if (model.validations[row]?.[column]?.criteria !== 'CHECKBOX') return
      place(model.validations, row, column, undefined)
      place(model.values, row, column, undefined)
    })
    return this
  }

  check(): this {
    return tick(this, true)
  }

  uncheck(): this {
    return tick(this, false)
  }

  /** True or false when all cells are checkboxes in one state, otherwise null. */
  isChecked(): boolean | null {
    const { model, area } = this
    const states = new Set<boolean | null>()
    forCells(area, (row, column) => {
      const rule = model.validations[row]?.[column]
      const value = model.values[row]?.[column]
      states.add(rule?.criteria === 'CHECKBOX' ? value === (rule.values[0] ?? true) : null)
    })
    return states.size === 1 ? [...states][0]! : null
  }

  merge(): this {
    return mergeInto(this, [this.area])
  }

  mergeAcross(): this {
    return mergeInto(
      this,
      Array.from({ length: this.area.rows }, (_, row) => ({ ...this.area, row: this.area.row + row, rows: 1 })),
    )
  }

  mergeVertically(): this {
    const columns = Array.from({ length: this.area.columns }, (_, index) => this.area.column + index)
    return mergeInto(
      this,
      columns.map((column) => ({ ...this.area, column, columns: 1 })),
    )
  }

  breakApart(): this {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    model.merges = model.merges.filter((merge) => !overlap(merge, area))
    return this
  }

  getMergedRanges(): Range[] {
    return this.model.merges.filter((merge) => overlap(merge, this.area)).map((merge) => areaBeside<Range>(this, merge))
  }

  isPartOfMerge(): boolean {
    return this.model.merges.some((merge) => overlap(merge, this.area))
  }

  /** A column, a {column, ascending}, or a list of either; columns are the sheet's, counted from 1. */
  sort(sortSpecObj: unknown): this {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    const specs: unknown[] = Array.isArray(sortSpecObj) ? Array.from(sortSpecObj) : [sortSpecObj]
    sort(
      model,
      area,
      specs.map((spec) => sortKey(spec, area)),
    )
    return this
  }

  createFilter(): Filter {
    const { model, area } = this
    checkEditable(this.execution, model, area)
    if (model.filter !== undefined) throw new Refusal("You can't create a filter in a sheet that already has a filter.")
    model.filter = area
    return new Filter(this.execution, this.sheetId)
  }

  getFilter(): Filter | null {
    return this.getSheet().getFilter()
  }

  protect(): Protection {
    return protect(this.execution, this.model, this.area)
  }

  canEdit(): boolean {
    return mayEditArea(this.execution, this.model, this.area)
  }

  addDeveloperMetadata(...given: MetadataArguments): this {
    const line = wholeLine(this.model, this.area)
    if (line === undefined) {
      throw new Refusal(
        'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
      )
    }
    addMetadata(
      this.execution,
      this.model,
      'row' in line ? { type: 'ROW', ...line } : { type: 'COLUMN', ...line },
      given,
    )
    return this
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    const line = wholeLine(this.model, this.area)
    return ownMetadata(this.execution, this.model, (location) =>
      location.type === 'ROW'
        ? line !== undefined && 'row' in line && line.row === location.row
        : location.type === 'COLUMN' && line !== undefined && 'column' in line && line.column === location.column,
    )
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.execution, { sheetId: this.sheetId, area: this.area })
  }
}

function tick<R extends Range>(range: R, on: boolean): R {
  const { model, area } = range
  checkEditable(range.execution, model, area)
  forCells(area, (row, column) => {
    const rule = model.validations[row]?.[column]
    if (rule?.criteria !== 'CHECKBOX') return
    place(
      model.values,
      row,
      column,
      on ? (rule.values[0] ?? true) : rule.values.length === 0 ? false : (rule.values[1] ?? ''),
    )
  })
  return range
}

function mergeInto<R extends Range>(range: R, areas: readonly Area[]): R {
  const { model } = range
  checkEditable(range.execution, model, range.area)
  for (const area of areas) {
    if (model.merges.some((merge) => overlap(merge, area) && !contains(area, merge))) {
      throw new Refusal('You must select all cells in a merged range to merge or unmerge them.')
    }
    model.merges = model.merges.filter((merge) => !overlap(merge, area))
    if (area.rows * area.columns === 1) continue
    model.merges.push(area)
    keepFirst(model, area)
  }
  return range
}

/** Of merged cells only the top left one keeps its content. */
function keepFirst(model: SheetModel, area: Area): void {
  forCells(area, (row, column) => {
    if (row === area.row && column === area.column) return
    for (const layer of [model.values, model.formulas, model.links ?? []] as (unknown[] | undefined)[][]) {
      if (layer[row]?.[column] !== undefined) layer[row]![column] = undefined
    }
  })
}

function sortKey(spec: unknown, area: Area): SortKey {
  const { column, ascending } =
    typeof spec === 'number' ? { column: spec, ascending: true } : (spec as { column?: unknown; ascending?: unknown })
  if (typeof column !== 'number' || column - 1 < area.column || column > area.column + area.columns) {
    throw new Refusal('The column to sort by is outside the range.')
  }
  return { column: column - 1, ascending: ascending !== false }
}
