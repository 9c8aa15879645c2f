/**
 * One run of a worker: it takes some of the documents that are to do, makes them one by one, and writes down what became of
 * them. Any number of workers may run side by side, and each may be cut short anywhere: what it held is free again after its
 * lease, and a document that it made is found in Drive by its key.
 */
import { DriveError, isPermissionMissing } from '../drive/drive-error.ts'
import type { IsoDate } from '../policy/schema.ts'
import { CheckStopped } from '../records/problem.ts'
import { activeWorkbook, withDocumentLock } from '../workbook/active-workbook.ts'
import {
  type DocumentState,
  documentStates,
  findJournal,
  type JournalRow,
  readJournal,
  writeJournal,
} from '../workbook/documents-journal.ts'
import { type Held, type Lease, type Leases, openLeases, type SchoolFolders } from './leases.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/** What became of one document. */
export interface Outcome {
  readonly state: DocumentState
  readonly link?: string
  readonly note?: string
  /** The last day on which it was changed; what stands in the tab stays where this is absent. */
  readonly changedOn?: IsoDate | undefined
}

export interface Job {
  /** Finds or makes the folders of the rows' schools, by one run at a time. @param known those of the last time */
  folders(rows: readonly JournalRow[], known: SchoolFolders): SchoolFolders
  /**
   * Reads what all documents of the run need, once.
   *
   * @param runs how many runs work side by side
   * @returns makes one; a DriveError that it throws says whether the others can go on. It may be called again for the same
   *   row
   */
  prepare(rows: readonly JournalRow[], folders: SchoolFolders, runs: number): (row: JournalRow) => Outcome
}

export interface Progress {
  readonly counts: Readonly<Partial<Record<DocumentState, number>>>
  /** How many were to do when documents were last asked for. */
  readonly asked: number
  /** To do and held by no run. */
  readonly free: number
  /** To do, held by runs, and through there already. */
  readonly underWay: number
  /** When the next held rows come free at the latest (ms since 1970), where any that are to do are held. */
  readonly heldUntil?: number
  /** Why this run ended before its time, in words for people. */
  readonly stopped?: { readonly code: string; readonly message: string }
  readonly paused: boolean
}

export interface Pace {
  /** ms since 1970. */
  now(): number
  /** How many workers share the rows. */
  readonly workers: number
}

/** A run begins no further document after this time (platform limit: 6 minutes). */
const workingTime = 5 * 60_000
/** As many as surely fit into it at 2.5 s each; fewer where a run has shown that. */
const mostInAnyRun = 100
/** A run has a hundred calls of its own: so that they are worth it, fewer documents are shared by no more than so many runs. */
const fewDocuments = 400
const fewRuns = 3
const leastInOneRun = 10
const documentsBetweenReports = 10

/** Troubles of the account, not of one document: the rest would meet them too. */
const stopsAll = ['DRIVE_BUSY', 'DRIVE_DAY_USED_UP', 'DRIVE_FULL']

/** @param job is begun when the run has rows: a run that finds none shall cost little */
export function workOnDocuments(job: () => Job, pace: Pace): Progress {
  const started = pace.now()
  const { spreadsheet } = activeWorkbook()
  const sheet = findJournal(spreadsheet)
  const leases = openLeases()
  const taken = sheet && withDocumentLock(() => take(sheet, leases, pace))
  if (!taken) return progressOf(sheet ? readJournal(sheet) : [], leases.read(pace.now()))
  const { lease, rows, runs } = taken
  const done = new Map<string, JournalRow>()
  const unsure: string[] = []
  let stopped: Progress['stopped']
  let isLate = false
  let progress: Progress | undefined
  try {
    const { folders, prepare } = job()
    const make = prepare(rows, foldersFor(rows, folders, leases, pace), runs)
    for (const row of rows) {
      isLate = pace.now() - started > workingTime
      if (isLate || stopped) break
      try {
        const { state, link = row.link, note = '', changedOn = row.changedOn } = twice(() => make(row))
        done.set(row.key, { ...row, state, link, note, changedOn })
      } catch (error) {
        if (isPermissionMissing(error)) throw error
        const { code, message } = explained(error)
        if (stopsAll.includes(code)) stopped = { code, message }
        else if (code === 'DRIVE_UNSURE') unsure.push(row.key)
        else done.set(row.key, { ...row, state: stateOf(code), note: message })
      }
      const through = done.size + unsure.length
      if (through % documentsBetweenReports === 0 && leases.report(lease, through)) break
    }
  } finally {
    progress = withDocumentLock(() => {
      const journal = writeJournal(sheet, [...done.values()])
      leases.end(lease, unsure, pace.now())
      if (isLate) leases.keepMost(done.size)
      return progressOf(journal, leases.read(pace.now()))
    })
  }
  return { ...progress, ...(stopped && { stopped }) }
}

/** How far the documents are; for a person who looks on as well. */
export function documentsProgress(now: number): Progress {
  const sheet = findJournal(activeWorkbook().spreadsheet)
  return progressOf(sheet ? readJournal(sheet) : [], openLeases().read(now))
}

function progressOf(rows: readonly JournalRow[], { leases, paused, asked }: Held): Progress {
  const counts: Partial<Record<DocumentState, number>> = {}
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1
  const toDo = new Set(rowsToDo(rows).map(({ key }) => key))
  const ends = leases.flatMap(({ keys, until }) => (keys.some((key) => toDo.has(key)) ? [until] : []))
  return {
    counts,
    asked,
    free: freeRows(rows, leases).length,
    underWay: leases.reduce((sum, { done }) => sum + done, 0),
    ...(ends.length > 0 && { heldUntil: Math.min(...ends) }),
    paused,
  }
}

/** What a run works on. */
interface Taken {
  readonly lease: Lease
  readonly rows: readonly JournalRow[]
  /** How many work side by side. */
  readonly runs: number
}

/** A share of the rows that nobody holds. */
function take(sheet: Sheet, leases: Leases, { now, workers }: Pace): Taken | undefined {
  const { leases: others, paused, asked, mostInOneRun = mostInAnyRun } = leases.read(now())
  if (paused) return undefined
  const journal = readJournal(sheet)
  // A copy of the spreadsheet has the rows, but not what was remembered beside them.
  const { share, runs } = shares(Math.max(asked, rowsToDo(journal).length), mostInOneRun, workers)
  const rows = freeRows(journal, others).slice(0, share)
  if (rows.length === 0) return undefined
  const keys = rows.map(({ key }) => key)
  return { lease: leases.take(keys, now(), others), rows, runs }
}

function foldersFor(rows: readonly JournalRow[], find: Job['folders'], leases: Leases, { now }: Pace): SchoolFolders {
  return withDocumentLock(() => {
    const { folders: known } = leases.read(now())
    const folders = find(rows, known)
    if (JSON.stringify([...folders]) !== JSON.stringify([...known])) leases.keepFolders(folders)
    return folders
  })
}

/** How many rows each run takes, all the same, and how many runs that makes side by side. */
function shares(asked: number, mostInOneRun: number, workers: number) {
  const runs = asked < fewDocuments ? Math.min(workers, fewRuns) : workers
  const rounds = Math.ceil(asked / (runs * Math.max(leastInOneRun, mostInOneRun)))
  const share = Math.max(leastInOneRun, Math.ceil(asked / (runs * rounds)))
  return { share, runs: Math.min(runs, Math.ceil(asked / share)) }
}

function rowsToDo(rows: readonly JournalRow[]): readonly JournalRow[] {
  return rows.filter(({ state }) => state === documentStates.toDo)
}

function freeRows(rows: readonly JournalRow[], leases: readonly Lease[]): readonly JournalRow[] {
  const held = new Set(leases.flatMap(({ keys }) => keys))
  return rowsToDo(rows).filter(({ key }) => !held.has(key))
}

/**
 * A service other than Drive may fail for once, before or after Drive was asked for nothing; Drive's own failures were dealt
 * with already.
 */
function twice<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof DriveError || error instanceof CheckStopped || isPermissionMissing(error)) throw error
    return work()
  }
}

function stateOf(code: string): DocumentState {
  return code === 'CHANGED_BY_HAND' ? documentStates.changedByHand : documentStates.notMade
}

/** One bad row must not end the run: what was not foreseen is said of its row. */
function explained(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof DriveError || error instanceof CheckStopped) return error
  return { code: 'UNEXPECTED', message: 'Something went wrong that was not foreseen. Ask for this document once more.' }
}
