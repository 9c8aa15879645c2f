/**
 * Making the plan document of every student, with the real actions of the built script on the in-memory Workspace and its
 * clock: eight workers, one worker, and beside them what scripts do that copy a template, open it and replace its tags.
 */
import { templateDocx } from '../build/templates/template-docx.ts'
import { sampleWorkbook } from '../local/sample/sample-workbook.ts'
import type { Execution } from '../local/workspace/execution.ts'
import { createWorkspace, type Workspace } from '../local/workspace/workspace.ts'
import { openTemplate } from '../src/documents/open-template.ts'
import { againstTheLimit, writesPerSecond } from './account-limit.ts'
import { printTable, target } from './table.ts'

/** The most calls a document that are wanted, where there are 200 documents or more. */
const mostCalls = 1.5
/** The most time over what the account's own limit takes. */
const mostTime = 1.25
const aYear = 365 * 86_400_000

interface Made {
  readonly documents: number
  readonly drive: number
  /** Calls that read or write cells. */
  readonly cells: number
  /** All calls of all services: properties, locks, metadata and builders too. */
  readonly all: number
  /** ms */
  readonly time: number
  readonly writes: number
  readonly runs: number
  readonly refused: number
}

/** @param most students of the larger school; the other one has a plan for 200 or so */
export async function benchDocuments(most = 1150): Promise<void> {
  const tags = await tagsOfTemplate()
  const rows: (string | number)[][] = []
  const reached: string[] = []
  for (const students of [...new Set([208, most])]) {
    const of = (who: string, when: string, made: Made): void => void rows.push(row(who, when, made))
    let documents: readonly number[] = []
    for (const workers of [8, 1]) {
      const [first, later] = twoYears(students, workers)
      const who = workers === 1 ? 'one worker' : `${workers} workers`
      of(who, 'folders to make', first)
      of(who, 'folders there', later)
      documents = [first.documents, later.documents]
      const calls = (later.drive + later.cells) / later.documents
      reached.push(
        `${later.documents} documents, ${who}, folders there: ${calls.toFixed(2)} calls on Drive and cells a document, ${target(calls, mostCalls)} (at most ${mostCalls}).`,
      )
      if (workers === 8 && students >= 1000)
        for (const made of [first, later])
          reached.push(
            `${made.documents} documents, ${who}: ${overLimit(made).toFixed(2)} times the account’s own limit, ${target(overLimit(made), mostTime)} (at most ${mostTime}).`,
          )
    }
    of('copied (model)', 'folders to make', copyOpenReplace(documents[0]!, tags, false))
    of('copied (model)', 'folders there', copyOpenReplace(documents[1]!, tags, true))
  }
  console.log('Plan documents on the clock of the in-memory Workspace; calls are a document\n')
  printTable(['documents', 'by', '', 'Drive', 'cells', 'all', 'seconds', 'times the limit', 'runs', 'refused'], rows)
  console.log(`
A write of Drive takes 0.7 s, a conversion 2.5 s, and the account may write ${writesPerSecond} times a second: the limit is the writes
divided by ${writesPerSecond}. “All” counts every method of every service, also those that ask nobody, as Utilities.newBlob.
Copied: a model of copy, open, replace, save; DocumentApp is not emulated. One copy of 2.7 s, ${tags} tags to replace, a
folder looked for in 0.3 s and made in 0.7 s, and ${copiesInARun} documents in a run of 6 minutes, the most that is thought
possible; the next run begins at once.
`)
  for (const line of reached) console.log(line)
}

function row(who: string, when: string, made: Made): (string | number)[] {
  const each = (calls: number) => (calls / made.documents).toFixed(2)
  const { documents, drive, cells, all, time, runs, refused } = made
  const over = overLimit(made).toFixed(2)
  return [documents, who, when, each(drive), each(cells), each(all), Math.round(time / 1000), over, runs, refused]
}

function overLimit({ time, writes }: Made): number {
  return time / ((writes / writesPerSecond) * 1000)
}

/** The school's first year, and the next one: then the folders of its students are there. */
function twoYears(students: number, workers: number): readonly [Made, Made] {
  const workspace = createWorkspace({
    dist: 'dist',
    workbook: sampleWorkbook({ students, style: 'logs', seed: 7 }),
    now: '2026-11-23T09:00:00-07:00',
    drive: { writesPerSecond: Number.POSITIVE_INFINITY },
  })
  answered(workspace, 'checkRoster', {})
  answered(workspace, 'setUpDocuments')
  const first = madeBy(workspace, workers)
  workspace.clock.advance(aYear)
  return [first, madeBy(workspace, workers)]
}

function madeBy(workspace: Workspace, workers: number): Made {
  const before = new Set(workspace.drive.files)
  const asked = Number(answered(workspace, 'startDocuments', { whom: 'all' }).counts['To do'])
  const from = workspace.calls.total
  let free = asked
  const runs = Array.from({ length: workers }, (): Execution[] => [])
  workspace.sideBySide(
    runs.map((own) => () => {
      // Whoever begins when all is taken finds nothing to do.
      if (free === 0) return false
      const progress = answered(workspace, 'makeDocuments', { workers })
      if (progress.stopped || progress.linksMissing) throw new Error(`A run stopped: ${JSON.stringify(progress)}`)
      own.push(workspace.lastExecution!)
      free = Number(progress.free)
      return free > 0
    }),
  )
  const calls = workspace.calls.log.slice(from)
  checkMade(workspace, before, asked)
  const paced = againstTheLimit(runs)
  return {
    documents: asked,
    drive: calls.filter(({ effect }) => effect.endsWith('-drive')).length + paced.refused,
    cells: calls.filter(({ effect }) => effect.endsWith('-range')).length,
    // A refused write is followed by a wait.
    all: calls.length + 2 * paced.refused,
    ...paced,
    runs: runs.flat().length,
  }
}

/** One document for each student who was asked for, each in a folder of its own, each with its link on the roster. */
function checkMade({ drive, workbook }: Workspace, before: ReadonlySet<object>, asked: number): void {
  const made = drive.files.filter((file) => !before.has(file))
  const roster = workbook.sheets.find(({ name }) => name === 'Students')!.values
  const column = roster[0]!.indexOf('Plan document')
  const links = new Set(roster.map((row) => row?.[column]))
  const counts = {
    documents: made.length,
    keys: new Set(made.map(({ appProperties }) => appProperties.get('key'))).size,
    folders: new Set(made.map(({ parent }) => parent)).size,
    links: made.filter(({ id }) => links.has(`https://docs.google.com/document/d/${id}/edit?usp=drivesdk`)).length,
  }
  if (Object.values(counts).some((count) => count !== asked))
    throw new Error(`${asked} documents were asked for, and there are ${JSON.stringify(counts)}.`)
}

function answered(workspace: Workspace, name: string, request?: object) {
  const answer = JSON.parse(String(workspace.execute(name, request ? [JSON.stringify(request)] : [])))
  if (!answer.ok) throw new Error(`${name} did not run: ${answer.message}`)
  return answer
}

/** Tags that are no part and no row: those that a script could replace, which can neither repeat nor leave out. */
async function tagsOfTemplate(): Promise<number> {
  const { uses } = openTemplate(await templateDocx('.', 'secondary'))
  return new Set(uses.filter(({ type }) => type === 'text').map(({ name }) => name)).size
}

/** Copying was seen at 2.7 s a file (github.com/ericyd/gdrive-copy/issues/100). */
const copyTime = 2700
const runTime = 6 * 60_000
const copiesInARun = 120
const findFolderTime = 300
const makeFolderTime = 700

function copyOpenReplace(documents: number, tags: number, hasFolders: boolean): Made {
  const restTime = runTime / copiesInARun - copyTime
  const each = copyTime + restTime + findFolderTime + (hasFolders ? 0 : makeFolderTime)
  const writes = hasFolders ? 1 : 2
  const drive = writes + 1
  // Open, its body, every tag, save and close; and the link.
  const all = drive + 1 + 1 + tags + 1 + 1
  return {
    documents,
    drive: drive * documents,
    cells: documents,
    all: all * documents,
    time: each * documents,
    writes: writes * documents,
    runs: Math.ceil((each * documents) / runTime),
    refused: 0,
  }
}
