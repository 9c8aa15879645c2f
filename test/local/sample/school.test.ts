/** Who goes to the sample school. */
import { describe, expect, test } from 'vitest'
import { sampleSchool } from '../../../local/sample/school.ts'
import type { SampleStudent } from '../../../local/sample/students.ts'

const school = sampleSchool(1_150, 1)
const { students } = school

function siblings(of: readonly SampleStudent[]): SampleStudent[][] {
  const families = new Map<unknown, SampleStudent[]>()
  for (const one of of) families.set(one.family, [...(families.get(one.family) ?? []), one])
  return [...families.values()].filter(({ length }) => length > 1)
}

test.each([1, 2, 30, 1_150, 5_000])(
  'a school of %i has exactly so many students, each with ids of its own',
  (total) => {
    const { students: all } = sampleSchool(total, 3)
    expect(all).toHaveLength(total)
    expect(new Set(all.map(({ id }) => id)).size).toBe(total)
    expect(new Set(all.map(({ ssid }) => ssid)).size).toBe(total)
    for (const { id, ssid } of all) {
      expect(id).toMatch(/^0\d{6}$/)
      expect(ssid).toMatch(/^[1-9]\d{9}$/)
    }
  },
)

test('thirteen grades of about equal size, in order of grade and name', () => {
  const sizes = Array.from({ length: 13 }, (_, grade) => students.filter((one) => one.grade === grade).length)
  for (const size of sizes) {
    expect(size).toBeGreaterThan(1_150 / 13 - 12)
    expect(size).toBeLessThan(1_150 / 13 + 12)
  }
  expect(students.map(({ grade }) => grade)).toEqual(students.map(({ grade }) => grade).sort((a, b) => a - b))
})

describe('families', () => {
  test('siblings have one surname, one address and the same guardians, and no two of them one name', () => {
    const families = siblings(students)
    expect(families.length).toBeGreaterThan(200)
    for (const children of families) {
      const surnames = new Set(children.map(({ lastName }) => lastName.replace(/ (Jr|II|III)$/, '')))
      const { family } = children[0] as SampleStudent
      if (family.surname !== '' && children.every(({ lastName }) => lastName !== family.ownSurname)) {
        expect([...surnames]).toEqual([family.surname])
      }
      expect(new Set(children.map(({ firstName, lastName }) => `${firstName} ${lastName}`)).size).toBe(children.length)
    }
  })

  test('siblings are of an age: some are twins, the others at least nine months apart', () => {
    const apart = siblings(students).flatMap((children) => {
      const births = children
        .map(({ birthDate }) => Date.parse(`${birthDate}T00:00:00Z`) / 86_400_000)
        .sort((a, b) => a - b)
      return births.slice(1).map((birth, at) => birth - (births[at] as number))
    })
    expect(apart).toContain(0)
    expect(apart.filter((days) => days > 0 && days < 270)).toEqual([])
  })

  test('of two households each has its guardian and its own address, most families have one', () => {
    const two = students.filter(({ family }) => family.households.length === 2)
    expect(two.length / students.length).toBeGreaterThan(0.06)
    expect(two.length / students.length).toBeLessThan(0.2)
    for (const { family } of two) {
      const [first, second] = family.households
      expect(first?.street).not.toBe(second?.street)
      expect(family.guardians.map(({ firstName, lastName }) => `${firstName} ${lastName}`.trim())).toEqual([
        first?.addressee,
        second?.addressee,
      ])
    }
  })

  test('a few have no guardian or no address on file', () => {
    expect(students.some(({ family }) => family.guardians.length === 0)).toBe(true)
    expect(students.some(({ family }) => family.households.length === 0)).toBe(true)
  })

  test('nobody can be reached in earnest: numbers and hosts are those kept for examples', () => {
    for (const { family } of students) {
      for (const { phone, email } of family.guardians) {
        expect(phone).toMatch(/^\d{3}-555-01\d\d$/)
        expect(email).toMatch(/^$|^[a-z]+\d+@example\.(com|org|net)$/)
      }
    }
  })
})

describe('names', () => {
  const full = students.map(({ firstName, lastName }) => `${firstName} ${lastName}`.trim())
  const some = (pattern: RegExp): number => full.filter((name) => pattern.test(name)).length

  test.each<[string, RegExp]>([
    ['with the marks of Spanish', /[áéíóúñ]/],
    ['with two surnames', /(García|López|Hernández|Ramírez|Flores) [A-ZÁÍ][a-zñáéíóú]+$/],
    ['with the letters of Navajo', /[łŁńóą]|ǫ́/],
    ['with the ʻokina as it is', /ʻ/],
    ['with a curly apostrophe', /’/],
    ['with a typewriter’s apostrophe', /'/],
    ['with the letters of Vietnamese', /[ễầạđĐ]/],
    ['with a hyphen', /-/],
    ['with a suffix', / (Jr|II|III)$/],
  ])('%s', (_, pattern) => {
    expect(some(pattern)).toBeGreaterThan(0)
  })

  test('a person with one name has it as the surname', () => {
    const single = students.filter(({ firstName }) => firstName === '')
    expect(single.length).toBeGreaterThan(0)
    for (const { lastName } of single) expect(lastName).not.toBe('')
  })

  test('some in their own script, as the preferred name or as the legal one', () => {
    const all = students.map(({ firstName, lastName, preferredName }) => `${firstName} ${lastName} ${preferredName}`)
    for (const script of ['Han', 'Hangul', 'Arabic', 'Cyrillic']) {
      expect(all.some((name) => new RegExp(`\\p{Script=${script}}`, 'u').test(name))).toBe(true)
    }
  })

  test('a few students have one full name, so that a name finds nobody', () => {
    const twice = full.length - new Set(full).size
    expect(twice).toBeGreaterThan(3)
    expect(twice).toBeLessThan(60)
  })

  test('languages of the home in several spellings', () => {
    const languages = new Set(students.map(({ family }) => family.homeLanguage))
    for (const language of ['English', 'Spanish', 'es', 'Navajo', 'Tongan', 'Somali', 'Vietnamese', 'Arabic']) {
      expect(languages).toContain(language)
    }
  })
})

describe('who looks after whom', () => {
  test('up to grade 6 a homeroom teacher with one class of at most 26, no counselor', () => {
    const classes = new Map<string, number[]>()
    for (const { grade, teacher, counselor } of students.filter((one) => one.grade < 7)) {
      expect(counselor).toBe('')
      classes.set(teacher, [...(classes.get(teacher) ?? []), grade])
    }
    for (const grades of classes.values()) {
      expect(grades.length).toBeLessThanOrEqual(26)
      expect(new Set(grades).size).toBe(1)
    }
  })

  test('from grade 7 on a counselor by the letter of the surname, whatever its marks', () => {
    const byLetter = new Map<string, Set<string>>()
    for (const { grade, lastName, counselor } of students) {
      if (grade < 7) continue
      expect(counselor).not.toBe('')
      const letter = lastName.normalize('NFD')[0]?.toLowerCase() as string
      byLetter.set(letter, (byLetter.get(letter) ?? new Set()).add(counselor))
    }
    const latin = [...byLetter].filter(([letter]) => /[a-z]/.test(letter)).sort(([a], [b]) => (a < b ? -1 : 1))
    expect(latin.every(([, counselors]) => counselors.size === 1)).toBe(true)
    const runs = latin.map(([, counselors]) => [...counselors][0]).filter((name, at, all) => name !== all[at - 1])
    expect(runs).toHaveLength(new Set(runs).size)
    expect(runs).toHaveLength(2)
  })

  test('about thirteen in a hundred have an IEP', () => {
    const share = students.filter(({ iep }) => iep).length / students.length
    expect(share).toBeGreaterThan(0.1)
    expect(share).toBeLessThan(0.16)
  })
})

describe('coming and going', () => {
  const midYear = students.filter(({ entryDate }) => entryDate > '2026-08-17' && entryDate <= '2026-11-23')

  test('some came in mid-year, some with the records of their former school', () => {
    expect(midYear.length).toBeGreaterThan(20)
    const prior = [...school.conferences, ...school.plans].filter(({ source }) => source === 'prior')
    expect(prior.some(({ student }) => midYear.includes(student))).toBe(true)
  })

  test('some left, with their families, and a few are still to come', () => {
    const left = students.filter(({ exitDate }) => exitDate !== '')
    expect(left.length).toBeGreaterThan(5)
    for (const { entryDate, exitDate } of left) expect(exitDate > entryDate).toBe(true)
    for (const children of siblings(students)) expect(new Set(children.map(({ exitDate }) => exitDate)).size).toBe(1)
    expect(students.some(({ entryDate }) => entryDate > '2026-11-23')).toBe(true)
  })

  test('nothing of ours is on file from after a student left', () => {
    for (const { student, date, source, status } of school.conferences) {
      const isOurs = source === 'own' && status !== 'scheduled' && student.exitDate !== '' && /^\d/.test(date)
      if (isOurs) expect(date <= student.exitDate).toBe(true)
    }
    for (const { student, date } of [...school.contacts, ...school.updates]) {
      if (student.exitDate !== '') expect(date <= student.exitDate).toBe(true)
    }
  })
})

test('what is on file lies on school days before 23 November 2026, but for what is planned', () => {
  const days = school.conferences.filter(({ status, date }) => status !== 'scheduled' && /^\d/.test(date))
  const future = days.filter(({ date }) => date > '2026-11-20')
  // A slip of the hand now and then calls a planned one held.
  expect(future.length).toBeLessThan(6)
  for (const { date } of [...days, ...school.contacts, ...school.updates]) {
    expect([0, 6]).not.toContain(new Date(`${date}T00:00:00Z`).getUTCDay())
  }
  for (const { date } of [...school.contacts, ...school.updates]) expect(date <= '2026-11-20').toBe(true)
})
