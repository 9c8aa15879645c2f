import type { CheckDone } from './answer.ts'
import type { CheckRun } from './run-check.ts'

/** As the Findings tab says them; the order in which a person wants to see them. */
const STATUS_WORDS: Readonly<Record<string, string>> = {
  LATE: 'Late',
  CHECK: 'Please check',
  OPEN: 'To do',
  'MET-LATE': 'Met late',
  NOTE: 'Note',
  MET: 'Met',
  NA: 'Does not apply',
}
const STATUS_ORDER = Object.keys(STATUS_WORDS)
/** What nobody has to look at: counted by the script, not told here. */
const SETTLED = new Set(['MET', 'NA'])
/** Problems, and guesses of columns, that are printed; all of them are in findings.json. */
const SHOWN = 10
/** What a tab was taken for; of every other kind there is nothing to tell. */
const TAB_WORDS: Readonly<Record<string, string>> = {
  students: 'roster',
  'student-details': 'more about the students',
  guardians: 'guardians',
  'grade-history': 'grade history',
  conferences: 'conferences',
  contacts: 'contacts',
  plans: 'plans',
  'plan-updates': 'plan updates',
  calendar: 'calendar',
  'school-log': 'school log',
  courses: 'courses',
  'plan-content': 'plan content',
  'graduation-requirements': 'graduation requirements',
}
/** Problems that ask for a decision, which come before all others. */
const ASKING = new Set(['HEADING_TWICE', 'COLUMN_UNSURE', 'CHOICE_LOST'])
/** Narrower than this the examples say nothing. */
const LEAST_WIDTH = 72

/**
 * What a check found, for the terminal.
 *
 * @param width columns of the terminal
 */
export function summaryOf(run: CheckRun, width: number): string {
  const { answer } = run
  const wide = Math.max(LEAST_WIDTH, width)
  return [
    ...head(run, wide),
    ...wrapped(answer.notes, wide, '  '),
    ...section('Findings', findings(answer, wide)),
    ...section('The school as a whole', school(answer, wide)),
    ...section('Columns that were guessed', guesses(answer, wide)),
    ...section('Problems in the sheets', problems(answer, wide)),
    ...files(run),
  ].join('\n')
}

function head({ answer, policyName }: CheckRun, width: number): string[] {
  const told = STATUS_ORDER.filter((status) => !SETTLED.has(status) && (answer.counts[status] ?? 0) > 0)
  const counts = told.map((status) =>
    counted(answer.counts[status] as number, (STATUS_WORDS[status] as string).toLowerCase()),
  )
  return [
    '',
    `  Policy     ${policyName} (${answer.policy})`,
    `  As of      ${answer.asOf}, school year ${answer.schoolYear}`,
    `  Students   ${answer.students}`,
    `  Findings   ${counts.length > 0 ? counts.join(' · ') : 'none: everything is met'}`,
    ...wrapped([`Tabs       ${tabs(answer)}`], width, '             '),
  ]
}

/** 'Students: roster · Sessions: calendar · 3 others not needed'. */
function tabs({ mappings }: CheckDone): string {
  const known = mappings.filter(({ kind }) => kind in TAB_WORDS)
  const others = mappings.length - known.length
  const told = known.map(({ sheet, kind }) => {
    const word = TAB_WORDS[kind] as string
    return sheet.toLowerCase() === word ? sheet : `${sheet}: ${word}`
  })
  return [...told, ...(others === 0 ? [] : [`${others} other${others === 1 ? '' : 's'} not needed`])].join(' · ')
}

/** '2 late', '1 note', '2 notes': of the words for a status only this one is a noun. */
function counted(count: number, word: string): string {
  return `${count} ${word}${word === 'note' && count !== 1 ? 's' : ''}`
}

/** One line for each code, clause and status, with the words of one of its findings. */
function findings(answer: CheckDone, width: number): string[] {
  const rank = (status: string): number => STATUS_ORDER.indexOf(status)
  const rows = answer.byCode
    .filter(({ status }) => !SETTLED.has(status))
    .sort((a, b) => rank(a.status) - rank(b.status))
    .map(({ code, clause, status, count }) => {
      const example = answer.findings.find(
        (finding) => finding.code === code && finding.clause === clause && finding.status === status,
      )
      return [String(count), STATUS_WORDS[status] ?? status, clause, code, example?.message ?? '']
    })
  return rows.length === 0 ? [] : table(['', 'Status', 'Clause', 'Code', 'For example'], rows, width)
}

function school(answer: CheckDone, width: number): string[] {
  const rows = answer.school.map(({ status, clause, code, message }) => [
    STATUS_WORDS[status] ?? status,
    clause,
    code,
    message,
  ])
  return rows.length === 0 ? [] : table(['Status', 'Clause', 'Code', ''], rows, width)
}

/** One line for each column whose heading leaves room for doubt, with what its cells hold. */
function guesses({ mappings }: CheckDone, width: number): string[] {
  const rows = mappings.flatMap(({ sheet, columns }) =>
    columns
      .filter(({ field, certainty }) => field !== undefined && certainty !== 'sure')
      .map(({ heading, field, samples }) => [sheet, heading, inWords(field as string), samples.join(' · ')]),
  )
  if (rows.length === 0) return []
  return [
    ...table(['Tab', 'Heading', 'Taken for', 'For example'], rows.slice(0, SHOWN), width),
    ...more(rows.length),
    '    If one is wrong, rename its heading, then check again.',
  ]
}

/** 'entry date', 'IEP', 'plans, created on'. */
function inWords(field: string): string {
  return field
    .replace('.', ', ')
    .replace(/_/g, ' ')
    .toLowerCase()
    .replace(/\b(iep|ssid)\b/g, (word) => word.toUpperCase())
}

function problems(answer: CheckDone, width: number): string[] {
  // What stands among the notes above is not said twice.
  const untold = answer.problems.filter(({ message }) => !answer.notes.includes(message))
  const asking = untold.filter(({ code }) => ASKING.has(code))
  const inOrder = [...asking, ...untold.filter(({ code }) => !ASKING.has(code))]
  const lines = wrapped(
    inOrder.slice(0, SHOWN).map(({ message }) => `- ${message}`),
    width,
  )
  lines.push(...more(untold.length))
  if (answer.notTracked.length > 0) {
    lines.push(
      ...wrapped(
        [
          `- Not checked, since this workbook has no column for it: ${answer.notTracked.join(', ')}. The Findings tab says what each is.`,
        ],
        width,
      ),
    )
  }
  return lines
}

function more(count: number): string[] {
  return count > SHOWN ? [`    … and ${count - SHOWN} more, in findings.json.`] : []
}

function files({ calls, workbookPath, findingsPath }: CheckRun): string[] {
  return [
    '',
    `  Workbook   ${workbookPath}`,
    `  Findings   ${findingsPath}`,
    `  Calls      ${calls.total} service calls, ${calls.ofRanges} of them read or wrote cells`,
    '',
  ]
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `  ${title}`, ...lines]
}

/** Columns under their headings, numbers to the right, the last one cut to the width. */
function table(headings: readonly string[], rows: readonly (readonly string[])[], width: number): string[] {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] as string).length)),
  )
  const line = (cells: readonly string[]): string => {
    const texts = cells.map((cell, column) => {
      if (column === cells.length - 1) return cell
      return headings[0] === '' && column === 0
        ? cell.padStart(widths[column] as number)
        : cell.padEnd(widths[column] as number)
    })
    return cut(`    ${texts.join('  ')}`.trimEnd(), width)
  }
  return [line(headings), ...rows.map(line)]
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`
}

/** Sentences broken between words, every further line set in. */
function wrapped(sentences: readonly string[], width: number, indent = '    '): string[] {
  return sentences.flatMap((sentence) => {
    const lines: string[] = []
    let line = ' '
    for (const word of sentence.split(' ')) {
      if (line.length + 1 + word.length > width && line.trim() !== '') {
        lines.push(line)
        line = indent.slice(1)
      }
      line += ` ${word}`
    }
    return [...lines, line]
  })
}
