/**
 * Requests about plan documents in Drive: setting them up, what is to be made, the run that makes them.
 *
 * The way: setUpDocuments once, previewDocuments, startDocuments, then makeDocuments one to eight times side by side and again
 * and again while `free` is above 0. Whoever looks on calls getDocuments.
 */
import * as z from 'zod/mini'
import type { SchoolYear } from '../../policy/schema.ts'
import { readRequest, studentId } from './read-request.ts'
import type { Refused } from './refused.ts'
import { type Lacking, lacking } from './students.ts'

/** How many students or results one answer lists. */
export const documentsOnAPage = 50

/** Calls of makeDocuments that make sense side by side. */
export const mostWorkers = 8

/**
 * All students; those of whom something is open or to be checked; those with these ids; those of a grade ('K', '7'); those whose
 * counselor or homeroom teacher has these words in the name; those of a list of the overview; those whose document of this year has a state ('Not made') in the tab Documents.
 */
export type Whom =
  | 'all'
  | 'flagged'
  | readonly string[]
  | { readonly grade: string }
  | { readonly staff: string }
  | { readonly lacking: Lacking }
  | { readonly state: string }

const whom = () =>
  z.union([
    z.enum(['all', 'flagged']),
    z.array(studentId()).check(z.minLength(1)),
    z.strictObject({ grade: z.string() }),
    z.strictObject({ staff: z.string().check(z.regex(/\S/)) }),
    z.strictObject({ lacking: z.strictObject(lacking()) }),
    z.strictObject({ state: z.string() }),
  ])
const page = () => z._default(z.number().check(z.int(), z.gte(0)), 0)

export interface DocumentsSetUp {
  readonly ok: true
  /** Link to the folder of Plan Keeper in Drive. */
  readonly folder: string
  readonly templates: readonly { readonly name: string; readonly link: string; readonly isNew: boolean }[]
  /** Names of the tabs that were made now, for what documents are filled from. */
  readonly tabs: readonly string[]
}
export type SetUpDocumentsAnswer = DocumentsSetUp | Refused

export interface PreviewDocumentsRequest {
  readonly whom: Whom
  /** From 0. */
  readonly page: number
}

/** @throws RequestInvalid */
export function readPreviewDocumentsRequest(text: string): PreviewDocumentsRequest {
  return readRequest(text, z.strictObject({ whom: whom(), page: page() }))
}

/**
 * What is to be done for a student. `changed`: the data or the template changed since, it is replaced. `kept`: so it is, but
 * somebody typed into it; it is replaced only when that is asked for. `in-trash`: nothing is done.
 */
export type DocumentNeed = 'new' | 'changed' | 'kept' | 'in-trash' | 'up-to-date'

export interface PreviewedDocument {
  readonly studentId: string
  /** 'Ruiz, Mateo' */
  readonly name: string
  /** 'PCCR 2026-27' */
  readonly document: string
  readonly need: DocumentNeed
  /** '' where there is none yet. */
  readonly link: string
  /** Tags of the template that nothing fills. */
  readonly blank: readonly string[]
  /** What a person should know of it; '' where nothing. */
  readonly note: string
}

export interface DocumentsPreview {
  readonly ok: true
  readonly policy: string
  readonly schoolYear: SchoolYear
  readonly counts: Readonly<Record<DocumentNeed, number>>
  /** Students without a plan, by the reason in words. */
  readonly without: readonly { readonly why: string; readonly students: number }[]
  /**
   * How many documents the account may still make today, as far as this school's in Drive tell: others that it made in the
   * last 24 hours are not known.
   */
  readonly leftToday: number
  /** With every fault of it; where there is one, nothing can be made and no student is listed. */
  readonly templates: readonly { readonly name: string; readonly link: string; readonly faults: readonly string[] }[]
  /** A page of them. */
  readonly students: readonly PreviewedDocument[]
  readonly total: number
  readonly page: number
  readonly notes: readonly string[]
}
/** Refused with DOCUMENTS_NOT_SET_UP where there are no templates. */
export type PreviewDocumentsAnswer = DocumentsPreview | Refused

export interface StartDocumentsRequest {
  readonly whom: Whom
  /** A person has said that what was typed into these documents by hand may go. */
  readonly overChanges?: boolean
  /** Goes on every hour when nobody looks on, until all is made. */
  readonly carryOn?: boolean
}

/** @throws RequestInvalid */
export function readStartDocumentsRequest(text: string): StartDocumentsRequest {
  const yes = () => z.exactOptional(z.boolean())
  return readRequest(text, z.strictObject({ whom: whom(), overChanges: yes(), carryOn: yes() }))
}

/** How far the documents are. */
export interface DocumentsStanding {
  readonly ok: true
  /** By the word in the column State of the tab Documents: 'To do', 'Made', 'Replaced', 'Changed by hand' … */
  readonly counts: Readonly<Record<string, number>>
  /** How many were to do when documents were last asked for. */
  readonly asked: number
  /** To do and held by no run: work for a call of makeDocuments. */
  readonly free: number
  /** Through already, in runs that have not written them down yet. */
  readonly underWay: number
  /** When rows that runs hold come free at the latest (ms since 1970), where any are held. */
  readonly heldUntil?: number
  /** Why a run ended before its time. */
  readonly stopped?: { readonly code: string; readonly message: string }
  readonly paused: boolean
  /** Whether it goes on every hour when nobody looks on. */
  readonly carriesOn: boolean
  /** Present where links could not be put on the roster, and why; another call of makeDocuments tries again. */
  readonly linksMissing?: string
}
export type DocumentsAnswer = DocumentsStanding | Refused

export interface MakeDocumentsRequest {
  /** How many calls share the work, 1 to 8. */
  readonly workers: number
}

/** @throws RequestInvalid */
export function readMakeDocumentsRequest(text: string): MakeDocumentsRequest {
  return readRequest(text, z.strictObject({ workers: z.number().check(z.int(), z.gte(1), z.lte(mostWorkers)) }))
}

export interface PauseDocumentsRequest {
  /** false: goes on. */
  readonly paused: boolean
}

/** @throws RequestInvalid */
export function readPauseDocumentsRequest(text: string): PauseDocumentsRequest {
  return readRequest(text, z.strictObject({ paused: z.boolean() }))
}

export interface GetDocumentsRequest {
  /** A word of the column State; without it all. */
  readonly state?: string
  /** From 0. */
  readonly page: number
}

/** @throws RequestInvalid */
export function readGetDocumentsRequest(text: string): GetDocumentsRequest {
  return readRequest(text, z.strictObject({ state: z.exactOptional(z.string()), page: page() }))
}

/** A row of the tab Documents. */
export interface DocumentResult {
  readonly studentId: string
  readonly name: string
  readonly document: string
  readonly state: string
  /** '' where there is none. */
  readonly link: string
  /** Why, in words; '' where there is nothing to say. */
  readonly note: string
}

export interface DocumentResults extends DocumentsStanding {
  /** A page of them. */
  readonly results: readonly DocumentResult[]
  readonly total: number
  readonly page: number
}
export type GetDocumentsAnswer = DocumentResults | Refused
