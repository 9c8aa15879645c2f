import { useEffect, useReducer, useRef } from 'preact/hooks'
import type { DocumentsStanding, StartDocumentsRequest, Whom } from '../../src/actions/requests/documents.ts'
import { type Asking, useAsked } from '../asked.ts'
import { pollWhileSeen } from '../poll.ts'
import type { SelectedRows } from '../selection/selected-rows.ts'
import { type CallFailed, call } from '../server.ts'
import { counted, inDigits } from '../words.ts'
import {
  type Act,
  type Choice,
  isLive,
  isRun,
  type Listed,
  next,
  progress,
  type State,
  shallCarryOn,
  start,
  toDo,
  whomOf,
} from './state.ts'
import { type Crew, documentCrew } from './workers.ts'

/** How often it is asked how far the documents are, while they are being made. */
const everySeconds = 5

export interface DocumentsScreen extends State {
  readonly setUp: Asking<'setUpDocuments'>
  readonly looked: Asking<'previewDocuments'>
  readonly results: Asking<'getDocuments'>
  /** Whether the selection of the sheet matters to it at the moment. */
  readonly followsSelection: boolean
  follow(selected: SelectedRows): void
  takeSelected(): void
  choose(choice: Choice): void
  pickGrade(grade: string): void
  writeStaff(staff: string): void
  /** Previews them at once. */
  chooseListed(listed: Listed): void
  /** Previews those who are chosen. */
  preview(): void
  /** @param page from 0 */
  turnPreview(page: number): void
  setMakesMore(wanted: boolean): void
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
  /** One run more, for the links that are missing on the roster. */
  writeLinks(): void
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
  const looked = useAsked('previewDocuments')
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

  const { shownState, page } = state
  async function look(forget = false): Promise<boolean> {
    const answer = await results.ask({ page, ...(shownState !== '' && { state: shownState }) }, forget)
    if (answer === undefined) return false
    tell({ type: 'stands', standing: answer })
    // Those of this page have come to another state meanwhile.
    if (answer.results.length === 0 && page > 0) tell({ type: 'page', page: 0 })
    return true
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
  const asked = useRef({ shownState, page })
  useEffect(() => {
    const before = asked.current
    asked.current = { shownState, page }
    if (before.shownState !== shownState || before.page !== page) void latest.current(before.shownState !== shownState)
  }, [shownState, page])

  const left = toDo(state)
  const isOver = state.hasBegun && state.crew.atWork === 0 && left === 0
  useEffect(() => {
    if (isOver) say(`All done: ${counted(progress(state).of, 'document')}.`)
  }, [isOver])

  function preview(whom: Whom | undefined): void {
    if (whom === undefined) return
    tell({ type: 'previewing', whom })
    say('Looking what there is to make')
    void looked.ask({ whom, page: 0 }, true).then((answer) => {
      if (answer !== undefined) say(`${counted(answer.total, 'document')}, ${inDigits(answer.counts.new)} new`)
    })
  }

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
    looked,
    results,
    followsSelection: state.choice === 'selected' && (state.makesMore || !isRun(state)),
    follow: (selected) => tell({ type: 'selected', selected }),
    takeSelected: () => tell({ type: 'take-selected' }),
    choose: (choice) => tell({ type: 'choose', choice }),
    pickGrade: (grade) => tell({ type: 'grade', grade }),
    writeStaff: (staff) => tell({ type: 'staff', staff }),
    chooseListed: (listed) => {
      tell({ type: 'listed', listed })
      preview(listed.whom)
    },
    preview: () => preview(whomOf(state)),
    turnPreview: (page) => {
      if (state.previewed !== undefined) void looked.ask({ whom: state.previewed, page })
    },
    setMakesMore: (wanted) => tell({ type: 'more', wanted }),
    setOverChanges: (wanted) => tell({ type: 'over-changes', wanted }),
    setCarryOn: (wanted) => tell({ type: 'carry-on', wanted }),
    setWorkers: (count) => tell({ type: 'workers', count }),
    setUpNow: () => {
      if (setUp.isBusy) return
      say('Setting up')
      void setUp.ask(undefined).then((answer) => {
        if (answer === undefined) return
        say('Set up')
        if (looked.trouble !== undefined) looked.again()
      })
    },
    make: () => {
      const { previewed: whom, overChanges } = state
      if (whom !== undefined) begin('starting', { whom, overChanges, carryOn: shallCarryOn(state) })
    },
    makeAgain: (became) => begin('starting-again', { whom: { state: became }, carryOn: shallCarryOn(state) }),
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
      tell({ type: 'going-on' })
      const send = () => crew.send(state.workers)
      if (state.standing?.paused !== true) send()
      else does('going-on', () => call('pauseDocuments', { paused: false }), send)
    },
    writeLinks: () => crew.send(1),
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
