/**
 * What the script answers about plan documents, as the sidebar gets it: a school in the middle of making them.
 */
import type {
  DocumentResult,
  DocumentResults,
  DocumentsPreview,
  DocumentsSetUp,
  DocumentsStanding,
} from '../../src/actions/requests/documents.ts'
import * as answers from './answers.ts'

/** How far documents are of which so many have each state, all asked for at once; what is to do is free. */
export function standingOf(
  counts: Readonly<Record<string, number>>,
  others: Partial<DocumentsStanding> = {},
): DocumentsStanding {
  const asked = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return {
    ok: true,
    counts,
    asked,
    free: counts['To do'] ?? 0,
    underWay: 0,
    paused: false,
    carriesOn: false,
    ...others,
  }
}

const link = (id: string) => `https://docs.google.com/document/d/${id}/edit`

export const documentsSetUp: DocumentsSetUp = {
  ok: true,
  folder: 'https://drive.google.com/drive/folders/f1',
  templates: [
    { name: 'Plan template, elementary grades', link: link('t1'), isNew: true },
    { name: 'Plan template, secondary grades', link: link('t2'), isNew: false },
  ],
  tabs: ['Plan Content', 'Courses', 'Graduation Requirements'],
}

export const documentsNotSetUp = answers.refused(
  'DOCUMENTS_NOT_SET_UP',
  'The templates of the plan documents are not in Drive yet, or lie in the trash. Choose Set up documents, then go on.',
)

/** Nothing was ever asked for. */
export const noDocuments: DocumentResults = { ...standingOf({}), results: [], total: 0, page: 0 }

const templates = documentsSetUp.templates.map(({ name, link }) => ({ name, link, faults: [] as readonly string[] }))

/** One of each need. */
export const documentsPreview: DocumentsPreview = {
  ok: true,
  policy: 'Davis School District 4I-101',
  schoolYear: '2026-27',
  counts: { new: 1, changed: 1, kept: 1, 'in-trash': 1, 'up-to-date': 1 },
  without: [
    { why: 'The grade is missing or cannot be read.', students: 1 },
    { why: 'The student has left or has not entered yet.', students: 14 },
  ],
  leftToday: 1488,
  templates,
  students: [
    [answers.ana, 'new', ['preferred_name', 'plan_made', 'prepared_by', 'plan_manager'], ''],
    [
      answers.mateo,
      'changed',
      ['plan_manager'],
      'It was signed on Oct 2, 2026, and what it says has changed since: it needs a new signature.',
    ],
    [
      answers.layla,
      'kept',
      ['plan_manager'],
      'Changed by hand, so it stays as it is though the records say something else now. Look at it; replace it only if what was typed may go.',
    ],
    [
      answers.longName,
      'in-trash',
      ['plan_manager'],
      'It lies in the trash of Drive, so nothing was made. Take it out, or delete it there for good, then ask for it again.',
    ],
    [answers.lupe, 'up-to-date', [], ''],
  ].map(([student, need, blank, note]) => {
    const { id, name } = student as typeof answers.ana
    return { studentId: id, name, document: 'PCCR 2026-27', link: need === 'new' ? '' : link(id), need, blank, note }
  }) as DocumentsPreview['students'],
  total: 5,
  page: 0,
  notes: ['No policy was chosen, so Davis School District 4I-101 was used. Choose yours on the Settings tab.'],
}

/** More than the day has left. */
export const wholeSchoolPreview: DocumentsPreview = {
  ...documentsPreview,
  counts: { new: 1643, changed: 0, kept: 0, 'in-trash': 0, 'up-to-date': 12 },
  without: [],
  leftToday: 1488,
  total: 1655,
  notes: [],
}

export const faultyPreview: DocumentsPreview = {
  ...documentsPreview,
  counts: { new: 0, changed: 0, kept: 0, 'in-trash': 0, 'up-to-date': 0 },
  students: [],
  total: 0,
  notes: [],
  templates: templates.map((template, index) => ({
    ...template,
    faults:
      index === 0
        ? []
        : [
            'In the text, behind “Name: ”: {student_nam} is not known. Do you mean {student_name}?',
            'In the header: {#goals} is not closed. Put {/goals} behind what belongs to it.',
          ],
  })),
}

const resultOf = (
  { id, name }: typeof answers.ana,
  state: string,
  note = '',
  document = 'PCCR 2026-27',
): DocumentResult => ({
  studentId: id,
  name,
  document,
  state,
  link: ['Not made', 'To do', 'Left out'].includes(state) ? '' : link(id),
  note,
})

const each: readonly DocumentResult[] = [
  resultOf(answers.ana, 'Made'),
  resultOf(
    answers.mateo,
    'Replaced',
    'It was signed on Oct 2, 2026, and what it says has changed since: it needs a new signature.',
  ),
  resultOf(
    answers.layla,
    'Changed by hand',
    'Changed by hand by Ms. Okafor, so it stays as it is though the records say something else now.',
  ),
  resultOf(answers.longName, 'Not made', 'Google Drive refused. Its words were: “The name is too long.”'),
  resultOf(answers.lupe, 'In the trash', 'It lies in the trash of Drive, so nothing was made.'),
]

/** Five that came to their end, each in another way, or those of one state. */
export function documentResults(asked?: string): DocumentResults {
  const results = each.filter(({ state }) => state === (asked ?? state))
  const counts = { Made: 1, Replaced: 1, 'Changed by hand': 1, 'Not made': 1, 'In the trash': 1 }
  return { ...standingOf(counts), results, total: results.length, page: 0 }
}

/** The same with 28 that are still to do, and a page of 143. */
export function pageOfResults(page: number, others: Partial<DocumentsStanding> = {}): DocumentResults {
  const results = Array.from({ length: page === 2 ? 43 : 50 }, (_, index) => {
    const number = page * 50 + index + 1
    const student = { ...answers.ana, id: `s${number}`, name: `Student, Number ${number}` }
    return resultOf(student, number <= 115 ? 'Made' : 'To do')
  })
  return { ...standingOf({ Made: 115, 'To do': 28 }, others), results, total: 143, page }
}
