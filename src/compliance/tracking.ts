/**
 * What a workbook keeps no column for (R30): said once, not per student.
 */
import type { Policy, Requirement } from '../policy/schema.ts'
import type { School, TrackedColumn } from '../records/school.ts'
import { agendaColumns, fileColumns, folderColumns, sectionColumns } from './ticks.ts'

/** The columns that a requirement lives on, with the name of the part each shows; any one of them is enough. */
function columnsOf(requirement: Requirement): readonly { readonly part: string; readonly column: TrackedColumn }[] {
  switch (requirement.type) {
    case 'agenda':
      return requirement.parts.map(({ part, clause }) => ({ part: clause, column: agendaColumns[part] }))
    case 'folder':
      return folderColumns
    case 'sections':
      return requirement.parts.map(({ part }) => ({ part, column: sectionColumns[part] }))
    case 'file':
      return requirement.parts.map((part) => ({ part, column: fileColumns[part] }))
    case 'kept':
      return [{ part: '', column: 'Plans.kept_at' }]
    case 'career':
      return [{ part: '', column: 'Plans.career_objectives' }]
    case 'cluster':
      return [{ part: '', column: 'Plans.cluster' }]
    case 'early-graduation':
      return [{ part: '', column: 'Students.early_grad' }]
    case 'iep-conference':
      return [{ part: '', column: 'Students.iep' }]
    case 'registration':
      return [{ part: '', column: 'Courses.course' }]
    case 'duty':
      return [{ part: '', column: 'SchoolLog.item' }]
    default:
      return []
  }
}

export function isTracked(requirement: Requirement, school: School): boolean {
  const columns = columnsOf(requirement)
  return columns.length === 0 || columns.some(({ column }) => school.tracked.has(column))
}

/** Codes that nothing shows, and 'CODE(part)' where only some parts are kept; each once, in the order of the policy. */
export function notTracked(policy: Policy, school: School): readonly string[] {
  const names = new Set<string>()
  for (const requirement of policy.requirements) {
    const columns = columnsOf(requirement)
    const missing = columns.filter(({ column }) => !school.tracked.has(column))
    if (missing.length === 0) continue
    if (missing.length === columns.length) names.add(requirement.code)
    else for (const { part } of missing) names.add(`${requirement.code}(${part})`)
  }
  return [...names]
}
