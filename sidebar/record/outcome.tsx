import type { Rechecked, Recorded, Undone } from '../../src/actions/requests/record.ts'
import { Busy } from '../pieces/busy.tsx'
import { Name } from '../pieces/person.tsx'
import { TroubleBox } from '../pieces/trouble-box.tsx'
import { counted } from '../words.ts'
import type { Step } from './state.ts'
import type { RecordScreen } from './use-record.ts'

type SavedStep = Extract<Step, { readonly recorded: Recorded }>

/** What was saved and where, how each student stands now, and the way back. */
export function SavedView({ step, screen }: { readonly step: SavedStep; readonly screen: RecordScreen }) {
  const { recorded, type } = step
  const { saved, sheet, left, students, rechecked } = recorded
  const isUndoing = step.at === 'undoing'
  const what = type === 'signature' ? counted(saved, 'signature') : counted(saved, 'row')
  return (
    <>
      <p class="notice good">
        {what} saved on the tab {sheet}.
      </p>
      {screen.trouble !== undefined && <TroubleBox trouble={screen.trouble} again={screen.undo} />}
      <div class="buttons">
        {saved > 0 && (
          <button type="button" aria-disabled={isUndoing} onClick={screen.undo}>
            {isUndoing ? <Busy text="Taking back…" /> : 'Undo'}
          </button>
        )}
        <button type="button" aria-disabled={isUndoing} onClick={() => !isUndoing && screen.another()}>
          Record another
        </button>
      </div>
      {left.length > 0 && (
        <section>
          <h2>Not saved for {counted(left.length, 'student')}</h2>
          <ul class="items">
            {left.map(({ id, name, reason }) => (
              <li key={id}>
                <p>
                  <Name id={id} name={name} />
                </p>
                <p class="quiet">{reason}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Standing students={students} rechecked={rechecked} />
    </>
  )
}

/** Exactly what was saved is gone again. */
export function UndoneView({ undone, screen }: { readonly undone: Undone; readonly screen: RecordScreen }) {
  const { takenBack, left, students, rechecked } = undone
  return (
    <>
      <p class="notice good">{counted(takenBack, 'entry', 'entries')} taken back.</p>
      {left > 0 && (
        <p class="notice">
          {counted(left, 'entry was', 'entries were')} changed since and left alone. Look at the tab with these records.
        </p>
      )}
      <div class="buttons">
        <button type="button" onClick={screen.back}>
          Back to the form
        </button>
        <button type="button" onClick={screen.another}>
          Record another
        </button>
      </div>
      <Standing students={students} rechecked={rechecked} />
    </>
  )
}

interface StandingProps {
  readonly students: readonly Rechecked[]
  readonly rechecked: boolean
}

/** How each student stands after it, also where the sheet does not show it yet. */
function Standing({ students, rechecked }: StandingProps) {
  return (
    <>
      {!rechecked && (
        <p class="notice">Status and Open items in the sheet do not show this yet. Choose Check now on the Overview.</p>
      )}
      {students.length > 0 && (
        <section>
          <h2>How they stand now</h2>
          <ul class="items">
            {students.map(({ id, name, status, openItems }) => (
              <li key={id}>
                <p class="row-head">
                  <Name id={id} name={name} />
                  <strong>{status}</strong>
                </p>
                {openItems !== '' && <p class="quiet">{openItems}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
