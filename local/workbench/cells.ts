/** The cells of a part of a tab, as Google Sheets shows them. */
import { overlap } from '../workspace/areas.ts'
import { lookAt } from '../workspace/conditional-looks.ts'
import { pendingResult } from '../workspace/formula-results.ts'
import type { Area, CellError, CellLink, CellStyle, CellValue, SheetModel } from '../workspace/model.ts'
import { displayed } from '../workspace/number-format.ts'
import { NotEmulated } from '../workspace/refusal.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { InputTable } from './inputs.ts'
import type { CellsAnswer, CellView, StyleView } from './protocol.ts'
import { typedForm } from './typed-form.ts'

/** Points; the size of a cell that has none of its own. */
const usualFontSize = 10
/** Addresses that may be opened from a cell; a file may hold others, such as javascript:. */
const harmlessLink = /^(https?:\/\/|mailto:|#gid=)/i

/** @param area on the grid of the sheet */
export function readCells(
  workspace: Workspace,
  sheet: SheetModel,
  area: Area,
): Pick<CellsAnswer, 'cells' | 'styles' | 'inputs' | 'merges'> {
  workspace.recalculate()
  const styles = new StyleTable()
  const inputs = new InputTable(workspace.workbook, sheet)
  const cells = lookAt(sheet, area, workspace.formulas, (look) =>
    Array.from({ length: area.rows }, (_, index) => {
      const row = area.row + index
      return withoutBlanks(
        Array.from({ length: area.columns }, (_, offset) => {
          const column = area.column + offset
          const own = sheet.styles[row]?.[column]
          const value = sheet.values[row]?.[column]
          const formula = sheet.formulas[row]?.[column]
          const text = value === undefined && formula !== undefined ? pendingResult : textOf(value, own)
          const style = look({ row, column, value, text }, own)
          const rule = sheet.validations[row]?.[column]
          const input = rule && inputs.of(rule, value)
          const typed = formula ?? typedForm(value, own)
          return cellOf({
            text,
            typed: typed === text ? undefined : typed,
            style: styles.indexOf(style, value),
            input: input?.index,
            checked: input?.checked,
            note: sheet.notes[row]?.[column] || undefined,
            warning: input?.warning ?? (typeof value === 'object' ? value.message : undefined),
            link: linkOf(sheet.links?.[row]?.[column]),
          })
        }),
      )
    }),
  )
  return { cells, styles: styles.all, inputs: inputs.all, merges: sheet.merges.filter((merge) => overlap(merge, area)) }
}

/** A number whose format is not known here shows as it is. */
function textOf(value: CellValue | CellError | undefined, style: CellStyle | undefined): string {
  try {
    return displayed(value, style?.numberFormat)
  } catch (thrown) {
    if (thrown instanceof NotEmulated) return displayed(value, undefined)
    throw thrown
  }
}

function linkOf(links: readonly CellLink[] | undefined): string | undefined {
  return links?.find(({ url }) => harmlessLink.test(url))?.url
}

/** What is undefined is left out; null where nothing is left. */
function cellOf({
  text,
  ...rest
}: { readonly text: string } & { [Part in keyof CellView]: CellView[Part] | undefined }): CellView | null {
  const parts = Object.entries(rest).filter(([, part]) => part !== undefined)
  return text === '' && parts.length === 0 ? null : { text, ...Object.fromEntries(parts) }
}

function withoutBlanks<T>(row: readonly (T | null)[]): readonly (T | null)[] {
  let length = row.length
  while (length > 0 && row[length - 1] === null) length--
  return row.slice(0, length)
}

/** The looks of a window, each once. */
class StyleTable {
  readonly all: StyleView[] = []
  readonly #indexes = new Map<string, number>()

  /** Undefined for text in black, left, on nothing. */
  indexOf(style: CellStyle | undefined, value: CellValue | CellError | undefined): number | undefined {
    const isPlain = value === undefined || typeof value === 'string'
    if (style === undefined && isPlain) return undefined
    const view = styleView(style ?? {}, value)
    const key = JSON.stringify(view)
    if (isPlain && key === plainKey) return undefined
    let index = this.#indexes.get(key)
    if (index === undefined) {
      index = this.all.push(view) - 1
      this.#indexes.set(key, index)
    }
    return index
  }
}

function styleView(style: CellStyle, value: CellValue | CellError | undefined): StyleView {
  const { background, fontColor, bold, italic, underline, strikethrough, fontSize, clip, wrap } = style
  return {
    ...(background === undefined ? {} : { background }),
    ...(fontColor === undefined ? {} : { fontColor }),
    ...(bold === true ? { bold } : {}),
    ...(italic === true ? { italic } : {}),
    ...(underline === true ? { underline } : {}),
    ...(strikethrough === true ? { strikethrough } : {}),
    ...(fontSize === undefined || fontSize === usualFontSize ? {} : { fontSize }),
    align: style.horizontalAlignment ?? usualAlignment(value),
    vertical: style.verticalAlignment ?? 'bottom',
    wrap: wrap === true ? 'wrap' : clip === true ? 'clip' : 'overflow',
  }
}

const plainKey = JSON.stringify(styleView({}, undefined))

function usualAlignment(value: CellValue | CellError | undefined): StyleView['align'] {
  if (typeof value === 'number') return 'right'
  return value === undefined || typeof value === 'string' ? 'left' : 'center'
}
