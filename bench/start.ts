/**
 * The cold start of a formula: Google loads every file of the script anew for each recalculation. The engine for documents
 * is not among them; what it costs when the first document is made is measured beside it.
 */
import { readFileSync } from 'node:fs'
import { constants, createContext, Script } from 'node:vm'
import { gunzipSync } from 'node:zlib'
import { median, printTable, target } from './table.ts'

const rounds = 50

/** Milliseconds over an empty script. */
const mostOver = 20

const formula = `PLAN_STATUS(9, '2025-09-10', '2026-09-21', '2025-09-20', '2026-11-23')`

export async function benchStart(): Promise<void> {
  const built = readFileSync('dist/Code.js', 'utf8')
  const packed = /<script[^>]*>([^<]*)</.exec(readFileSync('dist/Documents.html', 'utf8'))?.[1] ?? ''
  const engine = gunzipSync(Buffer.from(packed, 'base64')).toString()
  const projects: readonly (readonly [name: string, files: readonly string[], call: string, answer: string])[] = [
    ['an empty script', ['function nothing() { return "" }'], 'nothing()', ''],
    ['Code.js and PLAN_STATUS', [built], formula, 'On track'],
    ['the engine of Documents.html, for the first document', [engine], 'typeof PlanDocuments.planContent', 'function'],
  ]
  const times = projects.map((): number[] => [])
  // In turn, so that what slows the machine slows all; round 0 warms up the machine, each context is fresh.
  for (let round = 0; round <= rounds; round++) {
    projects.forEach(([, files, call, answer], project) => {
      // V8 keeps what it has compiled; a text that it has not seen is compiled anew, as in a fresh machine.
      const scripts = [...files, call].map((text) => `${text}\n// ${round}`)
      const context = createContext(constants.DONT_CONTEXTIFY)
      const start = performance.now()
      const given = scripts.map((text) => new Script(text).runInContext(context)).pop()
      if (round > 0) times[project]?.push(performance.now() - start)
      if (given !== answer) throw new Error(`The call answered ${JSON.stringify(given)} and not ${answer}.`)
    })
  }
  const [empty, formulaTime] = times.map(median) as [number, number]
  console.log(
    `Cold start: load every file into a fresh context and call it once (medians of ${rounds}, milliseconds)\n`,
  )
  printTable(
    ['what', 'KB', 'milliseconds', 'over an empty script'],
    projects.map(([name, files], project) => {
      const time = median(times[project] as number[])
      return [name, Math.round(Buffer.byteLength(files.join('')) / 1024), time.toFixed(2), (time - empty).toFixed(2)]
    }),
  )
  console.log(
    `\nA formula: ${(formulaTime - empty).toFixed(1)} ms over an empty script, ${target(formulaTime - empty, mostOver)} (at most ${mostOver} ms).`,
  )
}
