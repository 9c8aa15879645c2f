import fc from 'fast-check'
import { test } from 'vitest'
import { columnLetters } from '../../../local/workspace/a1.ts'
import type { UserEdits } from '../../../local/workspace/user-edits.ts'
import { lincoln } from './lincoln.ts'

const line = fc.integer({ min: 1, max: 6 })

/** Something that a user does to rows and columns, wherever it is possible. */
const edit: fc.Arbitrary<(edits: UserEdits, size: { rows: number; columns: number }) => void> = fc
  .tuple(fc.constantFrom('insert', 'delete', 'move', 'sort'), fc.boolean(), line, line, line)
  .map(([kind, onRows, at, count, before]) => (edits, size) => {
    const all = onRows ? size.rows : size.columns
    // The heading row stays where it is: sorting takes cells along and leaves named ranges, as it should.
    const first = onRows ? 2 : 1
    const start = Math.max(first, Math.min(at, all))
    const target = Math.max(first, Math.min(before, all + 1))
    if (kind === 'sort') edits.sortRows('Students', { column: start })
    else if (kind === 'insert') edits[onRows ? 'insertRows' : 'insertColumns']('Students', start, count)
    else if (start + count - 1 > all || (kind === 'delete' && count >= all - first + 1)) return
    else if (kind === 'delete') edits[onRows ? 'deleteRows' : 'deleteColumns']('Students', start, count)
    else if (target < start || target > start + count) {
      edits[onRows ? 'moveRows' : 'moveColumns']('Students', start, count, target)
    }
  })

test('whatever a user does to rows and columns, metadata, named ranges and formulas stay with their column', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (steps) => {
      const { workspace, students } = lincoln()
      const { edits, workbook } = workspace
      const log = workbook.sheets[1]!
      students.frozenRows = 1
      const headings = ['Student ID', 'Name', 'Grade', 'Signed']
      headings.forEach((heading, column) => {
        students.metadata.push({
          id: column + 1,
          key: heading,
          value: null,
          visibility: 'DOCUMENT',
          location: { type: 'COLUMN', column },
        })
        workbook.namedRanges.push({
          name: heading.replace(' ', '_'),
          sheetId: 0,
          area: { row: 0, column, rows: 1, columns: 1 },
        })
        log.formulas[column] = [`=Students!$${columnLetters(column)}$1`]
      })
      for (const step of steps) step(edits, { rows: students.rowCount, columns: students.columnCount })

      const places = students.values.flatMap((row, r) => (row ?? []).map((value, c) => ({ value, row: r, column: c })))
      headings.forEach((heading, index) => {
        const place = places.find(({ value }) => value === heading)
        const formula = log.formulas[index]![0]
        const named = workbook.namedRanges.find(({ name }) => name === heading.replace(' ', '_'))
        const metadata = students.metadata.find(({ key }) => key === heading)
        if (place === undefined) {
          if (formula !== '=Students!#REF!') throw new Error(`${heading} is gone, but ${formula} stays`)
          if (named !== undefined) throw new Error(`${heading} is gone, but its named range stays`)
          return
        }
        if (metadata?.location.type !== 'COLUMN' || metadata.location.column !== place.column) {
          throw new Error(
            `metadata of ${heading}: ${JSON.stringify(metadata)}, but it stands in ${JSON.stringify(place)}`,
          )
        }
        if (named?.area.column !== place.column || named.area.row !== place.row)
          throw new Error(`named range of ${heading}`)
        if (formula !== `=Students!$${columnLetters(place.column)}$${place.row + 1}`)
          throw new Error(`${heading}: ${formula}`)
      })
    }),
    { numRuns: 300, seed: 2026 },
  )
})
