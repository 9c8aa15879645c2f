/** The workbook that is open on the workbench, with the script on it, and what the page can do with both. */
import { randomUUID } from 'node:crypto'
import { readWorkbook } from '../files/workbook-file.ts'
import { xlsxBytes } from '../files/xlsx/write-workbook.ts'
import { a1Of } from '../workspace/a1.ts'
import type { Execution } from '../workspace/execution.ts'
import type { Area, SheetModel } from '../workspace/model.ts'
import { ScriptError } from '../workspace/refusal.ts'
import type { Selection } from '../workspace/selections.ts'
import type { ShownPage } from '../workspace/stores.ts'
import { freeTabName } from '../workspace/tabs.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { readCells } from './cells.ts'
import { documentBlocks } from './document-preview.ts'
import { FittedHeights } from './fitted-heights.ts'
import { madeFiles, nameForSaving } from './made-files.ts'
import type { CallAnswer, CellsAnswer, Requests, Shown, WorkbookAnswer } from './protocol.ts'
import { Refused, refusing } from './refused.ts'
import { BadRequest, type JsonRequest } from './requests.ts'
import { workbookView } from './workbook-view.ts'

export interface WorkbenchOptions {
  /** What is open at the beginning. */
  readonly workspace: Workspace
  /** A Workspace around another workbook. */
  readonly open: (workbook: Workspace['workbook']) => Workspace
  /** The sample school, checked. */
  readonly sample: () => Workspace
  /** Takes a line for whoever started the workbench; never anything of a student's. */
  readonly log: (line: string) => void
}

/** Function of the script that a new workbook begins with, so that nobody has to look for the menu first. */
const sidebarOpener = 'openSidebar'

/** A file to be saved. */
export interface SavedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

type Answers = {
  readonly [Name in JsonRequest]: Requests[Name]['answer'] extends Blob ? SavedFile : Requests[Name]['answer']
}

export class Workbench {
  readonly #options: WorkbenchOptions
  #workspace: Workspace
  #revision = 0
  readonly #heights = new FittedHeights()
  #moves = 0
  /** The sidebar that was last asked for, and the address under which it is shown. */
  #sidebar: { readonly page: ShownPage; readonly id: string } | undefined
  readonly #errors: Shown[] = []

  constructor(options: WorkbenchOptions) {
    this.#options = options
    this.#workspace = options.workspace
    this.#begin()
  }

  /** Answers a request; what the page may ask is written at {@link Requests}. */
  readonly answers: { readonly [Name in JsonRequest]: (request: Requests[Name]['request']) => Answers[Name] } = {
    getWorkbook: () => this.#answer(),
    getCells: ({ sheetId, area }) => this.#cells(this.#sheet(sheetId), area),
    select: ({ sheetId, areas }) => {
      const sheet = this.#workspace.workbook.sheets.find(({ id }) => id === sheetId)
      // The tab or the rows may have gone while the request was under way.
      const there = areas.flatMap((area) => (sheet && onGrid(area, sheet)) ?? [])
      if (there.length > 0) this.#workspace.select(sheetId, ...there)
      return {}
    },
    edit: ({ sheetId, row, column, typed }) => {
      const { name } = this.#sheet(sheetId)
      const a1 = a1Of({ row, column, rows: 1, columns: 1 })
      return this.#byHand(() => this.#edit(() => this.#workspace.edit(name, a1, typed)))
    },
    clear: ({ sheetId, areas }) => {
      const sheet = this.#sheet(sheetId)
      const there = areas.flatMap((area) => onGrid(area, sheet) ?? [])
      return this.#byHand(() => {
        for (const area of there) this.#edit(() => this.#workspace.clear(sheet.name, a1Of(area)))
      })
    },
    insertRows: ({ sheetId, row, count }) => {
      const { name, rowCount } = this.#sheet(sheetId)
      return this.#byHand(() => this.#workspace.edits.insertRows(name, Math.min(row, rowCount) + 1, count))
    },
    deleteRows: ({ sheetId, row, count }) => {
      const sheet = this.#sheet(sheetId)
      const there = onGrid({ row, column: 0, rows: count, columns: 1 }, sheet)
      return this.#byHand(() => there && this.#workspace.edits.deleteRows(sheet.name, row + 1, there.rows))
    },
    setColumnWidth: ({ sheetId, column, pixels }) => {
      const { columnWidths, columnCount } = this.#sheet(sheetId)
      return this.#byHand(() => column < columnCount && columnWidths.set(column, pixels))
    },
    addTab: () => {
      const { workbook, edits } = this.#workspace
      this.#byHand(() => edits.addTab(freeTabName(workbook)))
      this.#workspace.selectSheet(workbook.sheets.at(-1)!.id)
      this.#moves++
      return this.#answer()
    },
    runMenuItem: ({ label }) => {
      if (!this.#workspace.ui.items.some((item) => item.label === label))
        throw new BadRequest(`No menu has “${label}”.`)
      this.#run(() => this.#workspace.clickMenu(label))
      return this.#answer()
    },
    callScript: ({ name, args }) => this.#call(name, args),
    previewFile: ({ id }) => ({ blocks: documentBlocks(this.#content(id).bytes) }),
    downloadFile: ({ id }) => this.#content(id),
    closeSidebar: () => {
      this.#workspace.ui.sidebar = undefined
      return this.#answer()
    },
    reset: () => this.#take(this.#options.sample()),
    saveFile: () => {
      const { workbook } = this.#workspace
      return { name: `${workbook.name}.xlsx`, bytes: xlsxBytes(workbook) }
    },
  }

  /**
   * Puts another workbook in the place of this one.
   * @param name of the file, with its ending
   * @throws Refused when it is no file that is read here; the workbook that was open stays
   */
  openFile(bytes: Uint8Array, name: string): WorkbookAnswer {
    return this.#take(refusing(() => this.#options.open(readWorkbook(bytes, name))))
  }

  /** The sidebar's html as the script gave it, and the functions that it may call; undefined when another is open. */
  sidebar(id: string): { readonly html: string; readonly functions: readonly string[] } | undefined {
    if (this.#sidebar?.id !== id) return undefined
    return { html: this.#sidebar.page.content, functions: this.#workspace.functionNames }
  }

  #take(workspace: Workspace): WorkbookAnswer {
    this.#workspace = workspace
    this.#begin()
    return this.#answer()
  }

  /** As when the spreadsheet is opened, and then the add-on from its menu. */
  #begin(): void {
    this.#revision++
    this.#moves++
    this.#run(() => this.#workspace.open())
    if (this.#workspace.functionNames.includes(sidebarOpener)) this.#run(() => this.#workspace.execute(sidebarOpener))
  }

  #sheet(sheetId: number): SheetModel {
    const sheet = this.#workspace.workbook.sheets.find(({ id }) => id === sheetId)
    if (sheet === undefined) throw new Refused('This tab is not there any more.')
    return sheet
  }

  /** Of a file in Drive. */
  #content(id: string): SavedFile {
    const { drive } = this.#workspace
    const file = drive.find(id)
    const bytes = drive.content(id)
    if (file === undefined || bytes === undefined) throw new Refused('This file is not there any more.')
    return { name: nameForSaving(file), bytes }
  }

  #cells(sheet: SheetModel, asked: Area): CellsAnswer {
    const area = onGrid(asked, sheet)
    if (area === undefined) throw new Refused('These rows are not there any more.')
    return { revision: this.#revision, sheetId: sheet.id, area, ...readCells(this.#workspace, sheet, area) }
  }

  /** What the person does to the sheet; where they are on it is theirs. */
  #byHand(change: () => unknown): WorkbookAnswer {
    const before = this.#workspace.selection
    try {
      refusing(change)
      this.#workspace.recalculate()
    } finally {
      this.#revision++
      this.#comeBack(before)
      this.#forget()
    }
    return this.#answer()
  }

  /** Google tells nobody when onEdit fails. */
  #edit(edit: () => void): void {
    try {
      edit()
    } catch (thrown) {
      if (!(thrown instanceof ScriptError)) throw thrown
      this.#options.log(`onEdit did not finish (${thrown.name}).`)
    }
  }

  /** To where the person was, or to the first cell of a tab of which these rows are gone. */
  #comeBack({ sheetId, areas }: Selection): void {
    const sheet = this.#sheet(sheetId)
    const there = areas.flatMap((area) => onGrid(area, sheet) ?? [])
    if (there.length > 0) this.#workspace.select(sheetId, ...there)
    else {
      this.#workspace.select(sheetId, { row: 0, column: 0, rows: 1, columns: 1 })
      this.#moves++
    }
  }

  /** A day at the workbench is many thousand runs, and nobody looks back at them. */
  #forget(): void {
    this.#workspace.executions.length = 0
    this.#workspace.calls.log.length = 0
  }

  /** Runs something of the script; an error is shown to the person. */
  #run(run: () => void): void {
    const failure = this.#watching(run)
    if (failure !== undefined) this.#errors.push({ kind: 'error', message: failure.message })
  }

  /** @returns what the script failed with */
  #watching(run: () => void): ScriptError | undefined {
    const { selection, lastExecution } = this.#workspace
    try {
      run()
      return undefined
    } catch (thrown) {
      if (thrown instanceof ScriptError) return thrown
      throw thrown
    } finally {
      const { selection: after } = this.#workspace
      if (after !== selection) this.#moves++
      this.#comeBack(after)
      const run = this.#workspace.lastExecution
      if (run !== undefined && run !== lastExecution && hasWritten(run)) this.#revision++
      this.#forget()
    }
  }

  #call(name: string, args: readonly unknown[]): CallAnswer {
    if (name.endsWith('_') || !this.#workspace.functionNames.includes(name)) {
      throw new BadRequest(`The script has no function ${name} for its sidebar.`)
    }
    let result: unknown
    const failure = this.#watching(() => {
      result = this.#workspace.clientCall(name, ...args)
    })
    const outcome =
      failure === undefined
        ? ({ ok: true, result } as const)
        : // Google hands over the error's name in its message and nothing else of it.
          ({ ok: false, name: 'ScriptError', message: `${failure.name}: ${failure.message}` } as const)
    return { ...this.#answer(), outcome }
  }

  #answer(): WorkbookAnswer {
    const { ui, selection } = this.#workspace
    if (ui.sidebar !== this.#sidebar?.page) {
      this.#sidebar = ui.sidebar && { page: ui.sidebar, id: randomUUID() }
    }
    return {
      workbook: {
        ...workbookView(this.#workspace, (sheet) => this.#heights.of(sheet, this.#revision)),
        revision: this.#revision,
        ...(this.#sidebar && {
          sidebar: { title: this.#sidebar.page.title, address: `/sidebar/${this.#sidebar.id}` },
        }),
        selection: { sheetId: selection.sheetId, areas: selection.areas, moves: this.#moves },
        files: madeFiles(this.#workspace),
      },
      shown: [
        ...ui.toasts.splice(0).map((toast) => ({ kind: 'toast', ...toast }) as const),
        ...ui.alerts.splice(0).map(({ title, message }) => ({ kind: 'message', title, message }) as const),
        ...this.#errors.splice(0),
      ],
    }
  }
}

/** The part of an area that lies on the grid of a sheet. */
function onGrid({ row, column, rows, columns }: Area, sheet: SheetModel): Area | undefined {
  if (row >= sheet.rowCount || column >= sheet.columnCount) return undefined
  return {
    row,
    column,
    rows: Math.min(rows, sheet.rowCount - row),
    columns: Math.min(columns, sheet.columnCount - column),
  }
}

function hasWritten({ calls }: Execution): boolean {
  return calls.log.some(({ effect }) => effect === 'writes' || effect === 'writes-range')
}
