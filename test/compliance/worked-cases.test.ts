/** The worked cases of the contract: rows in, findings out, through the real readers. */
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/compliance/evaluate.ts'
import { policyById } from '../../src/policy/packs.ts'
import type { Policy } from '../../src/policy/schema.ts'
import { readSchool } from '../../src/records/read-school.ts'
import type { Tab } from '../../src/records/tab.ts'
import { sharedPath } from '../shared-folder.ts'

const names = ['Students', 'GradeHistory', 'Conferences', 'Contacts', 'Plans', 'PlanUpdates', 'Calendar']

function tab(asOf: string, name: string): Tab {
  const text = readFileSync(sharedPath('cases', asOf, `${name}.csv`), 'utf8')
  return { name, rows: Papa.parse<string[]>(text.trimEnd()).data, managed: [] }
}

type Expected = Record<string, Record<string, [code: string, detail: string, status: string][]>>

describe.each(['2026-11-22', '2027-03-01', '2027-05-29'])('the worked cases of %s', (asOf) => {
  const { school, problems } = readSchool(
    names.map((name) => tab(asOf, name)),
    { schoolYear: '2026-27' },
  )
  const expected = JSON.parse(readFileSync(sharedPath('cases', asOf, 'expected.json'), 'utf8')) as Expected

  test('are read without a problem, forty students', () => {
    expect(problems).toEqual([])
    expect(school.students.map((student) => student.id).sort()).toEqual(Object.keys(expected).sort())
  })

  test.each(['davis-4i-101', 'spectrum-4ip-401', 'ega-2019', 'ega-2012', 'washington-4030'])('agree for %s', (id) => {
    const { students } = evaluate(policyById(id) as Policy, school, { asOf, schoolYear: '2026-27' })
    const found = Object.fromEntries(
      students.map(({ student, findings }) => [
        student.id,
        findings.map((one) => [one.code, one.detail, one.status]).sort(),
      ]),
    )
    const wanted = Object.fromEntries(
      Object.entries(expected).map(([student, policies]) => [student, [...(policies[id] ?? [])].sort()]),
    )
    expect(found).toEqual(wanted)
  })
})
