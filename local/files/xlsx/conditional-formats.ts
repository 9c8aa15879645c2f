/**
 * Conditional formats: Excel's `cfRule` and Google Sheets' boolean criteria.
 *
 * A rule that was read is written back as it stood, unless the model's fields were changed. Kinds without a boolean
 * criterion (colour scales, data bars, icons, top ten) have the criteria 'OTHER' and are only carried.
 */
import type { CellValue, ConditionalFormat } from '../../workspace/model.ts'
import { childrenOf, element, textOf, type XmlElement } from '../xml.ts'
import { areaName, cellName, clip, parseAreas } from './a1.ts'
import type { CarriedFormat } from './carried.ts'
import type { Colors } from './colors.ts'
import { formulaFromFile, formulaToFile } from './formula.ts'
import { NUMBER_OPERATORS } from './number-operators.ts'
import { readLook } from './read-styles.ts'
import type { StyleTable } from './style-table.ts'

const TEXT_RULES: Readonly<Record<string, string>> = {
  containsText: 'TEXT_CONTAINS',
  notContainsText: 'TEXT_DOES_NOT_CONTAIN',
  beginsWith: 'TEXT_STARTS_WITH',
  endsWith: 'TEXT_ENDS_WITH',
}

/**
 * The rules of a sheet, in the order in which they take precedence.
 *
 * @param groups the sheet's `conditionalFormatting` elements
 * @param differences the file's differential formats
 */
export function readConditionalFormats(
  groups: readonly XmlElement[],
  differences: readonly XmlElement[],
  colors: Colors,
  rowCount: number,
  columnCount: number,
): ConditionalFormat[] {
  const rules = groups.flatMap((group) =>
    childrenOf(group, 'cfRule').map((rule) => ({ rule, sqref: group.attributes.sqref ?? '' })),
  )
  rules.sort((a, b) => Number(a.rule.attributes.priority ?? 0) - Number(b.rule.attributes.priority ?? 0))
  return rules.map(({ rule, sqref }) => {
    const look = readLook(differences[Number(rule.attributes.dxfId ?? -1)], colors)
    const areas = parseAreas(sqref).flatMap((area) => clip(area, rowCount, columnCount) ?? [])
    const read = { areas, ...criterion(rule), style: look }
    return { ...read, carried: { rule, sqref, read } satisfies CarriedFormat }
  })
}

function criterion(rule: XmlElement): Pick<ConditionalFormat, 'criteria' | 'values'> {
  const { type, operator, text } = rule.attributes
  const formulas = childrenOf(rule, 'formula').map(textOf)
  switch (type) {
    case 'expression':
      return { criteria: 'CUSTOM_FORMULA', values: [formulaFromFile(formulas[0] ?? '')] }
    case 'cellIs': {
      const quoted = /^"((?:[^"]|"")*)"$/.exec(formulas[0] ?? '')
      if (operator === 'equal' && quoted) {
        return { criteria: 'TEXT_EQUAL_TO', values: [(quoted[1] as string).replaceAll('""', '"')] }
      }
      const criteria = NUMBER_OPERATORS[operator ?? '']
      if (!criteria) break
      return {
        criteria,
        values: formulas.map((formula) => (Number.isNaN(Number(formula)) ? formulaFromFile(formula) : Number(formula))),
      }
    }
    case 'containsText':
    case 'notContainsText':
    case 'beginsWith':
    case 'endsWith':
      if (text !== undefined) return { criteria: TEXT_RULES[type] as string, values: [text] }
      break
    case 'containsBlanks':
      return { criteria: 'CELL_EMPTY', values: [] }
    case 'notContainsBlanks':
      return { criteria: 'CELL_NOT_EMPTY', values: [] }
  }
  return { criteria: 'OTHER', values: [] }
}

/**
 * The `conditionalFormatting` elements of a sheet, one a rule.
 *
 * @param formulaFor turns a formula of the model into one of the file (tabs by their name in the file)
 */
export function writeConditionalFormats(
  formats: readonly ConditionalFormat[],
  styles: StyleTable,
  formulaFor: (formula: string) => string,
  carriedIsOurs: boolean,
): XmlElement[] {
  const written: XmlElement[] = []
  for (const format of formats) {
    const priority = written.length + 1
    const carried = carriedIsOurs ? (format.carried as CarriedFormat | undefined) : undefined
    const { carried: _, ...now } = format
    if (carried && JSON.stringify(now) === JSON.stringify(carried.read)) {
      const rule = { ...carried.rule, attributes: { ...carried.rule.attributes, priority: String(priority) } }
      written.push(element('conditionalFormatting', { sqref: carried.sqref }, [rule]))
      continue
    }
    const sqref = format.areas.map(areaName).join(' ')
    if (sqref === '') continue
    const rule = carried && format.criteria === 'OTHER' ? carried.rule : newRule(format, formulaFor)
    const dxfId = format.criteria === 'OTHER' ? rule.attributes.dxfId : String(styles.differenceFor(format.style))
    const attributes = { ...rule.attributes, ...(dxfId === undefined ? {} : { dxfId }), priority: String(priority) }
    written.push(element('conditionalFormatting', { sqref }, [{ ...rule, attributes }]))
  }
  return written
}

function newRule(format: ConditionalFormat, formulaFor: (formula: string) => string): XmlElement {
  const area = format.areas[0]
  const cell = cellName(area?.row ?? 0, area?.column ?? 0)
  const value = format.values[0] ?? ''
  const rule = (attributes: Record<string, string | undefined>, ...formulas: string[]): XmlElement =>
    element(
      'cfRule',
      attributes,
      formulas.map((formula) => element('formula', {}, [formula])),
    )
  const text = String(value)
  const quoted = `"${text.replaceAll('"', '""')}"`
  switch (format.criteria) {
    case 'CUSTOM_FORMULA':
      return rule({ type: 'expression' }, formulaToFile(formulaFor(text.startsWith('=') ? text : `=${text}`)))
    case 'TEXT_EQUAL_TO':
      return rule({ type: 'cellIs', operator: 'equal' }, quoted)
    case 'TEXT_CONTAINS':
      return rule({ type: 'containsText', operator: 'containsText', text }, `NOT(ISERROR(SEARCH(${quoted},${cell})))`)
    case 'TEXT_DOES_NOT_CONTAIN':
      return rule({ type: 'notContainsText', operator: 'notContains', text }, `ISERROR(SEARCH(${quoted},${cell}))`)
    case 'TEXT_STARTS_WITH':
      return rule({ type: 'beginsWith', operator: 'beginsWith', text }, `LEFT(${cell},${text.length})=${quoted}`)
    case 'TEXT_ENDS_WITH':
      return rule({ type: 'endsWith', operator: 'endsWith', text }, `RIGHT(${cell},${text.length})=${quoted}`)
    case 'CELL_EMPTY':
      return rule({ type: 'containsBlanks' }, `LEN(TRIM(${cell}))=0`)
    case 'CELL_NOT_EMPTY':
      return rule({ type: 'notContainsBlanks' }, `LEN(TRIM(${cell}))>0`)
    case 'DATE_BEFORE':
      return rule({ type: 'cellIs', operator: 'lessThan' }, ...operands(format.values, formulaFor))
    case 'DATE_AFTER':
      return rule({ type: 'cellIs', operator: 'greaterThan' }, ...operands(format.values, formulaFor))
    case 'DATE_EQUAL_TO':
      return rule({ type: 'cellIs', operator: 'equal' }, ...operands(format.values, formulaFor))
  }
  const operator = Object.keys(NUMBER_OPERATORS).find((name) => NUMBER_OPERATORS[name] === format.criteria)
  return operator
    ? rule({ type: 'cellIs', operator }, ...operands(format.values, formulaFor))
    : rule({ type: 'expression' }, 'FALSE')
}

function operands(values: readonly CellValue[], formulaFor: (formula: string) => string): string[] {
  return values.map((value) =>
    typeof value === 'string' && value.startsWith('=')
      ? formulaToFile(formulaFor(value))
      : typeof value === 'string'
        ? `"${value.replaceAll('"', '""')}"`
        : String(value),
  )
}
