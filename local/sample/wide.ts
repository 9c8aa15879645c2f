/** The school as a home-made tracker: one tab, one row a student, typed by as many people as there are teachers. */
import type { CellStyle, SheetModel } from '../workspace/model.ts'
import { Chance } from './chance.ts'
import { firstDayOf, schoolYearOf, THIS_YEAR } from './days.ts'
import { Pen, WAYS_OF_DAYS, WAYS_OF_GRADES } from './pen.ts'
import {
  isDay,
  type SampleConference,
  type SampleContact,
  type SamplePlan,
  type SampleRecords,
  type SampleUpdate,
} from './records.ts'
import type { SampleSchool } from './school.ts'
import { type Column, sheetOf } from './sheet.ts'
import { isSecondary, type SampleStudent } from './students.ts'

/** Cells of a hundred in which a person does not keep to the own habit. */
const SLIPS = 7
/** Of a hundred people so many type dates that the spreadsheet knows for dates, and grades as plain numbers. */
const DATE_TYPISTS = 60
const PLAIN_GRADES = 60

const TITLE: CellStyle = { bold: true, fontSize: 14 }
const LEGEND: CellStyle = { italic: true, fontColor: '#5f6368' }
const HEADING: CellStyle = {
  bold: true,
  background: '#cfe2f3',
  horizontalAlignment: 'center',
  verticalAlignment: 'middle',
  wrap: true,
}
/** Families that did not come are marked to be called again. */
const CALL_AGAIN = '#fff2cc'

/** What the tracker's one row of a student shows. */
interface Row {
  readonly student: SampleStudent
  readonly pen: Pen
  readonly fall: SampleConference | undefined
  readonly spring: SampleConference | undefined
  readonly individual: SampleConference | undefined
  readonly group: SampleConference | undefined
  readonly iep: SampleConference | undefined
  /** Days on which the family was invited to an individual conference in writing, by phone, and to a group. */
  readonly letters: readonly string[]
  readonly calls: readonly string[]
  readonly groupLetters: readonly string[]
  readonly plan: SamplePlan | undefined
  readonly update: SampleUpdate | undefined
}

/** The tab of the style 'wide'. */
export function trackerSheet(school: SampleSchool, seed: number): SheetModel {
  const sheet = sheetOf(0, 'Tracker', COLUMNS, rowsOf(school, seed), {
    heading: HEADING,
    headingHeight: 48,
    titles: [
      { text: `Cedar Ridge School: conferences and plans ${schoolYearOf(THIS_YEAR)}`, style: TITLE },
      { text: 'P = parent, S = student, B = both, NS = no show. Yellow: call again.', style: LEGEND },
    ],
  })
  sheet.frozenColumns = 3
  sheet.filter = {
    row: sheet.frozenRows - 1,
    column: 0,
    rows: school.students.length + 1,
    columns: COLUMNS.length,
  }
  markToCallAgain(sheet)
  return sheet
}

const WHO_CAME = 'Who came (P/S/B)'

function conference(heading: string, of: (row: Row) => SampleConference | undefined): readonly Column<Row>[] {
  return [
    [heading, 84, 'day', (row) => row.pen.day(of(row)?.date ?? '')],
    [WHO_CAME, 66, 'short', (row) => row.pen.came(of(row)?.came)],
  ]
}

const COLUMNS: readonly Column<Row>[] = [
  ['Stu #', 66, 'id', ({ student, pen }) => pen.id(student.id)],
  [
    'Stu Name',
    190,
    'text',
    ({ student }) => [student.lastName, student.firstName].filter((name) => name !== '').join(', '),
  ],
  ['Gr', 66, 'short', ({ student, pen }) => pen.grade(student)],
  ['DOB', 84, 'day', ({ student, pen }) => pen.day(student.birthDate)],
  ['HR', 118, 'text', ({ student }) => student.teacher || undefined],
  ['Couns', 96, 'text', ({ student }) => student.counselor || undefined],
  ['SpEd', 44, 'short', ({ student, pen }) => pen.yesNo(student.iep)],
  ['Date entered', 84, 'day', ({ student, pen }) => (isNewHere(student) ? pen.day(student.entryDate) : undefined)],
  ['Date left', 84, 'day', ({ student, pen }) => pen.day(student.exitDate)],
  ...conference('Fall conf', ({ fall }) => fall),
  ...conference('Spring conf', ({ spring }) => spring),
  ...conference('PCCR date', ({ individual }) => individual),
  ['1st letter', 76, 'day', ({ letters, pen }) => pen.day(letters[0] ?? '')],
  ['2nd letter', 76, 'day', ({ letters, pen }) => pen.day(letters[1] ?? '')],
  ['Phone call', 76, 'day', ({ calls, pen }) => pen.day(calls[0] ?? '')],
  ...conference('Group PCCR', ({ group }) => group),
  ['Group letter sent', 76, 'day', ({ groupLetters, pen }) => pen.day(groupLetters[0] ?? '')],
  ...conference('IEP mtg', ({ iep }) => iep),
  ['Plan reviewed', 70, 'short', ({ iep, pen }) => pen.yesNo(iep?.ilpReviewed)],
  ['Plan created', 84, 'day', ({ plan, pen }) => pen.day(plan?.createdOn ?? '')],
  ['Updated', 84, 'day', ({ update, pen }) => pen.day(update?.date ?? '')],
  ['Parent signed', 94, 'day', ({ plan, pen }) => pen.day(plan?.signedOn ?? '')],
  ['Signed by', 70, 'text', ({ plan }) => (plan?.signedBy === 'parent' ? undefined : plan?.signedBy || undefined)],
  ['Notes', 224, 'text', ({ fall, individual }) => individual?.notes || fall?.notes || undefined],
]

/** Who came within this school year; that kindergarten begins then goes without saying. */
function isNewHere({ grade, entryDate }: SampleStudent): boolean {
  const firstDay = firstDayOf(THIS_YEAR)
  return grade === 0 ? entryDate > firstDay : entryDate >= firstDay
}

function rowsOf(school: SampleSchool, seed: number): readonly Row[] {
  const chance = new Chance(seed, 'tracker')
  const pens = new Map<string, Pen>()
  const penOf = (staff: string): Pen => {
    const known = pens.get(staff) ?? newPen(chance)
    pens.set(staff, known)
    return known
  }
  const recordsOf = byStudent(school)
  return school.students.map((student) => {
    const { conferences, contacts, plans, updates } = recordsOf(student)
    const ofKind = (wanted: SampleConference['kind']) => conferences.filter(({ kind }) => kind === wanted)
    const shown = toShow(ofKind('individual'))
    const group = toShow(ofKind('group'))
    const isElementary = !isSecondary(student)
    const [fall, spring] = isElementary ? twoToShow(ofKind('individual')) : []
    const reached = contacts.filter(({ arrived }) => arrived)
    const phoned = reached.filter(({ about, channel }) => about === 'individual' && channel === 'phone')
    const written = reached.filter(({ about, channel }) => about === 'individual' && channel !== 'phone')
    const toGroup = reached.filter(({ about }) => about === 'group')
    return {
      student,
      pen: penOf(student.teacher || student.counselor),
      fall,
      spring,
      individual: isElementary ? undefined : shown,
      group,
      iep: toShow(ofKind('iep')),
      letters: days(shown, written),
      calls: days(undefined, phoned),
      groupLetters: days(group, toGroup),
      plan: plans[0],
      update: updates.at(-1),
    }
  })
}

/** The days of the invitation and of what followed, in their order. */
function days(conference: SampleConference | undefined, contacts: readonly SampleContact[]): readonly string[] {
  return [conference?.invitedOn ?? '', ...contacts.map(({ date }) => date)].filter((day) => day !== '').sort()
}

function newPen(chance: Chance): Pen {
  return new Pen(
    {
      day: chance.percent(DATE_TYPISTS) ? 'date' : chance.pick(WAYS_OF_DAYS),
      grade: chance.percent(PLAIN_GRADES) ? '9' : chance.pick(WAYS_OF_GRADES),
      came: chance.pick(['B', 'B', 'B', 'b', 'P/S', 'words']),
    },
    SLIPS,
    chance,
  )
}

/** A slot of the tracker shows the last conference that took place, else the last one that the family missed. */
function toShow(conferences: readonly SampleConference[]): SampleConference | undefined {
  const missed = conferences.filter(({ status }) => /^(no-show|declined|cancelled-family)$/.test(status))
  return tookPlace(conferences).at(-1) ?? missed.at(-1)
}

/** Of the elementary grades the first two that took place. */
function twoToShow(conferences: readonly SampleConference[]): readonly (SampleConference | undefined)[] {
  const took = tookPlace(conferences)
  return took.length > 0 ? took.slice(0, 2) : [toShow(conferences)]
}

/** Those of a day that cannot be read only where there are no others. */
function tookPlace(conferences: readonly SampleConference[]): readonly SampleConference[] {
  const took = conferences.filter(({ status }) => status === 'held')
  const dated = took.filter(({ date }) => isDay(date))
  return dated.length > 0 ? dated : took
}

/** The records of each student, found at once. */
function byStudent(school: SampleSchool): (student: SampleStudent) => SampleRecords {
  const found = new Map<SampleStudent, SampleRecords>(
    school.students.map((student) => [student, { conferences: [], contacts: [], plans: [], updates: [] }]),
  )
  const of = (student: SampleStudent): SampleRecords => found.get(student) as SampleRecords
  for (const one of school.conferences) of(one.student).conferences.push(one)
  for (const one of school.contacts) of(one.student).contacts.push(one)
  for (const one of school.plans) of(one.student).plans.push(one)
  for (const one of school.updates) of(one.student).updates.push(one)
  return of
}

function markToCallAgain(sheet: SheetModel): void {
  const columns = COLUMNS.flatMap(([heading], column) => (heading === WHO_CAME ? [column] : []))
  sheet.values.forEach((cells, row) => {
    for (const column of columns) {
      if (!/^(NS|n|no show)$/.test(String(cells[column]))) continue
      sheet.styles[row]![column] = { ...sheet.styles[row]![column], background: CALL_AGAIN }
    }
  })
}
