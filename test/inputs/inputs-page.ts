/** The table of docs/inputs.md, between its markers. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inWords } from '../../local/files/csv-folder.ts'
import { type InputRun, type UsefulColumn, usefulIn, wronglyTaken } from './run-inputs.ts'

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'inputs.md')
const BEGIN = '<!-- npm run inputs writes from here -->'
const END = '<!-- to here -->'

/** What the page says of the runs; nothing in it depends on the machine. */
export function tableOf(sets: readonly InputRun[], odd: readonly InputRun[]): string {
  const useful = sets.flatMap(usefulIn)
  const missed = useful.filter(({ carries, takenFor }) => takenFor !== carries)
  const share = ((100 * (useful.length - missed.length)) / useful.length).toFixed(1)
  const others = sets.flatMap(wronglyTaken)
  return [
    '## Sets with students',
    '',
    ...table(
      ['Input', 'Rows', 'Students', 'Problems', 'Columns', 'of use', 'mapped', 'Outcome'],
      sets.map((run) => setRow(run)),
    ),
    '',
    `Of ${useful.length} columns that carry something of use ${useful.length - missed.length} are mapped without help: ${share} %.`,
    '',
    ...list('Not mapped', missed, ({ heading, carries, takenFor }) => {
      const instead = takenFor === undefined ? '' : `; taken for \`${takenFor}\``
      return `\`${heading}\` (\`${carries}\`${instead})`
    }),
    ...list('Taken for something of use though they are not', others, ({ heading, takenFor }) => {
      return `\`${heading}\` (\`${takenFor}\`)`
    }),
    '## Everything else',
    '',
    ...table(['Input', 'Outcome'], oddRows(odd)),
    '',
  ].join('\n')
}

function setRow(run: InputRun): string[] {
  const { input, rows, checked } = run
  const useful = usefulIn(run)
  const mapped = useful.filter(({ carries, takenFor }) => takenFor === carries).length
  const columns = checked?.mappings.reduce((sum, mapping) => sum + mapping.columns.length, 0)
  const ofUse = useful.length > 0 ? [`${useful.length}`, `${mapped}`] : ['', '']
  return [
    input.name,
    String(rows),
    String(checked?.students ?? 0),
    String(checked?.problems ?? ''),
    String(columns ?? ''),
    ...ofUse,
    outcome(run),
  ]
}

function outcome({ checked, sentence }: InputRun): string {
  if (checked === undefined) return (sentence as string).replaceAll('|', '\\|')
  return `checked, ${checked.findings} finding${checked.findings === 1 ? '' : 's'}`
}

/** One row for all files of a folder that end alike. */
function oddRows(runs: readonly InputRun[]): string[][] {
  const alike = new Map<string, { folder: string; files: string[]; outcome: string }>()
  for (const run of runs) {
    const { name } = run.input
    const folder = name.slice(0, name.lastIndexOf('/') + 1)
    const file = name.slice(folder.length)
    const said = outcome(run).replaceAll(name, '…').replaceAll(file, '…')
    const key = `${folder}\n${said}`
    const group = alike.get(key) ?? { folder, files: [], outcome: said }
    group.files.push(file)
    alike.set(key, group)
  }
  return [...alike.values()].map(({ folder, files, outcome: said }) => [
    files.length > 3
      ? `${folder}: ${files.length} files, e.g. ${inWords(files.slice(0, 2))}`
      : `${folder}${inWords(files)}`,
    said,
  ])
}

function list(title: string, columns: readonly UsefulColumn[], words: (column: UsefulColumn) => string): string[] {
  if (columns.length === 0) return []
  const byFile = new Map<string, string[]>()
  for (const column of columns) byFile.set(column.file, [...(byFile.get(column.file) ?? []), words(column)])
  return [`${title}:`, '', ...[...byFile].map(([file, texts]) => `- ${file}: ${texts.join(', ')}`), '']
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const numbers = new Set(['Rows', 'Students', 'Problems', 'Columns', 'of use', 'mapped'])
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(headings), line(headings.map((one) => (numbers.has(one) ? '---:' : '---'))), ...rows.map(line)]
}

/** The generated part of the page as it stands. */
export function tableOnPage(): string {
  const page = readFileSync(PAGE, 'utf8')
  return page.slice(page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)).trim()
}

/** Puts the table on the page, in place of the one that stands there. */
export function putOnPage(text: string): void {
  const page = readFileSync(PAGE, 'utf8')
  const before = page.slice(0, page.indexOf(BEGIN) + BEGIN.length)
  writeFileSync(PAGE, `${before}\n\n${text.trim()}\n\n${page.slice(page.indexOf(END))}`)
}
