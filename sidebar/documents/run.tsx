import { useEffect, useRef } from 'preact/hooks'
import { Busy } from '../pieces/busy.tsx'
import { TroubleBox } from '../pieces/trouble-box.tsx'
import { troubleOf } from '../trouble.ts'
import { counted, inDigits } from '../words.ts'
import { ActTrouble } from './act-trouble.tsx'
import { progress, type State, toDo } from './state.ts'
import type { DocumentsScreen } from './use-documents.ts'
import { clockTime } from './words.ts'
import type { CrewStanding } from './workers.ts'

/** How far the making is, and what can be done about it. */
export function Run({ screen }: { readonly screen: DocumentsScreen }) {
  const { crew, standing, act, isAskingToCancel } = screen
  const { done, of } = progress(screen)
  const left = toDo(screen)
  const notMade = standing?.counts['Not made'] ?? 0
  const isAtWork = crew.atWork > 0 || crew.goesOnAt !== undefined
  const isHeld = standing?.heldUntil !== undefined && !standing.paused
  return (
    <section aria-labelledby="run-heading">
      <h2 id="run-heading">{left === 0 && crew.atWork === 0 ? 'All done' : 'Making documents'}</h2>
      <progress aria-label="Documents done" max={of} value={done}>
        {inDigits(done)} of {inDigits(of)}
      </progress>
      <p>
        <strong>
          {inDigits(done)} of {inDigits(of)}
        </strong>{' '}
        done
        {of > done && `, ${inDigits(of - done)} to do`}
      </p>
      {left > 0 && (
        <>
          <Doing screen={screen} />
          <Trouble screen={screen} />
          <ActTrouble screen={screen} of={['pausing', 'going-on', 'cancelling']} />
          {isAskingToCancel ? (
            <AskToCancel screen={screen} left={left} />
          ) : (
            <div class="buttons">
              {!isAtWork && (
                <button
                  type="button"
                  class="filled"
                  aria-disabled={act !== undefined}
                  onClick={() => act === undefined && screen.goOn()}
                >
                  {act === 'going-on' ? <Busy text="Going on…" /> : 'Go on'}
                </button>
              )}
              {(isAtWork || isHeld) && (
                <button type="button" aria-disabled={act !== undefined} onClick={screen.pause}>
                  {act === 'pausing' ? <Busy text="Pausing…" /> : 'Pause'}
                </button>
              )}
              <button
                type="button"
                aria-disabled={act !== undefined}
                onClick={() => act === undefined && screen.askToCancel(true)}
              >
                {act === 'cancelling' ? <Busy text="Cancelling…" /> : 'Cancel'}
              </button>
            </div>
          )}
        </>
      )}
      {left === 0 && notMade > 0 && (
        <p class="notice">{counted(notMade, 'document was', 'documents were')} not made. The reasons stand below.</p>
      )}
      {standing?.linksMissing !== undefined && (
        <div class="notice asking">
          <p>The links are not on the roster yet. {standing.linksMissing}</p>
          {left === 0 && (
            <button
              type="button"
              aria-disabled={crew.atWork > 0}
              onClick={() => crew.atWork === 0 && screen.writeLinks()}
            >
              {crew.atWork > 0 ? <Busy text="Writing…" /> : 'Write the links'}
            </button>
          )}
        </div>
      )}
    </section>
  )
}

/** What goes on at the moment. */
function Doing({ screen: { crew, standing } }: { readonly screen: DocumentsScreen }) {
  const { atWork, waiting } = crew
  if (atWork === 0) {
    const sentence = resting(crew, standing)
    return sentence === '' ? null : <p class="quiet">{sentence}</p>
  }
  return (
    <>
      <p class="quiet">
        <Busy text={standing?.paused ? 'Finishing what was begun…' : `${counted(atWork, 'document')} at a time`} />
      </p>
      {waiting > 0 && <p class="quiet">{counted(waiting, 'run')} without an answer: tried again soon.</p>}
      {!standing?.paused && (
        <p class="quiet">
          {standing?.carriesOn
            ? 'It goes on every hour when this is closed.'
            : 'Leave the sidebar open until all are done.'}
        </p>
      )}
    </>
  )
}

/** Why nothing is made just now, and when it goes on; '' where that is said elsewhere. */
function resting({ goesOnAt, stopped }: CrewStanding, standing: State['standing']): string {
  if (stopped !== undefined) return ''
  if (goesOnAt !== undefined)
    return `A run ended badly and holds the last ones until ${clockTime(goesOnAt)}, so that nothing is made twice. Then it goes on by itself.`
  if (standing?.paused) return 'Paused. What is made stays.'
  if (standing?.heldUntil !== undefined && standing.free > 0)
    return 'Another run is at work. Go on makes the others beside it.'
  if (standing?.heldUntil !== undefined)
    return `Another run is at work on these, or ended badly: they come free at ${clockTime(standing.heldUntil)} at the latest.`
  return standing?.carriesOn ? 'It goes on every hour by itself.' : 'It rests. What is made stays.'
}

function Trouble({ screen }: { readonly screen: DocumentsScreen }) {
  const { crew, standing } = screen
  const { stopped, failure, goesOnAt, atWork } = crew
  if (stopped !== undefined)
    return (
      <p class="notice" role="alert">
        {stopped.message}{' '}
        {goesOnAt !== undefined
          ? `It goes on by itself at ${clockTime(goesOnAt)}.`
          : standing?.carriesOn
            ? 'It is tried again every hour by itself, also when this is closed.'
            : 'Press Go on then.'}
      </p>
    )
  if (failure !== undefined && atWork === 0 && goesOnAt === undefined)
    return <TroubleBox trouble={troubleOf(failure)} again={screen.goOn} caption="Go on" />
  return null
}

function AskToCancel({ screen, left }: { readonly screen: DocumentsScreen; readonly left: number }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="notice asking">
      <h2 tabIndex={-1} ref={heading}>
        Leave out the {counted(left, 'document')} to do?
      </h2>
      <p>What is made stays.</p>
      <div class="buttons">
        <button type="button" onClick={() => screen.askToCancel(false)}>
          Go back
        </button>
        <button type="button" onClick={screen.cancel}>
          Leave them out
        </button>
      </div>
    </section>
  )
}
