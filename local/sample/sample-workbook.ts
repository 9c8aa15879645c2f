import type { WorkbookModel } from '../workspace/model.ts'
import { emptyWorkbook } from '../workspace/model.ts'
import { SAMPLE_SCHOOL_YEAR } from './days.ts'
import { logSheets } from './logs.ts'
import { sampleSchool } from './school.ts'
import { trackerSheet } from './wide.ts'

export { SAMPLE_AS_OF, SAMPLE_SCHOOL_YEAR } from './days.ts'
/** The policy of the sample school. */
export const SAMPLE_POLICY = 'davis-4i-101'
/** How many students `npm start` shows. */
export const SAMPLE_STUDENTS = 1_150
export const SAMPLE_SEED = 1

/** 'logs': a tab for each kind of record. 'wide': one tab with a row for each student. */
export const SAMPLE_STYLES = ['logs', 'wide'] as const
export type SampleStyle = (typeof SAMPLE_STYLES)[number]

/** Which sample school. */
export interface SampleRequest {
  /** 1 or more. */
  readonly students: number
  readonly style: SampleStyle
  /** A whole number; another one makes another school. */
  readonly seed: number
}

/**
 * The workbook of a school that does not exist, as untidy as a real one. The same request makes the same workbook; both
 * styles tell of the same school.
 */
export function sampleWorkbook({ students, style, seed }: SampleRequest): WorkbookModel {
  const workbook = emptyWorkbook(`Cedar Ridge School ${SAMPLE_SCHOOL_YEAR}`)
  const school = sampleSchool(students, seed)
  workbook.sheets = style === 'logs' ? logSheets(school, seed) : [trackerSheet(school, seed)]
  return workbook
}
