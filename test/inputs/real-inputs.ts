/** The inputs in ../shared/data that `check` is run on: every set that has students, and whatever else lies there. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { parseCsv } from '../../local/files/csv.ts'
import { sharedPath } from '../shared-folder.ts'

export interface RealInput {
  /** As the page calls it. */
  readonly name: string
  readonly path: string
  /** Folder of {@link UsefulFile.file} that its tabs come from; absent for an input without students. */
  readonly folder?: string
}

function inData(name: string): string {
  return sharedPath('data', ...name.split('/'))
}

/** Every set that has students. */
export const studentSets: readonly RealInput[] = [
  'oneroster-edfi-grandbend/v1.0',
  'oneroster-edfi-grandbend/v1.1',
  'microsoft-sds-csv/sds-format-100',
  'microsoft-sds-csv/sds-v2.1',
  'microsoft-sds-csv/min-required',
  'inbloom-students-5000',
  'inbloom-students-5000/demo-101',
  'sdp-longitudinal-16k',
  'aspen-x2-student-insights',
  'contoso-sis-400',
].map((name) => ({ name, path: inData(name), folder: name }))

/** Rosters made of the sets for what they do not show as they lie. */
export function madeRosters(folder: string): readonly RealInput[] {
  mkdirSync(folder, { recursive: true })
  return [
    { name: 'sdp-longitudinal-16k, the last year of each student', path: lastYears(folder) },
    { name: 'naughty-strings/blns.json, as names on a roster', path: naughtyRoster(folder) },
  ]
}

/** The largest set has a row for each student and year, which is no roster; this one is. */
function lastYears(folder: string): string {
  const path = inData('sdp-longitudinal-16k/Student_School_Year.csv')
  const [headings = [], ...rows] = parseCsv(readFileSync(path), path)
  const last = new Map(rows.sort(([, a = ''], [, b = '']) => a.localeCompare(b)).map((row) => [row[0], row]))
  return written(join(folder, 'last-years.csv'), [headings, ...last.values()])
}

function naughtyRoster(folder: string): string {
  const strings = JSON.parse(readFileSync(inData('naughty-strings/blns.json'), 'utf8')) as string[]
  const rows = strings.map((text, index) => [String(1000 + index), text, text, String(index % 13), text])
  return written(join(folder, 'naughty.csv'), [
    ['Student ID', 'Last Name', 'First Name', 'Grade', 'Counselor'],
    ...rows,
  ])
}

function written(path: string, rows: string[][]): string {
  writeFileSync(path, Papa.unparse(rows))
  return path
}

/** Folders of which every file is given by itself: broken ones, parts of sets, documents, lists of names. */
const foldersOfOddFiles = [
  'csv-edge-csvkit',
  'csv-edge-csvlint',
  'csv-spectrum/csvs',
  'naughty-strings',
  'poi-mail-merge',
  'docxtemplater-examples',
  'iep-toolkit-documents',
  'names-world-forenames',
  'edfi-grandbend-ds5',
  'aspen-x2-student-insights',
  'contoso-sis-400',
  'inbloom-students-5000',
]

/** Everything that is no set of students. */
export function oddInputs(): readonly RealInput[] {
  const files = foldersOfOddFiles.flatMap((folder) =>
    readdirSync(inData(folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^(SOURCE\.md|LICENSE\.source)$/.test(entry.name))
      .map((entry) => `${folder}/${entry.name}`),
  )
  const folders = ['oneroster-edfi-grandbend', 'microsoft-sds-csv', 'edfi-grandbend-ds5', 'csv-edge-csvkit']
  return ['oneroster-edfi-grandbend/schoology-user-activities.csv', ...folders, ...files]
    .sort()
    .map((name) => ({ name, path: inData(name) }))
}
