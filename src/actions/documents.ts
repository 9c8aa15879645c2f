/**
 * Making plan documents: asking for them, a run of a worker, how far it is, resting, leaving out what is left.
 */

import { openDrive } from '../drive/drive-access.ts'
import { askForDocuments, leaveOutTheRest } from '../jobs/ask-for-documents.ts'
import { isCarryingOn, setCarryingOn } from '../jobs/carry-on.ts'
import { openLeases } from '../jobs/leases.ts'
import { documentsProgress, type Progress, workOnDocuments } from '../jobs/work.ts'
import { CheckStopped } from '../records/problem.ts'
import { type ActiveWorkbook, activeWorkbook, withDocumentLock } from '../workbook/active-workbook.ts'
import { documentStates, findJournal, readJournal } from '../workbook/documents-journal.ts'
import { answer } from './answer.ts'
import { showLinks } from './link-documents.ts'
import * as messages from './messages.ts'
import { planJob } from './plan-job.ts'
import { planFiller } from './plans.ts'
import { refusal } from './refusal.ts'
import {
  type DocumentsStanding,
  documentsOnAPage,
  readGetDocumentsRequest,
  readMakeDocumentsRequest,
  readPauseDocumentsRequest,
  readStartDocumentsRequest,
} from './requests/documents.ts'
import { schoolTemplates } from './school-templates.ts'
import { type RosterUnderstanding, wholeRoster } from './understanding.ts'
import { plannedFor, wantedPlans } from './wanted-documents.ts'

/** @param request a StartDocumentsRequest as JSON @returns a DocumentsAnswer as JSON */
export function startDocuments(request: string): string {
  return answer<'startDocuments'>(() => {
    const { whom, overChanges = false, carryOn = false } = readStartDocumentsRequest(request)
    const workbook = activeWorkbook()
    const understanding = wholeRoster(workbook)
    const wanted = wantedPlans(understanding, plannedFor(workbook, understanding, whom))
    if (wanted.length === 0) throw new CheckStopped('NO_PLANS', messages.noPlans)
    const templates = schoolTemplates(
      openDrive(),
      wanted.map(({ kind }) => kind),
    )
    for (const [kind, { docx }] of templates) planFiller(understanding, kind, docx)
    const note = overChanges ? messages.replaceAnyway : ''
    askForDocuments(
      wanted.map(({ student, name, title, key }) => ({ studentId: student.id, name, document: title, note, key })),
    )
    setCarryingOn(carryOn)
    return standing()
  })
}

/** One run of a worker. @param request a MakeDocumentsRequest as JSON @returns a DocumentsAnswer as JSON */
export function makeDocuments(request: string): string {
  return answer<'makeDocuments'>(() => make(readMakeDocumentsRequest(request).workers))
}

/** Called by Google every hour, where a person wished it. */
export function carryOnDocuments(): void {
  make(1)
}

function make(workers: number): DocumentsStanding {
  const workbook = activeWorkbook()
  let understood: RosterUnderstanding | undefined
  const job = () => {
    understood = wholeRoster(workbook)
    return planJob(workbook, understood)
  }
  const progress = workOnDocuments(job, { now: () => Date.now(), workers })
  // Whoever is the last to end puts the links of all on the roster.
  const linksMissing = progress.heldUntil === undefined ? linksNotShown(workbook, understood) : undefined
  if (!progress.counts[documentStates.toDo]) setCarryingOn(false)
  return { ...standing(progress), ...(linksMissing !== undefined && { linksMissing }) }
}

/** Documents that are made and written down are no failure, whatever keeps their links from the roster: it is only told. */
function linksNotShown(workbook: ActiveWorkbook, understood: RosterUnderstanding | undefined): string | undefined {
  try {
    return withDocumentLock(() => showLinks(workbook, understood))
  } catch (error) {
    return refusal(error).message
  }
}

/** @param request a GetDocumentsRequest as JSON @returns a GetDocumentsAnswer as JSON */
export function getDocuments(request: string): string {
  return answer<'getDocuments'>(() => {
    const { state, page } = readGetDocumentsRequest(request)
    const sheet = findJournal(activeWorkbook().spreadsheet)
    const rows = (sheet ? readJournal(sheet) : []).filter((row) => (state ?? row.state) === row.state)
    const from = page * documentsOnAPage
    const results = rows.slice(from, from + documentsOnAPage).map(({ key: _, changedOn: __, ...result }) => result)
    return { ...standing(), results, total: rows.length, page }
  })
}

/** @param request a PauseDocumentsRequest as JSON @returns a DocumentsAnswer as JSON */
export function pauseDocuments(request: string): string {
  return answer<'pauseDocuments'>(() => {
    const { paused } = readPauseDocumentsRequest(request)
    // Says so where no spreadsheet is open.
    activeWorkbook()
    openLeases().setPaused(paused)
    return standing()
  })
}

/** @returns a DocumentsAnswer as JSON */
export function cancelDocuments(): string {
  return answer<'cancelDocuments'>(() => {
    leaveOutTheRest()
    setCarryingOn(false)
    return standing()
  })
}

function standing(progress: Progress = documentsProgress(Date.now())): DocumentsStanding {
  return { ok: true, ...progress, carriesOn: isCarryingOn() }
}
