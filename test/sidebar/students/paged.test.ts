import { expect, test } from 'vitest'
import { CallFailed } from '../../../sidebar/server.ts'
import { noList, paged, walkAt } from '../../../sidebar/students/paged.ts'
import { ana, mateo, pageOf143, studentList } from '../answers.ts'

const opened = paged(noList, { type: 'opened', wanted: { call: 'listStudents', kind: 'late' }, title: 'Late' })
const first = paged(opened, { type: 'read', answer: pageOf143(0) })

test('the second page stands below the first', () => {
  const second = paged(paged(first, { type: 'reading' }), { type: 'read', answer: pageOf143(1) })
  expect(second.students).toHaveLength(143)
  expect(second.students[142]?.id).toBe('s143')
})

test('a student who moved from one page to the other between the two stands in the list once', () => {
  const answer = { ...pageOf143(1), students: [pageOf143(0).students[99]!, ...pageOf143(1).students] }
  expect(paged(first, { type: 'read', answer }).students).toHaveLength(143)
})

test('a page that fails keeps those that came', () => {
  const cause = new CallFailed('listStudents', 'timed-out')
  const failed = paged(paged(first, { type: 'reading' }), { type: 'failed', cause })
  expect(failed.students).toHaveLength(100)
  expect(failed.trouble?.title).toBe('No answer after 90 seconds')
})

test('another list begins empty', () => {
  const wanted = { call: 'findStudents', text: 'ana' } as const
  expect(paged(first, { type: 'opened', wanted, title: 'ana' }).students).toEqual([])
})

test('Mateo is walked to from Ana, and there is nobody before her', () => {
  const list = paged(opened, { type: 'read', answer: studentList })
  expect(walkAt(list, ana.id)).toMatchObject({ place: 1, total: 5, previous: undefined, next: mateo })
  expect(walkAt(list, mateo.id)).toMatchObject({ place: 2, previous: ana })
  expect(walkAt(list, 'somebody else')).toBeUndefined()
})

test('the last student of a page needs the next page, the last of all nothing', () => {
  expect(walkAt(first, 's100')).toMatchObject({ next: undefined, needsMore: true })
  const whole = paged(first, { type: 'read', answer: pageOf143(1) })
  expect(walkAt(whole, 's100')).toMatchObject({ next: { id: 's101' }, needsMore: false })
  expect(walkAt(whole, 's143')).toMatchObject({ next: undefined, needsMore: false })
})
