/**
 * The students behind a number of the overview: who lacks this, the most pressing first.
 */
import { gapKind } from '../compliance/gaps.ts'
import { dayInWords } from '../compliance/messages.ts'
import { itemName } from '../compliance/student-flags.ts'
import type { IsoDate } from '../policy/schema.ts'
import { sortKey } from '../records/names.ts'
import { CheckStopped } from '../records/problem.ts'
import { type ActiveWorkbook, activeWorkbook } from '../workbook/active-workbook.ts'
import type { WrittenFinding } from '../workbook/findings-list.ts'
import { byPressure, noDue, rankOf } from '../workbook/findings-rows.ts'
import { readMarks } from '../workbook/marks.ts'
import { answer } from './answer.ts'
import { rememberedCheck } from './last-check.ts'
import * as messages from './messages.ts'
import {
  type Lacking,
  type ListedStudent,
  readListRequest,
  type StudentList,
  studentsOnAPage,
} from './requests/students.ts'

/** @param request a ListRequest as JSON @returns a ListAnswer as JSON */
export function listStudents(request: string): string {
  return answer<'listStudents'>(() => {
    const { page, ...asked } = readListRequest(request)
    return pageOf(studentsLacking(activeWorkbook(), asked), page)
  })
}

/** By the last check, the most pressing first. @throws CheckStopped NOT_CHECKED */
export function studentsLacking({ spreadsheet, reader }: ActiveWorkbook, asked: Lacking): readonly ListedStudent[] {
  const { last, findings } = rememberedCheck(readMarks(spreadsheet), reader) ?? {}
  if (!last || !findings) throw new CheckStopped('NOT_CHECKED', messages.notChecked)
  return studentsWith(findings, asked, last.asOf)
}

/** One page of a list. @param page from 0 */
export function pageOf(students: readonly ListedStudent[], page: number): StudentList {
  const from = page * studentsOnAPage
  return { ok: true, students: students.slice(from, from + studentsOnAPage), total: students.length, page }
}

function studentsWith(
  findings: readonly WrittenFinding[],
  { kind, code, clause }: Lacking,
  asOf: IsoDate,
): readonly ListedStudent[] {
  const wanted = findings.filter((one) => {
    const found = gapKind(one.status, one.dueOn, asOf)
    const isAsked = (code ?? one.code) === one.code && (clause ?? one.clause) === one.clause
    return one.studentId !== '' && isAsked && found !== undefined && (kind ?? found) === found
  })
  const sorted = wanted
    .map((finding) => {
      const { status, dueOn = noDue, name, studentId } = finding
      return { finding, rank: rankOf(status), due: dueOn, name: sortKey(name), id: studentId }
    })
    .sort(byPressure)
  const students = new Map<string, { id: string; name: string; grade: string; items: string[] }>()
  for (const { finding } of sorted) {
    const { studentId: id, name, grade } = finding
    const student = students.get(id) ?? { id, name, grade, items: [] }
    students.set(id, student)
    // Who shares an id with somebody is not lost behind the other's name.
    if (!student.name.split(' / ').includes(name)) student.name += ` / ${name}`
    const item = itemText(finding, asOf)
    if (!student.items.includes(item)) student.items.push(item)
  }
  return [...students.values()]
}

/** 'Individual conference, due May 28, 2027' */
function itemText({ code, detail, status, dueOn }: WrittenFinding, asOf: IsoDate): string {
  const name = itemName(code, detail)
  if (status === 'CHECK') return `${name}, please check`
  return dueOn === undefined ? name : `${name}, ${dueOn < asOf ? 'was due' : 'due'} ${dayInWords(dueOn)}`
}
