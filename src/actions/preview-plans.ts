/**
 * For whom there is a plan document, before any is made.
 */
import { activeWorkbook } from '../workbook/active-workbook.ts'
import { answer } from './answer.ts'
import { assumedPolicyNotes } from './messages.ts'
import { type PlannedDocument, plannedDocuments, whyNone } from './plans.ts'
import { type ListedPlan, readPlansRequest } from './requests/plans.ts'
import { understandRoster, whenStill } from './understanding.ts'

/** @param request a PlansRequest as JSON @returns a PlansAnswer as JSON */
export function previewPlans(request: string): string {
  return answer<'previewPlans'>(() => {
    const { check = {}, students } = readPlansRequest(request)
    const workbook = activeWorkbook()
    const understanding = whenStill(() => understandRoster(workbook, check))
    const { policy, asOf, schoolYear } = understanding.context
    return {
      ok: true,
      policy: policy.name,
      asOf,
      schoolYear,
      plans: plannedDocuments(understanding, students).map(listedPlan),
      notes: assumedPolicyNotes(understanding.context),
    }
  })
}

export function listedPlan(planned: PlannedDocument): ListedPlan {
  const { student, kind, file } = planned
  return { studentId: student.id, kind, why: whyNone(planned), path: [...file.folders, file.name] }
}
