import type { SheetModel } from '../../workspace/model.ts'
import { parseXml, type XmlElement, xmlText } from '../xml.ts'
import type { CarriedSheet, CarriedWorkbook } from './carried.ts'
import { authorsOf, type Note, notesDrawing, notesPart } from './notes.ts'
import { SPREADSHEET } from './package.ts'
import type { Relations } from './relations.ts'

/**
 * Writes the notes of a sheet, or keeps their parts while nobody changed them.
 *
 * @returns the relationship id of their drawing
 */
export function putNotes(
  sheet: SheetModel,
  was: CarriedSheet | undefined,
  carried: CarriedWorkbook | undefined,
  number: number,
  relations: Relations,
  put: (name: string, content: XmlElement | string, type: string) => void,
): string | undefined {
  const before = new Map(was?.notes.map((note) => [`${note.row},${note.column}`, note]))
  const byText = new Map(was?.notes.map((note) => [note.text, note]))
  const notes: Note[] = []
  let isSame = true
  sheet.notes.forEach((cells, row) => {
    cells?.forEach((text, column) => {
      if (text === undefined || text === '') return
      const own = before.get(`${row},${column}`)
      if (own?.text !== text) isSame = false
      const known = own?.text === text ? own : byText.get(text)
      notes.push({ row, column, text, ...(known ? { element: known.element } : {}) })
    })
  })
  if (isSame && notes.length === (was?.notes.length ?? 0)) {
    return was?.drawingPath === undefined ? undefined : relations.idOf(was.drawingPath)
  }
  const commentsRoot = carried?.parts.get(was?.notesPath ?? '')
  const drawing = carried?.parts.get(was?.drawingPath ?? '')
  relations.remove('comments', 'vmlDrawing', 'threadedComment')
  if (notes.length === 0 && !drawing) return undefined
  if (notes.length > 0) {
    const path = freePath(number, carried, (free) => `xl/comments${free}.xml`)
    put(path, notesPart(notes, commentsRoot ? authorsOf(parseXml(commentsRoot)) : []), `${SPREADSHEET}comments+xml`)
    relations.add('comments', path)
  }
  const path = freePath(number, carried, (free) => `xl/drawings/vmlDrawing${free}.vml`)
  put(
    path,
    notesDrawing(notes, drawing && xmlText(drawing)),
    'application/vnd.openxmlformats-officedocument.vmlDrawing',
  )
  return relations.add('vmlDrawing', path)
}

/** The part's usual name, with a number that no carried part has; numbers of sheets are apart from each other. */
function freePath(sheet: number, carried: CarriedWorkbook | undefined, name: (free: number) => string): string {
  let free = sheet
  while (carried?.parts.has(name(free))) free += 1000
  return name(free)
}
