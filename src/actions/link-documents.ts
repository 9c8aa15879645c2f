/**
 * The links of the plan documents in the column Plan document of the roster.
 */
import type { ActiveWorkbook } from '../workbook/active-workbook.ts'
import { findJournal, readJournal } from '../workbook/documents-journal.ts'
import { writeLinks } from '../workbook/flag-writer.ts'
import { flagTarget } from './judgement.ts'
import * as messages from './messages.ts'
import { plannedDocuments } from './plans.ts'
import { attempts, type RosterUnderstanding, understandRoster } from './understanding.ts'
import { wantedPlans } from './wanted-documents.ts'

/**
 * Puts the links of the tab Documents on the roster, where they do not stand yet: what a run that was cut short did not link,
 * the next one does. To be called under the document lock.
 *
 * @param first the workbook as this run understood it, if it did; read again where people edit it meanwhile
 * @returns why not, in a sentence; undefined where all is written
 */
export function showLinks(workbook: ActiveWorkbook, first?: RosterUnderstanding): string | undefined {
  const sheet = findJournal(workbook.spreadsheet)
  if (!sheet) return undefined
  const byKey = new Map(readJournal(sheet).flatMap(({ key, link }) => (link === '' ? [] : [[key, link]])))
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const understood = (attempt === 1 && first) || understandRoster(workbook, {})
    const target = understood && flagTarget(workbook, understood)
    if (!target) continue
    if (target.places.missing.includes('planDocument')) return messages.linksNeedCheck
    const links = linksToWrite(understood, target.places.columns.planDocument, byKey)
    if (writeLinks(target, links) === 'written') return undefined
  }
  return messages.linksNotShown
}

/** By sheet row; '' for a row on which another student's link came down while rows moved. */
function linksToWrite(
  understood: RosterUnderstanding,
  column: number,
  byKey: ReadonlyMap<string, string>,
): ReadonlyMap<number, string> {
  const { layout, roster } = understood
  const ofStudent = new Map(
    wantedPlans(understood, plannedDocuments(understood)).map(({ student, key }) => [student.id, byKey.get(key)]),
  )
  const ours = new Set(byKey.values())
  const holders = new Map<string, number>()
  for (const { studentId } of layout.rows) holders.set(studentId, (holders.get(studentId) ?? 0) + 1)
  const links = new Map<number, string>()
  for (const { row, studentId } of layout.rows) {
    const stands = String(roster.rows[row - 1]?.[column] ?? '')
    // Whose document it is of two with one id, nobody can tell.
    const link = holders.get(studentId) === 1 ? ofStudent.get(studentId) : undefined
    const wanted = link ?? (ours.has(stands) ? '' : stands)
    if (wanted !== stands) links.set(row, wanted)
  }
  return links
}
