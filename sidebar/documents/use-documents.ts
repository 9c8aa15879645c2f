import { useEffect, useReducer, useRef } from 'preact/hooks'
import type { DocumentsStanding, StartDocumentsRequest } from '../../src/actions/requests/documents.ts'
import { type Asking, useAsked } from '../asked.ts'
import { pollWhileSeen } from '../poll.ts'
import type { SelectedRows } from '../selection/selected-rows.ts'
import { type CallFailed, call } from '../server.ts'
import { counted, inDigits } from '../words.ts'
import { type Act, type Choice, isLive, type Listed, next, type State, start, toDo, whomOf } from './state.ts'
import { type Crew, documentCrew } from './workers.ts'

/** How often it is asked how far the documents are, while they are being made. */
const everySeconds = 5

export interface DocumentsScreen extends State {
  readonly setUp: Asking<'setUpDocuments'>
  readonly preview: Asking<'previewDocuments'>
  readonly results: Asking<'getDocuments'>
  /** Whether the selection of the sheet matters to it at the moment. */
  readonly followsSelection: boolean
  follow(selected: SelectedRows): void
  takeSelected(): void
  choose(choice: Choice): void
  pickGrade(grade: string): void
  chooseListed(listed: Listed): void
  /** @param page from 0 */
  showPreview(page: number): void
  setOverChanges(wanted: boolean): void
  setCarryOn(wanted: boolean): void
  setWorkers(count: number): void
  setUpNow(): void
  /** Asks for what was previewed, and makes it. */
  make(): void
  /** Asks again for those whose document has this state. */
  makeAgain(state: string): void
  pause(): void
  goOn(): void
  /** What was asked of the script last and did not come about. */
  actAgain(): void
  askToCancel(asking: boolean): void
  cancel(): void
  show(state: string): void
  turnTo(page: number): void
}

/**
 * @param isShown whether its screen is the one that is open; documents are made meanwhile all the same
 * @param say tells a screen reader
 */
export function useDocuments(isShown: boolean, say: (sentence: string) => void): DocumentsScreen {
  const [state, tell] = useReducer(next, start)
  const setUp = useAsked('setUpDocuments')
  const preview = useAsked('previewDocuments')
  const results = useAsked('getDocuments')
  const hired = useRef<Crew | undefined>(undefined)
  hired.current ??= documentCrew({
    make: (workers) => call('makeDocuments', { workers }),
    now: () => Date.now(),
    after: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
    made: (standing) => tell({ type: 'made', standing }),
    changed: (standing) => tell({ type: 'crew', crew: standing }),
  })
  const crew = hired.current

  async function look(forget = false): Promise<boolean> {
    const { shownState, page } = state
    const answer = await results.ask({ page, ...(shownState !== '' && { state: shownState }) }, forget)
    if (answer !== undefined) tell({ type: 'stands', standing: answer })
    return answer !== undefined
  }
  // The poll outlives many drawings, and each has its own question.
  const latest = useRef(look)
  latest.current = look
  const live = isLive(state, Date.now())
  useEffect(() => {
    if (!isShown) return undefined
    if (live) return pollWhileSeen(() => latest.current(), everySeconds)
    void latest.current()
    return undefined
  }, [isShown, live])
  const seen = useRef(`${state.shownState} ${state.page}`)
  useEffect(() => {
    const now = `${state.shownState} ${state.page}`
    if (seen.current !== now) void latest.current(true)
    seen.current = now
  }, [state.shownState, state.page])

  const left = toDo(state)
  const isOver = state.asked !== undefined && state.crew.atWork === 0 && left === 0
  useEffect(() => {
    if (isOver) say(`All done: ${counted(state.asked ?? 0, 'document')}.`)
  }, [isOver])

  const lastAct = useRef(() => {})

  /** @param then where it was done */
  function does(act: Act, asking: () => Promise<DocumentsStanding>, then: () => void): void {
    if (state.act !== undefined) return
    lastAct.current = () => {
      tell({ type: 'acting', act })
      asking().then(
        (standing) => {
          tell({ type: 'acted', standing })
          then()
        },
        (cause: CallFailed) => tell({ type: 'failed', act, cause }),
      )
    }
    lastAct.current()
  }

  function begin(act: Act, asked: StartDocumentsRequest): void {
    say('Asking for the documents')
    const started = () => {
      say('Making documents')
      crew.send(state.workers)
    }
    does(act, () => call('startDocuments', asked), started)
  }

  return {
    ...state,
    setUp,
    preview,
    results,
    followsSelection: state.choice === 'selected' && state.crew.atWork === 0,
    follow: (selected) => tell({ type: 'selected', selected }),
    takeSelected: () => tell({ type: 'take-selected' }),
    choose: (choice) => tell({ type: 'choose', choice }),
    pickGrade: (grade) => tell({ type: 'grade', grade }),
    chooseListed: (listed) => tell({ type: 'listed', listed }),
    showPreview: (page) => {
      const whom = page === 0 ? whomOf(state) : state.previewed
      if (whom === undefined) return
      if (page === 0) tell({ type: 'previewing', whom })
      say('Looking what there is to make')
      void preview.ask({ whom, page }, true).then((answer) => {
        if (answer !== undefined) say(`${counted(answer.total, 'document')}, ${inDigits(answer.counts.new)} new`)
      })
    },
    setOverChanges: (wanted) => tell({ type: 'over-changes', wanted }),
    setCarryOn: (wanted) => tell({ type: 'carry-on', wanted }),
    setWorkers: (count) => tell({ type: 'workers', count }),
    setUpNow: () => {
      if (setUp.isBusy) return
      say('Setting up')
      void setUp.ask(undefined).then((answer) => {
        if (answer === undefined) return
        say('Set up')
        if (preview.trouble !== undefined) preview.again()
      })
    },
    make: () => {
      const { previewed: whom, overChanges, carryOn } = state
      if (whom !== undefined) begin('starting', { whom, overChanges, carryOn })
    },
    makeAgain: (became) =>
      begin('starting-again', { whom: { state: became }, carryOn: state.standing?.carriesOn ?? false }),
    pause: () => {
      crew.rest()
      does(
        'pausing',
        () => call('pauseDocuments', { paused: true }),
        () => say('Paused'),
      )
    },
    goOn: () => {
      say('Going on')
      const send = () => crew.send(state.workers)
      if (state.standing?.paused !== true) send()
      else does('going-on', () => call('pauseDocuments', { paused: false }), send)
    },
    actAgain: () => lastAct.current(),
    askToCancel: (asking) => tell({ type: 'ask-to-cancel', asking }),
    cancel: () => {
      crew.rest()
      does(
        'cancelling',
        () => call('cancelDocuments', undefined),
        () => say('The rest was left out'),
      )
    },
    show: (shown) => tell({ type: 'show', state: shown }),
    turnTo: (page) => tell({ type: 'page', page }),
  }
}
