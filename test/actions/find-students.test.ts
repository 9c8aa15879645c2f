/** The search box of the sidebar. */
import { describe, expect, test } from 'vitest'
import { SAMPLE_AS_OF, sampleWorkbook } from '../../local/sample/sample-workbook.ts'
import { createWorkspace } from '../../local/workspace/workspace.ts'
import { lincolnHigh } from '../faults/lincoln-high.ts'
import { request, workspaceOf } from '../faults/run-check.ts'
import { ask, refusalOf } from './ask.ts'

function found(text: string): readonly string[] {
  const workbook = lincolnHigh()
  workbook.sheets[0]!.values[5]![1] = 'Cruz-Peña'
  workbook.sheets[0]!.values[8]![1] = 'ʻOfa'
  return ask(workspaceOf(workbook), 'findStudents', { text, page: 0 }).students.map(({ name }) => name)
}

test.each([
  ['ana', ['Brown, Ana']],
  ['BROWN, ANA', ['Brown, Ana']],
  ['ana brown', ['Brown, Ana']],
  ['pena', ['Cruz-Peña, Guadalupe']],
  ['PEÑA', ['Cruz-Peña, Guadalupe']],
  ['ofa', ['ʻOfa, Sione']],
  [
    '0012',
    [
      'Alvarez, Mateo',
      'Brown, Ana',
      'Cruz-Peña, Guadalupe',
      'Diaz, Sofia',
      'Evans, Noah',
      'Garcia, Elena',
      'ʻOfa, Sione',
    ],
  ],
  ['130', ['Hansen, Liam']],
  ['sofia 126', ['Diaz, Sofia']],
  ['sofia 127', []],
  ['.*', []],
])('“%s” finds %j', (text, names) => {
  expect(found(text)).toEqual(names)
})

describe('what is found', () => {
  test('comes with what stands under Open items, once there was a check', () => {
    const workspace = workspaceOf(lincolnHigh())
    const asked = { text: 'alvarez', page: 0 }
    expect(ask(workspace, 'findStudents', asked).students[0]?.items).toEqual([])
    workspace.execute('checkRoster', [request])
    expect(ask(workspace, 'findStudents', asked).students).toEqual([
      { id: '00123', name: 'Alvarez, Mateo', grade: '9', items: ['Yearly update (3.1.8)'] },
    ])
  })

  test('is paged', () => {
    const workspace = createWorkspace({
      dist: 'dist',
      workbook: sampleWorkbook({ students: 1_150, style: 'wide', seed: 1 }),
      now: `${SAMPLE_AS_OF}T09:00:00-07:00`,
    })
    const { total, students } = ask(workspace, 'findStudents', { text: 'a' })
    expect([students.length, total > 500]).toEqual([100, true])
    const last = Math.floor((total - 1) / 100)
    expect(ask(workspace, 'findStudents', { text: 'a', page: last }).students).toHaveLength(total - last * 100)
  })
})

test.each([[{ text: '' }], [{ text: '   ' }], [{}]])('%j is no search', (asked) => {
  expect(refusalOf(workspaceOf(lincolnHigh()), 'findStudents', asked).code).toBe('REQUEST_INVALID')
})
