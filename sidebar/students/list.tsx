import type { ListedStudent } from '../../src/actions/requests/students.ts'
import { StudentList } from '../pieces/student-list.tsx'
import { counted } from '../words.ts'
import type { PagedList } from './paged.ts'

interface ListProps {
  readonly list: PagedList
  readonly open: (student: ListedStudent) => void
  readonly back: () => void
  readonly current: string | undefined
}

/** The students with one kind of gap, or who lack one thing. */
export function ListView({ list, open, back, current }: ListProps) {
  const { title, total, isBusy, trouble } = list
  return (
    <>
      <button type="button" class="back" onClick={back}>
        ‹ Overview
      </button>
      <h1 tabIndex={-1}>{title}</h1>
      {total !== undefined && <p class="quiet">{counted(total, 'student')}</p>}
      {total === 0 && !isBusy && trouble === undefined && (
        <p>Nobody any more. The sheet has changed since the last check.</p>
      )}
      <StudentList list={list} open={open} more={list.more} current={current} />
    </>
  )
}
