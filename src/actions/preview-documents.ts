/**
 * What would be made for whom, before anything is.
 */
import type { PlanKind } from '../documents/plan-source.ts'
import { saysTheSamePlan } from '../drive/document-key.ts'
import type { PlacedDocument } from '../drive/documents.ts'
import { openDrive } from '../drive/drive-access.ts'
import { type ActiveWorkbook, activeWorkbook } from '../workbook/active-workbook.ts'
import { answer } from './answer.ts'
import * as messages from './messages.ts'
import { type PlanFiller, planFiller, planTexts, templateFaults, whyNone } from './plans.ts'
import {
  type DocumentNeed,
  type DocumentsPreview,
  documentsOnAPage,
  type PreviewedDocument,
  readPreviewDocumentsRequest,
} from './requests/documents.ts'
import { type SchoolTemplate, schoolTemplates, templateKinds, templateNames } from './school-templates.ts'
import { type RosterUnderstanding, wholeRoster } from './understanding.ts'
import {
  contentOf,
  needOf,
  placedDocuments,
  plannedFor,
  signatureNote,
  type WantedPlan,
  wantedPlans,
} from './wanted-documents.ts'

/** Documents that an account may make in a day (developers.google.com/apps-script/guides/services/quotas, Workspace). */
const documentsADay = 1500
const dayMilliseconds = 86_400_000

/** @param request a PreviewDocumentsRequest as JSON @returns a PreviewDocumentsAnswer as JSON */
export function previewDocuments(request: string): string {
  return answer<'previewDocuments'>(() => {
    const { whom, page } = readPreviewDocumentsRequest(request)
    const workbook = activeWorkbook()
    const understanding = wholeRoster(workbook)
    const planned = plannedFor(workbook, understanding, whom)
    const wanted = wantedPlans(understanding, planned)
    const drive = openDrive()
    const templates = schoolTemplates(drive, wanted.length > 0 ? wanted.map(({ kind }) => kind) : templateKinds)
    const placed = placedDocuments(drive, wanted)
    const checked = [...templates].map(([kind, { link, docx }]) => ({
      name: templateNames[kind],
      link,
      faults: templateFaults(understanding, kind, docx),
    }))
    const without = new Map<string, number>()
    for (const one of planned) {
      const why = whyNone(one)
      if (why !== '') without.set(why, (without.get(why) ?? 0) + 1)
    }
    const { policy, schoolYear } = understanding.context
    return {
      ok: true,
      policy: policy.name,
      schoolYear,
      without: [...without].map(([why, students]) => ({ why, students })),
      leftToday: leftToday(placed),
      templates: checked,
      page,
      notes: messages.assumedPolicyNotes(understanding.context),
      ...(checked.some(({ faults }) => faults.length > 0)
        ? { counts: noNeeds, students: [], total: 0 }
        : listed(workbook, understanding, wanted, templates, placed, page)),
    }
  })
}

const noNeeds: Readonly<Record<DocumentNeed, number>> = { new: 0, changed: 0, kept: 0, 'in-trash': 0, 'up-to-date': 0 }

function listed(
  { reader }: ActiveWorkbook,
  understanding: RosterUnderstanding,
  wanted: readonly WantedPlan[],
  templates: ReadonlyMap<PlanKind, SchoolTemplate>,
  placed: ReadonlyMap<string, PlacedDocument>,
  page: number,
): Pick<DocumentsPreview, 'counts' | 'students' | 'total'> {
  const counts = { ...noNeeds }
  const texts = planTexts(understanding, wanted)
  const contents = wanted.map(({ kind }, index) => contentOf(texts[index]!, templates.get(kind)!))
  const needs = wanted.map(({ key }, index) => {
    const need = needOf(placed.get(key), contents[index]!)
    counts[need]++
    return need
  })
  const fillers = new Map<PlanKind, PlanFiller>()
  for (const [kind, { docx }] of templates) fillers.set(kind, planFiller(understanding, kind, docx))
  const from = page * documentsOnAPage
  const today = reader.wallTime(Date.now()).slice(0, 10)
  const students = wanted.slice(from, from + documentsOnAPage).map((one, offset): PreviewedDocument => {
    const need = needs[from + offset]!
    const found = placed.get(one.key)
    const isChange = need === 'changed' && !saysTheSamePlan(found!.content, contents[from + offset]!)
    return {
      studentId: one.student.id,
      name: one.name,
      document: one.title,
      need,
      link: found?.link ?? '',
      blank: fillers.get(one.kind)!(texts[from + offset]!.values).blank,
      note: noteOf(need) || (isChange ? signatureNote(one, understanding, today) : ''),
    }
  })
  return { counts, students, total: wanted.length }
}

function noteOf(need: DocumentNeed): string {
  return need === 'in-trash' ? messages.documentInTrash : need === 'kept' ? messages.documentKept() : ''
}

function leftToday(placed: ReadonlyMap<string, PlacedDocument>): number {
  const since = Date.now() - dayMilliseconds
  const made = [...placed.values()].filter(({ madeAt }) => madeAt > since).length
  return Math.max(0, documentsADay - made)
}
