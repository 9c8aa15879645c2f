import { useRef, useState } from 'preact/hooks'
import type { ListedStudent } from '../../src/actions/requests/students.ts'
import { StudentList } from '../pieces/student-list.tsx'
import type { PagedList } from '../students/paged.ts'
import { counted } from '../words.ts'

interface SearchProps {
  readonly found: PagedList
  readonly open: (student: ListedStudent) => void
}

/** Names and ids. It asks on Enter, not at every letter: each question is a run of the script. */
export function Search({ found, open }: SearchProps) {
  const { wanted, total, isBusy } = found
  const [text, write] = useState('')
  const box = useRef<HTMLInputElement>(null)
  const search = (event: Event) => {
    event.preventDefault()
    const sought = text.trim()
    if (sought === '') box.current?.focus()
    else found.open({ call: 'findStudents', text: sought }, sought)
  }
  const close = () => {
    found.close()
    write('')
    box.current?.focus()
  }
  return (
    <search>
      <form class="search" onSubmit={search}>
        <label class="spoken" for="search">
          Search for a name or an id
        </label>
        <input
          id="search"
          type="text"
          dir="auto"
          ref={box}
          value={text}
          placeholder="Name or id"
          autocomplete="off"
          onInput={(event) => write(event.currentTarget.value)}
        />
        <button type="submit">Search</button>
      </form>
      {wanted !== undefined && (
        <>
          <h1 tabIndex={-1}>Search</h1>
          {total !== undefined && (
            <p class="quiet">
              {total === 0 ? 'Nobody' : counted(total, 'student')} for “<bdi>{found.title}</bdi>”
            </p>
          )}
          <StudentList list={found} open={open} more={found.more} />
          {!isBusy && (
            <button type="button" onClick={close}>
              Close the search
            </button>
          )}
        </>
      )}
    </search>
  )
}
