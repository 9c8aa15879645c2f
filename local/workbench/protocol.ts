/**
 * What the page and its server on this machine say to each other. Rows and columns count from 0, as in the model.
 *
 * Every request is a POST to `/api/<name>` with the token of this start in the header `tokenHeader`; request and answer are
 * JSON, but for the bytes of a file. What fails is answered with a status of 400 or more and a {@link Failure}.
 */
import type { Area, CellStyle } from '../workspace/model.ts'

/** The page has the token in `<meta name="workbench-token">`. */
export const tokenHeader = 'x-workbench-token'
/** Name of the file that `openFile` brings, by encodeURIComponent. */
export const fileNameHeader = 'x-file-name'

/** Name of a request, what it takes, what it answers. */
export interface Requests {
  /** The workbook as it is, without its cells. Asked once, when the page loads. */
  getWorkbook: { readonly request: undefined; readonly answer: WorkbookAnswer }
  getCells: { readonly request: CellsRequest; readonly answer: CellsAnswer }
  /** What the person has selected; the script's getActiveRange sees it. Answers nothing. */
  select: { readonly request: SelectRequest; readonly answer: Record<never, never> }
  /** Typed or pasted texts, as one edit; the script's onEdit runs. */
  edit: { readonly request: EditRequest; readonly answer: WorkbookAnswer }
  /** Delete: content goes, looks stay; the script's onEdit runs. */
  clear: { readonly request: SelectRequest; readonly answer: WorkbookAnswer }
  insertRows: { readonly request: RowsRequest; readonly answer: WorkbookAnswer }
  deleteRows: { readonly request: RowsRequest; readonly answer: WorkbookAnswer }
  setColumnWidth: { readonly request: ColumnWidthRequest; readonly answer: WorkbookAnswer }
  /** A blank tab behind the others, selected, named as Google names it: 'Sheet9'. */
  addTab: { readonly request: undefined; readonly answer: WorkbookAnswer }
  /** Runs what a menu item names. The sidebar that it opens stands in the answer. */
  runMenuItem: { readonly request: { readonly label: string }; readonly answer: WorkbookAnswer }
  /** google.script.run of the sidebar; the page passes on what the frame says (see {@link FrameMessage}). */
  callScript: { readonly request: ScriptCall; readonly answer: CallAnswer }
  /** google.script.host.close() of the sidebar, or the page's own cross. */
  closeSidebar: { readonly request: undefined; readonly answer: WorkbookAnswer }
  /** Another workbook in the place of this one: the body is the file, its name stands in the header `fileNameHeader`. */
  openFile: { readonly request: Blob; readonly answer: WorkbookAnswer }
  /** The sample school as it was at the beginning. */
  reset: { readonly request: undefined; readonly answer: WorkbookAnswer }
  /** What a document says, to be read on the screen. */
  previewFile: { readonly request: { readonly id: string }; readonly answer: PreviewAnswer }
  /** A file of the Drive: of a Google Doc, the Word document. Its name comes as that of saveFile. */
  downloadFile: { readonly request: { readonly id: string }; readonly answer: Blob }
  /** The workbook as .xlsx; `name` in the header Content-Disposition, by encodeURIComponent after filename*=UTF-8''. */
  saveFile: { readonly request: undefined; readonly answer: Blob }
}

export interface Failure {
  readonly error: {
    /**
     * REFUSED: the spreadsheet, the file or the script says no, and why stands in the message. STALE_PAGE: the server was
     * started anew since, so the page must be loaded again. BAD_REQUEST and FAULT: an error of ours.
     */
    readonly code: 'REFUSED' | 'STALE_PAGE' | 'BAD_REQUEST' | 'FAULT'
    /** One or two plain sentences for the person. */
    readonly message: string
  }
}

export interface WorkbookAnswer {
  readonly workbook: WorkbookView
  /** What the script put on the screen since the last answer: toasts, then message boxes, then errors. */
  readonly shown: readonly Shown[]
}

/** The workbook without its cells. */
export interface WorkbookView {
  /** Without an ending. */
  readonly name: string
  /**
   * Goes up whenever anything may have changed that getCells answers, on any tab: a formula may hang on any cell. Cells of
   * an earlier revision are stale.
   */
  readonly revision: number
  /** In their order; hidden ones too. */
  readonly tabs: readonly TabView[]
  readonly menus: readonly MenuView[]
  /** Absent when none is open. */
  readonly sidebar?: SidebarView
  readonly selection: SelectionView
  /** What the script made in Drive so far and is not in the trash, the last first. */
  readonly files: readonly FileView[]
}

export interface FileView {
  readonly id: string
  readonly name: string
  /** Names of the folders in which it lies, the top one first. */
  readonly folders: readonly string[]
  /** When it was last changed, in the time zone of the spreadsheet: '2026-11-23 09:05'. */
  readonly changed: string
  /** Whether previewFile can show it. */
  readonly hasPreview: boolean
}

export interface PreviewAnswer {
  readonly blocks: readonly DocumentBlock[]
}

/** A part of a document from its top to its end; headers, footers and pictures are left out. */
export type DocumentBlock =
  | { readonly kind: 'paragraph'; readonly text: readonly TextRun[]; readonly isListed: boolean }
  /** Level 1 is the title. */
  | { readonly kind: 'heading'; readonly text: readonly TextRun[]; readonly level: 1 | 2 | 3 }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly DocumentBlock[])[])[] }

export interface TextRun {
  /** With line breaks and tabs. */
  readonly text: string
  readonly bold?: true
  readonly italic?: true
}

export interface TabView {
  readonly id: number
  readonly name: string
  readonly hidden: boolean
  /** '#rrggbb'. */
  readonly color?: string
  /** Size of the grid, blank cells included. */
  readonly rows: number
  readonly columns: number
  readonly frozenRows: number
  readonly frozenColumns: number
  /** Those that are not as usual (100 pixels wide, 21 high), in their order; of a hidden column or row 0 pixels. */
  readonly columnWidths: readonly SizeRun[]
  readonly rowHeights: readonly SizeRun[]
}

/** So many columns or rows of one size. */
export interface SizeRun {
  readonly from: number
  readonly count: number
  readonly pixels: number
}

export interface SelectionView {
  readonly sheetId: number
  /** At least one; the last is the active one. */
  readonly areas: readonly Area[]
  /**
   * Goes up when the script or the server moved the selection. Only then the page follows it: a person may have moved on
   * while an answer was under way.
   */
  readonly moves: number
}

/** A menu under Extensions. */
export interface MenuView {
  readonly title: string
  readonly entries: readonly (MenuItemView | 'separator' | MenuView)[]
}

export interface MenuItemView {
  readonly label: string
}

export interface SidebarView {
  readonly title: string
  /**
   * Path for the src of an iframe with `sandbox="allow-scripts allow-forms"`; another one whenever the script opens it
   * anew.
   */
  readonly address: string
}

/** Something that the script put on the screen. */
export type Shown =
  | { readonly kind: 'toast'; readonly title: string; readonly message: string; readonly seconds: number }
  /** A message box with an OK button; the message may have several lines. */
  | { readonly kind: 'message'; readonly title: string; readonly message: string }
  /** The script failed: Google's bar on top with the error's sentence. */
  | { readonly kind: 'error'; readonly message: string }

export interface CellsRequest {
  readonly sheetId: number
  /** At most 50,000 cells. What lies beyond the grid is left out. */
  readonly area: Area
}

export interface CellsAnswer {
  readonly revision: number
  readonly sheetId: number
  /** The part of the asked area that lies on the grid. */
  readonly area: Area
  /** `cells[row][column]` within the area; null for a cell without anything. Short and missing rows are blank. */
  readonly cells: readonly (readonly (CellView | null)[])[]
  /** What the cells' numbers refer to. */
  readonly styles: readonly StyleView[]
  readonly inputs: readonly InputView[]
  /** All that reach into the area; in the sheet's coordinates. The first cell of each has its content. */
  readonly merges: readonly Area[]
}

export interface CellView {
  /** What the cell shows; '' where only its looks are something. */
  readonly text: string
  /** What the editor shows when it opens, where it is other than `text`: the formula, the number in full, '00123. */
  readonly typed?: string
  /** Index into `styles`; absent: black on nothing, text left. */
  readonly style?: number
  /** Index into `inputs`. */
  readonly input?: number
  /** Of a checkbox. */
  readonly checked?: boolean
  readonly note?: string
  /** Why the value does not fit what may stand here, or what the error in it means; shown as the pointer rests on it. */
  readonly warning?: string
  /** Where the text leads: 'https://…', or '#gid=0&range=B7' within the workbook. */
  readonly link?: string
}

/** As shown: the own style of the cell with the conditional formats over it. */
export interface StyleView
  extends Pick<CellStyle, 'background' | 'fontColor' | 'bold' | 'italic' | 'underline' | 'strikethrough' | 'fontSize'> {
  /** Of the value where the cell has none of its own: numbers and dates right, booleans and errors in the middle. */
  readonly align: 'left' | 'center' | 'right'
  readonly vertical: 'top' | 'middle' | 'bottom'
  /** 'overflow': runs over into blank cells to the right. */
  readonly wrap: 'wrap' | 'clip' | 'overflow'
}

/** How a value is put into a cell with data validation. */
export type InputView =
  /** `typed` for the edit that ticks it, and the one that takes the tick away. */
  | { readonly kind: 'checkbox'; readonly tick: string; readonly untick: string; readonly help?: string }
  /** Any other text may be typed as well, unless `strict`. */
  | { readonly kind: 'list'; readonly choices: readonly string[]; readonly strict: boolean; readonly help?: string }
  | { readonly kind: 'date'; readonly strict: boolean; readonly help?: string }
  | { readonly kind: 'other'; readonly strict: boolean; readonly help?: string }

export interface SelectRequest {
  readonly sheetId: number
  /** At least one; the active one last. */
  readonly areas: readonly Area[]
}

export interface EditRequest {
  readonly sheetId: number
  /** Where the first text goes. */
  readonly row: number
  readonly column: number
  /** Rows of texts as a person types them; '' clears. What is pasted beyond the grid makes it larger, as in Google's. */
  readonly typed: readonly (readonly string[])[]
}

export interface RowsRequest {
  readonly sheetId: number
  /** The first row to delete, or the one before which rows are inserted. */
  readonly row: number
  readonly count: number
}

export interface ColumnWidthRequest {
  readonly sheetId: number
  readonly column: number
  readonly pixels: number
}

export interface ScriptCall {
  readonly name: string
  readonly args: readonly unknown[]
}

/** What came of a call. A script that fails is no failure of the request: the sidebar's failure handler is told. */
export interface CallAnswer extends WorkbookAnswer {
  readonly outcome: CallOutcome
}

export type CallOutcome =
  | { readonly ok: true; readonly result: unknown }
  /** As Google's failure handler gets it. */
  | { readonly ok: false; readonly name: string; readonly message: string }

/**
 * What the sidebar says to the page by postMessage. The frame has no origin of its own (sandbox), so the page knows it by
 * `event.source === frame.contentWindow` and answers with the target origin '*'.
 */
export type FrameMessage =
  | ({ readonly type: 'call'; readonly id: number } & ScriptCall)
  /** google.script.host.close() */
  | { readonly type: 'close' }
  /** google.script.host.editor.focus(): the keyboard goes back to the grid. */
  | { readonly type: 'focusEditor' }
  /** A link was followed that opens in a new tab: the frame may open none, and Google has no such file. */
  | { readonly type: 'openLink'; readonly address: string }

/** The page's answer to a call. When its request fails, the page makes an outcome of the failure's message. */
export interface FrameAnswer {
  readonly type: 'outcome'
  readonly id: number
  readonly outcome: CallOutcome
}
