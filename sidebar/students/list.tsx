import type { Lacking, ListedStudent } from '../../src/actions/requests/students.ts'
import type { Listed } from '../documents/state.ts'
import { StudentList } from '../pieces/student-list.tsx'
import { counted } from '../words.ts'
import type { PagedList, Wanted } from './paged.ts'

interface ListProps {
  readonly list: PagedList
  readonly open: (student: ListedStudent) => void
  readonly back: () => void
  readonly makeDocuments: (listed: Listed) => void
  readonly current: string | undefined
}

/** The students with one kind of gap, or who lack one thing. */
export function ListView({ list, open, back, makeDocuments, current }: ListProps) {
  const { wanted, title, total, isBusy, trouble } = list
  const lacking = wanted?.call === 'listStudents' ? lackingOf(wanted) : undefined
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
      {total !== undefined && total > 0 && lacking !== undefined && (
        <button type="button" class="after" onClick={() => makeDocuments({ title, whom: { lacking } })}>
          Documents for these students
        </button>
      )}
      <StudentList list={list} open={open} more={list.more} current={current} />
    </>
  )
}

function lackingOf({ call: _, ...lacking }: Extract<Wanted, { readonly call: 'listStudents' }>): Lacking {
  return lacking
}
