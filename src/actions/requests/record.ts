/**
 * Recording a conference, a contact, a signature, a plan or an update for one student or many, and taking it back.
 */
import * as z from 'zod/mini'
import { day, readRequest, studentId } from './read-request.ts'
import type { Refused } from './refused.ts'

export const entryTypes = ['conference', 'contact', 'signature', 'plan', 'update'] as const
export type EntryType = (typeof entryTypes)[number]

/** As many as a grade of a large school: more in one stroke is a slip of the hand. */
export const mostStudentsRecorded = 500

const short = () => z.string().check(z.trim(), z.maxLength(500))
const text = () => z.exactOptional(short())
const yesNo = () => z.exactOptional(z.boolean())
const aDay = () => day('Choose a day.')
const noDayOrOne = () => z.exactOptional(aDay())
const countUpTo = (most: number, error: string) =>
  z.exactOptional(z.number({ error }).check(z.int({ error }), z.gte(0, { error }), z.lte(most, { error })))

/** What is left out stays a blank cell, and a blank is never a no. */
const conference = () =>
  z.strictObject({
    type: z.literal('conference'),
    kind: z.enum(['individual', 'group', 'small_group', 'iep', 'other'], { error: 'Choose a kind.' }),
    date: aDay(),
    status: z.enum(['held', 'scheduled', 'no-show', 'declined', 'cancelled-family', 'cancelled-school'], {
      error: 'Choose what became of it.',
    }),
    /** '15:20' */
    startTime: z.exactOptional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Write a time.' }))),
    place: text(),
    mode: z.exactOptional(z.enum(['in person', 'phone', 'video'])),
    studentAttended: yesNo(),
    parentAttended: yesNo(),
    parentNames: text(),
    staffNames: text(),
    staffRole: text(),
    invitedOn: noDayOrOne(),
    /** For a group; left out, it is the number of students recorded. */
    invitedCount: countUpTo(5000, 'Write how many were invited.'),
    privateMinutes: countUpTo(600, 'Write minutes, 0 to 600.'),
    /** At an IEP meeting. */
    planReviewed: yesNo(),
    /** Only true is written. */
    strengths: yesNo(),
    progress: yesNo(),
    studentGoals: yesNo(),
    supportPlan: yesNo(),
    infoGivenOn: noDayOrOne(),
    copyFiledOn: noDayOrOne(),
    notes: text(),
  })

const contact = () =>
  z.strictObject({
    type: z.literal('contact'),
    date: aDay(),
    about: z.exactOptional(z.enum(['individual', 'group'])),
    channel: z.exactOptional(z.enum(['letter', 'email', 'phone', 'text', 'in person'])),
    language: text(),
    outcome: z.exactOptional(z.enum(['reached', 'left message', 'no answer', 'returned', 'wrong number'])),
    by: text(),
  })

/** Goes into the signature cells of the newest plan of each student: blank ones, or those of a signature that a change outdated. */
const signature = () =>
  z.strictObject({
    type: z.literal('signature'),
    date: aDay(),
    signedBy: z.enum(['parent', 'student', 'other'], { error: 'Choose who signed.' }),
    method: z.exactOptional(z.enum(['paper', 'electronic'])),
  })

const plan = () =>
  z.strictObject({
    type: z.literal('plan'),
    date: aDay(),
    preparedBy: z.exactOptional(z.enum(['student', 'staff'])),
    keptAt: text(),
    /** Where it was signed on the spot. */
    parentSignedOn: noDayOrOne(),
  })

const update = () => z.strictObject({ type: z.literal('update'), date: aDay(), by: text(), whatChanged: text() })

const recordRequest = () =>
  z.strictObject({
    students: z
      .array(studentId())
      .check(
        z.minLength(1, { error: 'Select at least one student.' }),
        z.maxLength(mostStudentsRecorded, { error: `Select at most ${mostStudentsRecorded} students at once.` }),
      ),
    entry: z.discriminatedUnion('type', [conference(), contact(), signature(), plan(), update()]),
    /** True when the person saw the warnings and wants it all the same. */
    confirmed: z.boolean(),
  })

export type RecordRequest = z.output<ReturnType<typeof recordRequest>>
export type Entry = RecordRequest['entry']

/** @throws RequestInvalid */
export function readRecordRequest(request: string): RecordRequest {
  return readRequest(request, recordRequest())
}

/** Something to know before it is saved. */
export interface Warning {
  /** One plain sentence. */
  readonly message: string
  /** Of the policy, where it is about one; '' else. */
  readonly clause: string
}

/** How a student stands after the re-check. */
export interface Rechecked {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly openItems: string
}

export interface Recorded {
  readonly ok: true
  /** The tab in which the rows (or the signatures) stand. */
  readonly sheet: string
  /** How many rows were added; for signatures, how many were filled in. */
  readonly saved: number
  /** Students for whom nothing was saved, each with the reason in one sentence. */
  readonly left: readonly { readonly id: string; readonly name: string; readonly reason: string }[]
  /** To be handed to undoRecord. */
  readonly undo: string
  readonly students: readonly Rechecked[]
  /** False before the first check, and where the flags could not be brought up to date: then the workbook says so. */
  readonly rechecked: boolean
}

/** Nothing was saved yet: ask, then send the request again as confirmed. */
export interface ToConfirm {
  readonly ok: true
  readonly warnings: readonly Warning[]
}

export type RecordAnswer = Recorded | ToConfirm | Refused

export interface UndoRequest {
  readonly undo: string
}

/** @throws RequestInvalid */
export function readUndoRequest(request: string): UndoRequest {
  return readRequest(request, z.strictObject({ undo: z.string() }))
}

export interface Undone {
  readonly ok: true
  /** How many rows or signatures were taken back. */
  readonly takenBack: number
  /** How many are no longer as they were saved, and so were left alone. */
  readonly left: number
  readonly students: readonly Rechecked[]
  readonly rechecked: boolean
}

export type UndoAnswer = Undone | Refused

/** What the form has to know before it is shown. */
export interface RecordForm {
  readonly ok: true
  readonly asOf: string
  /** Of the policy in use, for this many or fewer; undefined where the policy knows no small group. */
  readonly smallGroup?: { readonly most: number; readonly clause: string }
  /** Types that cannot be recorded here, with the reason in one sentence. */
  readonly blocked: readonly { readonly type: EntryType; readonly reason: string }[]
  /** Fields of an entry for which the school's tab has no column, by type: the form does not offer them. */
  readonly without: Readonly<Partial<Record<EntryType, readonly string[]>>>
  /** Names that stand in the staff column already, the most frequent first; at most 20. */
  readonly staff: readonly string[]
}

export type RecordFormAnswer = RecordForm | Refused
