/**
 * Filled plan documents as files, for whoever keeps them elsewhere than in Drive.
 */
import { activeWorkbook } from '../workbook/active-workbook.ts'
import { answer } from './answer.ts'
import { filledDocuments, plannedDocuments, shippedTemplates } from './plans.ts'
import { listedPlan } from './preview-plans.ts'
import { readPlansRequest } from './requests/plans.ts'
import { understandRoster, whenStill } from './understanding.ts'

/** @param request a PlansRequest as JSON @returns a FilledPlansAnswer as JSON */
export function fillPlans(request: string): string {
  return answer<'fillPlans'>(() => {
    const { check = {}, students } = readPlansRequest(request)
    const workbook = activeWorkbook()
    const understanding = whenStill(() => understandRoster(workbook, check))
    const filled = filledDocuments(understanding, plannedDocuments(understanding, students), shippedTemplates())
    return {
      ok: true,
      plans: filled.map((one) => ({
        ...listedPlan(one),
        base64: Utilities.base64Encode(signedBytes(one.bytes)),
        blank: one.blank,
      })),
    }
  })
}

/** As Apps Script takes bytes: numbers from -128 to 127. */
export function signedBytes(bytes: Uint8Array): number[] {
  return Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}
