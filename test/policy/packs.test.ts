import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { policies, policyById } from '../../src/policy/packs.ts'
import type { Policy, Requirement } from '../../src/policy/schema.ts'
import { sharedPath } from '../shared-folder.ts'

const codesOf = (policy: Policy) => [...new Set(policy.requirements.map((one) => one.code))].sort()

/** Every clause that a pack cites, in requirements, their parts, and the list of what no column can prove. */
function clausesOf(policy: Policy): Set<string> {
  const cited = new Set<string>()
  const add = (clause: string) => {
    for (const one of clause.split(', ')) cited.add(one)
  }
  for (const one of policy.requirements) {
    add(one.clause)
    if (one.type === 'sections' || one.type === 'agenda') for (const part of one.parts) add(part.clause)
  }
  for (const one of policy.notExamined) add(one.clause)
  return cited
}

/** The numbered clauses of a policy text: '3.3.1' from lines such as '3.3.1. 7th and 8th grades'. */
function numberedClauses(file: string): string[] {
  const text = readFileSync(sharedPath('seeds', file), 'utf8')
  return [...text.matchAll(/^[\s\-#]*(\d(?:\.\d+)+)\.?\s/gm)].map((match) => match[1] as string)
}

describe('the six policies', () => {
  test('are found by their ids, and an unknown id gives nothing', () => {
    expect(policies.map((one) => one.id)).toEqual([
      'davis-4i-101',
      'spectrum-4ip-401',
      'ega-2019',
      'ega-2012',
      'washington-4030',
      'utah-r277-462-5',
    ])
    expect(policyById('ega-2012')?.terms).toEqual({ elementary: 'SEP', secondary: 'SEOP' })
    expect(policyById('constructor')).toBeUndefined()
  })

  // Davis 4I-101 and Spectrum 4IP-401 number every clause; a group heading is covered by its items.
  test.each`
    id                    | file                          | headings
    ${'davis-4i-101'}     | ${'000_5f0e4605953d1863.txt'} | ${['2.1', '3.3']}
    ${'spectrum-4ip-401'} | ${'001_1b62a6028ec2bd27.txt'} | ${['2.1', '2.2', '2.3', '2.5', '2.6', '2.7']}
    ${'washington-4030'}  | ${'003_d829d4adba99f267.txt'} | ${['3.1', '3.1.3', '3.2', '3.2.3']}
  `('$id accounts for every numbered clause of its text', ({ id, file, headings }) => {
    const policy = policyById(id) as Policy
    const cited = clausesOf(policy)
    const clauses = numberedClauses(file)
    expect(clauses.length).toBeGreaterThan(15)
    expect(clauses.filter((clause) => !cited.has(clause) && !headings.includes(clause))).toEqual([])
  })

  test('the EGA packs account for every named section of their texts', () => {
    for (const id of ['ega-2019', 'ega-2012']) {
      const policy = policyById(id) as Policy
      const cited = [...clausesOf(policy)].join(' | ')
      for (const section of [
        'Preamble',
        'Definitions item 1',
        'Definitions item 4',
        'School manager',
        'Small group',
        'Background',
        'Additional parent conferences',
        'Guidelines and expectations',
        'Implementation',
        'Reporting',
        'Privacy',
        'Purpose',
      ]) {
        expect(cited).toContain(section)
      }
    }
  })

  test.each`
    id                    | codes
    ${'davis-4i-101'}     | ${['AGENDA', 'CONF-G', 'CONF-I', 'CONF2', 'COURSES', 'EFFORT', 'EFFORT-G', 'EFFORT-I', 'FOLDER', 'INVOLVE', 'KEPT', 'PLAN', 'REPORT', 'SECT', 'SIGN', 'TRAIN', 'UPDATE']}
    ${'spectrum-4ip-401'} | ${['AGENDA', 'CONF-G', 'CONF-I', 'CONF2', 'COURSES', 'EFFORT', 'EFFORT-G', 'EFFORT-I', 'FOLDER', 'IEPCONF', 'INVOLVE', 'KEPT', 'PLAN', 'REPORT', 'SECT', 'SIGN', 'TRAIN', 'UPDATE']}
    ${'ega-2019'}         | ${['CAREER', 'CONSULT', 'FILE', 'GROUP>5', 'OFFER', 'PLAN', 'REPORT', 'SECT', 'TRAIN']}
    ${'ega-2012'}         | ${['CAREER', 'CONSULT', 'FILE', 'GROUP>5', 'OFFER', 'PLAN', 'REPORT', 'SECT', 'TRAIN']}
    ${'washington-4030'}  | ${['CLUSTER', 'CONF-I', 'CONF-SG', 'CONF2', 'COURSES', 'EARLY', 'OPP', 'PLAN', 'SECT', 'TRAIN']}
    ${'utah-r277-462-5'}  | ${['CONF-G', 'CONF-I', 'COURSES', 'KEPT', 'PLAN']}
  `('$id has exactly the codes that the flag catalogue gives it', ({ id, codes }) => {
    expect(codesOf(policyById(id) as Policy)).toEqual(codes)
  })

  test.each`
    grade | davis                               | washington
    ${0}  | ${['CONF2 2.1.1']}                  | ${['CONF2 3.1.1, 3.1.3.2']}
    ${6}  | ${['CONF2 2.1.1']}                  | ${['CONF-I 3.2.1', 'CONF-SG 3.2.1, 3.2.3.5']}
    ${8}  | ${['CONF-I 3.3.1', 'CONF-G 3.3.1']} | ${['CONF-I 3.2.1', 'CONF-SG 3.2.1, 3.2.3.5']}
    ${9}  | ${['CONF-I 3.3.2']}                 | ${['CONF-I 3.2.1', 'CONF-SG 3.2.1, 3.2.3.5']}
    ${12} | ${['CONF-G 3.3.3']}                 | ${['CONF-I 3.2.1', 'CONF-SG 3.2.1, 3.2.3.5']}
  `(
    'grade $grade is asked for $davis in Davis and $washington in Washington County',
    ({ grade, davis, washington }) => {
      const asked = (id: string) =>
        (policyById(id) as Policy).requirements
          .filter(
            (one) => one.type === 'conferences' && one.grades.some(([first, last]) => grade >= first && grade <= last),
          )
          .map((one) => `${one.code} ${one.clause}`)
      expect(asked('davis-4i-101')).toEqual(davis)
      expect(asked('washington-4030')).toEqual(washington)
    },
  )

  test('a requirement never stands twice for one grade, so a student has one finding per code', () => {
    for (const policy of policies) {
      for (let grade = 0; grade <= 13; grade += 1) {
        const codes = policy.requirements
          .filter((one: Requirement) => one.grades.some(([first, last]) => grade >= first && grade <= last))
          .map((one) => one.code)
        expect(new Set(codes).size, `${policy.id} grade ${grade}: ${codes.join(' ')}`).toBe(codes.length)
      }
    }
  })

  test('every reading has its question, its number and its reason', () => {
    for (const policy of policies) {
      for (const reading of Object.values(policy.readings)) {
        expect(reading.id).toMatch(/^R\d+$/)
        expect(reading.question).toMatch(/\?$/)
        expect(reading.because.length).toBeGreaterThan(20)
      }
    }
    const ids = new Set(policies.flatMap((policy) => Object.values(policy.readings).map((reading) => reading.id)))
    const expected = Array.from({ length: 32 }, (_, index) => `R${index}`).filter((id) => id !== 'R18')
    expect([...ids].sort()).toEqual(expected.sort())
    // R18, the level split, is a field of the pack itself.
    expect(policies.map((policy) => policy.elementaryTopGrade)).toEqual([6, 6, 6, 6, 5, 6])
  })

  test('no sentence is taken from the texts: no eight words in a row are the same', () => {
    const files = [
      '000_5f0e4605953d1863',
      '001_1b62a6028ec2bd27',
      '002_840e3b10e3631eb3',
      '003_d829d4adba99f267',
      '004_0c1c0d2363f62161',
    ]
    const words = (text: string) =>
      text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
        .split(' ')
    const runs = new Set<string>()
    for (const file of files) {
      const all = words(readFileSync(sharedPath('seeds', `${file}.txt`), 'utf8'))
      for (let i = 0; i + 8 <= all.length; i += 1) runs.add(all.slice(i, i + 8).join(' '))
    }
    const copied: string[] = []
    const scan = (value: unknown): void => {
      if (typeof value === 'string') {
        const all = words(value)
        for (let i = 0; i + 8 <= all.length; i += 1) if (runs.has(all.slice(i, i + 8).join(' '))) copied.push(value)
      } else if (value !== null && typeof value === 'object') Object.values(value).forEach(scan)
    }
    scan(policies)
    expect(copied).toEqual([])
  })
})
