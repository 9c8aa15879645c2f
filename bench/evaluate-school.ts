/**
 * One size of the benchmark of reading and judging, in a process of its own, so that its memory is its own:
 * `tsx bench/evaluate-school.ts STUDENTS` prints its {@link Measured} as JSON.
 */
import { constants, createContext, runInContext } from 'node:vm'
import { bundle } from '../build/script.ts'
import { root } from '../build/write-dist.ts'
import { asOf, madeUpSchool, schoolYear, type Table } from './school.ts'
import { median } from './table.ts'

/** Times in milliseconds, memory in bytes. */
export interface Measured {
  readonly students: number
  readonly cells: number
  readonly parse: number
  readonly read: number
  readonly evaluate: number
  /** Reading and judging for the first time in a fresh context, as every check in Apps Script is. */
  readonly first: number
  readonly heap: number
  readonly peak: number
}

const students = Number(process.argv[2])
const { text, names, cells } = asJson(madeUpSchool(students))

// An ordinary context without a host's objects: what V8 gives a script in Apps Script. (Node 20.18 and newer.)
const context = createContext(constants.DONT_CONTEXTIFY)
const script = await bundle(root, 'bench/read-and-evaluate.ts', 'Bench')
runInContext(script.text, context)
const { parse, read, judge } = runInContext(
  `({
    parse: (text) => JSON.parse(text),
    read: (rows, names) =>
      Bench.readSchool(rows.map((rows, tab) => ({ name: names[tab], rows, managed: [] })), { schoolYear: '${schoolYear}' }),
    judge: ({ school }) =>
      Bench.evaluate(Bench.policyById('davis-4i-101'), school, { asOf: '${asOf}', schoolYear: '${schoolYear}' }),
  })`,
  context,
) as { parse(text: string): unknown; read(rows: unknown, names: unknown): unknown; judge(reading: unknown): unknown }

interface Round {
  readonly parse: number
  readonly read: number
  readonly evaluate: number
  readonly heap: number
}

const tabNames = parse(names)

/** Both sides in turn, so that what slows the machine slows both; what a round made is garbage when it ends. */
function round(): Round {
  const start = performance.now()
  const rows = parse(text)
  const parsed = performance.now()
  const reading = read(rows, tabNames)
  const readDone = performance.now()
  judge(reading)
  const judged = performance.now()
  const heap = process.memoryUsage().heapUsed
  return { parse: parsed - start, read: readDone - parsed, evaluate: judged - readDone, heap }
}

const warmUp = round()
// Of one run, as a check is one: the rounds that follow are made among the garbage of those before.
const peak = process.resourceUsage().maxRSS * 1024
const rounds = Array.from({ length: 7 }, round)
const measured: Measured = {
  students,
  cells,
  parse: median(rounds.map((one) => one.parse)),
  read: median(rounds.map((one) => one.read)),
  evaluate: median(rounds.map((one) => one.evaluate)),
  first: warmUp.read + warmUp.evaluate,
  heap: warmUp.heap,
  peak,
}
console.log(JSON.stringify(measured))

/** The school as text alone: while it is measured, its tables are not in memory twice. */
function asJson(tables: readonly Table[]): { readonly text: string; readonly names: string; readonly cells: number } {
  return {
    text: JSON.stringify(tables.map(({ rows }) => rows)),
    names: JSON.stringify(tables.map(({ name }) => name)),
    cells: tables.reduce((sum, { rows }) => sum + rows.length * (rows[0]?.length ?? 0), 0),
  }
}
