/**
 * How we find our own columns and tabs again: developer metadata, which moves with its column and survives renaming,
 * sorting, Make a copy, and a change of the add-on's project (hence visibility DOCUMENT).
 */
import { type ManagedColumn, managedColumns } from '../compliance/managed-headings.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet
type DeveloperMetadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata

const key = 'plan-keeper'
const columnPrefix = 'column:'
const tabPrefix = 'tab:'
const plainSign = '~'
const outOfDatePrefix = 'out-of-date '

/** Settings and Findings belong to checks, Documents to the making of documents. */
export const ownTabs = ['settings', 'findings', 'documents'] as const
export type OwnTab = (typeof ownTabs)[number]

export interface MarkedTab {
  readonly sheet: Sheet
  readonly mark: DeveloperMetadata
  /** What {@link rememberOnTab} left there, '' at first. */
  readonly remembered: string
  /** Made by a check that had no calls left for its looks. */
  readonly isPlain: boolean
}

export interface MarkedColumn {
  /** From 0. */
  readonly column: number
  readonly mark: DeveloperMetadata
}

export type ColumnMarks = ReadonlyMap<ManagedColumn, readonly MarkedColumn[]>

export interface Marks {
  readonly tabs: ReadonlyMap<OwnTab, MarkedTab>
  /** The tab on which the first marked column stands. */
  readonly roster: Sheet | undefined
  /** Present where something was edited that could not be brought up to date at once; a check removes those that it met. */
  readonly outOfDate: readonly DeveloperMetadata[]
  /**
   * Where the marked columns stand at this moment, by the name of their tab; a column that was duplicated may be marked
   * twice. To be asked after the tabs were read: then headings that are still the same later prove both readings right.
   */
  columns(): ReadonlyMap<string, ColumnMarks>
}

/** Every mark in the spreadsheet: three calls, and some five for each mark. */
export function readMarks(spreadsheet: Spreadsheet): Marks {
  const tabs = new Map<OwnTab, MarkedTab>()
  const columnMarks: { readonly name: ManagedColumn; readonly mark: DeveloperMetadata }[] = []
  const outOfDate: DeveloperMetadata[] = []
  for (const mark of spreadsheet.createDeveloperMetadataFinder().withKey(key).find()) {
    const value = mark.getValue() ?? ''
    if (value.startsWith(tabPrefix)) {
      const [name = '', ...rest] = value.slice(tabPrefix.length).split(' ')
      const sheet = mark.getLocation().getSheet()
      const tab = name.replace(plainSign, '')
      if (sheet && isOwnTab(tab) && !tabs.has(tab)) {
        tabs.set(tab, { sheet, mark, remembered: rest.join(' '), isPlain: name !== tab })
      }
    } else if (value.startsWith(columnPrefix)) {
      const name = value.slice(columnPrefix.length)
      if (isManagedColumn(name)) columnMarks.push({ name, mark })
    } else if (value.startsWith(outOfDatePrefix)) outOfDate.push(mark)
  }
  return {
    tabs,
    roster: columnMarks[0]?.mark.getLocation().getColumn()?.getSheet(),
    outOfDate,
    columns: () => placesOf(columnMarks),
  }
}

function placesOf(
  columnMarks: readonly { readonly name: ManagedColumn; readonly mark: DeveloperMetadata }[],
): ReadonlyMap<string, ColumnMarks> {
  const places = new Map<string, Map<ManagedColumn, MarkedColumn[]>>()
  const namesByGrid = new Map<number, string>()
  for (const { name, mark } of columnMarks) {
    const range = mark.getLocation().getColumn()
    if (!range) continue
    const grid = range.getGridId()
    const sheet = namesByGrid.get(grid) ?? range.getSheet().getName()
    namesByGrid.set(grid, sheet)
    const ofSheet = places.get(sheet) ?? new Map<ManagedColumn, MarkedColumn[]>()
    places.set(sheet, ofSheet)
    const ofKind = ofSheet.get(name) ?? []
    ofSheet.set(name, ofKind)
    ofKind.push({ column: range.getColumn() - 1, mark })
  }
  return places
}

/** Marks a tab as ours. @param remembered as in {@link rememberOnTab} */
export function markTab(sheet: Sheet, tab: OwnTab, isPlain: boolean, remembered = ''): void {
  sheet.addDeveloperMetadata(
    key,
    markValue(tab, isPlain, remembered),
    SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT,
  )
}

/** The tab that carries this mark: five calls, however many marks there are. */
export function markedTab(spreadsheet: Spreadsheet, tab: OwnTab): Sheet | undefined {
  const finder = spreadsheet
    .createDeveloperMetadataFinder()
    .withKey(key)
    .withValue(markValue(tab, false, ''))
  return finder.find()[0]?.getLocation().getSheet() ?? undefined
}

/** Keeps a short text with the mark of a tab; no student's data. */
export function rememberOnTab(tab: OwnTab, { mark }: MarkedTab, isPlain: boolean, text = ''): void {
  mark.setValue(markValue(tab, isPlain, text))
}

function markValue(tab: OwnTab, isPlain: boolean, remembered: string): string {
  return `${tabPrefix}${tab}${isPlain ? plainSign : ''} ${remembered}`
}

/**
 * Says that flags or findings may be of an older state of the workbook. A further mark outlives a check that runs just now.
 *
 * @returns takes this one mark away again
 */
export function markOutOfDate(spreadsheet: Spreadsheet): () => void {
  const value = `${outOfDatePrefix}${Utilities.getUuid()}`
  spreadsheet.addDeveloperMetadata(key, value, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT)
  return () => {
    for (const mark of spreadsheet.createDeveloperMetadataFinder().withKey(key).withValue(value).find()) mark.remove()
  }
}

/** Marks a whole column as ours. @param range the whole column, e.g. K:K */
export function markColumn(range: GoogleAppsScript.Spreadsheet.Range, column: ManagedColumn): void {
  range.addDeveloperMetadata(key, columnPrefix + column, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT)
}

/** Whether a whole column carries the mark of this managed column. */
export function isMarked(range: GoogleAppsScript.Spreadsheet.Range, column: ManagedColumn): boolean {
  return range.getDeveloperMetadata().some((mark) => mark.getValue() === columnPrefix + column)
}

/** Whether a whole column carries a mark at all: one call less, where any column of ours will do. */
export function hasMark(range: GoogleAppsScript.Spreadsheet.Range): boolean {
  return range.getDeveloperMetadata().length > 0
}

function isOwnTab(name: string): name is OwnTab {
  return ownTabs.some((tab) => tab === name)
}

function isManagedColumn(name: string): name is ManagedColumn {
  return managedColumns.some((column) => column === name)
}
