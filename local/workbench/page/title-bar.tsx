import { useRef } from 'preact/hooks'
import type { WorkbookView } from '../protocol.ts'
import { MenuButton } from './menu-button.tsx'
import { saveAs } from './save-as.ts'
import type { Session } from './session.ts'

interface TitleBarProps {
  readonly session: Session
  readonly workbook: WorkbookView | undefined
}

/** The name of the workbook, the menus of the add-on, and what can be done with files. */
export function TitleBar({ session, workbook }: TitleBarProps) {
  const picker = useRef<HTMLInputElement>(null)

  function pick(event: Event) {
    const input = event.currentTarget as HTMLInputElement
    const file = input.files?.[0]
    // The same file can be picked again later.
    input.value = ''
    if (file !== undefined) void session.openFile(file)
  }

  async function save() {
    const saved = await session.saveFile()
    if (saved !== undefined) saveAs(saved)
  }

  return (
    <header class="title-bar">
      <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
        <rect x="5" y="2" width="22" height="28" rx="3" />
        <path d="M10 17l4 4 8-10" />
      </svg>
      <div class="title">
        <h1 class="workbook-name">{workbook?.name ?? 'Plan Keeper workbench'}</h1>
        <nav aria-label="Menus">
          {workbook?.menus.map((menu) => (
            <MenuButton key={menu.title} menu={menu} run={(label) => void session.runMenuItem(label)} />
          ))}
        </nav>
      </div>
      <div class="files">
        <input
          ref={picker}
          type="file"
          hidden
          accept=".xlsx,.xlsm,.csv,.tsv,.tab,.txt,.text,.xls"
          aria-label="File to open"
          onChange={pick}
        />
        <button type="button" onClick={() => picker.current?.click()}>
          Open your file
        </button>
        <button type="button" onClick={() => void save()}>
          Save as .xlsx
        </button>
        <button type="button" onClick={() => void session.reset()}>
          Start over with the sample school
        </button>
      </div>
    </header>
  )
}
