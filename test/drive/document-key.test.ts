import { expect, test } from 'vitest'
import { contentKey, documentKey, fnv64, saysTheSamePlan, schoolKey, studentKey } from '../../src/drive/document-key.ts'

test.each`
  text        | hash
  ${''}       | ${'cbf29ce484222325'}
  ${'a'}      | ${'af63dc4c8601ec8c'}
  ${'foobar'} | ${'85944171f73967e8'}
`('FNV-1a of "$text" is $hash, as published', ({ text, hash }) => {
  expect(fnv64(text)).toBe(hash)
})

test('the keys of 8,400 students and thirteen years are all different', () => {
  const keys = new Set<string>()
  for (let student = 0; student < 8400; student++) {
    for (let year = 2013; year < 2026; year++) {
      const schoolYear = `${year}-${String(year + 1).slice(2)}`
      keys.add(documentKey({ school: 'Lincoln High', studentId: String(100_000 + student), kind: 'PCCR', schoolYear }))
    }
  }
  expect(keys.size).toBe(8400 * 13)
})

test('parts of a key do not run into each other', () => {
  expect(studentKey('Lincoln', '1 23')).not.toBe(studentKey('Lincoln 1', '23'))
})

test('the same student id at another school is another student, and a blank more is the same school', () => {
  expect(studentKey('Lincoln High', '00123')).not.toBe(studentKey('Roosevelt', '00123'))
  expect(schoolKey(' Lincoln  high')).toBe(schoolKey('Lincoln High'))
})

test('other data or another template make another content', () => {
  const keys = [
    contentKey('r1', { name: 'Mateo' }, { signed: '' }),
    contentKey('r2', { name: 'Mateo' }, { signed: '' }),
    contentKey('r1', { name: 'Matéo' }, { signed: '' }),
    contentKey('r1', { name: 'Mateo 🎓' }, { signed: '' }),
    contentKey('r1', { name: 'Mateo' }, { signed: 'October 2' }),
  ]
  expect(new Set(keys).size).toBe(5)
  expect(contentKey('r1', { name: 'Mateo' }, { signed: '' })).toBe(keys[0])
  // Of these, only another name is another plan.
  expect(keys.map((key) => saysTheSamePlan(key, keys[0]!))).toEqual([true, true, false, false, true])
})
