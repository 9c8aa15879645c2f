/** What the editor of a cell shows when it opens: text that gives the same content again when it is typed. */
import type { CellError, CellStyle, CellValue } from '../workspace/model.ts'
import { dayFormat, displayed, isDateFormat, momentFormat, plainText } from '../workspace/number-format.ts'
import { typedText } from '../workspace/typed-text.ts'

/** Smaller than any time that can be typed, larger than what is lost between a file and here. */
const closeEnough = 1e-9

/** Of a date that was typed without its year nobody knows here which year was meant. */
const noYear = Number.NaN

/** The typed form of a value; a formula is its own. */
export function typedForm(value: CellValue | CellError | undefined, style: CellStyle | undefined): string {
  switch (typeof value) {
    case 'undefined':
      return ''
    case 'string':
      return style?.numberFormat === plainText || staysText(value) ? value : `'${value}`
    case 'boolean':
      return value ? 'TRUE' : 'FALSE'
    case 'number':
      return typedNumber(value, style?.numberFormat ?? '')
    default:
      return value.error
  }
}

function staysText(text: string): boolean {
  if (text.startsWith("'") || (text.startsWith('=') && text.length > 1)) return false
  return typeof typedText(text, 'en_US', 2000).value === 'string'
}

function typedNumber(value: number, format: string): string {
  if (isDateFormat(format)) {
    const forms = [format, Number.isInteger(value) ? dayFormat : momentFormat].map((shape) => displayed(value, shape))
    const same = forms.find((form) => {
      const typed = typedText(form, 'en_US', noYear).value
      return typeof typed === 'number' && Math.abs(typed - value) < closeEnough
    })
    if (same !== undefined) return same
  }
  if (/%/.test(format.replace(/"[^"]*"|\\./g, ''))) return `${Number((value * 100).toPrecision(15))}%`
  return String(value)
}
