/**
 * What set-up remembers of its work: developer metadata of its own, which a check never asks for. No student's data.
 */
import { type MadeKind, madeKinds } from './school-tabs.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet
type DeveloperMetadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata

const key = 'plan-keeper-setup'
const beforePrefix = 'before '

/** Its tab is hidden while it is being made or being taken back. */
export type MadeState = 'making' | 'made' | 'leaving'

export interface SetupMark {
  readonly sheet: Sheet
  readonly kind: MadeKind
  readonly state: MadeState
  readonly mark: DeveloperMetadata
}

export interface SetupMarks {
  readonly things: readonly SetupMark[]
  /** What was there before the first set-up; undefined when there was none. */
  readonly before: BeforeSetup | undefined
}

export interface BeforeSetup {
  /** Of the tabs that stood there. */
  readonly ids: ReadonlySet<number>
  /** The name of the policy that set-up typed into the Settings tab that it made; '' for none. */
  readonly policy: string
  readonly mark: DeveloperMetadata
}

export function readSetupMarks(spreadsheet: Spreadsheet): SetupMarks {
  const things: SetupMark[] = []
  let before: SetupMarks['before']
  for (const mark of spreadsheet.createDeveloperMetadataFinder().withKey(key).find()) {
    const value = mark.getValue() ?? ''
    if (value.startsWith(beforePrefix)) {
      const [ids = '', ...policy] = value.slice(beforePrefix.length).split(' ')
      before = { ids: new Set(ids.split(',').map(Number)), policy: policy.join(' '), mark }
      continue
    }
    const [name, state] = value.split(' ')
    const sheet = mark.getLocation().getSheet()
    const kind = madeKinds.find((one) => one === name)
    if (sheet && kind) things.push({ sheet, kind, state: state as MadeState, mark })
  }
  return { things, before }
}

/**
 * Before anything is made for the first time: a blank tab that comes later, and has lost its mark because the run was cut
 * short, is ours.
 */
export function rememberTabs(spreadsheet: Spreadsheet): void {
  if (readSetupMarks(spreadsheet).before !== undefined) return
  const ids = spreadsheet.getSheets().map((sheet) => sheet.getSheetId())
  spreadsheet.addDeveloperMetadata(key, beforePrefix + ids.join(','), visibility())
}

/** Before the policy is typed. */
export function rememberPolicy(spreadsheet: Spreadsheet, policy: string): void {
  const { before } = readSetupMarks(spreadsheet)
  before?.mark.setValue(`${beforePrefix}${[...before.ids].join(',')} ${policy}`)
}

/** Marks a tab that is about to be made. */
export function startMark(sheet: Sheet, kind: MadeKind): SetupMark {
  sheet.addDeveloperMetadata(key, `${kind} making`, visibility())
  const mark = sheet.createDeveloperMetadataFinder().withKey(key).find().pop() as DeveloperMetadata
  return { sheet, kind, state: 'making', mark }
}

export function changeMark({ kind, mark }: SetupMark, state: MadeState): void {
  mark.setValue(`${kind} ${state}`)
}

function visibility(): GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility {
  return SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT
}
