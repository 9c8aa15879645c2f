/**
 * Reads what comes over the wire. Nothing else of the script ever sees a request that was not read here.
 */
import * as z from 'zod/mini'
import type { IsoDate, SchoolYear } from '../../policy/schema.ts'
import { isRealDay } from '../../records/calendar.ts'
import { CheckStopped } from '../../records/problem.ts'

/** A request with fields that do not fit. */
export class RequestInvalid extends CheckStopped {
  /** A sentence for each field, by its path. */
  readonly fields: Readonly<Record<string, string>>
  constructor(fields: Readonly<Record<string, string>>) {
    super('REQUEST_INVALID', [...new Set(Object.values(fields))].join(' '))
    this.fields = fields
  }
}

/**
 * Reads one request.
 *
 * @param text JSON
 * @throws RequestInvalid with one sentence for each field that does not fit; '' stands for the request itself
 */
export function readRequest<Schema extends z.ZodMiniType>(text: unknown, schema: Schema): z.output<Schema> {
  let raw: unknown
  try {
    raw = JSON.parse(String(text))
  } catch {
    throw new RequestInvalid({ '': 'The request is not JSON.' })
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) fields[path.join('.')] ??= message
  throw new RequestInvalid(fields)
}

/** A day, as 'YYYY-MM-DD'. */
export function day(error: string) {
  return z.string({ error }).check(z.refine(isDay, { error }))
}

/** A school year, as '2026-27'. */
export function schoolYear(error: string) {
  return z.string({ error }).check(z.refine(isSchoolYear, { error }))
}

/** An id as the school writes it. */
export const studentId = () => z.string({ error: 'A student has no id.' }).check(z.minLength(1), z.maxLength(200))

function isDay(value: string): value is IsoDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  return parts !== null && isRealDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

function isSchoolYear(value: string): value is SchoolYear {
  const parts = /^(\d{4})-(\d{2})$/.exec(value)
  return parts !== null && (Number(parts[1]) + 1) % 100 === Number(parts[2])
}
