/**
 * Requests about students: lists of them, a search, the selection in the sheet, and one of them in full.
 */
import * as z from 'zod/mini'
import { type GapKind, gapKinds } from '../../compliance/gaps.ts'
import type { IsoDate } from '../../policy/schema.ts'
import type { RowRef } from '../../records/school.ts'
import type { AnsweredFinding } from './check.ts'
import { readRequest, studentId } from './read-request.ts'
import type { EntryType } from './record.ts'
import type { Refused } from './refused.ts'

/** How many students one answer lists; 'more' asks for the next page. */
export const studentsOnAPage = 100

const page = () => z._default(z.number().check(z.int(), z.gte(0)), 0)

/** Students with a gap of this kind, or of one code. */
export interface Lacking {
  readonly kind?: GapKind
  /** A FindingCode, together with its clause. */
  readonly code?: string
  readonly clause?: string
}

export const lacking = () => ({
  kind: z.exactOptional(z.enum(gapKinds)),
  code: z.exactOptional(z.string()),
  clause: z.exactOptional(z.string()),
})

export interface ListRequest extends Lacking {
  /** From 0. */
  readonly page: number
}

/** @throws RequestInvalid */
export function readListRequest(text: string): ListRequest {
  return readRequest(text, z.strictObject({ ...lacking(), page: page() }))
}

export interface FindRequest {
  /** Part of a name or of an id; case and accents do not matter. */
  readonly text: string
  readonly page: number
}

/** @throws RequestInvalid */
export function readFindRequest(text: string): FindRequest {
  return readRequest(text, z.strictObject({ text: z.string().check(z.trim(), z.minLength(1)), page: page() }))
}

/** A student in a list. */
export interface ListedStudent {
  readonly id: string
  readonly name: string
  /** 'K', '7', '' where it is not known. */
  readonly grade: string
  /** What the list is about: 'Individual conference, due May 28, 2027'; for a search what stands under Open items. */
  readonly items: readonly string[]
}

export interface StudentList {
  readonly ok: true
  readonly students: readonly ListedStudent[]
  /** Of the whole list. */
  readonly total: number
  readonly page: number
}

export type ListAnswer = StudentList | Refused

/** What is selected in the sheet. Asked for every second or two, so it reads no more than it must. */
export interface Selected {
  readonly ok: true
  readonly sheet: string
  /** Students of the selected rows, in their order, each once; at most 300. */
  readonly students: readonly { readonly id: string; readonly name: string }[]
  /** How many students are selected in all. */
  readonly total: number
  /** Whether the tab has a column of student ids at all. */
  readonly hasStudents: boolean
}

export type SelectedAnswer = Selected | Refused

/** One student in full, or the student's row to be selected in the sheet. */
export interface StudentRequest {
  readonly id: string
}

/** @throws RequestInvalid */
export function readStudentRequest(text: string): StudentRequest {
  return readRequest(text, z.strictObject({ id: studentId() }))
}

/** Something that stands in the records of a student. */
export interface TimelineEvent {
  readonly date: IsoDate
  readonly type: 'conference' | 'contact' | 'plan' | 'update' | 'signature' | 'entry' | 'exit'
  /** 'Individual conference, held', 'Plan made at a former school'. */
  readonly title: string
  /** Who came, how the family was reached, …; '' where there is nothing to add. */
  readonly detail: string
  /** True for what lies after the as-of date. */
  readonly isAhead: boolean
  readonly at: RowRef
}

/** What is missing, with what can be recorded to mend it. */
export interface StudentItem extends AnsweredFinding {
  /** 'Individual conference'. */
  readonly name: string
  /** What a person may record for it in the sidebar; absent where that would not mend it. */
  readonly record?: RecordHint
}

export interface RecordHint {
  readonly type: EntryType
  /** For a conference: which kind. */
  readonly kind?: 'individual' | 'group' | 'small_group' | 'iep'
}

export interface StudentDetails {
  readonly ok: true
  readonly student: {
    readonly id: string
    readonly name: string
    readonly grade: string
    readonly at: RowRef
    /** Counselor or homeroom teacher; '' where neither is on file. */
    readonly responsible: string
    /** Why nothing is asked, behind 'This student': 'has left', 'has not entered yet'; '' where something may be. */
    readonly notHere: string
  }
  readonly asOf: IsoDate
  /** 'Late', 'Please check', 'To do', 'On track', 'Does not apply'. */
  readonly status: string
  /** Late, to confirm, to do; the most pressing first. */
  readonly missing: readonly StudentItem[]
  /** Everything else that the policy asks, with its status: what is met, and notes. */
  readonly settled: readonly StudentItem[]
  /** The newest first. */
  readonly timeline: readonly TimelineEvent[]
  /** Several rows of the roster carry this id. */
  readonly sharesId: boolean
  readonly problems: readonly string[]
}

export type StudentAnswer = StudentDetails | Refused
