/**
 * The runs that make documents side by side: when each begins again, how long it waits after a failure, and when all of them
 * go on by themselves. Knows neither the script nor the machine's clock; both are given.
 */
import type { DocumentsStanding } from '../../src/actions/requests/documents.ts'
import type { CallFailed } from '../server.ts'

export interface CrewStanding {
  /** Workers that make documents, or wait to try again. */
  readonly atWork: number
  /** Of these, the ones whose last run failed. */
  readonly waiting: number
  /** When all go on by themselves (ms since 1970), where they rest only for a while. */
  readonly goesOnAt?: number | undefined
  /** Why a run ended before its time: the account, and so all of them. */
  readonly stopped?: DocumentsStanding['stopped'] | undefined
  /** Of a run that failed and was not tried again with success. */
  readonly failure?: CallFailed | undefined
}

export const atRest: CrewStanding = { atWork: 0, waiting: 0 }

interface Surroundings {
  /** One run. @throws CallFailed */
  make(workers: number): Promise<DocumentsStanding>
  /** ms since 1970. */
  now(): number
  /** @returns calls it off */
  after(milliseconds: number, work: () => void): () => void
  /** Told after each run. */
  made(standing: DocumentsStanding): void
  /** Told whenever anything of it has changed. */
  changed(standing: CrewStanding): void
}

export interface Crew {
  /** As many workers from now on; those that are at work already stay. */
  send(workers: number): void
  /** What is being made is still made. */
  rest(): void
}

const second = 1000
const firstWait = 5 * second
const mostTries = 5
const busyWait = 60 * second
const longestBusyWait = 16 * busyWait
/** The browser's clock and Google's are not one. */
const spare = 5 * second

/** Refusals that pass; any other is the same the next time. */
const passing = ['UNEXPECTED', 'CHECK_RUNNING', 'SHEET_CHANGING', 'DRIVE_BUSY', 'DRIVE_UNSURE']

export function documentCrew({ make, now, after, made, changed }: Surroundings): Crew {
  let workers = 0
  let isSent = false
  let standing = atRest
  let last: DocumentsStanding | undefined
  let busyTimes = 0
  let callOffGoingOn = () => {}
  const endWaits = new Set<() => void>()

  function tell(change: Partial<CrewStanding>): void {
    standing = { ...standing, ...change }
    changed(standing)
  }

  function send(count: number): void {
    callOffGoingOn()
    workers = count
    isSent = true
    if (standing.atWork === 0) last = undefined
    tell({ goesOnAt: undefined, stopped: undefined, failure: undefined })
    for (const end of endWaits) end()
    while (standing.atWork < workers) void work()
  }

  function rest(): void {
    callOffGoingOn()
    isSent = false
    tell({ goesOnAt: undefined })
    for (const end of endWaits) end()
  }

  async function work(): Promise<void> {
    tell({ atWork: standing.atWork + 1 })
    let failures = 0
    while (isSent && standing.atWork <= workers) {
      try {
        last = await make(workers)
      } catch (cause) {
        const failure = cause as CallFailed
        failures++
        tell({ failure })
        if (!passes(failure) || failures === mostTries) break
        await waitFor(firstWait * 2 ** (failures - 1))
        continue
      }
      if (failures > 0) tell({ failure: undefined })
      failures = 0
      made(last)
      if (last.stopped) {
        isSent = false
        tell({ stopped: last.stopped })
      } else busyTimes = 0
      if (last.paused || last.free === 0) break
    }
    tell({ atWork: standing.atWork - 1 })
    if (standing.atWork === 0) settle()
  }

  /** All have come to their end. It may be one for a while only. */
  function settle(): void {
    const { stopped } = standing
    if (stopped?.code === 'DRIVE_BUSY') goOnIn(Math.min(busyWait * 2 ** busyTimes++, longestBusyWait))
    else if (isSent && last?.counts['To do'] && last.free === 0 && !last.paused && last.heldUntil !== undefined)
      goOnIn(Math.max(last.heldUntil - now(), 0) + spare)
  }

  function goOnIn(milliseconds: number): void {
    tell({ goesOnAt: now() + milliseconds })
    callOffGoingOn = after(milliseconds, () => send(workers))
  }

  /** Ends early where somebody sends them anew, or to rest. */
  async function waitFor(milliseconds: number): Promise<void> {
    tell({ waiting: standing.waiting + 1 })
    await new Promise<void>((resolve) => {
      const callOff = after(milliseconds, end)
      function end() {
        callOff()
        endWaits.delete(end)
        resolve()
      }
      endWaits.add(end)
    })
    tell({ waiting: standing.waiting - 1 })
  }

  return { send, rest }
}

function passes({ fault, refused }: CallFailed): boolean {
  return fault !== 'no-script' && (refused === undefined || passing.includes(refused.code))
}
