import { describe, expect, test } from 'vitest'
import { readCheckRequest } from '../../src/actions/requests/check.ts'
import { policies } from '../../src/policy/packs.ts'
import { CheckStopped } from '../../src/records/problem.ts'

/** The sentence with which a request is refused. */
function refusal(request: unknown): string {
  const text = typeof request === 'string' ? request : JSON.stringify(request)
  try {
    readCheckRequest(text)
  } catch (error) {
    expect(error).toBeInstanceOf(CheckStopped)
    expect((error as CheckStopped).code).toBe('REQUEST_INVALID')
    return (error as CheckStopped).message
  }
  throw new Error(`${text} was taken.`)
}

describe('a request of a check', () => {
  test('may say nothing', () => {
    expect(readCheckRequest('{}')).toEqual({})
  })

  test('may say everything', () => {
    const request = {
      policy: 'washington-4030',
      asOf: '2028-02-29',
      schoolYear: '2099-00',
      firstDay: '2026-08-17',
      lastDay: '2027-05-28',
      answer: 'all',
    }
    expect(readCheckRequest(JSON.stringify(request))).toEqual(request)
  })

  test.each(policies.map(({ id }) => id))('may name the policy %s', (policy) => {
    expect(readCheckRequest(JSON.stringify({ policy }))).toEqual({ policy })
  })

  test.each([
    [{ asOf: '2026-02-30' }, 'asOf must be a day like 2026-11-23.'],
    [{ asOf: '11/23/2026' }, 'asOf must be a day like 2026-11-23.'],
    [{ asOf: 46349 }, 'asOf must be a day like 2026-11-23.'],
    [{ asOf: null }, 'asOf must be a day like 2026-11-23.'],
    [{ schoolYear: '2026-28' }, 'schoolYear must be a school year like 2026-27.'],
    [{ schoolYear: '2026' }, 'schoolYear must be a school year like 2026-27.'],
    [{ firstDay: 'August' }, 'firstDay must be a day like 2026-11-23.'],
    [{ lastDay: '' }, 'lastDay must be a day like 2026-11-23.'],
    [{ firstDay: '2027-05-28', lastDay: '2026-08-17' }, 'firstDay must not come after lastDay.'],
    [{ answer: 'everything' }, 'answer must be counts, findings or all.'],
    ['not JSON', 'The request is not JSON.'],
    [[], 'The request must be an object.'],
    ['null', 'The request must be an object.'],
  ])('%j is refused: %s', (request, sentence) => {
    expect(refusal(request)).toBe(sentence)
  })

  test('with an unknown policy is told the known ones', () => {
    expect(refusal({ policy: 'davis' })).toBe(`policy must be one of ${policies.map(({ id }) => id).join(', ')}.`)
  })

  test('with a field that does not exist is told which do, so that a slip of the pen is not passed over', () => {
    expect(refusal({ asof: '2026-11-23' })).toContain('asof: not known; a check takes policy, asOf,')
  })

  test('with two bad fields is told both', () => {
    expect(refusal({ asOf: 'soon', answer: 1 })).toBe(
      'asOf must be a day like 2026-11-23. answer must be counts, findings or all.',
    )
  })
})
