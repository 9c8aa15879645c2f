import { useEffect, useRef } from 'preact/hooks'
import type { Area } from '../../workspace/model.ts'
import type { Cell } from './addresses.ts'
import { CellStore } from './cell-store.ts'
import { listenToClipboard } from './clipboard.ts'
import { listenToKeys } from './grid-keys.ts'
import { listenToMouse } from './grid-mouse.ts'
import { listenForNotes } from './note-card.ts'
import type { Session, State } from './session.ts'
import { SheetGrid } from './sheet-grid.ts'

interface SheetProps {
  readonly session: Session
  readonly state: State
  /** Somebody may put the keyboard into the grid. */
  readonly gridRef: { current: SheetGrid | undefined }
  /** What the value line shows has come or changed. */
  onCells(store: CellStore): void
}

/** What stands in the frame now. */
interface Shown {
  readonly store: CellStore
  readonly sheet: SheetGrid
  readonly opened: number
  revision: number
}

/** The tab that is shown. */
export function Sheet({ session, state, gridRef, onCells }: SheetProps) {
  const frame = useRef<HTMLDivElement>(null)
  const shown = useRef<Shown | undefined>(undefined)
  const followed = useRef(0)
  const { workbook, sheetId, selection, moves, opened } = state
  const tab = workbook?.tabs.find(({ id }) => id === sheetId)

  useEffect(() => {
    if (workbook === undefined || tab === undefined || frame.current === null) return
    if (shown.current === undefined || shown.current.opened !== opened || !shown.current.sheet.fits(tab)) {
      const hadFocus = frame.current.contains(document.activeElement)
      shown.current?.sheet.destroy()
      const store = new CellStore(
        workbook.revision,
        (area) => session.cells(tab.id, area),
        (area) => {
          shown.current?.sheet.redraw(area)
          onCells(store)
        },
      )
      const type = (cell: Cell, rows: readonly (readonly string[])[]) => {
        store.type(cell, rows)
        sheet.redraw()
        session.edit(cell, rows).then((taken) => {
          if (!taken) store.takeBack(cell, rows)
          sheet.redraw()
        })
      }
      const cleared = (areas: readonly Area[]) => void session.clear(areas)
      const sheet = new SheetGrid(frame.current, tab, store, selection, {
        selected: (now) => session.select(now),
        typed: (cell, text) => type(cell, [[text]]),
        columnWidth: (column, pixels) => void session.setColumnWidth(column, pixels),
      })
      listenToMouse(sheet)
      listenToKeys(sheet, { cleared, nextTab: (by) => session.showNextTab(by) })
      listenToClipboard(sheet, store, { pasted: type, cleared, refused: (why) => session.say('Clipboard', why) })
      listenForNotes(sheet, store)
      shown.current = { store, sheet, opened, revision: workbook.revision }
      followed.current = moves
      gridRef.current = sheet
      if (hadFocus) sheet.focus()
      onCells(store)
    } else {
      const { store, sheet } = shown.current
      if (shown.current.revision !== workbook.revision) {
        shown.current.revision = workbook.revision
        store.newRevision(workbook.revision)
        sheet.fetch()
      }
      sheet.update(tab)
      if (followed.current !== moves) {
        followed.current = moves
        sheet.follow(selection)
      }
    }
  })

  useEffect(() => () => shown.current?.sheet.destroy(), [])

  return <div class="sheet" ref={frame} id="sheet"></div>
}
