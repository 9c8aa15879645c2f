/** The school as a system's exports and the logs beside it: a tab for each kind of record, with plain headings. */
import type { CellStyle, CellValue, SheetModel } from '../workspace/model.ts'
import { Chance } from './chance.ts'
import { firstDayOf, lastDayOf, schoolYearOf, THIS_YEAR } from './days.ts'
import { fullName, type Guardian, type Household } from './families.ts'
import { Pen } from './pen.ts'
import type { SampleConference, SampleContact, SamplePlan, SampleUpdate } from './records.ts'
import type { SampleSchool } from './school.ts'
import { type Column, type SheetLook, sheetOf } from './sheet.ts'
import { sortedBy } from './sorting.ts'
import { nameKey, type SampleStudent } from './students.ts'

const SCHOOL_ID = 'CRS'
const HEADING: CellStyle = { bold: true, background: '#e8eaed', verticalAlignment: 'middle', wrap: true }
const LOOK: SheetLook = { heading: HEADING, headingHeight: 36 }
/** Cells of a hundred in which a person typed otherwise than the system writes; ids seldom become numbers. */
const SLIPS = { roster: 4, logs: 8, ids: 2 }
const YEARS_OF_HISTORY = 3

/** The tabs of the style 'logs'. */
export function logSheets(school: SampleSchool, seed: number): SheetModel[] {
  const chance = new Chance(seed, 'logs')
  const pen = (slips: number): Pen => new Pen({ day: 'date', grade: '9', came: 'B' }, slips, chance)
  const system = pen(0)
  const students = sortedBy(school.students, nameKey)
  const roster = sheetOf(0, 'Students', studentColumns(system, pen(SLIPS.roster)), students, LOOK)
  roster.frozenColumns = 4
  roster.tabColor = '#1a73e8'
  return [
    roster,
    sheetOf(1, 'Grade History', HISTORY, students.flatMap(historyOf), LOOK),
    sheetOf(2, 'Conferences', conferenceColumns(pen(SLIPS.logs)), [...school.conferences.entries()], LOOK),
    sheetOf(3, 'Contacts', contactColumns(pen(SLIPS.logs), pen(SLIPS.ids)), school.contacts, LOOK),
    sheetOf(4, 'Plans', planColumns(pen(SLIPS.logs)), school.plans, LOOK),
    sheetOf(5, 'Plan Updates', updateColumns(pen(SLIPS.logs)), school.updates, LOOK),
    sheetOf(6, 'Calendar', calendarColumns(system), CALENDAR_YEARS, LOOK),
    sheetOf(7, 'School Log', dutyColumns(system), DUTIES, LOOK),
  ]
}

const orBlank = (text: string | undefined): string | undefined => (text === '' ? undefined : text)

function studentColumns(system: Pen, person: Pen): readonly Column<SampleStudent>[] {
  const guardian = (place: number, of: (one: Guardian) => string) => (one: SampleStudent) => {
    const found = one.family.guardians[place]
    return found && orBlank(of(found))
  }
  const household = (place: number, of: (one: Household) => string) => (one: SampleStudent) => {
    const found = one.family.households[place]
    return found && orBlank(of(found))
  }
  return [
    ['Student ID', 72, 'id', ({ id }) => id],
    ['SSID', 88, 'id', ({ ssid }) => ssid],
    ['Last Name', 130, 'text', ({ lastName }) => lastName],
    ['First Name', 104, 'text', ({ firstName }) => orBlank(firstName)],
    ['Preferred Name', 84, 'text', ({ preferredName }) => orBlank(preferredName)],
    ['Birth Date', 84, 'day', ({ birthDate }) => person.day(birthDate)],
    ['Grade', 56, 'short', (one) => person.grade(one)],
    ['School ID', 56, 'short', () => SCHOOL_ID],
    ['Entry Date', 84, 'day', ({ entryDate }) => system.day(entryDate)],
    ['Exit Date', 84, 'day', ({ exitDate }) => system.day(exitDate)],
    ['IEP', 42, 'yes-no', ({ iep }) => (iep ? 'Y' : 'N')],
    ['Early Grad', 56, 'yes-no', ({ earlyGraduation }) => (earlyGraduation ? 'Y' : 'N')],
    ['Home Language', 84, 'text', ({ family }) => family.homeLanguage],
    ['Letter Language', 84, 'text', ({ family }) => family.letterLanguage],
    ['Interpreter Needed', 84, 'yes-no', ({ family }) => (family.needsInterpreter ? 'Y' : 'N')],
    ['Counselor', 104, 'text', ({ counselor }) => orBlank(counselor)],
    ['Homeroom Teacher', 118, 'text', ({ teacher }) => orBlank(teacher)],
    ['Guardian1 Name', 164, 'text', guardian(0, fullName)],
    ['Guardian1 Relation', 84, 'text', guardian(0, ({ relation }) => relation)],
    ['Guardian1 Phone', 96, 'id', guardian(0, ({ phone }) => phone)],
    ['Guardian1 Email', 204, 'text', guardian(0, ({ email }) => email)],
    ['Guardian2 Name', 164, 'text', guardian(1, fullName)],
    ['Guardian2 Relation', 84, 'text', guardian(1, ({ relation }) => relation)],
    ['Guardian2 Phone', 96, 'id', guardian(1, ({ phone }) => phone)],
    ['Guardian2 Email', 204, 'text', guardian(1, ({ email }) => email)],
    ['Mail Name', 234, 'text', household(0, ({ addressee }) => addressee)],
    ['Mail Street', 184, 'text', household(0, ({ street }) => street)],
    ['Mail City', 84, 'text', household(0, ({ city }) => city)],
    ['Mail State', 50, 'short', household(0, () => 'UT')],
    ['Mail Zip', 56, 'id', household(0, ({ zip }) => zip)],
    ['Mail2 Name', 164, 'text', household(1, ({ addressee }) => addressee)],
    ['Mail2 Street', 184, 'text', household(1, ({ street }) => street)],
    ['Mail2 City', 84, 'text', household(1, ({ city }) => city)],
    ['Mail2 State', 50, 'short', household(1, () => 'UT')],
    ['Mail2 Zip', 66, 'id', household(1, ({ zip }) => zip)],
    ['No Contact Flag', 76, 'yes-no', ({ family }) => (family.noContact ? 'Y' : undefined)],
  ]
}

interface HistoryYear {
  readonly student: SampleStudent
  readonly year: number
  readonly grade: number
}

const HISTORY: readonly Column<HistoryYear>[] = [
  ['Student ID', 72, 'id', ({ student }) => student.id],
  ['School Year', 84, 'text', ({ year }) => schoolYearOf(year)],
  ['Grade', 56, 'short', ({ grade }) => (grade === 0 ? 'K' : grade)],
  ['School ID', 64, 'short', (one) => (isOwn(one) ? SCHOOL_ID : undefined)],
  ['Source', 62, 'text', (one) => (isOwn(one) ? 'own' : 'prior')],
]

function isOwn({ student, year }: HistoryYear): boolean {
  return student.entryDate < lastDayOf(year)
}

/** The years before this one, as far as the student was in school. */
function historyOf(student: SampleStudent): HistoryYear[] {
  return Array.from({ length: YEARS_OF_HISTORY }, (_, place) => {
    const ago = YEARS_OF_HISTORY - place
    return { student, year: THIS_YEAR - ago, grade: student.grade - ago + (student.repeats ? 1 : 0) }
  }).filter(({ grade }) => grade >= 0)
}

function conferenceColumns(pen: Pen): readonly Column<[number, SampleConference]>[] {
  const attended = (who: 'student' | 'parent', { came }: SampleConference): string | undefined =>
    pen.yesNo(came && (came === 'both' || came === who))
  return [
    ['Conf ID', 64, 'id', ([place]) => `C${String(place + 1).padStart(5, '0')}`],
    ['Student ID', 72, 'id', ([, { student }]) => student.id],
    ['Session ID', 64, 'text', ([, { session }]) => orBlank(session)],
    ['Kind', 76, 'text', ([, { kind }]) => kind],
    ['Date', 84, 'day', ([, { date }]) => pen.day(date)],
    ['Start Time', 56, 'id', ([, { time }]) => orBlank(time)],
    ['Place', 118, 'text', ([, { place }]) => orBlank(place)],
    ['Mode', 72, 'text', ([, { mode }]) => mode],
    ['Status', 104, 'status', ([, { status }]) => status],
    ['Invited On', 84, 'day', ([, { invitedOn }]) => pen.day(invitedOn)],
    ['Invited Count', 62, 'short', ([, { invitedCount }]) => invitedCount],
    ['Student Attended', 72, 'yes-no', ([, one]) => attended('student', one)],
    ['Parent Attended', 72, 'yes-no', ([, one]) => attended('parent', one)],
    ['Staff Names', 164, 'text', ([, { staff }]) => staff],
    ['Staff Role', 96, 'text', ([, { role }]) => role],
    ['Private Minutes', 62, 'short', ([, { minutes }]) => minutes],
    ['ILP Reviewed', 70, 'yes-no', ([, { ilpReviewed }]) => pen.yesNo(ilpReviewed)],
    ['Ck Strengths', 76, 'yes-no', ([, { ticks }]) => pen.yesNo(ticks[0])],
    ['Ck Data', 56, 'yes-no', ([, { ticks }]) => pen.yesNo(ticks[1])],
    ['Ck Student Goals', 64, 'yes-no', ([, { ticks }]) => pen.yesNo(ticks[2])],
    ['Ck Support Plan', 64, 'yes-no', ([, { ticks }]) => pen.yesNo(ticks[3])],
    ['Info Given On', 84, 'day', ([, { infoGivenOn }]) => pen.day(infoGivenOn)],
    ['Copy Filed On', 84, 'day', ([, { copyFiledOn }]) => pen.day(copyFiledOn)],
    ['Source', 56, 'text', ([, { source }]) => source],
    ['Notes', 224, 'text', ([, { notes }]) => orBlank(notes)],
  ]
}

function contactColumns(pen: Pen, idPen: Pen): readonly Column<SampleContact>[] {
  return [
    ['Student ID', 72, 'id', ({ student }) => idPen.id(student.id)],
    ['Date', 84, 'day', ({ date }) => pen.day(date)],
    ['About', 76, 'text', ({ about }) => about],
    ['Channel', 96, 'text', ({ channel }) => channel],
    ['Language', 92, 'text', ({ student }) => student.family.letterLanguage],
    ['Outcome', 118, 'text', ({ outcome }) => outcome],
    ['By', 118, 'text', ({ by }) => by],
  ]
}

const SECTIONS = [
  'Sec Grad Reqs',
  'Sec Workplace',
  'Sec Goals',
  'Sec Courses',
  'Sec Links',
  'Sec Progress',
  'Sec Strengths',
]

function planColumns(pen: Pen): readonly Column<SamplePlan>[] {
  const ofPccr = (value: CellValue) => (plan: SamplePlan) => (plan.kind === 'PCCR' ? value : undefined)
  return [
    ['Student ID', 72, 'id', ({ student }) => student.id],
    ['Plan Kind', 56, 'short', ({ kind }) => kind],
    ['Created On', 84, 'day', ({ createdOn }) => pen.day(createdOn)],
    ['From Grade', 56, 'short', ofPccr(7)],
    ['To Grade', 56, 'short', ofPccr(10)],
    ['Source', 56, 'text', ({ source }) => source],
    ['Parent Signed On', 94, 'day', ({ signedOn }) => pen.day(signedOn)],
    ['Signed By', 70, 'text', ({ signedBy }) => orBlank(signedBy)],
    ['Sign Method', 82, 'text', ({ method }) => orBlank(method)],
    ['Prepared By', 82, 'text', ({ preparedBy }) => preparedBy],
    ...SECTIONS.map(
      (heading, place): Column<SamplePlan> => [heading, 72, 'yes-no', ({ sections }) => pen.yesNo(sections[place])],
    ),
    ['Cluster', 214, 'text', ({ cluster }) => orBlank(cluster)],
    ['Course Plan', 62, 'yes-no', ({ coursePlan }) => pen.yesNo(coursePlan)],
    ['Tests On', 84, 'day', ({ testsOn }) => pen.day(testsOn)],
    ['Career Objectives', 104, 'text', ({ objectives }) => orBlank(objectives)],
    ['Career Reviewer', 112, 'text', ({ reviewer }) => orBlank(reviewer)],
    ['Early Grad In Plan', 76, 'yes-no', ({ earlyGraduation }) => pen.yesNo(earlyGraduation)],
    ['Kept At', 124, 'text', ({ keptAt }) => orBlank(keptAt)],
    ['File Registration', 88, 'yes-no', ofPccr('Y')],
    ['File Teachers Phones', 88, 'yes-no', ofPccr('Y')],
    ['File Report Cards', 76, 'yes-no', ofPccr('Y')],
    ['File Participants', 84, 'yes-no', ofPccr('Y')],
  ]
}

function updateColumns(pen: Pen): readonly Column<SampleUpdate>[] {
  return [
    ['Student ID', 72, 'id', ({ student }) => student.id],
    ['Updated On', 84, 'day', ({ date }) => pen.day(date)],
    ['By', 104, 'text', ({ by }) => by],
    ['What Changed', 184, 'text', ({ what }) => what],
  ]
}

const CALENDAR_YEARS = [THIS_YEAR - 2, THIS_YEAR - 1, THIS_YEAR, THIS_YEAR + 1]

function calendarColumns(system: Pen): readonly Column<number>[] {
  return [
    ['School Year', 92, 'text', schoolYearOf],
    ['First Day', 92, 'day', (year) => system.day(firstDayOf(year))],
    ['Last Day', 92, 'day', (year) => system.day(lastDayOf(year))],
  ]
}

/** What the school as a whole did; the report to patrons of this year is still to come. */
const DUTIES = [
  { year: 2025, item: 'training', date: '2025-08-14', audience: 'all teachers', participants: 'counselors, teachers' },
  {
    year: 2025,
    item: 'annual_report',
    date: '2026-05-14',
    audience: 'patrons',
    participants: 'teachers, parents, council',
  },
  { year: 2026, item: 'training', date: '2026-08-13', audience: 'all teachers', participants: 'counselors, teachers' },
  { year: 2026, item: 'council_review', date: '2026-10-20', audience: 'community council', participants: 'council' },
] as const

function dutyColumns(system: Pen): readonly Column<(typeof DUTIES)[number]>[] {
  return [
    ['School ID', 76, 'text', () => SCHOOL_ID],
    ['School Year', 84, 'text', ({ year }) => schoolYearOf(year)],
    ['Item', 124, 'text', ({ item }) => item],
    ['Date', 84, 'day', ({ date }) => system.day(date)],
    ['Audience', 144, 'text', ({ audience }) => audience],
    ['Participants', 264, 'text', ({ participants }) => participants],
    ['Evidence Link', 164, 'text', () => undefined],
  ]
}
