import { readSchool, type SchoolReading } from '../../src/records/read-school.ts'
import type { Student } from '../../src/records/school.ts'
import type { Cell, Tab } from '../../src/records/tab.ts'

/** A tab whose first row is its headings, as equally long rows. */
export function tab(name: string, ...rows: readonly (readonly Cell[])[]): Tab {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return { name, rows: rows.map((row) => [...row, ...Array<Cell>(width - row.length).fill('')]), managed: [] }
}

/** A small roster: Mateo in grade 8, Ana in kindergarten, Lupe in grade 12. */
export function roster(): Tab {
  return tab(
    'Students',
    ['student_id', 'last_name', 'first_name', 'grade'],
    ['000041', 'Reyes', 'Mateo', 8],
    ['000042', 'Begay', 'Ana', 'K'],
    ['000043', 'Tuala', 'Lupe', 12],
  )
}

/** What the school of 2026-27 reads from these tabs. */
export function read(...tabs: readonly Tab[]): SchoolReading {
  return readSchool(tabs, { schoolYear: '2026-27' })
}

/** The student with this id; fails plainly where there is none. */
export function student(reading: SchoolReading, id: string): Student {
  const found = reading.school.students.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no student has the id ${id}`)
  return found
}

/** Codes of the problems without those of a workbook that keeps only some of the tabs. */
export function codes(reading: SchoolReading): readonly string[] {
  return reading.problems.map(({ code }) => code).filter((code) => code !== 'RECORDS_MISSING')
}
