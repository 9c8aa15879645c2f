/** Plans as the built script answers them: for whom, and the filled files. */
import { describe, expect, test } from 'vitest'
import { wordsOf } from '../documents/made-template.ts'
import { lincolnHigh } from '../faults/lincoln-high.ts'
import { workspaceOf } from '../faults/run-check.ts'

interface Answered {
  readonly ok: boolean
  readonly code?: string
  readonly message?: string
  readonly plans: readonly {
    readonly studentId: string
    readonly kind: string
    readonly why: string
    readonly path: readonly string[]
    readonly base64: string
    readonly blank: readonly string[]
  }[]
}

function asked(name: 'previewPlans' | 'fillPlans', request: object) {
  const workspace = workspaceOf(lincolnHigh())
  const answer = JSON.parse(String(workspace.execute(name, [JSON.stringify(request)]))) as Answered
  return { answer, calls: workspace.lastExecution!.calls }
}

describe('previewPlans', () => {
  test('lists every student once, with the plan or the reason why there is none', () => {
    const { answer } = asked('previewPlans', {})
    expect(answer.ok).toBe(true)
    const ids = answer.plans.map(({ studentId }) => studentId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { kind, why, path } of answer.plans) {
      expect(why === '').toBe(kind === 'elementary' || kind === 'secondary')
      expect(path).toHaveLength(3)
    }
  })

  test('lists those that were asked for, in that order, each once', () => {
    const [first, second] = asked('previewPlans', {}).answer.plans.map(({ studentId }) => studentId)
    const { answer } = asked('previewPlans', { students: [second, first, second] })
    expect(answer.plans.map(({ studentId }) => studentId)).toEqual([second, first])
  })

  test('the policy that was asked for decides the plan', () => {
    const codes = (policy: string) =>
      asked('previewPlans', { check: { policy } }).answer.plans.map(({ path }) => path[2]?.split(' ')[0])
    expect(codes('washington-4030')).toContain('SEOP')
    expect(codes('davis-4i-101')).toContain('PCCR')
  })
})

describe('fillPlans', () => {
  test('gives a Word document that names its student, and what was left blank', () => {
    const due = asked('previewPlans', {}).answer.plans.filter(({ why }) => why === '')
    const students = due.slice(0, 3).map(({ studentId }) => studentId)
    const { answer } = asked('fillPlans', { students })
    expect(answer.plans.map(({ studentId }) => studentId)).toEqual(students)
    for (const { base64, path, blank } of answer.plans) {
      const [last] = path[1]?.split(',') ?? []
      expect(wordsOf(Buffer.from(base64, 'base64'))).toContain(last)
      expect(blank).toContain('interpreter')
    }
  })

  test('writes nothing and reads each tab once: filling costs no call on cells', () => {
    const { calls } = asked('fillPlans', {})
    expect(calls.log.filter(({ effect }) => effect.startsWith('writes'))).toEqual([])
    expect(calls.rangeCalls).toBe(asked('previewPlans', {}).calls.rangeCalls)
  })

  test('leaves out who has no plan', () => {
    const check = { policy: 'utah-r277-462-5' }
    const none = asked('previewPlans', { check }).answer.plans.filter(({ why }) => why !== '')
    expect(none.map(({ why }) => why)).toContain('The policy asks nothing of this grade.')
    const students = none.map(({ studentId }) => studentId)
    expect(asked('fillPlans', { check, students }).answer).toEqual({ ok: true, plans: [] })
  })
})

test.each([
  ['a student that is not there', { students: ['no such id'] }, 'STUDENT_UNKNOWN'],
  ['a student without an id', { students: [''] }, 'REQUEST_INVALID'],
  ['a policy that is none', { check: { policy: 'x' } }, 'REQUEST_INVALID'],
  ['a key that is not known', { pupils: [] }, 'REQUEST_INVALID'],
])('%s is refused in a sentence', (_, request, code) => {
  for (const name of ['previewPlans', 'fillPlans'] as const) {
    const { answer } = asked(name, request)
    expect(answer).toMatchObject({ ok: false, code })
    expect(answer.message).toMatch(/^[^\n]{10,300}$/)
  }
})
