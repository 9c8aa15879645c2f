/**
 * A list of students that comes page by page: of a kind of gap, of one demand, or of what was searched for.
 */
import { useReducer, useRef } from 'preact/hooks'
import type { FindRequest, ListedStudent, ListRequest, StudentList } from '../../src/actions/requests/students.ts'
import { type CallFailed, call } from '../server.ts'
import { type Trouble, troubleOf } from '../trouble.ts'
import { counted } from '../words.ts'

/** What is listed, without the page. */
export type Wanted =
  | ({ readonly call: 'listStudents' } & Omit<ListRequest, 'page'>)
  | ({ readonly call: 'findStudents' } & Omit<FindRequest, 'page'>)

export interface Paged {
  /** Undefined where nothing is listed. */
  readonly wanted: Wanted | undefined
  readonly title: string
  readonly students: readonly ListedStudent[]
  /** Of the whole list; undefined before the first page has come. */
  readonly total: number | undefined
  readonly isBusy: boolean
  readonly trouble: Trouble | undefined
}

export type PagedEvent =
  | { readonly type: 'opened'; readonly wanted: Wanted; readonly title: string }
  | { readonly type: 'reading' }
  | { readonly type: 'read'; readonly answer: StudentList }
  | { readonly type: 'failed'; readonly cause: CallFailed }
  | { readonly type: 'closed' }

export const noList: Paged = {
  wanted: undefined,
  title: '',
  students: [],
  total: undefined,
  isBusy: false,
  trouble: undefined,
}

export function paged(state: Paged, event: PagedEvent): Paged {
  switch (event.type) {
    case 'opened':
      return { ...noList, wanted: event.wanted, title: event.title, isBusy: true }
    case 'reading':
      return { ...state, isBusy: true, trouble: undefined }
    case 'read': {
      const { students, total, page } = event.answer
      const known = new Set(page === 0 ? [] : state.students.map(({ id }) => id))
      const before = page === 0 ? [] : state.students
      // Somebody may have checked between two pages, and a student may have moved from one to the other.
      return { ...state, students: [...before, ...students.filter(({ id }) => !known.has(id))], total, isBusy: false }
    }
    case 'failed':
      return { ...state, isBusy: false, trouble: troubleOf(event.cause) }
    case 'closed':
      return noList
  }
}

/** Where a student stands in a list, and who comes before and after. */
export interface Walk {
  /** From 1. */
  readonly place: number
  readonly total: number
  readonly previous: ListedStudent | undefined
  readonly next: ListedStudent | undefined
  /** The next one stands on a page that has not come yet. */
  readonly needsMore: boolean
}

/** Undefined where the student is not in the list. */
export function walkAt({ students, total = 0 }: Paged, id: string): Walk | undefined {
  const index = students.findIndex((student) => student.id === id)
  if (index < 0) return undefined
  return {
    place: index + 1,
    total,
    previous: students[index - 1],
    next: students[index + 1],
    needsMore: index === students.length - 1 && students.length < total,
  }
}

export interface PagedList extends Paged {
  open(wanted: Wanted, title: string): void
  more(): void
  /** The first page again: the sheet has changed. */
  renew(): void
  close(): void
}

/** @param say tells a screen reader */
export function usePaged(say: (sentence: string) => void): PagedList {
  const [state, tell] = useReducer(paged, noList)
  const latest = useRef(0)
  const pages = useRef(0)

  async function read(wanted: Wanted, page: number): Promise<void> {
    const number = ++latest.current
    try {
      const { call: name, ...request } = wanted
      const answer =
        name === 'listStudents'
          ? await call(name, { ...request, page })
          : await call(name, { ...(request as Omit<FindRequest, 'page'>), page })
      if (number !== latest.current) return
      pages.current = page + 1
      tell({ type: 'read', answer })
      say(page > 0 ? counted(answer.students.length, 'more student') : counted(answer.total, 'student'))
    } catch (cause) {
      if (number === latest.current) tell({ type: 'failed', cause: cause as CallFailed })
    }
  }

  return {
    ...state,
    open: (wanted, title) => {
      pages.current = 0
      tell({ type: 'opened', wanted, title })
      void read(wanted, 0)
    },
    more: () => {
      if (state.wanted === undefined || state.isBusy) return
      tell({ type: 'reading' })
      void read(state.wanted, pages.current)
    },
    renew: () => {
      if (state.wanted === undefined) return
      pages.current = 0
      tell({ type: 'reading' })
      void read(state.wanted, 0)
    },
    close: () => {
      latest.current++
      tell({ type: 'closed' })
    },
  }
}
