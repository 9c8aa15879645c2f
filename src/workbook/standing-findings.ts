/**
 * The table of the Findings tab when only some of its rows are renewed: everybody else's stay where a person has sorted them.
 * Pure.
 */
import type { TypedCell } from './findings-rows.ts'

export interface TableRow {
  /** '' for a duty of the school, and for a blank row. */
  readonly id: string
  /** The word under Status; '' for a blank row. */
  readonly status: string
  /** As they have to be typed; none for a blank row. */
  readonly cells: TypedCell[]
}

/** The table as it stands. */
export interface StandingFindings {
  readonly rows: readonly TableRow[]
  /** Ids of the students whose rows are out of date. */
  readonly renewed: ReadonlySet<string>
}

const blank: TableRow = { id: '', status: '', cells: [] }

/**
 * A student's new rows stand where the old ones did. A place that is left over stays blank, so that no row of another student
 * moves under a person's filter; what finds no place comes into such blanks, then under the table's end. The school's own
 * rows, those of students who are gone and of students who had none are renewed in any case.
 *
 * @param all what a whole check would list, in its order
 * @param rowOf makes the row of one of them
 * @param known ids of all students
 */
export function renewedTable<One extends { readonly id: string }>(
  { rows, renewed }: StandingFindings,
  all: readonly One[],
  rowOf: (one: One) => TableRow,
  known: ReadonlySet<string>,
): readonly TableRow[] {
  const standing = new Set(rows.map(({ id }) => id))
  const isKept = (id: string) => id !== '' && standing.has(id) && known.has(id) && !renewed.has(id)
  const fresh = new Map<string, TableRow[]>()
  for (const one of all) {
    if (isKept(one.id)) continue
    const ofStudent = fresh.get(one.id)
    if (ofStudent) ofStudent.push(rowOf(one))
    else fresh.set(one.id, [rowOf(one)])
  }
  const table = rows.map((row) => (isKept(row.id) ? row : fresh.get(row.id)?.shift()))
  const homeless = [...fresh.values()].flat()
  return [...table.map((row) => row ?? homeless.shift() ?? blank), ...homeless.splice(0)]
}
