import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/compliance/evaluate.ts'
import type { TrackedColumn } from '../../src/records/school.ts'
import { conference, everyColumn, logged, outcome, plan, policy, school, student } from './on-file.ts'

const sections = { grad: true, work: true, goals: true, courses: true, links: true, progress: true, strengths: true }

describe('ticks of the plan (R30)', () => {
  test.each`
    grad         | asOf            | status
    ${true}      | ${'2026-11-22'} | ${'MET'}
    ${false}     | ${'2027-05-28'} | ${'OPEN grad'}
    ${false}     | ${'2027-05-29'} | ${'LATE grad'}
    ${undefined} | ${'2027-05-27'} | ${'NA'}
    ${undefined} | ${'2027-05-28'} | ${'CHECK grad'}
  `('graduation requirements $grad: $status on $asOf', ({ grad, asOf, status }) => {
    const luis = student('Luis', 9, { plans: [plan('2026-09-10', { sections: { ...sections, grad } })] })
    expect(outcome(luis, 'davis-4i-101', asOf, 'SECT')).toBe(status)
  })

  test('several gaps are one finding that names them in the order of the policy', () => {
    const luis = student('Luis', 9, {
      plans: [plan('2026-09-10', { sections: { ...sections, links: false, grad: false } })],
    })
    expect(outcome(luis, 'davis-4i-101', '2026-11-22', 'SECT')).toBe('OPEN grad,links')
  })

  test.each`
    grade | preparedBy   | status
    ${9}  | ${'other'}   | ${'CHECK prepared'}
    ${9}  | ${'student'} | ${'MET'}
    ${8}  | ${'other'}   | ${'MET'}
  `('EGA, grade $grade, prepared by $preparedBy: $status (S16)', ({ grade, preparedBy, status }) => {
    const luis = student('Luis', grade, { plans: [plan('2026-09-10', { preparedBy })] })
    expect(outcome(luis, 'ega-2019', '2026-11-22', 'SECT')).toBe(status)
  })

  test('file contents under EGA are asked about, never late', () => {
    const file = { registration: true, teachers: false, reportCards: undefined, participants: true }
    const luis = student('Luis', 9, { plans: [plan('2026-09-10', { file })] })
    expect(outcome(luis, 'ega-2019', '2026-11-22', 'FILE')).toBe('CHECK teachers')
    expect(outcome(luis, 'ega-2019', '2027-05-29', 'FILE')).toBe('CHECK teachers,reportCards')
  })

  test.each`
    keptAt             | asOf            | status
    ${'School office'} | ${'2026-11-22'} | ${'MET'}
    ${false}           | ${'2026-11-22'} | ${'OPEN'}
    ${undefined}       | ${'2026-11-22'} | ${'NA'}
    ${undefined}       | ${'2027-05-29'} | ${'CHECK'}
  `('kept at $keptAt: $status on $asOf', ({ keptAt, asOf, status }) => {
    const { keptAt: _, ...rest } = plan('2026-09-10')
    const luis = student('Luis', 9, { plans: [keptAt === undefined ? rest : { ...rest, keptAt }] })
    expect(outcome(luis, 'davis-4i-101', asOf, 'KEPT')).toBe(status)
  })
})

describe('ticks of the conferences that count (Davis 2.1.3, 2.2)', () => {
  test.each`
    minutes      | asOf            | status
    ${3}         | ${'2026-11-22'} | ${'MET'}
    ${12}        | ${'2026-11-22'} | ${'MET'}
    ${2}         | ${'2026-11-22'} | ${'OPEN 2.2.5'}
    ${undefined} | ${'2026-11-22'} | ${'NA'}
    ${undefined} | ${'2027-05-28'} | ${'CHECK 2.2.5'}
  `('$minutes minutes for parent and teacher alone: $status on $asOf', ({ minutes, asOf, status }) => {
    const { privateMinutes: _, ...rest } = conference('individual', '2026-10-07')
    const ana = student('Ana', 3, {
      conferences: [minutes === undefined ? rest : { ...rest, privateMinutes: minutes }],
    })
    expect(outcome(ana, 'davis-4i-101', asOf, 'AGENDA')).toBe(status)
  })

  test('a copy that was never filed is asked about on the last day', () => {
    const { copyFiledOn: _, ...rest } = conference('individual', '2026-10-07')
    const ana = student('Ana', 3, { conferences: [rest] })
    expect(outcome(ana, 'davis-4i-101', '2026-11-22', 'FOLDER')).toBe('NA')
    expect(outcome(ana, 'davis-4i-101', '2027-05-28', 'FOLDER')).toBe('CHECK filed')
  })

  test('a conference that does not count is not examined', () => {
    const ana = student('Ana', 3, {
      conferences: [conference('individual', '2026-10-07', { status: 'no-show', privateMinutes: 0 })],
    })
    expect(outcome(ana, 'davis-4i-101', '2026-11-22', 'AGENDA')).toBe('NA')
  })
})

describe('what is not tracked (R30)', () => {
  const without = (...columns: TrackedColumn[]) =>
    new Set([...everyColumn].filter((column) => !columns.includes(column)))

  test('is said once and makes no finding', () => {
    const tracked = without('Plans.kept_at', 'Plans.sec_links')
    const luis = student('Luis', 9, { plans: [plan('2026-09-10', { sections: { ...sections, links: undefined } })] })
    const result = evaluate(policy('davis-4i-101'), school([luis], { tracked }), {
      asOf: '2027-05-29',
      schoolYear: '2026-27',
      keep: 'all',
    })
    expect(result.notTracked).toEqual(['SECT(links)', 'KEPT'])
    const shown = result.students.flatMap((one) =>
      one.findings.filter((each) => each.code === 'SECT' || each.code === 'KEPT'),
    )
    expect(shown.map((one) => `${one.code} ${one.status}`)).toEqual(['SECT MET'])
  })

  test('a bare roster tracks nothing but conferences and plans', () => {
    const result = evaluate(policy('davis-4i-101'), school([student('Luis', 9)], { tracked: new Set() }), {
      asOf: '2026-11-22',
      schoolYear: '2026-27',
    })
    expect(result.notTracked).toEqual(['FOLDER', 'AGENDA', 'SECT', 'KEPT', 'COURSES', 'REPORT', 'TRAIN'])
  })
})

describe('duties of the school (Davis 4 and 5, EGA Reporting)', () => {
  const duties = (id: 'davis-4i-101' | 'ega-2019', asOf: string, log: ReturnType<typeof logged>[]) =>
    evaluate(policy(id), school([student('Luis', 9)], { log }), { asOf, schoolYear: '2026-27' }).school.map(
      (one) => `${one.code} ${one.status}`,
    )

  test('are to do until the last day and late after it', () => {
    expect(duties('davis-4i-101', '2027-05-28', [])).toEqual(['REPORT OPEN', 'TRAIN OPEN'])
    expect(duties('davis-4i-101', '2027-05-29', [])).toEqual(['REPORT LATE', 'TRAIN LATE'])
  })

  test('last year’s report is not this year’s; one dated later than the as-of date is not yet', () => {
    const log = [logged('annual_report', '2026-05-20'), logged('training', '2026-12-01')]
    expect(duties('davis-4i-101', '2026-11-22', log)).toEqual(['REPORT OPEN', 'TRAIN OPEN'])
    expect(duties('davis-4i-101', '2026-12-01', log)).toEqual(['REPORT OPEN', 'TRAIN MET'])
  })

  test('where teachers, parents and community must take part, the log must say who did', () => {
    const log = (who?: string) => [
      logged('annual_report', '2026-10-20', who),
      logged('training', '2026-08-12'),
      logged('consultation', '2019-03-01', 'council'),
    ]
    expect(duties('ega-2019', '2026-11-22', log())).toEqual(['REPORT CHECK', 'TRAIN MET', 'CONSULT MET'])
    expect(duties('ega-2019', '2026-11-22', log('council, PTA'))).toEqual(['REPORT MET', 'TRAIN MET', 'CONSULT MET'])
  })
})
