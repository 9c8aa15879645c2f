/** `npm run inputs`: checks every real set, prints what came of it and writes it into docs/inputs.md. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { putOnPage, tableOf } from './inputs-page.ts'
import { madeRosters, oddInputs, type RealInput, studentSets } from './real-inputs.ts'
import { type InputRun, runInput } from './run-inputs.ts'

const folder = mkdtempSync(join(tmpdir(), 'plan-keeper-inputs-'))
try {
  const sets = await runAll([...studentSets, ...madeRosters(join(folder, 'made'))])
  const odd = await runAll(oddInputs())
  const text = tableOf(sets, odd)
  putOnPage(text)
  process.stdout.write(`${text}\n`)
  for (const { input, seconds } of sets) process.stdout.write(`${seconds.toFixed(1).padStart(6)} s  ${input.name}\n`)
} finally {
  rmSync(folder, { recursive: true })
}

async function runAll(inputs: readonly RealInput[]): Promise<readonly InputRun[]> {
  const runs: InputRun[] = []
  for (const input of inputs) runs.push(await runInput(input, folder))
  return runs
}
