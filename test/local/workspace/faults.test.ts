import { expect, test } from 'vitest'
import { copyWorkbook } from '../../../local/workspace/model.ts'
import { lincoln, sheet } from './lincoln.ts'

const write = `${sheet}.getRange('F1').setValue('Status'); return 'done'`

test('a call can fail before it has done anything', () => {
  const { refusal, students } = lincoln()
  expect(refusal(write, { faults: [{ at: 4, throwBefore: 'Service error: Spreadsheets' }] })).toBe(
    'Service error: Spreadsheets',
  )
  expect(students.values[0]![5]).toBeUndefined()
})

test('or after it has taken effect, and the script may catch it and go on', () => {
  const { run, students } = lincoln()
  const faults = [{ at: { method: 'Range.setValue', nth: 1 }, throwAfter: 'Service timed out: Spreadsheets' }]
  expect(
    run(`try { ${sheet}.getRange('F1').setValue('Status') } catch (error) { return [error.name, error.message] }`, {
      faults,
    }),
  ).toEqual(['Exception', 'Service timed out: Spreadsheets'])
  expect(students.values[0]![5]).toBe('Status')
})

test('a stopped run can neither catch it nor write anything in a finally', () => {
  const { refusal, students } = lincoln()
  const source = `try { ${write} } catch (error) { return 'caught' } finally { ${sheet}.getRange('E1').setValue('late') }`
  expect(refusal(source, { faults: [{ at: 4, stopBefore: true }] })).toBe('Stopped by the test')
  expect(students.values[0]).toHaveLength(4)
  expect(refusal(source, { faults: [{ at: 4, stopAfter: true }] })).toBe('Stopped by the test after Range.setValue')
  expect(students.values[0]!.slice(4)).toEqual([undefined, 'Status'])
})

test('a user sorts the sheet between reading and writing', () => {
  const { run, workspace, students } = lincoln()
  workspace.execute('check', [], {
    faults: [
      { at: { method: 'Range.setValues', nth: 1 }, userEdit: (edits) => edits.sortRows('Students', { column: 2 }) },
    ],
  })
  expect(students.values.slice(1, 4).map((row) => [row[1], row[4]])).toEqual([
    ['Ana', 'Mateo: To do'],
    ['Lupe', 'Ana: To do'],
    ['Mateo', 'Lupe: To do'],
  ])
  expect(run('return 1')).toBe(1)
})

test('another execution runs whole in between, in a context of its own, and its calls are counted as its own', () => {
  const { workspace, students } = lincoln()
  workspace.execute('run', [`globalThis.mine = 'first'; ${sheet}.getRange('F1').setValue('first'); return mine`], {
    faults: [
      {
        at: 4,
        runExecution: (w) => {
          expect(w.execute('run', [`${sheet}.getRange('F1').setValue('second'); return typeof mine`])).toBe('undefined')
        },
      },
    ],
  })
  expect(students.values[0]![5]).toBe('first')
  expect(workspace.executions.map(({ calls }) => calls.total)).toEqual([4, 4])
  expect(workspace.calls.of(2).byMethod).toEqual(workspace.executions[1]!.calls.byMethod)
})

test('what a run leaves in variables, on the global object or on a service is gone in the next', () => {
  const { workspace, run } = lincoln()
  expect([workspace.execute('counted'), workspace.execute('counted')]).toEqual([1, 1])
  const leave = 'globalThis.runs = (globalThis.runs || 0) + 1; SpreadsheetApp.mine = true; return runs'
  expect([run(leave), run(leave), run('return typeof SpreadsheetApp.mine')]).toEqual([1, 1, 'undefined'])
})

test('a copy stands as the Workspace does and goes its own way from there', () => {
  const { workspace, students, run } = lincoln()
  const steps = `LockService.getDocumentLock().waitLock(1); PropertiesService.getDocumentProperties().setProperty('done', '1')
    Drive.Files.create({ name: 'Plan' }); ${write}`
  let middle = workspace
  run(steps, { faults: [{ at: { method: 'Range.setValue', nth: 1 }, runExecution: (w) => (middle = w.copy()) }] })
  expect([middle.clock.now() > 0, middle.locks.held, middle.executions]).toEqual([true, [], []])
  expect(middle.workbook.sheets[0]!.values[0]![5]).toBeUndefined()
  middle.execute('run', [`${steps}; Drive.Files.create({ name: 'Log' })`])
  expect(middle.drive.files.map(({ name }) => name)).toEqual(['Plan', 'Plan'])
  expect(workspace.drive.files.map(({ id }) => id)).toEqual([middle.drive.files[0]!.id])
  expect([...middle.propertyStore('document')]).toEqual([['done', '1']])
  expect([students.values[0]![5], middle.workbook.sheets[0]!.values[0]![5]]).toEqual(['Status', 'Status'])
})

test('a lock excludes the other execution: tryLock waits on the virtual clock and gives up', () => {
  const { workspace } = lincoln()
  const seen: unknown[] = []
  workspace.execute('run', [`LockService.getDocumentLock().waitLock(1000); ${write}`], {
    faults: [
      {
        at: { method: 'Range.setValue', nth: 1 },
        runExecution: (w) => {
          const before = w.clock.now()
          seen.push(
            w.execute('run', [
              'const lock = LockService.getDocumentLock(); return [lock.tryLock(5000), lock.hasLock()]',
            ]),
          )
          seen.push(w.clock.now() - before >= 5000)
          seen.push(w.execute('run', ['return LockService.getScriptLock().tryLock(5000)']))
          expect(() => w.execute('run', ['LockService.getDocumentLock().waitLock(100)'])).toThrow(
            'Lock timeout: another process was holding the lock for too long.',
          )
        },
      },
    ],
  })
  expect(seen).toEqual([[false, false], true, true])
})

test('a lock is free again when its execution ends, however it ends', () => {
  const { run, refusal, workspace } = lincoln()
  run('LockService.getDocumentLock().tryLock(0)')
  refusal(`LockService.getDocumentLock().tryLock(0); throw new Error('x')`)
  refusal(`LockService.getDocumentLock().tryLock(0); ${write}`, { faults: [{ at: 4, stopBefore: true }] })
  expect(workspace.locks.held).toEqual([])
  expect(run('return LockService.getDocumentLock().tryLock(0)')).toBe(true)
})

test('releasing a lock before the writes are flushed is noted', () => {
  const { run, workspace } = lincoln()
  run(
    `const lock = LockService.getDocumentLock(); lock.tryLock(0); ${sheet}.getRange('F1').setValue(1); lock.releaseLock()`,
  )
  expect(workspace.lastExecution!.unflushedReleases).toBe(1)
  run(
    `const lock = LockService.getDocumentLock(); lock.tryLock(0); ${sheet}.getRange('F1').setValue(1); SpreadsheetApp.flush(); lock.releaseLock()`,
  )
  expect(workspace.lastExecution!.unflushedReleases).toBe(0)
})

test('a fault that is never reached fails the test that asked for it', () => {
  const { run } = lincoln()
  expect(() => run(write, { faults: [{ at: 5, stopBefore: true }] })).toThrow(
    'run made 4 calls and never reached the fault at call 5.',
  )
  expect(run(write, { faults: [{ at: 5, stopBefore: true, optional: true }] })).toBe('done')
})

test('what a test throws in between comes through, and is not caught by the script', () => {
  const { run } = lincoln()
  const faults = [{ at: 1, userEdit: () => expect(1).toBe(2) }]
  expect(() => run(`try { ${write} } catch (error) { return 'hidden' }`, { faults })).toThrow('expected 1 to be 2')
})

test('every point of a run can be tried on a fresh copy', () => {
  const { workspace } = lincoln()
  const start = copyWorkbook(workspace.workbook)
  workspace.execute('check')
  const points = workspace.lastExecution!.calls.total
  expect(points).toBe(5)
  for (let at = 1; at <= points; at++) {
    const again = lincoln({ workbook: copyWorkbook(start) })
    expect(() => again.workspace.execute('check', [], { faults: [{ at, stopBefore: true }] })).toThrow(
      'Stopped by the test',
    )
    expect(again.workspace.workbook).toEqual(start)
  }
})

test('the clock moves by latencies, sleeps and nothing else, and the script reads it', () => {
  const { run, workspace } = lincoln({ now: '2026-11-20T09:00:00-07:00', latency: () => 100 })
  expect(
    run('return [new Date().toISOString(), Date.now(), typeof Date(), new Date(2026, 10, 20).getHours()]'),
  ).toEqual(['2026-11-20T16:00:00.000Z', Date.UTC(2026, 10, 20, 16), 'string', 0])
  run(`${sheet}.getRange('A1').getValue(); Utilities.sleep(2000)`)
  expect(workspace.clock.now()).toBe(Date.UTC(2026, 10, 20, 16) + 5 * 100 + 2000)
})

test('local time of the script is that of its manifest', () => {
  expect(
    lincoln().run(
      'return [new Date(2026, 6, 1).toISOString(), new Date(0).getTimezoneOffset(), Session.getScriptTimeZone()]',
    ),
  ).toEqual(['2026-07-01T04:00:00.000Z', 300, 'America/New_York'])
  expect(process.env.TZ).toBe('Pacific/Auckland')
})

test.each`
  what                   | options                                       | sleeps | text
  ${'six minutes'}       | ${{}}                                         | ${2}   | ${'Exceeded maximum execution time'}
  ${'a simple trigger'}  | ${{ authMode: 'LIMITED', trigger: 'simple' }} | ${1}   | ${'Exceeded maximum execution time'}
  ${'a custom function'} | ${{ authMode: 'CUSTOM_FUNCTION' }}            | ${1}   | ${'Exceeded maximum execution time (line 0).'}
`('time runs out: $what', ({ options, sleeps, text }) => {
  const { refusal } = lincoln()
  expect(
    refusal(`for (let i = 0; i < ${sleeps}; i++) Utilities.sleep(${sleeps === 1 ? 31_000 : 200_000})`, options),
  ).toBe(text)
})

test('time that another execution takes in between is not counted for the first', () => {
  const { run } = lincoln()
  const faults = [
    {
      at: 1,
      runExecution: (w: { execute(name: string, args: string[]): unknown }) =>
        void w.execute('run', ['Utilities.sleep(300000)']),
    },
  ]
  expect(run('Utilities.sleep(200000); return 1', { faults })).toBe(1)
})

test('calls are counted by method, and those that touch cells apart', () => {
  const { workspace } = lincoln()
  workspace.execute('check')
  const { calls } = workspace.lastExecution!
  expect(calls.byMethod).toEqual({
    'SpreadsheetApp.getActiveSheet': 1,
    'Sheet.getDataRange': 1,
    'Range.getValues': 1,
    'Sheet.getRange': 1,
    'Range.setValues': 1,
  })
  expect([calls.total, calls.rangeCalls, workspace.calls.total]).toEqual([5, 2, 5])
  expect(calls.log[2]).toMatchObject({ method: 'Range.getValues', effect: 'reads-range', cells: 16, execution: 1 })
})
