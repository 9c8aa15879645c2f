import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { FileView, PreviewAnswer } from '../protocol.ts'
import type { CellStore } from './cell-store.ts'
import { DocumentPreview } from './document-preview.tsx'
import { DriveFiles } from './drive-files.tsx'
import { FormulaLine } from './formula-line.tsx'
import { MessageBox } from './message-box.tsx'
import { RowMenu } from './row-menu.tsx'
import { Session } from './session.ts'
import { Sheet } from './sheet.tsx'
import type { SheetGrid } from './sheet-grid.ts'
import { SidebarFrame } from './sidebar-frame.tsx'
import { TabBar } from './tab-bar.tsx'
import { TitleBar } from './title-bar.tsx'
import { Toasts } from './toasts.tsx'

/** Shorter work is not worth a bar that flashes, in ms. */
const patience = 250

/** The whole page. */
export function Workbench() {
  const session = useMemo(() => new Session(), [])
  const [state, setState] = useState(session.state)
  const [cells, setCells] = useState<{ readonly store: CellStore }>()
  const grid = useRef<SheetGrid | undefined>(undefined)

  useEffect(() => {
    const leave = session.subscribe(() => setState(session.state))
    void session.start()
    return leave
  }, [])
  useEffect(() => {
    if (state.workbook !== undefined) document.title = `${state.workbook.name} – Plan Keeper workbench`
  }, [state.workbook?.name])
  const working = useAfter(state.working, patience)
  const [shown, setShown] = useState<{ readonly name: string; readonly preview: PreviewAnswer }>()

  async function showFile({ id, name }: FileView) {
    const preview = await session.previewFile(id, name)
    if (preview !== undefined) setShown({ name, preview })
  }

  /** A link of Drive leads to the file in this Drive, or to where its files are listed. */
  function openLink(address: string) {
    const file = session.state.workbook?.files.find(({ id }) => address.includes(id))
    if (file?.hasPreview) void showFile(file)
    else document.getElementById('drive-files')?.focus()
  }

  const isDropping = useFileDrop((file) => void session.openFile(file))

  if (state.lost !== undefined) return <Lost why={state.lost} />
  const { workbook } = state
  return (
    <div class={`workbench${isDropping ? ' dropping' : ''}`}>
      <TitleBar session={session} workbook={workbook} />
      <div class={`progress${working === undefined ? '' : ' working'}`} />
      <p role="status" class="spoken">
        {working === undefined ? '' : `${working}…`}
      </p>
      {state.error !== undefined && (
        <div role="alert" class="error-bar">
          <span>{state.error}</span>
          <button type="button" onClick={() => session.closeError()}>
            Dismiss
          </button>
        </div>
      )}
      <FormulaLine session={session} state={state} store={cells?.store} focusGrid={() => grid.current?.focus()} />
      <div class="workplace">
        <main aria-label="Sheet" aria-busy={working !== undefined}>
          <p id="grid-help" hidden>
            Arrow keys move from cell to cell, F2 edits. Escape and then Tab leaves the sheet.
          </p>
          <Sheet session={session} state={state} gridRef={grid} onCells={(store) => setCells({ store })} />
          <RowMenu session={session} state={state} gridRef={grid} />
        </main>
        {workbook?.sidebar !== undefined && (
          <SidebarFrame
            session={session}
            sidebar={workbook.sidebar}
            focusGrid={() => grid.current?.focus()}
            openLink={openLink}
          />
        )}
      </div>
      {workbook !== undefined && workbook.files.length > 0 && (
        <DriveFiles session={session} files={workbook.files} show={showFile} />
      )}
      {shown !== undefined && <DocumentPreview {...shown} close={() => setShown(undefined)} />}
      <TabBar session={session} state={state} />
      <Toasts session={session} toasts={state.toasts} />
      {state.boxes[0] !== undefined && (
        <MessageBox key={state.boxes[0].id} box={state.boxes[0]} close={(id) => session.closeBox(id)} />
      )}
      {isDropping && <p class="drop-here">Drop the file to open it</p>}
    </div>
  )
}

function Lost({ why }: { readonly why: 'NO_SERVER' | 'STALE_PAGE' }) {
  return (
    <main class="lost">
      <div role="alert">
        <h1>{why === 'NO_SERVER' ? 'The workbench has stopped' : 'The workbench was started anew'}</h1>
        <p>
          {why === 'NO_SERVER'
            ? 'Nothing answers on this machine any more. Start it again with “npm start”, then reload this page.'
            : 'This page belongs to an earlier start. Reload it to go on.'}{' '}
          What was not saved as .xlsx is gone.
        </p>
      </div>
      <button type="button" class="action" onClick={() => location.reload()}>
        Reload this page
      </button>
    </main>
  )
}

/** The value, once it has been there for so many ms; undefined at once. */
function useAfter(value: string | undefined, ms: number): string | undefined {
  const [settled, setSettled] = useState<string>()
  useEffect(() => {
    if (value === undefined) {
      setSettled(undefined)
      return
    }
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value])
  return value === undefined ? undefined : settled
}

/** Whether a file is being dragged over the page; a dropped one is given on. */
function useFileDrop(open: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file !== undefined) open(file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return isOver
}
