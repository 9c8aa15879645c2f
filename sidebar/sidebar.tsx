import { useEffect, useRef, useState } from 'preact/hooks'
import type { RecordHint, Selected } from '../src/actions/requests/students.ts'
import { DocumentsView } from './documents/documents.tsx'
import { useDocuments } from './documents/use-documents.ts'
import { Navigation, type Screen } from './navigation.tsx'
import { OverviewView } from './overview/overview.tsx'
import { useOverview } from './overview/use-overview.ts'
import { RecordView } from './record/record.tsx'
import { useRecord } from './record/use-record.ts'
import { useSelection } from './selection/use-selection.ts'
import { SettingsView } from './settings/settings.tsx'
import { unsaved } from './settings/state.ts'
import { useSettings } from './settings/use-settings.ts'
import type { Somebody } from './student/state.ts'
import { StudentView } from './student/student.tsx'
import { useStudent } from './student/use-student.ts'
import { ListView } from './students/list.tsx'
import { usePaged } from './students/paged.ts'

/** The whole sidebar. What each screen knows lives here, so that leaving a screen loses nothing of it. */
export function Sidebar() {
  const [spoken, say] = useState('')
  const [screen, setScreen] = useState<Screen>('overview')
  const [moves, setMoves] = useState(0)
  const stale = useRef({ list: false, form: false })
  const main = useRef<HTMLElement>(null)

  const overview = useOverview(screen === 'overview', say)
  const list = usePaged(say)
  const found = usePaged(say)
  const student = useStudent(screen === 'student', say)
  const record = useRecord(say, recordsChanged)
  const settings = useSettings(say, settingsChanged)
  const documents = useDocuments(screen === 'documents', say)
  const follows = screen === 'student' || screen === 'record' || (screen === 'documents' && documents.followsSelection)
  const notFollowing = useSelection(!overview.isShut && follows, follow)

  function follow(selected: Selected) {
    student.follow(selected)
    const rows = { students: selected.students, total: selected.total }
    record.follow(rows)
    documents.follow(rows)
  }

  function recordsChanged() {
    stale.current.list = true
    overview.open()
    student.renew()
  }

  function settingsChanged() {
    stale.current = { list: true, form: true }
    overview.open()
  }

  function go(to: Screen) {
    if (to === 'record' && (record.form.answer === undefined || stale.current.form) && !record.form.isBusy) {
      stale.current.form = false
      void record.form.ask(undefined)
    }
    if (to === 'settings' && unsaved(settings) === 0 && !settings.isSaving) {
      void settings.shown.ask(undefined)
    }
    if (to === 'overview') overview.renew()
    if (to === 'list' && stale.current.list) {
      stale.current.list = false
      list.renew()
    }
    setScreen(to)
    setMoves(moves + 1)
  }

  // Whoever moves to another screen starts at its heading, or in a list where they left it.
  useEffect(() => {
    if (moves === 0) return
    const left = main.current?.querySelector<HTMLElement>('[data-return="true"]')
    ;(left ?? main.current?.querySelector('h1'))?.focus()
  }, [moves])

  // Where what had the focus has gone (a message, a bar, a list), the heading has it: nobody starts again at the top of the page.
  const focused = useRef<Element | null>(null)
  useEffect(() => {
    const isLost = focused.current?.isConnected === false && document.activeElement === document.body
    if (isLost) main.current?.querySelector('h1')?.focus()
  })

  function recordFor(students: readonly Somebody[], hint?: RecordHint) {
    record.choose(students, hint)
    go('record')
  }

  return (
    <>
      {!overview.isShut && <Navigation screen={screen} go={go} unsaved={unsaved(settings)} />}
      <main ref={main} onFocusIn={(event) => (focused.current = event.target as Element)}>
        {screen === 'overview' && (
          <OverviewView
            screen={overview}
            list={(wanted, title) => {
              stale.current.list = false
              list.open(wanted, title)
              go('list')
            }}
          />
        )}
        {screen === 'list' && (
          <ListView
            list={list}
            current={student.isWalking ? student.shown?.id : undefined}
            back={() => go('overview')}
            makeDocuments={(listed) => {
              documents.chooseListed(listed)
              go('documents')
            }}
            open={(one) => {
              student.open(one, true)
              go('student')
            }}
          />
        )}
        {screen === 'student' && (
          <StudentView
            screen={student}
            list={list}
            found={found}
            notFollowing={notFollowing}
            backToList={() => go('list')}
            record={recordFor}
          />
        )}
        {screen === 'record' && <RecordView screen={record} notFollowing={notFollowing} />}
        {screen === 'documents' && <DocumentsView screen={documents} notFollowing={notFollowing} />}
        {screen === 'settings' && <SettingsView screen={settings} />}
      </main>
      <p role="status" class="spoken" id="spoken">
        {spoken}
      </p>
    </>
  )
}
