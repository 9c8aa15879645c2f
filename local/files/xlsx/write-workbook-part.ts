import type { SheetModel, WorkbookModel } from '../../workspace/model.ts'
import { childOf, childrenOf, element, textOf, type XmlElement } from '../xml.ts'
import { areaName, fixedAreaName, quotedSheetName } from './a1.ts'
import type { CarriedWorkbook } from './carried.ts'
import { renameSheets } from './formula.ts'
import { DOCUMENT_RELATIONS, MAIN } from './package.ts'
import { same } from './same.ts'

/** Order of the children of `workbook` (ECMA-376 18.2.27). */
const ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'mc:AlternateContent',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
]

/** The sheet that is shown when the file is opened. */
export function activeSheet(model: WorkbookModel, carried: CarriedWorkbook | undefined): SheetModel | undefined {
  const view = childOf(childOf(carried?.workbook, 'bookViews'), 'workbookView')
  const entry = childrenOf(childOf(carried?.workbook, 'sheets'), 'sheet')[Number(view?.attributes.activeTab ?? 0)]
  const before = model.sheets.find(
    (sheet) => !sheet.hidden && entry !== undefined && carried?.sheets.get(sheet.id)?.entry === entry,
  )
  return before ?? model.sheets.find((sheet) => !sheet.hidden)
}

/** The workbook part: its sheets and names from the model, everything else as it was read. */
export function workbookRoot(
  model: WorkbookModel,
  names: ReadonlyMap<number, string>,
  relationIds: readonly string[],
  otherSheets: CarriedWorkbook['otherSheets'],
  carried: CarriedWorkbook | undefined,
  active: SheetModel | undefined,
): XmlElement {
  const sheetIdOf = sheetIds(model, carried)
  const entries = model.sheets.map((sheet, index) => {
    const was = carried?.sheets.get(sheet.id)
    return element('sheet', {
      name: names.get(sheet.id),
      sheetId: sheetIdOf.get(sheet.id),
      state: !sheet.hidden ? undefined : was?.veryHidden ? 'veryHidden' : 'hidden',
      'r:id': relationIds[index],
    })
  })
  for (const { index, element: entry } of otherSheets) entries.splice(Math.min(index, entries.length), 0, entry)
  const idOfSheet = new Map(
    model.sheets.map((sheet, index) => [
      sheet.id,
      entries.findIndex((entry) => entry.attributes['r:id'] === relationIds[index]),
    ]),
  )
  const definedNames = [...namedRanges(model, names, carried), ...carriedNames(model, idOfSheet, carried)]
  const view = childOf(childOf(carried?.workbook, 'bookViews'), 'workbookView')
  const { firstSheet: _, ...viewAttributes } = view?.attributes ?? {}
  const activeTab = String(Math.max(0, active === undefined ? 0 : (idOfSheet.get(active.id) ?? 0)))
  const { date1904: __, ...properties } = childOf(carried?.workbook, 'workbookPr')?.attributes ?? {}
  const ours = new Map<string, XmlElement | undefined>([
    ['workbookPr', element('workbookPr', properties)],
    [
      'bookViews',
      element('bookViews', {}, [element('workbookView', { ...viewAttributes, activeTab }, view?.children)]),
    ],
    ['sheets', element('sheets', {}, entries)],
    ['definedNames', definedNames.length > 0 ? element('definedNames', {}, definedNames) : undefined],
    // Results may be older than what was changed; Excel computes them anew when it opens the file.
    ['calcPr', element('calcPr', { ...childOf(carried?.workbook, 'calcPr')?.attributes, fullCalcOnLoad: 1 })],
  ])
  const children = [
    ...childrenOf(carried?.workbook).filter((child) => !ours.has(child.name)),
    ...[...ours.values()].filter((child) => child !== undefined),
  ].sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name))
  return element(
    'workbook',
    { ...carried?.workbook.attributes, xmlns: MAIN, 'xmlns:r': DOCUMENT_RELATIONS.slice(0, -1) },
    children,
  )
}

/** Numbers by which the file tells its sheets apart: one that was read keeps its own, a new one gets the next that is free. */
function sheetIds(model: WorkbookModel, carried: CarriedWorkbook | undefined): Map<number, string> {
  const ids = new Map<number, string>()
  const used = new Set(carried?.otherSheets.map(({ element: entry }) => entry.attributes.sheetId))
  for (const { id } of model.sheets) {
    const own = carried?.sheets.get(id)?.entry.attributes.sheetId
    if (own === undefined || used.has(own)) continue
    used.add(own)
    ids.set(id, own)
  }
  let next = 1
  for (const { id } of model.sheets) {
    if (ids.has(id)) continue
    while (used.has(String(next))) next++
    used.add(String(next))
    ids.set(id, String(next))
  }
  return ids
}

function namedRanges(
  model: WorkbookModel,
  names: ReadonlyMap<number, string>,
  carried: CarriedWorkbook | undefined,
): XmlElement[] {
  return model.namedRanges.flatMap(({ name, sheetId, area }) => {
    const sheet = names.get(sheetId)
    if (sheet === undefined) return []
    const was = carried?.rangeTexts.get(name)
    const isWhole = was && same(was.area, area) && /^.*![$A-Z]+:[$A-Z]+$/.test(was.text)
    const range = isWhole ? was.text.slice(was.text.lastIndexOf('!') + 1) : fixedAreaName(area)
    return [element('definedName', { name }, [`${quotedSheetName(sheet)}!${range}`])]
  })
}

/** Names beyond the model, each with its sheet's new place; those of a sheet or a filter that is gone are left out. */
function carriedNames(
  model: WorkbookModel,
  places: ReadonlyMap<number, number>,
  carried: CarriedWorkbook | undefined,
): XmlElement[] {
  return (carried?.names ?? []).flatMap(({ element: source, sheetId }) => {
    if (sheetId === undefined) return [source]
    const place = places.get(sheetId)
    const sheet = model.sheets.find((candidate) => candidate.id === sheetId)
    const was = carried?.sheets.get(sheetId)
    if (place === undefined || !sheet) return []
    const filter = sheet.filter && areaName(sheet.filter)
    if (source.attributes.name === '_xlnm._FilterDatabase' && (filter === undefined || filter !== was?.filter))
      return []
    const renamed = new Map(was?.entry.attributes.name === undefined ? [] : [[was.entry.attributes.name, sheet.name]])
    return [
      element('definedName', { ...source.attributes, localSheetId: place }, [renameSheets(textOf(source), renamed)]),
    ]
  })
}
