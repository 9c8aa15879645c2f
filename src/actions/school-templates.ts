/**
 * The templates that the school keeps in Drive.
 */
import type { Bytes } from '../documents/open-template.ts'
import type { PlanKind } from '../documents/plan-source.ts'
import type { DriveAccess } from '../drive/drive-access.ts'
import { type PlacedTemplate, standingTemplates } from '../drive/templates.ts'
import { CheckStopped } from '../records/problem.ts'
import * as messages from './messages.ts'

export const templateKinds: readonly PlanKind[] = ['elementary', 'secondary']

/** What their files are called when they are made. */
export const templateNames: Readonly<Record<PlanKind, string>> = {
  elementary: 'Plan template, elementary grades',
  secondary: 'Plan template, secondary grades',
}

export interface SchoolTemplate extends PlacedTemplate {
  readonly docx: Bytes
}

/** Those of the given kinds, each read once. @throws CheckStopped DOCUMENTS_NOT_SET_UP where one is missing */
export function schoolTemplates(drive: DriveAccess, kinds: Iterable<PlanKind>): Map<PlanKind, SchoolTemplate> {
  const standing = standingTemplates(drive)
  const templates = new Map<PlanKind, SchoolTemplate>()
  for (const kind of new Set(kinds)) {
    const template = standing.get(kind)
    if (template === undefined) throw new CheckStopped('DOCUMENTS_NOT_SET_UP', messages.documentsNotSetUp)
    templates.set(kind, { ...template, docx: drive.exportDocument(template.id) })
  }
  return templates
}
