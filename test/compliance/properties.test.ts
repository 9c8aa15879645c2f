/** What must hold for every student, not only for those of the tables. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/compliance/evaluate.ts'
import type { Finding } from '../../src/compliance/finding.ts'
import { messageText } from '../../src/compliance/messages.ts'
import { policies } from '../../src/policy/packs.ts'
import { addDays } from '../../src/records/calendar.ts'
import type { Conference, Student } from '../../src/records/school.ts'
import { conference, contact, plan, school, student, update, year } from './on-file.ts'

const schoolYear = '2026-27'
const yesNo = fc.constantFrom(true, true, true, false, undefined)
/** A day from September 2024 to July 2027. */
const day = fc.integer({ min: 0, max: 1050 }).map((days) => addDays('2024-09-01', days))
/** A day of the reported school year. */
const asOfDay = fc.integer({ min: 0, max: 350 }).map((days) => addDays('2026-07-15', days))

const anyConference: fc.Arbitrary<Conference> = fc
  .record({
    kind: fc.constantFrom('individual', 'individual', 'group', 'small_group', 'iep', 'other') as fc.Arbitrary<
      Conference['kind']
    >,
    date: day,
    status: fc.constantFrom(
      'held',
      'held',
      'held',
      'scheduled',
      'no-show',
      'declined',
      'cancelled-family',
      'cancelled-school',
    ) as fc.Arbitrary<Conference['status']>,
    studentAttended: yesNo,
    parentAttended: yesNo,
    staffPresent: yesNo,
    ilpReviewed: yesNo,
    source: fc.constantFrom('own', 'own', 'prior') as fc.Arbitrary<Conference['source']>,
    invitedCount: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
    invitedOn: fc.option(day, { nil: undefined }),
  })
  .map(({ invitedCount, invitedOn, kind, date, ...more }) =>
    conference(kind, date, {
      ...more,
      ...(invitedCount === undefined ? {} : { invitedCount }),
      ...(invitedOn === undefined ? {} : { invitedOn }),
    }),
  )

const anyPlan = fc
  .record({
    created: fc.option(day, { nil: undefined }),
    signed: fc.option(day, { nil: undefined }),
    kind: fc.constantFrom('elementary', 'secondary', undefined) as fc.Arbitrary<'elementary' | 'secondary' | undefined>,
    signedBy: fc.constantFrom('parent', 'student', 'other') as fc.Arbitrary<'parent' | 'student' | 'other'>,
    coursePlan: yesNo,
    earlyGraduationPlanned: yesNo,
  })
  .map(({ created, signed, ...more }) => {
    const { signedOn: _, ...made } = plan(created, more)
    return signed === undefined ? made : { ...made, signedOn: signed }
  })

const anyContact = fc
  .tuple(fc.constantFrom('individual', 'group', undefined), day, fc.boolean())
  .map(([about, date, arrived]) => contact(about as 'individual', date, { arrived }))

const anyStudent: fc.Arbitrary<Student> = fc
  .record({
    grade: fc.integer({ min: -1, max: 13 }),
    entryDate: fc.constantFrom('2024-07-15', '2024-07-15', '2026-09-20', '2027-01-11', '2027-05-10'),
    exitDate: fc.option(day, { nil: undefined, freq: 8 }),
    birthDate: fc.constantFrom('2008-12-01', '2012-03-03', '2018-03-03'),
    iep: yesNo,
    earlyGraduation: yesNo,
    conferences: fc.array(anyConference, { maxLength: 6 }),
    contacts: fc.array(anyContact, { maxLength: 5 }),
    plans: fc.array(anyPlan, { maxLength: 2 }),
    updates: fc.array(day.map(update), { maxLength: 3 }),
    repeated: fc.boolean(),
  })
  .map(({ grade, exitDate, repeated, ...more }) =>
    student('Mateo', grade, {
      ...more,
      ...(exitDate === undefined ? {} : { exitDate }),
      history: [year('2026-27', grade), year('2025-26', repeated ? grade : grade - 1)],
    }),
  )

const anyPolicy = fc.constantFrom(...policies)

const judge = (policy: (typeof policies)[number], who: Student, asOf: string): readonly Finding[] =>
  evaluate(policy, school([who]), { asOf, schoolYear, keep: 'all' }).students[0]?.findings ?? []

/** Findings without the rows they looked at, whose order may follow the order of the log. */
const answers = (findings: readonly Finding[]) => findings.map(({ evidence: _, ...answer }) => answer)

const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((one, index) => ({ one, key: ((index + 1) * seed) % 101 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one)

describe('for every student and policy', () => {
  test('the order of rows changes nothing', () => {
    fc.assert(
      fc.property(anyStudent, anyPolicy, asOfDay, fc.integer({ min: 2, max: 100 }), (who, policy, asOf, seed) => {
        const other = {
          ...who,
          conferences: shuffled(who.conferences, seed),
          contacts: shuffled(who.contacts, seed),
          updates: shuffled(who.updates, seed),
          history: shuffled(who.history, seed),
        }
        expect(answers(judge(policy, other, asOf))).toEqual(answers(judge(policy, who, asOf)))
      }),
      { numRuns: 600 },
    )
  })

  test('what is dated after the as-of date changes nothing, but for the CHECK on a conference or signature of the future', () => {
    fc.assert(
      fc.property(anyStudent, anyPolicy, asOfDay, fc.integer({ min: 1, max: 200 }), (who, policy, asOf, days) => {
        const later = addDays(asOf, days)
        const more = {
          ...who,
          conferences: [
            ...who.conferences,
            conference('individual', later),
            conference('group', later, { invitedCount: 3 }),
          ],
          contacts: [...who.contacts, contact('individual', later), contact('group', later)],
          updates: [...who.updates, update(later)],
          plans: who.plans.map((one) => (one.signedOn === undefined ? { ...one, signedOn: later } : one)),
        }
        const judged = (findings: readonly Finding[]) => {
          const without = findings.filter((one) => one.code !== 'DATA-DATE' && one.code !== 'SIGN')
          return without.map(({ code, status, detail }) => `${code} ${status} ${detail}`)
        }
        const before = judge(policy, who, asOf)
        const after = judge(policy, more, asOf)
        expect(judged(after)).toEqual(judged(before))
        const signs = after.filter((one, index) => one.code === 'SIGN' && one.status !== before[index]?.status)
        expect(signs.every((one) => one.message === 'signature.future')).toBe(true)
      }),
      { numRuns: 600 },
    )
  })

  test('adding a valid held conference never turns a met requirement unmet', () => {
    const kinds = fc.constantFrom('individual', 'group', 'small_group', 'iep') as fc.Arbitrary<Conference['kind']>
    fc.assert(
      fc.property(
        anyStudent,
        anyPolicy,
        asOfDay,
        kinds,
        fc.integer({ min: 0, max: 300 }),
        (who, policy, asOf, kind, ago) => {
          const date = addDays(asOf, -ago)
          fc.pre(date >= (who.entryDate ?? ''))
          const added = conference(kind, date, { invitedCount: 4, ilpReviewed: true })
          const after = new Map(
            judge(policy, { ...who, conferences: [...who.conferences, added] }, asOf).map((one) => [
              `${one.code} ${one.detail}`,
              one,
            ]),
          )
          for (const one of judge(policy, who, asOf)) {
            if (one.status !== 'MET' || one.code === 'INVOLVE' || one.code === 'CONF2') continue
            const now = after.get(`${one.code} ${one.detail}`)
            expect(['MET', 'NA'], `${one.code} was met and became ${now?.status}`).toContain(now?.status)
          }
          const unmet = (findings: Iterable<Finding>, code: string) =>
            [...findings]
              .filter((one) => one.code === code && one.status !== 'MET')
              .map((one) => one.detail)
              .join('')
          const before = judge(policy, who, asOf)
          for (const party of unmet(after.values(), 'INVOLVE')) expect(unmet(before, 'INVOLVE')).toContain(party)
          if (before.some((one) => one.code === 'CONF2' && one.status === 'MET'))
            expect(unmet(after.values(), 'CONF2')).toBe('')
        },
      ),
      { numRuns: 600 },
    )
  })

  test('OPEN becomes LATE on the day after its due date and on no other day', () => {
    fc.assert(
      fc.property(anyStudent, anyPolicy, asOfDay, (who, policy, asOf) => {
        const today = judge(policy, who, asOf)
        const tomorrow = judge(policy, who, addDays(asOf, 1))
        for (const one of today) {
          if (one.status !== 'OPEN') continue
          expect(one.dueOn === undefined || asOf <= one.dueOn, `${one.code} is OPEN on ${asOf}, due ${one.dueOn}`).toBe(
            true,
          )
          const next = tomorrow.find((each) => each.code === one.code && each.detail === one.detail)
          if (next?.status === 'LATE') expect(asOf).toBe(one.dueOn)
          if (next !== undefined && asOf === one.dueOn) expect(next.status).not.toBe('OPEN')
        }
        for (const one of today) if (one.status === 'LATE') expect(asOf > (one.dueOn as string)).toBe(true)
      }),
      { numRuns: 600 },
    )
  })

  test('every finding has its clause, its days left, and a plain sentence without a hole', () => {
    fc.assert(
      fc.property(anyStudent, anyPolicy, asOfDay, (who, policy, asOf) => {
        const findings = judge(policy, who, asOf)
        const codes = findings.map((one) => (one.code === 'INVOLVE' ? `${one.code} ${one.status}` : one.code))
        expect(new Set(codes).size).toBe(codes.length)
        for (const one of findings) {
          expect(one.clause === '').toBe(
            one.code.startsWith('DATA-') || one.code === 'OUT-OF-TERM' || one.code === 'GRADE',
          )
          expect(one.dueOn === undefined).toBe(one.daysLeft === undefined)
          const sentence = messageText(one, policy)
          expect(sentence).toMatch(/^[A-Z0-9].*[.?]$/)
          expect(sentence).not.toMatch(/undefined|NaN| {2}|: ?[.]/)
        }
      }),
      { numRuns: 400 },
    )
  })
})
