import { Name } from '../pieces/person.tsx'
import type { SelectedRows } from '../selection/selected-rows.ts'
import { counted, inDigits } from '../words.ts'
import type { Somebody } from './state.ts'

interface RowsProps {
  readonly selected: SelectedRows
  readonly open: (student: Somebody) => void
  readonly record: (students: readonly Somebody[]) => void
}

/** Several rows are selected: who they are, and one press to record for all of them. */
export function Rows({ selected: { students, total }, open, record }: RowsProps) {
  return (
    <>
      <p>{counted(total, 'student')} selected</p>
      <button type="button" class="action" onClick={() => record(students)}>
        Record for all {inDigits(students.length)}
      </button>
      <ul class="students">
        {students.map((student) => (
          <li key={student.id}>
            <button type="button" class="row" onClick={() => open(student)}>
              <Name {...student} />
            </button>
          </li>
        ))}
      </ul>
      {total > students.length && <p class="quiet">{tooMany(students.length, total)}</p>}
    </>
  )
}

/** One answer names so many students and no more. */
export function tooMany(named: number, total: number): string {
  return `These are the first ${inDigits(named)} of ${inDigits(total)}. Select fewer rows to have all of them.`
}
