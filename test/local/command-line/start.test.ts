import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { readStartArguments } from '../../../local/command-line/start-arguments.ts'
import { scratchFolder } from '../scratch.ts'
import { run } from './run.ts'

const start = fileURLToPath(new URL('../../../local/command-line/start.ts', import.meta.url))

interface Started {
  readonly process: ChildProcess
  /** All that was printed so far. */
  readonly printed: () => string
  readonly exited: Promise<number | null>
}

/** `npm start` in a folder, up to the line with the address. */
async function started(words: readonly string[], folder: string): Promise<Started> {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), start, ...words], { cwd: folder })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await new Promise<void>((resolve, reject) => {
    const listen = (part: Buffer) => {
      printed += part
      if (/Ctrl\+C ends it/.test(printed)) resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', () => reject(new Error(printed)))
  })
  return { process: child, printed: () => printed, exited }
}

test('npm start with a file checks it, serves it at the printed address, and Ctrl+C ends it', async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'roster.csv'), 'Student ID,Last Name,First Name,Grade\n004457,Okafor,Mateo,5\n')
  const { process: served, printed, exited } = await started(['roster.csv', '--as-of', '2026-11-23'], folder)
  expect(printed()).toMatch(/Students +1\n/)
  expect(existsSync(join(folder, 'out', 'roster', 'roster.xlsx'))).toBe(true)

  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed())![0]
  const page = await (await fetch(address)).text()
  expect(page).toContain('<title>Plan Keeper workbench</title>')
  for (const part of ['workbench.js', 'workbench.css']) {
    expect(page).toContain(part)
    expect((await fetch(`${address}/${part}`)).status).toBe(200)
  }
  const token = /name="workbench-token" content="([^"]+)"/.exec(page)![1]!
  const headers = { 'x-workbench-token': token, 'content-type': 'application/json' }
  const answer = await fetch(`${address}/api/getWorkbook`, { method: 'POST', headers, body: 'null' })
  const { workbook } = (await answer.json()) as {
    workbook: { name: string; tabs: { name: string }[]; sidebar: object }
  }
  expect(workbook.name).toBe('roster')
  expect(workbook.tabs.map(({ name }) => name)).toContain('Findings')
  expect(workbook.sidebar).toMatchObject({ title: 'Plan Keeper' })

  served.kill('SIGINT')
  expect(await exited).toBe(0)
  expect(printed()).toContain('The workbench is closed.')
  await expect(fetch(address)).rejects.toThrow()
})

test('npm start with a file in which no roster is found says why, and serves it to be told what its tabs are', async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'list.csv'), 'Nummer,Wer\n004457,Okafor\n')
  const { process: served, printed, exited } = await started(['list.csv'], folder)
  expect(printed()).toContain('No tab looks like a roster.')
  expect(existsSync(join(folder, 'out'))).toBe(false)
  served.kill('SIGINT')
  expect(await exited).toBe(0)
})

test('without serving it, such a file ends with the one sentence', async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'menu.csv'), 'Dish,Price\nSoup,4\n')
  const ran = await run('start', ['menu.csv', '--no-serve'], folder)
  expect(ran).toMatchObject({ exitCode: 2, stdout: '' })
  expect(ran.stderr.trim().split('\n')).toHaveLength(1)
})

test('without a word it is the sample school, served', () => {
  expect(readStartArguments([], '2026-11-23')).toEqual({ serves: true })
  expect(readStartArguments(['--no-serve'], '2026-11-23')).toEqual({ serves: false })
  expect(readStartArguments(['--help'], '2026-11-23')).toBeUndefined()
})

test('a file may be checked without serving it, wherever the word for it stands', () => {
  const check = { input: 'a.csv', name: 'a', out: join('out', 'a'), asOf: '2026-11-23', all: true }
  expect(readStartArguments(['--no-serve', 'a.csv', '--all'], '2026-11-23')).toEqual({ check, serves: false })
  expect(readStartArguments(['a.csv', '--all', '--no-serve'], '2026-11-23')).toEqual({ check, serves: false })
  expect(readStartArguments(['a.csv', '--all'], '2026-11-23')).toEqual({ check, serves: true })
})
