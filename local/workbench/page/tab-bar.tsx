import { useEffect, useRef } from 'preact/hooks'
import type { Session, State } from './session.ts'

/** The tabs of the workbook that are not hidden. */
export function TabBar({ session, state }: { readonly session: Session; readonly state: State }) {
  const list = useRef<HTMLDivElement>(null)
  const tabs = state.workbook?.tabs.filter(({ hidden }) => !hidden) ?? []

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [state.sheetId, tabs.length])

  function go(event: KeyboardEvent) {
    const at = tabs.findIndex(({ id }) => id === state.sheetId)
    const to =
      event.key === 'ArrowRight'
        ? (at + 1) % tabs.length
        : event.key === 'ArrowLeft'
          ? (at + tabs.length - 1) % tabs.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? tabs.length - 1
              : -1
    const next = tabs[to]
    if (next === undefined) return
    event.preventDefault()
    session.showTab(next.id)
    ;(list.current?.children[to] as HTMLElement | undefined)?.focus()
  }

  return (
    <footer class="tab-bar">
      <button type="button" class="add" aria-label="Add a tab" title="Add a tab" onClick={() => void session.addTab()}>
        +
      </button>
      <div role="tablist" aria-label="Tabs of the workbook" ref={list}>
        {tabs.map(({ id, name, color }) => (
          <button
            key={id}
            type="button"
            role="tab"
            aria-selected={id === state.sheetId}
            aria-controls="sheet"
            tabIndex={id === state.sheetId ? 0 : -1}
            onClick={() => session.showTab(id)}
            onKeyDown={go}
          >
            {name}
            {color !== undefined && <span class="tab-color" style={{ backgroundColor: color }} />}
          </button>
        ))}
      </div>
    </footer>
  )
}
