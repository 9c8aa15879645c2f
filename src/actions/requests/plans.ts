/**
 * Requests about plan documents: for whom there is one, and the filled files.
 */
import * as z from 'zod/mini'
import type { IsoDate, SchoolYear } from '../../policy/schema.ts'
import { type CheckRequest, checkRequest } from './check.ts'
import { readRequest, studentId } from './read-request.ts'
import type { Refused } from './refused.ts'

export interface PlansRequest {
  /** The day, the year and the policy; whatever is absent comes from the Settings tab. */
  readonly check?: CheckRequest
  /** Students by id; without them all. */
  readonly students?: readonly string[]
}

/** @throws RequestInvalid */
export function readPlansRequest(text: string): PlansRequest {
  const students = z.exactOptional(z.array(studentId()))
  return readRequest(text, z.strictObject({ check: z.exactOptional(checkRequest()), students }))
}

export interface ListedPlan {
  readonly studentId: string
  /** 'elementary', 'secondary', or why there is none. */
  readonly kind: string
  /** Why there is no plan, in a sentence; '' where there is one. */
  readonly why: string
  /** Folders and file, without its ending. */
  readonly path: readonly string[]
}

export interface PlansPreview {
  readonly ok: true
  /** Name of the policy. */
  readonly policy: string
  readonly asOf: IsoDate
  readonly schoolYear: SchoolYear
  readonly plans: readonly ListedPlan[]
  readonly notes: readonly string[]
}

export type PlansAnswer = PlansPreview | Refused

export interface FilledPlan extends ListedPlan {
  /** Of the .docx file. */
  readonly base64: string
  /** Tags of the template that nothing filled. */
  readonly blank: readonly string[]
}

export interface FilledPlans {
  readonly ok: true
  /** Students without a plan are left out. */
  readonly plans: readonly FilledPlan[]
}

export type FilledPlansAnswer = FilledPlans | Refused
