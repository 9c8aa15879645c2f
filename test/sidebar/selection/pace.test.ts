import { expect, test } from 'vitest'
import { secondsUntilNext } from '../../../sidebar/selection/pace.ts'

test('it asks every second and a half, and waits longer after each failure, but never more than a minute', () => {
  expect([0, 1, 2, 3, 5, 9, 99].map(secondsUntilNext)).toEqual([1.5, 3, 6, 12, 48, 60, 60])
})
