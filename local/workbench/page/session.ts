/**
 * What the page knows of the workbook, and everything that a person can do with it.
 */
import type { Area } from '../../workspace/model.ts'
import type {
  CallOutcome,
  CellsAnswer,
  PreviewAnswer,
  Requests,
  ScriptCall,
  Shown,
  WorkbookAnswer,
  WorkbookView,
} from '../protocol.ts'
import type { Cell } from './addresses.ts'
import { type Selection, selectCell } from './areas.ts'
import type { SavedFile } from './save-as.ts'
import { ask, download, openFile, RequestFailed } from './server.ts'

export interface Toast {
  readonly id: number
  readonly title: string
  readonly message: string
  /** 0 for one that stays until it is closed. */
  readonly seconds: number
}

export interface MessageBox {
  readonly id: number
  readonly title: string
  readonly message: string
}

export interface State {
  /** Undefined until the first answer. */
  readonly workbook: WorkbookView | undefined
  /** Id of the tab that is shown. */
  readonly sheetId: number
  readonly selection: Selection
  /** Goes up when the selection was moved by something else than the grid, which then follows. */
  readonly moves: number
  /** Goes up when another workbook has taken the place. */
  readonly opened: number
  /** What is under way: 'Opening Roster.xlsx'; undefined when nothing is. */
  readonly working: string | undefined
  readonly toasts: readonly Toast[]
  /** The first one is on the screen. */
  readonly boxes: readonly MessageBox[]
  /** What the script failed with last. */
  readonly error: string | undefined
  /** Why nothing works any more. */
  readonly lost: 'NO_SERVER' | 'STALE_PAGE' | undefined
}

type AnsweredByWorkbook = {
  [Name in keyof Requests]: Requests[Name]['answer'] extends WorkbookAnswer ? Name : never
}[keyof Requests]

const nothingSelected = selectCell({ row: 0, column: 0 })

export class Session {
  #state: State = {
    workbook: undefined,
    sheetId: 0,
    selection: nothingSelected,
    moves: 0,
    opened: 0,
    working: undefined,
    toasts: [],
    boxes: [],
    error: undefined,
    lost: undefined,
  }
  readonly #listeners = new Set<() => void>()
  /** Where the person was on each tab. */
  readonly #selections = new Map<number, Selection>()
  /** What changes something goes to the server one after the other, in the order in which it was done. */
  #last: Promise<unknown> = Promise.resolve()
  readonly #underWay: string[] = []
  #unsaidSelection = false
  #shownSoFar = 0

  get state(): State {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  start(): Promise<boolean> {
    return this.#change('Opening the workbook', () => ask('getWorkbook', undefined))
  }

  showTab(sheetId: number): void {
    this.#moveTo(sheetId, this.#selections.get(sheetId) ?? nothingSelected)
    this.#saySelection()
  }

  /** The tab that stands so many places after the shown one; round and round. */
  showNextTab(by: 1 | -1): void {
    const ids = (this.#state.workbook?.tabs ?? []).filter(({ hidden }) => !hidden).map(({ id }) => id)
    const next = ids[(ids.indexOf(this.#state.sheetId) + by + ids.length) % ids.length]
    if (next !== undefined) this.showTab(next)
  }

  /** Of the tab that is shown. */
  select(selection: Selection): void {
    this.#selections.set(this.#state.sheetId, selection)
    this.#set({ selection })
    this.#saySelection()
  }

  /** Selects a cell of the tab that is shown, and lets the grid follow. */
  goTo(cell: Cell): void {
    this.#moveTo(this.#state.sheetId, selectCell(cell))
    this.#saySelection()
  }

  cells(sheetId: number, area: Area): Promise<CellsAnswer> {
    return ask('getCells', { sheetId, area }).catch((cause) => {
      this.#fail(cause)
      throw cause
    })
  }

  /** Resolves to whether the spreadsheet took it. */
  edit(cell: Cell, typed: readonly (readonly string[])[]): Promise<boolean> {
    return this.#ask('Saving', 'edit', { sheetId: this.#state.sheetId, ...cell, typed })
  }

  clear(areas: readonly Area[]): Promise<boolean> {
    return this.#ask('Saving', 'clear', { sheetId: this.#state.sheetId, areas })
  }

  insertRows(row: number, count: number): Promise<boolean> {
    return this.#ask('Inserting rows', 'insertRows', { sheetId: this.#state.sheetId, row, count })
  }

  deleteRows(row: number, count: number): Promise<boolean> {
    return this.#ask('Deleting rows', 'deleteRows', { sheetId: this.#state.sheetId, row, count })
  }

  setColumnWidth(column: number, pixels: number): Promise<boolean> {
    return this.#ask('Saving', 'setColumnWidth', { sheetId: this.#state.sheetId, column, pixels })
  }

  addTab(): Promise<boolean> {
    return this.#ask('Adding a tab', 'addTab', undefined)
  }

  runMenuItem(label: string): Promise<boolean> {
    return this.#ask(label, 'runMenuItem', { label })
  }

  closeSidebar(): Promise<boolean> {
    return this.#ask('Closing', 'closeSidebar', undefined)
  }

  reset(): Promise<void> {
    return this.#replace('Opening the sample school', () => ask('reset', undefined))
  }

  openFile(file: File): Promise<void> {
    return this.#replace(`Opening ${file.name}`, () => openFile(file))
  }

  /** Undefined when it could not be had; why is on the screen then. */
  saveFile(): Promise<SavedFile | undefined> {
    return this.#inTurn('Saving the workbook', () => download('saveFile', undefined))
  }

  /** Of a file in Drive; undefined as above. */
  downloadFile(id: string, name: string): Promise<SavedFile | undefined> {
    return this.#inTurn(`Downloading ${name}`, () => download('downloadFile', { id }))
  }

  /** What a document in Drive says; undefined as above. */
  previewFile(id: string, name: string): Promise<PreviewAnswer | undefined> {
    return this.#inTurn(`Opening ${name}`, () => ask('previewFile', { id }))
  }

  /** Whatever goes wrong becomes an outcome: the sidebar's failure handler says it. */
  async callScript(call: ScriptCall): Promise<CallOutcome> {
    try {
      if (this.#unsaidSelection) await this.#last
      const { outcome, ...answer } = await ask('callScript', call)
      this.#take(answer)
      return outcome
    } catch (cause) {
      const failure = this.#fail(cause, false)
      return { ok: false, name: 'Error', message: failure.message }
    }
  }

  /** Tells the person something in a message box. */
  say(title: string, message: string): void {
    this.#show({ kind: 'message', title, message })
  }

  closeToast(id: number): void {
    this.#set({ toasts: this.#state.toasts.filter((toast) => toast.id !== id) })
  }

  closeBox(id: number): void {
    this.#set({ boxes: this.#state.boxes.filter((box) => box.id !== id) })
  }

  closeError(): void {
    this.#set({ error: undefined })
  }

  #ask<Name extends AnsweredByWorkbook>(
    what: string,
    name: Exclude<Name, 'openFile' | 'callScript'>,
    request: Requests[Exclude<Name, 'openFile' | 'callScript'>]['request'],
  ): Promise<boolean> {
    return this.#change(what, () => ask(name, request) as Promise<WorkbookAnswer>)
  }

  async #change(what: string, send: () => Promise<WorkbookAnswer>): Promise<boolean> {
    const answer = await this.#inTurn(what, send)
    if (answer !== undefined) this.#take(answer)
    return answer !== undefined
  }

  async #replace(what: string, send: () => Promise<WorkbookAnswer>): Promise<void> {
    const answer = await this.#inTurn(what, send)
    if (answer === undefined) return
    this.#selections.clear()
    this.#set({ opened: this.#state.opened + 1, error: undefined })
    this.#take(answer)
  }

  /** Undefined when it failed; why is on the screen then. */
  #inTurn<Answer>(what: string, send: () => Promise<Answer>): Promise<Answer | undefined> {
    this.#underWay.push(what)
    this.#set({ working: this.#underWay[0] })
    const turn = this.#last
      .then(send)
      .catch((cause) => {
        this.#fail(cause)
        return undefined
      })
      .finally(() => {
        this.#underWay.splice(this.#underWay.indexOf(what), 1)
        this.#set({ working: this.#underWay[0] })
      })
    this.#last = turn
    return turn
  }

  /** Of selections that follow each other quickly only the last one is said. */
  #saySelection(): void {
    if (this.#unsaidSelection) return
    this.#unsaidSelection = true
    this.#last = this.#last
      .then(() => new Promise((resolve) => setTimeout(resolve, 30)))
      .then(() => {
        this.#unsaidSelection = false
        const { sheetId, selection } = this.#state
        return ask('select', { sheetId, areas: selection.areas })
      })
      .catch((cause) => this.#fail(cause))
  }

  #take({ workbook, shown }: WorkbookAnswer): void {
    const before = this.#state.workbook
    for (const item of shown) this.#show(item)
    // Answers to calls of the sidebar may come late.
    if (before !== undefined && workbook.revision < before.revision) return
    this.#set({ workbook })
    const { selection } = workbook
    const isGone = !workbook.tabs.some(({ id, hidden }) => id === this.#state.sheetId && !hidden)
    if (before === undefined || selection.moves > before.selection.moves || isGone) {
      const area = selection.areas.at(-1)!
      this.#moveTo(selection.sheetId, { active: { row: area.row, column: area.column }, areas: selection.areas })
    }
  }

  #show(item: Shown): void {
    const id = ++this.#shownSoFar
    if (item.kind === 'toast') this.#set({ toasts: [...this.#state.toasts, { ...item, id }] })
    else if (item.kind === 'message') this.#set({ boxes: [...this.#state.boxes, { ...item, id }] })
    else this.#set({ error: item.message })
  }

  #moveTo(sheetId: number, selection: Selection): void {
    this.#selections.set(sheetId, selection)
    this.#set({ sheetId, selection, moves: this.#state.moves + 1 })
  }

  /** @param say false when somebody else tells the person */
  #fail(cause: unknown, say = true): RequestFailed {
    if (!(cause instanceof RequestFailed)) throw cause
    if (cause.code === 'NO_SERVER' || cause.code === 'STALE_PAGE') this.#set({ lost: cause.code })
    else if (say) this.say('That did not work', cause.message)
    return cause
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
