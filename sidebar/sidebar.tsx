import { useEffect, useReducer, useRef } from 'preact/hooks'
import type { LastCheck, Overview } from '../src/actions/requests/overview.ts'
import { Findings, NotTracked, Problems, Sentences } from './result.tsx'
import { call } from './server.ts'
import { next, type State, start } from './state.ts'
import type { Trouble } from './trouble.ts'
import { dayInWords, timeInWords } from './words.ts'

/** The whole sidebar. */
export function Sidebar() {
  const [state, tell] = useReducer(next, start)

  const heading = useRef<HTMLHeadingElement>(null)
  const action = useRef<HTMLButtonElement>(null)

  function open() {
    tell({ type: 'opening' })
    call('getOverview').then(
      (answer) => tell({ type: 'opened', answer }),
      (cause) => tell({ type: 'failed', cause }),
    )
  }

  function check() {
    if (state.busy !== undefined) return
    tell({ type: 'checking' })
    call('checkRoster', JSON.stringify({ answer: 'counts' })).then(
      (answer) => tell({ type: 'checked', answer }),
      (cause) => tell({ type: 'failed', cause }),
    )
  }

  /** The pressed button goes away with its message, so the focus is moved to what stays. */
  function tryAgain() {
    if (state.overview === undefined) {
      heading.current?.focus()
      open()
    } else {
      action.current?.focus()
      check()
    }
  }

  useEffect(() => {
    open()
  }, [])

  return (
    <main>
      <h1 ref={heading} tabIndex={-1}>
        Roster check
      </h1>
      <p role="status" class="spoken">
        {state.spoken}
      </p>
      {state.overview !== undefined && (
        <>
          <Basis {...basisOf(state, state.overview)} />
          <p class="quiet">{whereSet(state, state.overview)}</p>
          <button type="button" class="action" aria-disabled={state.busy !== undefined} onClick={check} ref={action}>
            {state.busy === 'checking' ? <Busy text="Checking…" /> : 'Check now'}
          </button>
          {state.busy === 'checking' && (
            <p class="quiet">A large roster takes longer. You may go on working in the sheet.</p>
          )}
        </>
      )}
      {state.overview === undefined && state.busy === 'opening' && (
        <p class="quiet">
          <Busy text="Opening…" />
        </p>
      )}
      {state.trouble !== undefined && <TroubleBox trouble={state.trouble} again={tryAgain} />}
      <Result state={state} />
    </main>
  )
}

interface BasisProps {
  readonly policy: string
  readonly asOf: string
  readonly schoolYear: string
}

/** What the result shown was checked against, else what the next check will use. */
function basisOf(state: State, overview: Overview): BasisProps {
  const { policy, asOf, schoolYear } = state.done ?? overview
  return { policy: policyName(overview, policy), asOf: dayInWords(asOf), schoolYear }
}

function Basis({ policy, asOf, schoolYear }: BasisProps) {
  return (
    <dl class="basis">
      <dt>Policy</dt>
      <dd>{policy}</dd>
      <dt>As of</dt>
      <dd>{asOf}</dd>
      <dt>School year</dt>
      <dd>{schoolYear}</dd>
    </dl>
  )
}

/** The tab Settings comes into being with the first check. */
function whereSet(state: State, overview: Overview): string {
  return state.done === undefined && overview.last === undefined
    ? 'The first check makes a tab Settings, where you can change these.'
    : 'Change these on the tab Settings.'
}

function Busy({ text }: { readonly text: string }) {
  return (
    <>
      <span class="spinner" aria-hidden="true" />
      {text}
    </>
  )
}

function TroubleBox({ trouble, again }: { readonly trouble: Trouble; readonly again: () => void }) {
  return (
    <section class="trouble" role="alert">
      <h2>{trouble.title}</h2>
      <p>{trouble.advice}</p>
      {trouble.detail !== '' && <p class="detail">{trouble.detail}</p>}
      <button type="button" onClick={again}>
        Try again
      </button>
    </section>
  )
}

/** What this sidebar's own check found, else what the workbook remembers of the last one. */
function Result({ state }: { readonly state: State }) {
  const { done, overview } = state
  if (done !== undefined) {
    return (
      <>
        <Findings counted={done} when="Checked just now" />
        <Sentences
          heading="The school as a whole"
          sentences={done.school.filter(isOpen).map(({ message }) => message)}
        />
        <NotTracked notTracked={done.notTracked} />
        <Problems problems={done.problems} problemCount={done.problemCount} />
        <Sentences heading="Notes" sentences={done.notes} />
      </>
    )
  }
  if (overview === undefined) return null
  return (
    <>
      {overview.last === undefined ? (
        state.trouble === undefined && <p class="quiet">This roster has not been checked yet.</p>
      ) : (
        <LastFindings last={overview.last} overview={overview} />
      )}
      <Sentences heading="Notes" sentences={overview.notes} />
    </>
  )
}

function LastFindings({ last, overview }: { readonly last: LastCheck; readonly overview: Overview }) {
  const same = last.policy === overview.policy && last.asOf === overview.asOf
  const against = `Against ${policyName(overview, last.policy)}, as of ${dayInWords(last.asOf)}`
  return (
    <Findings
      counted={last}
      when={`Last checked ${dayInWords(last.checkedAt)}, ${timeInWords(last.checkedAt.slice(11))}`}
      against={same ? undefined : against}
    />
  )
}

function policyName({ policies }: Overview, id: string): string {
  return policies.find((policy) => policy.id === id)?.name ?? id
}

function isOpen({ status }: { readonly status: string }): boolean {
  return status === 'LATE' || status === 'OPEN' || status === 'CHECK'
}
