import { Name } from '../pieces/person.tsx'
import { tooMany } from '../student/rows.tsx'
import { counted } from '../words.ts'
import { offered } from './state.ts'
import type { RecordScreen } from './use-record.ts'

/** Names that are shown without unfolding. */
const namesInSight = 5

interface TargetProps {
  readonly screen: RecordScreen
  readonly notFollowing: string | undefined
}

/** For whom it is recorded: the rows that are selected, or those for which the form was begun. */
export function Target({ screen, notFollowing }: TargetProps) {
  const { target, refusals, takeSelected } = screen
  const { students, total } = target
  const other = offered(screen)
  const isEmpty = students.length === 0
  const rest = students.slice(namesInSight)
  return (
    <section
      class="target"
      tabIndex={-1}
      data-refused={refusals.students !== undefined ? '' : undefined}
      aria-label="For whom"
    >
      {isEmpty ? (
        <p class="hint">Select the rows of the students in the sheet, on the roster or on any tab with their ids.</p>
      ) : (
        <>
          <p>
            For <strong>{counted(students.length, 'student')}</strong>
          </p>
          <Names students={students.slice(0, namesInSight)} />
          {rest.length > 0 && (
            <details>
              <summary>and {rest.length} more</summary>
              <Names students={rest} />
            </details>
          )}
        </>
      )}
      {total > students.length && <p class="notice">{tooMany(students.length, total)}</p>}
      {refusals.students !== undefined && (
        <p class="refused" role="alert">
          <span aria-hidden="true">▲ </span>
          {refusals.students}
        </p>
      )}
      {notFollowing !== undefined && <p class="quiet">{notFollowing}</p>}
      <p role="status" class={other === undefined ? 'spoken' : undefined}>
        {other !== undefined && (
          <button type="button" onClick={takeSelected}>
            Use the {counted(other.total, 'row')} now selected
          </button>
        )}
      </p>
    </section>
  )
}

function Names({ students }: Pick<RecordScreen['target'], 'students'>) {
  return (
    <ul class="names">
      {students.map((student) => (
        <li key={student.id}>
          <Name {...student} />
        </li>
      ))}
    </ul>
  )
}
