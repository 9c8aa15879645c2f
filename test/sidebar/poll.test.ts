import { expect, test } from 'vitest'
import { secondsUntilNext } from '../../sidebar/poll.ts'

test('it waits longer after each failure, but never more than a minute', () => {
  const failures = [0, 1, 2, 3, 5, 9, 99]
  expect(failures.map((count) => secondsUntilNext(1.5, count))).toEqual([1.5, 3, 6, 12, 48, 60, 60])
  expect(failures.map((count) => secondsUntilNext(5, count))).toEqual([5, 10, 20, 40, 60, 60, 60])
})
