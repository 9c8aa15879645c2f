/**
 * What people are told when something cannot be done: one sentence, without student data and without a stack.
 */
import { DriveError } from '../drive/drive-error.ts'
import { CheckStopped } from '../records/problem.ts'
import * as messages from './messages.ts'
import { RequestInvalid } from './requests/read-request.ts'
import type { Refused } from './requests/refused.ts'

/** Google's own sentence where a cell may not be edited: 'You are trying to edit a protected cell or object.' */
const protectedCell = /protected (?:cell|range|sheet|object)/i

/** Google's sentences where a user allowed a part of what was asked, or nothing yet. */
const permissionMissing =
  /permissions? (?:to call|are not sufficient)|authorization is required|insufficient authentication scopes/i

/** @param error whatever was thrown */
export function refusal(error: unknown): Refused {
  if (error instanceof RequestInvalid) {
    return { ok: false, code: error.code, message: error.message, fields: error.fields }
  }
  if (error instanceof CheckStopped || error instanceof DriveError)
    return { ok: false, code: error.code, message: error.message }
  const text = error instanceof Error ? error.message : String(error)
  if (protectedCell.test(text)) return { ok: false, code: 'SHEET_PROTECTED', message: messages.sheetProtected }
  if (permissionMissing.test(text))
    return { ok: false, code: 'PERMISSION_MISSING', message: messages.permissionMissing }
  return { ok: false, code: 'UNEXPECTED', message: messages.unexpected }
}
