import type { SheetModel, ValidationRule } from '../../workspace/model.ts'
import { childOf, childrenOf, element, type XmlElement, xmlPart } from '../xml.ts'
import { areaName } from './a1.ts'
import type { CarriedWorkbook } from './carried.ts'
import type { Colors } from './colors.ts'
import { readConditionalFormats, writeConditionalFormats } from './conditional-formats.ts'
import { anchored, type ExtraSheet, readExtras } from './extras.ts'
import type { Parts, Relationship } from './package.ts'
import { Relations } from './relations.ts'
import { same } from './same.ts'
import type { StyleTable } from './style-table.ts'
import { readValidation, writeValidation } from './validations.ts'
import { validationAreas } from './write-sheet.ts'

/** What .xlsx cannot say of a sheet: rules are read back as another program would, and kept where that differs. */
export function extraSheet(
  sheet: SheetModel,
  file: string,
  carried: CarriedWorkbook | undefined,
  formulaFor: (formula: string) => string,
  styles: StyleTable,
  colors: Colors,
): ExtraSheet {
  const validations = validationAreas(sheet).flatMap(({ rule, areas }) => {
    if (carried?.validations.has(rule)) return []
    const sqref = areas.map(areaName).join(' ')
    return same(readValidation(writeValidation(rule, sqref)), rule) ? [] : [{ sqref, rule: plainRule(rule) }]
  })
  const placed = sheet.conditionalFormats.filter((format) => format.areas.length > 0)
  const formats = placed.flatMap(({ carried: had, ...format }, index) => {
    if (had !== undefined) return []
    const written = writeConditionalFormats([format], styles, formulaFor, false)
    const differences = childrenOf(childOf(styles.xml(), 'dxfs'), 'dxf')
    const read = readConditionalFormats(written, differences, colors, sheet.rowCount, sheet.columnCount)[0]
    const { carried: _, ...readBack } = read ?? {}
    return same(readBack, format) ? [] : [{ index, format }]
  })
  return {
    file,
    name: sheet.name,
    id: sheet.id,
    rowCount: sheet.rowCount,
    columnCount: sheet.columnCount,
    protections: sheet.protections,
    metadata: anchored(sheet),
    validations,
    formats,
  }
}

function plainRule({ criteria, values, allowInvalid, showDropdown, helpText }: ValidationRule): ValidationRule {
  return {
    criteria,
    values,
    allowInvalid,
    ...(showDropdown === undefined ? {} : { showDropdown }),
    ...(helpText === undefined ? {} : { helpText }),
  }
}

/** Whether a relationship of the workbook leads to our own part, which is written anew. */
export function isOurs(relation: Relationship, carried: CarriedWorkbook): boolean {
  const bytes = relation.kind === 'customXml' ? carried.parts.get(relation.target) : undefined
  return bytes !== undefined && readExtras(bytes) !== undefined
}

/** Adds our own part to the file, under a name that no other has. */
export function putExtras(
  root: XmlElement,
  carried: CarriedWorkbook | undefined,
  relations: Relations,
  parts: Parts,
  types: Map<string, string>,
): void {
  const others = new Set(
    carried?.relations.filter((relation) => !isOurs(relation, carried)).map((relation) => relation.target),
  )
  let number = 1
  while (others.has(`customXml/item${number}.xml`)) number++
  const path = `customXml/item${number}.xml`
  const properties = `customXml/itemProps${number}.xml`
  parts.set(path, xmlPart(root))
  types.set(path, 'application/xml')
  const store = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml'
  // Excel tells custom parts apart by such a number; ours never changes.
  const attributes = { 'ds:itemID': '{6E1B2C61-7A0B-4C55-9D2E-5B1A1F6C4A17}', 'xmlns:ds': store }
  parts.set(properties, xmlPart(element('ds:datastoreItem', attributes, [element('ds:schemaRefs')])))
  types.set(properties, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml')
  const own = new Relations([])
  own.add('customXmlProps', properties)
  own.writeTo(parts, path)
  relations.add('customXml', path)
}
