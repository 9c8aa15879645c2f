/**
 * The readable source of a template, line by line:
 *
 *   # Title            ## Heading          > small print
 *   header: left >> right                  footer: left >> Page [page] of [pages]
 *   {#goals}           alone on its line: what follows, up to {/goals}, is there only where the plan has that part
 *   ____ 3             three ruled lines to write on
 *   |= 3 | 1>          begins a table: the widths of its columns, as parts of the page; '>' moves what is in it to the right
 *   |! a | b           its heading row, which comes again on each page
 *   | a | b            a row; |1.5 a | b  one at least so many lines high;  |* a | b  one in bold;  |: a | b  one without borders
 *   anything else      a paragraph
 *
 * Within a line: **bold**, ((small and grey)), ' // ' a new paragraph in a cell.
 */

/** Words in one look. */
export interface Run {
  readonly text: string
  readonly look: 'plain' | 'bold' | 'small'
}

export type Line = readonly Run[]

export interface Row {
  readonly type: 'plain' | 'heading' | 'bold' | 'bare'
  /** Lines that the row is high at least. */
  readonly lines: number
  /** The paragraphs of each cell. */
  readonly cells: readonly (readonly Line[])[]
}

export interface Column {
  /** Its part of the page. */
  readonly width: number
  /** Numbers stand one below the other then. */
  readonly toTheRight: boolean
}

export type Block =
  | { readonly type: 'title' | 'heading' | 'paragraph' | 'small'; readonly line: Line }
  | { readonly type: 'ruled'; readonly lines: number }
  | { readonly type: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] }

export interface TemplateSource {
  /** What stands left and right. */
  readonly header: readonly Line[]
  readonly footer: readonly Line[]
  readonly blocks: readonly Block[]
}

/** @throws Error naming the line that cannot be read */
export function readTemplate(source: string): TemplateSource {
  let header: readonly Line[] = []
  let footer: readonly Line[] = []
  const blocks: Block[] = []
  let table: { columns: readonly Column[]; rows: Row[] } | undefined
  source.split('\n').forEach((written, index) => {
    const line = written.trim()
    if (!line.startsWith('|')) table = undefined
    if (line === '') return
    const margin = /^(header|footer): (.*)$/.exec(line)
    const ruled = /^_{4,} (\d+)$/.exec(line)
    if (line.startsWith('|=')) {
      table = { columns: cellsOf(line.slice(2)).map(columnOf), rows: [] }
      blocks.push({ type: 'table', ...table })
    } else if (line.startsWith('|')) {
      const row = rowOf(line)
      if (row.cells.length !== table?.columns.length) throw unreadable(index, 'its cells are not as many as the widths')
      table.rows.push(row)
    } else if (margin) {
      const sides = (margin[2] as string).split(' >> ').map(readLine)
      if (margin[1] === 'header') header = sides
      else footer = sides
    } else if (ruled) blocks.push({ type: 'ruled', lines: Number(ruled[1]) })
    else if (line.startsWith('# ')) blocks.push({ type: 'title', line: readLine(line.slice(2)) })
    else if (line.startsWith('## ')) blocks.push({ type: 'heading', line: readLine(line.slice(3)) })
    else if (line.startsWith('> ')) blocks.push({ type: 'small', line: readLine(line.slice(2)) })
    else blocks.push({ type: 'paragraph', line: readLine(line) })
  })
  return { header, footer, blocks }
}

function unreadable(index: number, why: string): Error {
  return new Error(`Line ${index + 1} of the template cannot be read: ${why}.`)
}

function columnOf(text: string): Column {
  return { width: Number.parseFloat(text), toTheRight: text.endsWith('>') }
}

const rowTypes = { '!': 'heading', '*': 'bold', ':': 'bare' } as const

function rowOf(line: string): Row {
  const [, sign = '', lines, rest = ''] = /^\|([!*:]?)(\d*(?:\.\d)?)(.*)$/.exec(line) ?? []
  const type = sign === '' ? 'plain' : rowTypes[sign as keyof typeof rowTypes]
  return { type, lines: Number(lines), cells: cellsOf(rest).map((cell) => cell.split(' // ').map(readLine)) }
}

function cellsOf(text: string): readonly string[] {
  return text.split('|').map((cell) => cell.trim())
}

function readLine(text: string): Line {
  const runs: Run[] = []
  for (const piece of text.split(/(\*\*.*?\*\*|\(\(.*?\)\))/)) {
    if (piece === '') continue
    const bold = /^\*\*(.*)\*\*$/.exec(piece)?.[1]
    const small = /^\(\((.*)\)\)$/.exec(piece)?.[1]
    runs.push({
      text: bold ?? small ?? piece,
      look: bold !== undefined ? 'bold' : small !== undefined ? 'small' : 'plain',
    })
  }
  return runs
}
