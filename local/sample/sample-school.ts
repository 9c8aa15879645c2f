import type { CellStyle, CellValue, SheetModel, ValidationRule, WorkbookModel } from '../workspace/model.ts'
import { emptySheet, emptyWorkbook } from '../workspace/model.ts'
import {
  CALENDAR_COLUMNS,
  CONFERENCE_COLUMNS,
  CONTACT_COLUMNS,
  type Column,
  HISTORY_COLUMNS,
  LOG_COLUMNS,
  PLAN_COLUMNS,
  STUDENT_COLUMNS,
  UPDATE_COLUMNS,
} from './columns.ts'
import { serial, typed } from './days.ts'
import { sampleRecords } from './records.ts'
import { type SampleStudent, sampleStudents } from './students.ts'

/** The day on which the sample school is looked at, and its school year. */
export const SAMPLE_AS_OF = '2026-11-23'
export const SAMPLE_SCHOOL_YEAR = '2026-27'
export const SAMPLE_POLICY = 'davis-4i-101'

const HEADING: CellStyle = { bold: true, background: '#e8eaed', verticalAlignment: 'middle', wrap: true }
const TEXT: CellStyle = { numberFormat: '@' }
const DAY: CellStyle = { numberFormat: 'm/d/yyyy' }
const CENTERED: CellStyle = { horizontalAlignment: 'center' }
const YES_NO: ValidationRule = { criteria: 'VALUE_IN_LIST', values: ['Y', 'N'], allowInvalid: true, showDropdown: true }
const HELD: ValidationRule = {
  criteria: 'VALUE_IN_LIST',
  values: ['scheduled', 'held', 'no-show', 'declined', 'cancelled-family', 'cancelled-school'],
  allowInvalid: true,
  showDropdown: true,
}

/**
 * The workbook of a school that does not exist: about 120 students from kindergarten to grade 12 and all that is on file
 * for them by 23 November 2026. It is the same every time, and as untidy as a real one: grades and dates in several
 * spellings, ids that lost their zeros, cells that nobody can read.
 */
export function sampleSchool(): WorkbookModel {
  const workbook = emptyWorkbook('Cedar Ridge School 2026-27')
  const students = sampleStudents()
  const records = sampleRecords(students)
  workbook.sheets = [
    studentsTab(students),
    tab(
      'Conferences',
      CONFERENCE_COLUMNS,
      records.conferences.map((conference, index) => [
        `C${String(index + 1).padStart(4, '0')}`,
        conference.studentId,
        conference.kind,
        conference.date,
        conference.time,
        conference.place,
        conference.mode,
        conference.status,
        conference.invitedOn,
        conference.invitedCount === '' ? '' : Number(conference.invitedCount),
        conference.student,
        conference.parent,
        conference.staff,
        conference.role,
        conference.minutes === '' ? '' : Number(conference.minutes),
        conference.ilpReviewed,
        ...conference.ticks,
        conference.infoGivenOn,
        conference.copyFiledOn,
        conference.source,
        conference.notes,
      ]),
    ),
    tab(
      'Contacts',
      CONTACT_COLUMNS,
      records.contacts.map((contact) => [
        contact.studentId,
        contact.date,
        contact.about,
        contact.channel,
        contact.language,
        contact.outcome,
        contact.by,
      ]),
    ),
    tab(
      'Plans',
      PLAN_COLUMNS,
      records.plans.map((plan) => [
        plan.studentId,
        'PCCR',
        plan.createdOn,
        7,
        10,
        plan.source,
        plan.signedOn,
        plan.signedBy,
        plan.method,
        plan.preparedBy,
        ...plan.sections,
        plan.cluster,
        plan.coursePlan,
        plan.testsOn,
        plan.objectives,
        plan.reviewer,
        plan.earlyGraduation,
        plan.keptAt,
        'Y',
        'Y',
        'Y',
        'Y',
      ]),
    ),
    tab(
      'Plan Updates',
      UPDATE_COLUMNS,
      records.updates.map((update) => [update.studentId, update.date, update.by, update.what]),
    ),
    tab('Grade History', HISTORY_COLUMNS, students.flatMap(historyOf)),
    tab('Calendar', CALENDAR_COLUMNS, [
      ['2024-25', '2024-08-19', '2025-05-30'],
      ['2025-26', '2025-08-18', '2026-05-29'],
      ['2026-27', '2026-08-17', '2027-05-28'],
      ['2027-28', '2027-08-16', '2028-05-26'],
    ]),
    tab('School Log', LOG_COLUMNS, [
      ['CRS', '2025-26', 'annual_report', '2026-05-14', 'patrons', 'teachers, parents, council', ''],
      ['CRS', '2025-26', 'training', '2025-08-14', 'all teachers', 'T. Alvarez, 21 teachers', ''],
      ['CRS', '2026-27', 'training', '2026-08-13', 'all teachers', 'T. Alvarez, J. Whiting, 22 teachers', ''],
      ['CRS', '2026-27', 'council_review', '2026-10-20', 'community council', 'council', ''],
    ]),
  ]
  workbook.sheets.forEach((sheet, id) => {
    workbook.sheets[id] = { ...sheet, id }
  })
  makeUntidy(workbook)
  return workbook
}

function studentsTab(students: readonly SampleStudent[]): SheetModel {
  const sheet = tab(
    'Students',
    STUDENT_COLUMNS,
    students.map((student, index) => [
      student.id,
      student.lastName,
      student.firstName,
      student.preferredName,
      student.birthDate,
      gradeAsTyped(student.grade, index),
      student.entryDate,
      student.exitDate,
      student.iep ? 'Y' : 'N',
      student.grade === 12 ? (student.earlyGraduation ? 'Y' : 'N') : '',
      student.language,
      student.language,
      student.grade >= 7 ? student.counselor : '',
      student.teacher,
      student.guardian.name,
      student.guardian.relation,
      student.guardian.phone,
      student.guardian.email,
      student.street,
      'Cedar Ridge',
      'UT',
      '84699',
    ]),
  )
  sheet.frozenColumns = 3
  sheet.tabColor = '#1a73e8'
  return sheet
}

/** Three ways in which the same office writes grades, most often the plain number. */
function gradeAsTyped(grade: number, index: number): CellValue {
  if (grade === 0) return index % 3 === 0 ? 'KG' : 'K'
  if (index % 11 === 5) return String(grade).padStart(2, '0')
  if (index % 13 === 6) return `${grade}${grade === 1 ? 'st' : grade === 2 ? 'nd' : grade === 3 ? 'rd' : 'th'}`
  return grade
}

/** This school year and the two before, as far as the student was in school. */
function historyOf(student: SampleStudent): CellValue[][] {
  const years = [
    ['2024-25', 2],
    ['2025-26', 1],
    ['2026-27', 0],
  ] as const
  return years.flatMap(([year, ago]) => {
    const grade = student.grade - ago + (student.repeats && ago > 0 ? 1 : 0)
    if (grade < 0) return []
    const startedHere = student.entryDate.slice(0, 4) <= year.slice(0, 4)
    return [
      [
        student.id,
        year,
        grade,
        ago === 0 && student.isNew ? student.entryDate : '',
        ago === 0 ? student.exitDate : '',
        startedHere ? 'own' : 'prior',
      ],
    ]
  })
}

/** A tab with bold headings that stay in view, days as days, ids as text. */
function tab(name: string, columns: readonly Column[], rows: readonly (readonly CellValue[])[]): SheetModel {
  const sheet = emptySheet(0, name, Math.max(200, rows.length + 100), columns.length)
  sheet.frozenRows = 1
  sheet.rowHeights.set(0, 36)
  sheet.values = [columns.map(([heading]) => heading)]
  sheet.styles = [columns.map(() => HEADING)]
  columns.forEach(([, width], column) => {
    sheet.columnWidths.set(column, width)
  })
  for (const row of rows) {
    sheet.values.push(
      row.map((value, column) =>
        value === '' ? undefined : columns[column]?.[2] === 'day' ? serial(String(value)) : value,
      ),
    )
    sheet.styles.push(columns.map(([, , kind]) => styleOf(kind)))
    sheet.validations[sheet.values.length - 1] = columns.map(([, , kind]) =>
      kind === 'yes-no' ? YES_NO : kind === 'status' ? HELD : undefined,
    )
  }
  return sheet
}

function styleOf(kind: Column[2]): CellStyle | undefined {
  if (kind === 'id') return TEXT
  if (kind === 'day') return DAY
  return kind === 'letter' || kind === 'yes-no' ? CENTERED : undefined
}

/** What happens to every sheet that several people type into. */
function makeUntidy(workbook: WorkbookModel): void {
  const sheet = (name: string): SheetModel => workbook.sheets.find((each) => each.name === name) as SheetModel
  for (const [name, column, every] of [
    ['Conferences', 3, 9],
    ['Contacts', 1, 7],
    ['Plans', 2, 11],
    ['Plans', 6, 8],
    ['Students', 4, 17],
  ] as const) {
    typeDays(sheet(name), column, every)
  }
  // Ids that a sheet took for numbers.
  for (const row of [4, 12]) {
    const contacts = sheet('Contacts')
    contacts.values[row]![0] = Number(contacts.values[row]?.[0])
    contacts.styles[row]![0] = undefined
  }
  write(sheet('Students'), 57, 4, '2/30/2015')
  write(sheet('Conferences'), 40, 3, 'week of Oct 5')
  write(sheet('Plans'), 21, 6, 'see folder')
  sheet('Students').notes[0] = [
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    'K for kindergarten, then 1 to 12.',
  ]
}

/** Every so-manieth day of a column is text instead of a day. */
function typeDays(sheet: SheetModel, column: number, every: number): void {
  sheet.values.forEach((cells, row) => {
    const value = cells[column]
    if (row === 0 || row % every !== 0 || typeof value !== 'number') return
    const day = new Date((value - 25_569) * 86_400_000).toISOString().slice(0, 10)
    write(sheet, row, column, typed(day, row / every))
  })
}

function write(sheet: SheetModel, row: number, column: number, text: string): void {
  sheet.values[row]![column] = text
  sheet.styles[row]![column] = TEXT
}
