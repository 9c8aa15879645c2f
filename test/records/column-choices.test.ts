import { describe, expect, test } from 'vitest'
import { read, tab } from './tabs.ts'

const head = ['Student ID', 'Last Name', 'First Name', 'Grade']
const mateo = ['000041', 'Reyes', 'Mateo', '8']

describe('the signature of a tab', () => {
  const signature = (...rows: Parameters<typeof tab>[1][]) => read(tab('Students', ...rows)).mappings[0]?.signature

  test('is the same for every export with these headings, whoever is on it and in whatever order they stand', () => {
    const september = signature(head, mateo)
    expect(september).toMatch(/^[a-z0-9]{5,7}$/)
    expect(signature(head, ['000042', 'Begay', 'Ana', 'K'], ['000043', 'Tuala', 'Lupe', '12'])).toBe(september)
    expect(signature([...head].reverse(), [...mateo].reverse())).toBe(september)
    expect(signature(['student_id', 'LAST NAME', 'firstName', 'grade'], mateo)).toBe(september)
  })

  test('differs with one heading more, and with one that stands twice', () => {
    const one = signature(head, mateo)
    expect(signature([...head, 'House'], [...mateo, 'Elm'])).not.toBe(one)
    expect(signature([...head, 'Grade'], [...mateo, '8'])).not.toBe(one)
  })

  test('has nothing of our own columns, and a tab that is not read has none', () => {
    const flagged = { ...tab('Students', [...head, 'Status'], [...mateo, 'Met']), managed: [4] }
    expect(read(flagged).mappings[0]?.signature).toBe(signature(head, mateo))
    expect(
      read(tab('Students', head, mateo), tab('To do', ['What', 'When'], ['Toner', 'Friday'])).mappings[1],
    ).toMatchObject({
      kind: 'other',
      signature: '',
      questions: [],
    })
  })
})

describe('what is asked', () => {
  test('which of two columns holds the grade, with samples of each', () => {
    const [mapping] = read(
      tab(
        'Students',
        ['id', 'name', 'Grade', 'Grade Level'],
        ['41', 'Reyes, Mateo', '8', '9'],
        ['42', 'Begay, Ana', '7', '7'],
      ),
    ).mappings
    expect(mapping?.questions).toEqual([
      {
        asks: 'column',
        field: 'grade',
        columns: [
          { index: 2, label: 'Grade', samples: ['8', '7'] },
          { index: 3, label: 'Grade Level', samples: ['9', '7'] },
        ],
      },
    ])
  })

  test('a heading that stands twice is told by its column', () => {
    const [mapping] = read(tab('Students', ['id', 'name', 'Grade', 'Grade'], ['41', 'Reyes, Mateo', '8', '9'])).mappings
    expect(mapping?.questions[0]?.columns.map(({ label }) => label)).toEqual(['Grade (column C)', 'Grade (column D)'])
  })

  test('whether a column writes the day or the month first', () => {
    const [mapping] = read(
      tab('Students', [...head, 'DOB'], [...mateo, '25/03/2013'], ['000042', 'Begay', 'Ana', 'K', '04/05/2021']),
    ).mappings
    expect(mapping?.questions).toEqual([
      {
        asks: 'date-order',
        field: 'birth_date',
        columns: [{ index: 4, label: 'DOB', samples: ['25/03/2013', '04/05/2021'] }],
      },
    ])
  })
})
