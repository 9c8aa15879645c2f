import { useEffect, useRef } from 'preact/hooks'
import type { FrameAnswer, FrameMessage, SidebarView } from '../protocol.ts'
import type { Session } from './session.ts'

interface SidebarFrameProps {
  readonly session: Session
  readonly sidebar: SidebarView
  focusGrid(): void
  openLink(address: string): void
}

/** The add-on's sidebar as Google shows it: 300 pixels wide, with a title and a cross. */
export function SidebarFrame({ session, sidebar, focusGrid, openLink }: SidebarFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const latest = useRef(openLink)
  latest.current = openLink

  useEffect(() => {
    async function hear(event: MessageEvent<FrameMessage>) {
      const source = frame.current?.contentWindow
      if (source === null || source === undefined || event.source !== source) return
      const message = event.data
      if (message.type === 'close') void session.closeSidebar()
      else if (message.type === 'focusEditor') focusGrid()
      else if (message.type === 'openLink') latest.current(message.address)
      else if (message.type === 'call') {
        const { id, name, args } = message
        const outcome = await session.callScript({ name, args })
        const answer: FrameAnswer = { type: 'outcome', id, outcome }
        // The frame has no origin that could be named, and the answer goes to this one window only.
        source.postMessage(answer, '*')
      }
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [])

  return (
    <aside class="sidebar" aria-label={sidebar.title}>
      <div class="sidebar-title">
        <h2 class="sidebar-name">{sidebar.title}</h2>
        <button type="button" aria-label="Close the sidebar" title="Close" onClick={() => void session.closeSidebar()}>
          ×
        </button>
      </div>
      <iframe ref={frame} title={sidebar.title} src={sidebar.address} sandbox="allow-scripts allow-forms" />
    </aside>
  )
}
