/**
 * What plans and the school's own log say in a word: kind of plan, who signed, objectives, duties (domain A1).
 */
import { plainWords, type Reading, saysNothing, saysNothingOrNA, textOf, unreadable } from './cell-text.ts'
import { vocabulary } from './conference-words.ts'
import type { Plan, SchoolLogEntry } from './school.ts'
import type { Cell } from './tab.ts'

/** ILP and SEP are the elementary plan, PCCR and SEOP the secondary one, whatever the policy calls it. */
export const readPlanKind = vocabulary<NonNullable<Plan['kind']>>([
  [
    'elementary',
    'ilp | sep | elementary | elementary plan | individual learning plan | student education plan | ilp sep',
  ],
  ['secondary', 'pccr | seop | secondary | ccr | ccrp | ccr plan | secondary plan | 4 year plan | four year plan'],
  ['secondary', 'plan for college and career readiness | college and career plan | pccr seop | seop pccr'],
])

/** Any guardian or other adult of the family signs as a parent (R27). */
export const readSignedBy = vocabulary<NonNullable<Plan['signedBy']>>([
  [
    'parent',
    'parent | parents | p | mother | mom | father | dad | guardian | both parents | parent guardian | m | f | g',
  ],
  [
    'parent',
    'grandparent | grandmother | grandfather | aunt | uncle | stepmother | stepfather | foster parent | family',
  ],
  ['parent', 'legal guardian | parent and student | student and parent | both'],
  ['student', 'student | s | self | adult student | student 18 | the student'],
  ['other', 'other | counselor | teacher | principal | staff | school | advisor | secretary'],
])

/** The student, or anybody else. */
export function readPreparedBy(cell: Cell): Reading<'student' | 'other'> {
  const text = textOf(cell)
  if (saysNothingOrNA(text)) return undefined
  return /\b(student|self|pupil)\b/.test(plainWords(text)) ? 'student' : 'other'
}

/** Which careers the plan aims at. */
export const readObjectives = vocabulary<NonNullable<Plan['careerObjectives']>>([
  ['none', 'none | no | n | false | undecided | not yet'],
  ['occupational', 'occupational | occupation | career | career only | work | workforce | vocational | job'],
  ['post-secondary', 'post secondary | postsecondary | college | university | higher education | college only'],
  ['both', 'both | college and career | occupational and post secondary | post secondary and occupational'],
])

/** The place where a plan is kept; `false` when the cell says that it is not kept. */
export function readKeptAt(cell: Cell): Reading<string | false> {
  if (cell === false) return false
  const text = textOf(cell)
  if (saysNothing(text)) return undefined
  return /^(n|no|false|not kept|none|missing)$/.test(plainWords(text)) ? false : text
}

/** Which of the school's yearly duties a line of the school log is about. */
export const readLogItem = vocabulary<SchoolLogEntry['item']>([
  ['training', 'training | in service | inservice | staff training | pd | professional development | teacher training'],
  ['annual_report', 'annual report | report | report to patrons | annual report to patrons | yearly report'],
  ['council_review', 'council review | council | community council | scc | scc review | council meeting'],
  ['consultation', 'consultation | consult | consultations | parent consultation | policy consultation'],
  ['resource_request', 'resource request | resource requests | request | resources'],
])

/** A count or minutes: '4', 4, '4 min'. */
export function readNumber(cell: Cell): Reading<number> {
  if (typeof cell === 'number') return cell >= 0 ? cell : unreadable
  if (typeof cell === 'boolean') return cell ? unreadable : undefined
  if (saysNothingOrNA(cell.trim())) return undefined
  const match = /^(\d+(?:\.\d+)?)\s*(?:min|mins|minute|minutes|m|students|people)?\.?$/i.exec(cell.trim())
  return match ? Number(match[1]) : unreadable
}
