/** How cells look with the conditional formats of their sheet over their own style. */
import { contains, overlap } from './areas.ts'
import { meets } from './criteria.ts'
import { shiftReferences } from './formula-references.ts'
import type { Calculator } from './formulas/calculator.ts'
import { truth } from './formulas/operators.ts'
import { plainNumber, rowsOf, type Scalar } from './formulas/values.ts'
import type { Area, CellError, CellStyle, CellValue, ConditionalFormat, SheetModel } from './model.ts'
import { NotEmulated } from './refusal.ts'

/** A cell, what it holds, and the text that it shows. */
export interface ShownCell {
  readonly row: number
  readonly column: number
  readonly value: CellValue | CellError | undefined
  readonly text: string
}

/** The style with which a cell shows, over its own. */
export type Look = (cell: ShownCell, own: CellStyle | undefined) => CellStyle | undefined

/** What a formula of a rule gives at a cell. */
type ValueAt = (formula: string, rule: ConditionalFormat, cell: ShownCell) => Scalar

/**
 * Looks at cells of an area, all at one moment, so that ranges to which rules refer are read once. The formulas of the
 * workbook must be up to date.
 *
 * Of rules that set the same part of a style the first holds. A rule that cannot be worked out here does not show.
 */
export function lookAt<T>(sheet: SheetModel, area: Area, formulas: Calculator, read: (look: Look) => T): T {
  const rules = sheet.conditionalFormats.filter(({ areas }) => areas.some((reach) => overlap(reach, area)))
  return formulas.asking((valueIn) => {
    const valueAt: ValueAt = (formula, { areas: [home] }, { row, column }) => {
      const copied = shiftReferences(formula, { rows: row - home!.row, columns: column - home!.column })
      return rowsOf(valueIn(sheet, row, column, copied))[0]![0]
    }
    return read((cell, own) => {
      const held = rules.filter((rule) => covers(rule, cell) && holds(rule, cell, valueAt))
      return held.length === 0 ? own : Object.assign({}, own, ...held.map(({ style }) => style).reverse())
    })
  })
}

function covers({ areas }: ConditionalFormat, { row, column }: ShownCell): boolean {
  return areas.some((area) => contains(area, { row, column, rows: 1, columns: 1 }))
}

function holds(rule: ConditionalFormat, cell: ShownCell, valueAt: ValueAt): boolean {
  const { criteria, values } = rule
  const { value, text } = cell
  try {
    switch (criteria) {
      case 'CELL_EMPTY':
        return text === ''
      case 'CELL_NOT_EMPTY':
        return text !== ''
      case 'TEXT_EQUAL_TO':
        return text.toLowerCase() === String(values[0]).toLowerCase()
      case 'CUSTOM_FORMULA':
        return truth(valueAt(String(values[0]), rule, cell)) === true
      default: {
        const limits = values.map((limit) =>
          typeof limit === 'string' && limit.startsWith('=')
            ? (plainNumber(valueAt(limit, rule, cell)) ?? Number.NaN)
            : limit,
        )
        return meets(criteria, limits, value, text) === true
      }
    }
  } catch (thrown) {
    if (thrown instanceof NotEmulated) return false
    throw thrown
  }
}
