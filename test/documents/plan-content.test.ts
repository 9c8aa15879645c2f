/** What stands in a plan, by policy and grade. As of 22 November 2026. */
import { describe, expect, test } from 'vitest'
import type { PlanValues } from '../../src/documents/template-tags.ts'
import type { PolicyId } from '../../src/policy/schema.ts'
import { tab } from '../records/tabs.ts'
import { planOf } from './lincoln.ts'

const clauses = (plan: PlanValues) =>
  Object.fromEntries(
    Object.entries(plan).flatMap(([name, part]) =>
      typeof part === 'object' && part.clause ? [[name, part.clause]] : [],
    ),
  )

test.each`
  who                    | id          | policy                | name                                       | code
  ${'Ana, kindergarten'} | ${'000042'} | ${'davis-4i-101'}     | ${'Individual Learning Plan'}              | ${'ILP'}
  ${'Mateo, grade 9'}    | ${'000041'} | ${'davis-4i-101'}     | ${'Plan for College and Career Readiness'} | ${'PCCR'}
  ${'Kai, grade 6'}      | ${'000044'} | ${'spectrum-4ip-401'} | ${'Individual Learning Plan'}              | ${'ILP'}
  ${'Kai, grade 6'}      | ${'000044'} | ${'washington-4030'}  | ${'Student Education Occupation Plan'}     | ${'SEOP'}
  ${'Ana, kindergarten'} | ${'000042'} | ${'washington-4030'}  | ${'Student Education Plan'}                | ${'SEP'}
  ${'Mateo, grade 9'}    | ${'000041'} | ${'ega-2012'}         | ${'Student Education Occupation Plan'}     | ${'SEOP'}
  ${'Mateo, grade 9'}    | ${'000041'} | ${'utah-r277-462-5'}  | ${'Plan for College and Career Readiness'} | ${'PCCR'}
`('$who under $policy has the $code', ({ id, policy, name, code }) => {
  expect(planOf(id, policy as PolicyId)).toMatchObject({ plan_name: name, plan_code: code })
})

describe('every part carries the clause that asks for it', () => {
  test('Mateo, grade 9, Davis', () => {
    expect(clauses(planOf('000041'))).toEqual({
      participants: '3.1.2',
      signatures: '3.1.7',
      goals: '3.1.5',
      after_school: '3.1.6',
      workplace: '3.1.4',
      graduation: '3.1.3',
      courses: '3.1.1, 3.1.5',
      registration: '3.2',
      conferences: '3.3.2',
      updates: '3.1.8',
      involvement: '3.1.9',
      kept: '3.1.10',
    })
  })

  test('Ana, kindergarten, Davis', () => {
    expect(clauses(planOf('000042'))).toEqual({
      strengths: '2.2.1',
      progress: '2.2.2',
      goals: '2.2.3',
      support: '2.2.4',
      agenda: '2.2',
      conferences: '2.1.1',
      folder: '2.1.3',
    })
  })

  test('Lupe, grade 12, Washington County: testing, cluster, early graduation', () => {
    expect(clauses(planOf('000043', 'washington-4030'))).toMatchObject({
      testing: '3.2.3.2',
      cluster: '3.2.3.3',
      early_graduation: '3.2.3.6',
      registration: '3.2.3.3',
      conferences: '3.2.1, 3.2.3.5',
    })
  })

  test('Mateo, grade 9, under the EGA guidance: private, no contract, means, file, prepared by the student', () => {
    const plan = planOf('000041', 'ega-2019')
    expect(clauses(plan)).toMatchObject({
      access: 'Privacy',
      contract: 'Purpose of the ILP',
      means: 'Purpose of the ILP',
      participants: 'ILP participation',
      file: 'Individual Learning Plan file',
    })
    expect(plan.agenda).toBeUndefined()
    expect(plan.involvement).toBeUndefined()
  })
})

describe('who makes the plan', () => {
  test('phone and address are printed only where the policy wants them in the file', () => {
    const mother = { name: 'Maria Reyes', role: 'Mother' }
    expect(planOf('000041').participants?.rows[1]).toEqual({ ...mother, contact: '', address: '' })
    expect(planOf('000041', 'ega-2019').participants?.rows[1]).toEqual({
      ...mother,
      contact: '801-555-0142',
      address: '12 Elm, Provo, UT 84601',
    })
  })

  test('Mateo is called Teo; Lupe goes by her own name', () => {
    expect(planOf('000041').preferred_name).toBe('Teo')
    expect(planOf('000043').preferred_name).toBe('')
  })

  test('the interpreter is for what is spoken at home: Spanish at Mateo’s, though letters go out in English', () => {
    expect(planOf('000041').interpreter).toBe('Interpreter needed: Spanish.')
    expect(planOf('000043').interpreter).toBe('')
    // Kai's home language is English by the records; an interpreter is needed all the same.
    expect(planOf('000044').interpreter).toBe('Interpreter needed.')
  })

  test('Lupe, 18 since September, may sign alone; Mateo may not', () => {
    expect(planOf('000043').adult?.text).toMatch(/18 or older/)
    expect(planOf('000041').adult).toBeUndefined()
  })

  test('the day of the signature stands with who signed', () => {
    const plans = tab(
      'Plans',
      ['student_id', 'plan_kind', 'created_on', 'parent_signed_on', 'signed_by', 'sign_method'],
      ['000041', 'PCCR', '2024-09-10', '2024-09-20', '', 'paper'],
      ['000043', 'PCCR', '2021-09-10', '2026-09-20', 'student', 'electronic'],
    )
    const signed = (id: string) =>
      planOf(id, 'davis-4i-101', plans).signatures?.rows.map(({ name, signed_on, method }) => [name, signed_on, method])
    expect(signed('000041')).toEqual([
      ['Mateo Reyes', '', ''],
      ['Maria Reyes', 'Sep 20, 2024', 'paper'],
      ['R. Young', '', ''],
    ])
    expect(signed('000043')?.[0]).toEqual(['Lupe Tuala', 'Sep 20, 2026', 'electronic'])
  })
})

describe('what happened', () => {
  const conferences = tab(
    'Conferences',
    [
      'student_id',
      'kind',
      'date',
      'status',
      'student_attended',
      'parent_attended',
      'parent_names',
      'staff_names',
      'place',
      'mode',
      'ck_strengths',
      'private_minutes',
      'info_given_on',
    ],
    [
      '000041',
      'individual',
      '2026-10-08',
      'held',
      'Y',
      'Y',
      'Maria Reyes',
      'R. Young',
      'Room 4',
      'in person',
      '',
      '',
      '',
    ],
    ['000041', 'group', '2024-11-05', 'held', 'Y', 'N', '', 'R. Young', '', '', '', '', ''],
    ['000041', 'individual', '2026-12-01', 'scheduled', '', '', '', '', '', '', '', '', ''],
    ['000042', 'individual', '2025-10-08', 'held', 'Y', 'Y', '', '', '', '', 'Y', 4, ''],
    ['000042', 'individual', '2026-10-08', 'held', 'Y', 'Y', '', 'Y', '', '', 'Y', 4, '2026-10-09'],
  )

  test('Mateo: all conferences on file, oldest first, with who came as far as it is on file', () => {
    expect(planOf('000041', 'davis-4i-101', conferences).conferences?.rows).toEqual([
      { date: 'Nov 5, 2024', kind: 'Group', result: 'Held', who: 'Student, school (R. Young)', where: '' },
      {
        date: 'Oct 8, 2026',
        kind: 'Individual',
        result: 'Held',
        who: 'Student, parent (Maria Reyes), school (R. Young)',
        where: 'Room 4, in person',
      },
      { date: 'Dec 1, 2026', kind: 'Individual', result: 'Scheduled', who: '', where: '' },
    ])
  })

  test('Ana: those of this year alone, the agenda ticked for the first, the second to come', () => {
    const plan = planOf('000042', 'davis-4i-101', conferences)
    expect(plan.conferences?.rows.map(({ date }) => date)).toEqual(['Oct 8, 2026'])
    expect(plan.agenda).toMatchObject({ first: 'Oct 8, 2026', second: '2nd conference' })
    expect(plan.agenda?.rows.map((row) => [row.item_clause, row.in_first, row.in_second])).toEqual([
      ['2.2.1', '☑', '☐'],
      ['2.2.2', '☐', '☐'],
      ['2.2.3', '☐', '☐'],
      ['2.2.4', '☐', '☐'],
      ['2.2.5', '4 min', '___ min'],
    ])
    expect(plan.folder).toEqual({ clause: '2.1.3', given_on: 'Oct 9, 2026', filed_on: '' })
  })

  test('year by year: the day is there where it is on file, else there is room for initials', () => {
    const updates = tab(
      'Plan Updates',
      ['student_id', 'updated_on', 'by', 'what_changed'],
      ['000041', '2025-11-03', 'R. Young', 'Chose welding'],
    )
    const plan = planOf('000041', 'davis-4i-101', conferences, updates)
    expect(plan.involvement?.rows).toEqual([
      { year: 'Grade 9, 2026-27', student: 'Oct 8, 2026', parent: 'Oct 8, 2026', staff: 'Oct 8, 2026' },
      { year: 'Grade 10, 2027-28', student: '', parent: '', staff: '' },
      { year: 'Grade 11, 2028-29', student: '', parent: '', staff: '' },
      { year: 'Grade 12, 2029-30', student: '', parent: '', staff: '' },
    ])
    expect(plan.updates?.rows).toEqual([{ date: 'Nov 3, 2025', by: 'R. Young', change: 'Chose welding' }])
  })

  test('what is still to do is what the check found, without duties of the school alone', () => {
    const plans = tab('Plans', ['student_id', 'plan_kind', 'created_on'], ['000041', 'PCCR', '2026-09-10'])
    expect(planOf('000041', 'davis-4i-101', plans, conferences).next_steps?.rows).toEqual([
      { what: 'Plan signature', due: 'May 28, 2027', step_clause: '3.1.7' },
    ])
  })
})

describe('words of the plan', () => {
  const content = tab(
    'Plan Content',
    ['student_id', 'school_year', 'strengths', 'goals', 'support at home', 'early graduation plan'],
    ['000041', '2025-26', 'Kind', 'Old goal', '', ''],
    ['000041', '2026-27', 'Kind & patient', 'Read <more>', 'Quiet hour', ''],
    ['000041', '2027-28', 'Not yet', 'Not yet', '', ''],
    ['000043', '', '', 'Nurse', '', 'In January'],
  )

  test('those of the year are taken, or the newest before; what is not on file leaves room to write', () => {
    const plan = planOf('000041', 'davis-4i-101', content)
    expect([plan.strengths?.text, plan.goals?.text, plan.after_school?.text]).toEqual([
      'Kind & patient',
      'Read <more>',
      '',
    ])
    expect(plan.support).toEqual({ clause: '', home: 'Quiet hour', school: '' })
    expect(plan.interests).toBeUndefined()
  })

  test('what has no year holds for every year; what the policy does not ask for is there where the school writes it', () => {
    const plan = planOf('000043', 'davis-4i-101', content)
    expect(plan.goals?.text).toBe('Nurse')
    expect(plan.early_graduation).toEqual({ clause: '', text: 'In January' })
  })
})

test('a plan that starts in another grade shows the four years that hold the present one', () => {
  const years = (from: string) => {
    const plans = tab(
      'Plans',
      ['student_id', 'plan_kind', 'created_on', 'from_grade'],
      ['000041', 'PCCR', '2024-09-10', from],
    )
    const { courses, grades_covered } = planOf('000041', 'davis-4i-101', plans)
    return [grades_covered, courses?.year1]
  }
  expect(years('7')).toEqual(['Grades 7 to 10', 'Grade 7, 2024-25'])
  expect(years('')).toEqual(['Grades 9 to 12', 'Grade 9, 2026-27'])
  expect(years('11')).toEqual(['Grades 9 to 12', 'Grade 9, 2026-27'])
})
