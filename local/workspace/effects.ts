/** What each method does to the file: for the call counts, the latencies, and what a custom function may call. */
import type { Effect } from './calls.ts'

/** Range methods that answer from the range's own coordinates. */
const ownCoordinates = new Set(
  `getA1Notation getCell getColumn getGridId getHeight getLastColumn getLastRow getNumColumns getNumRows getRow
  getRowIndex getSheet getWidth isEndColumnBounded isEndRowBounded isStartColumnBounded isStartRowBounded offset
  createDeveloperMetadataFinder createTextFinder`.split(/\s+/),
)

/** Range methods that ask the file for something other than cells. */
const aboutRange = new Set(
  'canEdit getDeveloperMetadata getFilter getMergedRanges isPartOfMerge activate activateAsCurrentCell'.split(' '),
)

/** Range methods that change something other than cells. */
const aroundRange = new Set('addDeveloperMetadata createFilter protect'.split(' '))

/** Sheet methods that read or write cells. */
const cellsOfSheet: Readonly<Record<string, Effect>> = {
  getSheetValues: 'reads-range',
  appendRow: 'writes-range',
  clear: 'writes-range',
  clearContents: 'writes-range',
  clearFormats: 'writes-range',
  clearNotes: 'writes-range',
  sort: 'writes-range',
}

/** Classes whose objects are made and filled without the file. */
const offFile = new Set(
  `ConditionalFormatRule ConditionalFormatRuleBuilder BooleanCondition DataValidation DataValidationBuilder
  RichTextValue RichTextValueBuilder TextStyle TextStyleBuilder DeveloperMetadataLocation User PromptResponse
  Menu Ui HtmlService HtmlOutput HtmlTemplate Utilities Blob Session Logger console AuthorizationInfo TriggerBuilder
  ClockTriggerBuilder SpreadsheetTriggerBuilder Trigger`.split(/\s+/),
)

const readers = /^(get|is|has|can|find)/
const readersOfDrive = /^(get|list|export|generateIds)/

/** The effect of a method, by class and name as in the declarations. */
export function effectOf(className: string, method: string): Effect {
  if (offFile.has(className)) return 'none'
  if (className.startsWith('Drive.')) return readersOfDrive.test(method) ? 'reads-drive' : 'writes-drive'
  switch (className) {
    case 'Range':
      if (ownCoordinates.has(method)) return 'none'
      if (aboutRange.has(method)) return 'reads'
      if (aroundRange.has(method)) return 'writes'
      return readers.test(method) ? 'reads-range' : 'writes-range'
    case 'RangeList':
      return method === 'getRanges' ? 'none' : method === 'activate' ? 'reads' : 'writes-range'
    case 'Sheet':
      if (method === 'getParent' || method === 'createDeveloperMetadataFinder') return 'none'
      return cellsOfSheet[method] ?? (readers.test(method) || /^(setA|a)ctiv/.test(method) ? 'reads' : 'writes')
    case 'Spreadsheet':
      if (method === 'createDeveloperMetadataFinder') return 'none'
      return readers.test(method) || /^(setActive|toast)/.test(method) ? 'reads' : 'writes'
    case 'SpreadsheetApp':
      if (/^(new|getUi$)/.test(method)) return 'none'
      return method === 'create' ? 'writes' : 'reads'
    case 'DeveloperMetadataFinder':
      return method === 'find' ? 'reads' : 'none'
    case 'LockService':
    case 'PropertiesService':
    case 'CacheService':
      return 'none'
    case 'Lock':
      return 'reads'
    case 'Cache':
      return 'reads'
    case 'ScriptApp':
      return /^(get|new|require)/.test(method) ? 'none' : 'writes'
    default:
      return readers.test(method) ? 'reads' : 'writes'
  }
}

const asksForContent = new Set('getLastRow getLastColumn getDataRange appendRow sort'.split(' '))

/** Whether a call looks at what stands in cells, so that formulas have to be computed before. */
export function looksAtCells(method: string, effect: Effect): boolean {
  return effect === 'reads-range' || asksForContent.has(method)
}
