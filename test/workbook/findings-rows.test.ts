import { describe, expect, test } from 'vitest'
import type { Finding, StudentFindings } from '../../src/compliance/finding.ts'
import { davis4I101 } from '../../src/policy/packs/davis-4i-101.ts'
import type { Problem } from '../../src/records/problem.ts'
import type { Student } from '../../src/records/school.ts'
import {
  findingsHeadingRow,
  findingsHeadings,
  findingsPage,
  findingsWidth,
  mostFindingsListed,
} from '../../src/workbook/findings-rows.ts'

function student(id: string, lastName: string, firstName: string, over: Partial<Student> = {}): Student {
  return { id, lastName, firstName, grade: 9, at: { sheet: 'Students', row: Number(id) % 100 }, ...over } as Student
}

function finding(studentId: string, over: Partial<Finding> = {}): Finding {
  return {
    studentId,
    code: 'CONF-I',
    status: 'OPEN',
    clause: '3.3.2',
    detail: '',
    opensOn: undefined,
    dueOn: '2027-05-28',
    daysLeft: 187,
    evidence: [],
    message: 'conferences.missing',
    ...over,
  }
}

function page(
  students: readonly StudentFindings[],
  school: readonly Finding[] = [],
  problems: readonly Problem[] = [],
) {
  return findingsPage({
    policy: davis4I101,
    evaluation: {
      policyId: 'davis-4i-101',
      asOf: '2026-11-22',
      schoolYear: '2026-27',
      students,
      school,
      tallies: [],
      notTracked: ['AGENDA'],
    },
    problems,
    checkedAt: '2026-11-22 09:30',
    sheetIdOf: (name) => (name === 'Students' ? 7 : undefined),
    ownSheetId: 99,
  })
}

const column = (heading: (typeof findingsHeadings)[number]) => findingsHeadings.indexOf(heading)

describe('the table', () => {
  const mateo = student('00123', 'Alvarez', 'Mateo', { counselor: 'Ruiz', homeroomTeacher: 'Room 12' })
  const ana = student('00124', 'Brown', 'Ana', { homeroomTeacher: 'Room 9' })
  const lupe = student('00125', 'Cruz', 'Guadalupe', { preferredName: 'Lupe' })
  const { rows, listed } = page(
    [
      {
        student: lupe,
        applies: true,
        findings: [finding('00125', { status: 'NOTE', dueOn: undefined }), finding('00125')],
      },
      {
        student: ana,
        applies: true,
        findings: [finding('00124'), finding('00124', { status: 'MET' }), finding('00124', { status: 'NA' })],
      },
      {
        student: mateo,
        applies: true,
        findings: [
          finding('00123', { code: 'SIGN', status: 'CHECK', clause: '3.1.7', message: 'signature.older' }),
          finding('00123', {
            code: 'PLAN',
            status: 'LATE',
            clause: '3.1.1',
            dueOn: '2026-10-16',
            daysLeft: -37,
            message: 'plan.missing',
          }),
        ],
      },
    ],
    [finding('', { code: 'TRAIN', status: 'OPEN', clause: '5.2', message: 'duty.missing' })],
  )
  const table = rows.slice(findingsHeadingRow, findingsHeadingRow + listed)

  test('lists what is not met: late first, then to check, to do, notes; the whole school last', () => {
    expect(table.map((row) => [row[column('Name')], row[column('Status')]])).toEqual([
      ['Alvarez, Mateo', 'Late'],
      ['Alvarez, Mateo', 'Please check'],
      ['Brown, Ana', 'To do'],
      ['Cruz, Guadalupe (Lupe)', 'To do'],
      ['Cruz, Guadalupe (Lupe)', 'Note'],
      ['Whole school', 'To do'],
    ])
  })

  test('says the due day, the days left, the clause, the row and who is responsible', () => {
    expect(table[0]).toEqual([
      "'00123",
      'Alvarez, Mateo',
      9,
      'PLAN',
      expect.stringContaining('PCCR'),
      'Late',
      '2026-10-16',
      -37,
      "'3.1.1",
      '=HYPERLINK("#gid=7&range=A23","Students, row 23")',
      'Ruiz',
    ])
    expect(table[2]?.[column('Responsible')]).toBe("'Room 9")
  })

  test('every row is as wide as the headings', () => {
    expect(rows[findingsHeadingRow - 1]).toEqual(findingsHeadings)
    expect(rows.every((row) => row.length === findingsWidth)).toBe(true)
  })
})

test.each(['=HYPERLINK("https://example.invalid","x")', '+cmd|/C calc', '@SUM(A1)', '-1+1', '=1+1'])(
  'the name, id and counselor %s stay text',
  (text) => {
    const { rows } = page([
      { student: student(text, text, text, { counselor: text }), applies: true, findings: [finding(text)] },
    ])
    const row = rows[findingsHeadingRow]
    expect([row?.[column('Student')], row?.[column('Name')], row?.[column('Responsible')]]).toEqual([
      `'${text}`,
      `'${text}, ${text}`,
      `'${text}`,
    ])
  },
)

test('a tab whose name has quotes cannot break out of the link', () => {
  const at = { sheet: 'Students","https://example.invalid")&("', row: 3 }
  const { rows } = findingsPage({
    policy: davis4I101,
    evaluation: {
      policyId: 'davis-4i-101',
      asOf: '2026-11-22',
      schoolYear: '2026-27',
      students: [
        { student: student('00123', 'Alvarez', 'Mateo', { at }), applies: true, findings: [finding('00123')] },
      ],
      school: [],
      tallies: [],
      notTracked: [],
    },
    problems: [],
    checkedAt: '2026-11-22 09:30',
    sheetIdOf: () => 7,
    ownSheetId: 99,
  })
  expect(rows[findingsHeadingRow]?.[column('Evidence')]).toBe(
    '=HYPERLINK("#gid=7&range=A3","Students"",""https://example.invalid"")&(""' + ', row 3")',
  )
})

test('problems stand under the table, with a link from the top', () => {
  const problem: Problem = {
    code: 'DATE_UNREADABLE',
    sheet: 'Students',
    row: 12,
    column: 'PCCR date',
    value: '=soon',
    message: '"=soon" in row 12 of Students is no date. Write a date such as 10/16/2026.',
  }
  const { rows, listed } = page(
    [{ student: student('00123', 'Alvarez', 'Mateo'), applies: true, findings: [finding('00123')] }],
    [],
    [problem],
  )
  const title = findingsHeadingRow + listed + 1
  expect(rows[1]?.[10]).toBe(`=HYPERLINK("#gid=99&range=A${title + 1}","1")`)
  expect(rows[title]?.[0]).toBe('Problems')
  expect(rows[title + 2]).toEqual([
    'Students',
    'PCCR date',
    12,
    '',
    `'${problem.message}`,
    "'=soon",
    '',
    '',
    '',
    '=HYPERLINK("#gid=7&range=A12","Students, row 12")',
    '',
  ])
})

test('of more findings than a spreadsheet can hold, the most pressing are listed, and the tab says so', () => {
  const students = Array.from({ length: mostFindingsListed + 10 }, (_, index) => ({
    student: student(String(index), 'Alvarez', 'Mateo'),
    applies: true,
    findings: [finding(String(index), index === mostFindingsListed + 5 ? { status: 'LATE' } : {})],
  }))
  const { rows, listed } = page(students)
  expect(listed).toBe(mostFindingsListed)
  expect(rows[findingsHeadingRow]?.[column('Status')]).toBe('Late')
  expect(rows[2]?.join(' ')).toContain(`${mostFindingsListed} most pressing of ${mostFindingsListed + 10}`)
})
