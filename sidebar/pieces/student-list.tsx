import type { ListedStudent } from '../../src/actions/requests/students.ts'
import type { Paged } from '../students/paged.ts'
import { counted, gradeWords } from '../words.ts'
import { Busy } from './busy.tsx'
import { Name } from './person.tsx'
import { TroubleBox } from './trouble-box.tsx'

interface StudentListProps {
  readonly list: Paged
  readonly open: (student: ListedStudent) => void
  readonly more: () => void
  /** The student to come back to. */
  readonly current?: string | undefined
}

/** Students, each with what the list is about; the next hundred on a press. */
export function StudentList({ list, open, more, current }: StudentListProps) {
  const { students, total, isBusy, trouble } = list
  const left = (total ?? 0) - students.length
  return (
    <>
      <ul class="students">
        {students.map((student) => (
          <li key={student.id}>
            <button type="button" class="row" data-return={student.id === current} onClick={() => open(student)}>
              <StudentLine student={student} />
            </button>
          </li>
        ))}
      </ul>
      {isBusy && (
        <p class="quiet">
          <Busy text="Reading…" />
        </p>
      )}
      {trouble !== undefined && <TroubleBox trouble={trouble} again={more} />}
      {!isBusy && trouble === undefined && left > 0 && (
        <button type="button" onClick={more}>
          Show {Math.min(left, 100)} more
        </button>
      )}
      {left > 0 && <p class="quiet">{counted(left, 'more student')} not shown yet</p>}
    </>
  )
}

function StudentLine({ student: { id, name, grade, items } }: { readonly student: ListedStudent }) {
  return (
    <>
      <span class="row-head">
        <Name name={name} id={id} />
        <span class="quiet">{gradeWords(grade)}</span>
      </span>
      {items.map((item) => (
        <span key={item} class="row-item">
          {item}
        </span>
      ))}
    </>
  )
}
