import { expect, test } from 'vitest'
import { RunningClock } from '../../../local/workbench/running-clock.ts'

test('a clock stands until it is started, goes on by itself, and is put forward by what sleeps', () => {
  let passed = 5_000
  const clock = new RunningClock(1_000_000, () => passed)
  passed += 3_000
  clock.advance(10)
  expect(clock.now()).toBe(1_000_010)
  clock.start()
  passed += 250.7
  expect(clock.now()).toBe(1_000_260)
  clock.advance(1_000)
  expect(clock.now()).toBe(1_001_260)
})
