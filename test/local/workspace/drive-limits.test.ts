import { expect, test } from 'vitest'
import { SustainedRate } from '../../../local/workspace/drive/sustained-rate.ts'
import { lincoln } from './lincoln.ts'
import { blob, types } from './school-drive.ts'

const rateLimit = 'API call to drive.files.create failed with error: User rate limit exceeded.'
const document = `Drive.Files.create({ mimeType: DOC }, ${blob('plan')})`

test('a conversion takes 2.5 s on the virtual clock', () => {
  const { run, workspace } = lincoln()
  const before = workspace.clock.now()
  run(`${types}; ${document}`)
  expect(workspace.clock.now() - before).toBe(2500)
})

test('145 conversions fit into the six minutes of a run, and the one that is cut off has taken effect', () => {
  const { refusal, workspace } = lincoln()
  expect(
    refusal(`${types}; const media = ${blob('plan')}; for (;;) Drive.Files.create({ mimeType: DOC }, media)`),
  ).toBe('Exceeded maximum execution time')
  expect(workspace.drive.files).toHaveLength(145)
})

test('the 31st write within ten seconds is one too many, and ten seconds later there is room again', () => {
  const { run, refusal, workspace } = lincoln({ drive: { latency: () => 1 } })
  expect(refusal(`for (let i = 0; i < 31; i++) Drive.Files.create({})`)).toBe(rateLimit)
  workspace.clock.advance(10_000)
  run(`Drive.Files.create({})`)
  expect(workspace.drive.files).toHaveLength(31)
})

test('the limit holds for the account, whichever execution writes', () => {
  const { refusal, workspace } = lincoln({ drive: { latency: () => 1 } })
  const other = `for (let i = 0; i < 30; i++) Drive.Files.create({})`
  expect(
    refusal(`Drive.Files.create({})`, {
      faults: [{ at: 1, runExecution: (world) => world.execute('run', [other]) }],
    }),
  ).toBe(rateLimit)
  expect(workspace.drive.files).toHaveLength(30)
})

test('callers side by side take no longer than one of them, until they meet the limit together', () => {
  const { run, workspace } = lincoln()
  const began = workspace.clock.now()
  const caller = () => {
    let left = 5
    return () => {
      run(`${types}; ${document}`)
      return --left > 0
    }
  }
  workspace.sideBySide([caller(), caller(), caller(), caller()])
  expect(workspace.drive.files).toHaveLength(20)
  expect(workspace.clock.now() - began).toBe(5 * 2500)
  const many = Array.from({ length: 12 }, caller)
  expect(() => workspace.sideBySide(many)).toThrow(rateLimit)
})

test('writes may be told in any order of time', () => {
  const rate = new SustainedRate(0.2)
  expect([0, 9000, 5000, 10_000, 19_000, 15_000, 20_000].map((moment) => rate.take(moment))).toEqual([
    true,
    true,
    false,
    true,
    true,
    false,
    true,
  ])
})

test.each`
  quota                 | source                                                                                                            | name
  ${{ documents: 2 }}   | ${`${document}; ${document}; ${document}`}                                                                        | ${'documents'}
  ${{ conversions: 2 }} | ${`const { id } = ${document}; const again = () => Drive.Files.update({}, id, ${blob('new')}); again(); again()`} | ${'conversions'}
`('the quota of the day ends with $name', ({ quota, source, name }) => {
  expect(lincoln({ quotas: quota }).refusal(types + source)).toBe(
    `Service invoked too many times for one day: ${name}.`,
  )
})

test('new content of a document counts as a conversion and not as a document', () => {
  const { run, workspace } = lincoln()
  run(`${types}; const { id } = ${document}; Drive.Files.update({}, id, ${blob('new')})`)
  expect([workspace.quotas.used('documents'), workspace.quotas.used('conversions')]).toEqual([1, 2])
})

test.each`
  fault                                | files | why
  ${{ throwBefore: 'Empty response' }} | ${0}  | ${'has done nothing'}
  ${{ throwAfter: 'Empty response' }}  | ${1}  | ${'has taken effect'}
`('a call that fails in between $why', ({ fault, files }) => {
  const { refusal, workspace } = lincoln()
  const at = { method: 'Drive.Files.create', nth: 1 }
  expect(refusal(`Drive.Files.create({})`, { faults: [{ at, ...fault }] })).toBe('Empty response')
  expect(workspace.drive.files).toHaveLength(files)
})
