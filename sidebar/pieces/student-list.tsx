import { useEffect, useRef } from 'preact/hooks'
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
  const lines = useRef<HTMLUListElement>(null)
  // The first of the next page, once it has come.
  const awaited = useRef<number | undefined>(undefined)
  useEffect(() => {
    if (awaited.current === undefined || students.length <= awaited.current) return
    lines.current?.querySelectorAll('button')[awaited.current]?.focus()
    awaited.current = undefined
  }, [students.length])
  const showMore = () => {
    awaited.current = students.length
    more()
  }
  return (
    <>
      <ul class="students" ref={lines}>
        {students.map((student) => (
          <li key={student.id}>
            <button type="button" class="row" data-return={student.id === current} onClick={() => open(student)}>
              <StudentLine student={student} />
            </button>
          </li>
        ))}
      </ul>
      {trouble !== undefined && <TroubleBox trouble={trouble} again={showMore} />}
      {trouble === undefined && (left > 0 || isBusy) && (
        <p>
          {students.length === 0 ? (
            <Busy text="Reading…" long="A large workbook takes longer." />
          ) : (
            <button type="button" aria-disabled={isBusy} onClick={showMore}>
              {isBusy ? <Busy text="Reading…" /> : `Show ${Math.min(left, 100)} more`}
            </button>
          )}
        </p>
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
