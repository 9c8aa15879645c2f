/**
 * Notes of cells: a part with the texts, and a drawing in an old language (VML) without which Excel shows none of them.
 */
import { childOf, childrenOf, element, textOf, XML_DECLARATION, type XmlElement } from '../xml.ts'
import { cellName, parseArea } from './a1.ts'
import { MAIN } from './package.ts'
import { encodeEscapes, fileText } from './read-cells.ts'

export interface Note {
  readonly row: number
  readonly column: number
  readonly text: string
  /** As it stood in the file, with its author and its formats. */
  readonly element?: XmlElement
}

/** The notes of a comments part. */
export function readNotes(root: XmlElement): (Note & { readonly element: XmlElement })[] {
  return childrenOf(childOf(root, 'commentList'), 'comment').flatMap((comment) => {
    const cell = parseArea(comment.attributes.ref ?? '')
    const text = childOf(comment, 'text')
    if (!cell || !text) return []
    return [{ row: cell.row, column: cell.column, text: fileText(text).text, element: comment }]
  })
}

/**
 * The comments part for these notes; one that was read keeps its formats and its author.
 *
 * @param authors the names that the elements of read notes count
 */
export function notesPart(notes: readonly Note[], authors: readonly string[]): XmlElement {
  const comments = notes.map((note) =>
    note.element
      ? { ...note.element, attributes: { ...note.element.attributes, ref: cellName(note.row, note.column) } }
      : element('comment', { ref: cellName(note.row, note.column), authorId: authors.length }, [
          element('text', {}, [
            element('r', {}, [element('t', { 'xml:space': 'preserve' }, [encodeEscapes(note.text)])]),
          ]),
        ]),
  )
  return element('comments', { xmlns: MAIN }, [
    element(
      'authors',
      {},
      [...authors, ''].map((author) => element('author', {}, [author])),
    ),
    element('commentList', {}, comments),
  ])
}

/** The names in a comments part. */
export function authorsOf(root: XmlElement): string[] {
  return childrenOf(childOf(root, 'authors'), 'author').map(textOf)
}

/**
 * The drawing with one hidden yellow box for each note.
 *
 * @param carried the drawing that was read: its shapes that are no notes (buttons, check boxes) stay
 */
export function notesDrawing(notes: readonly Note[], carried: string | undefined): string {
  const shapes = notes.map(({ row, column }, index) => {
    const anchor = [column + 1, 15, Math.max(0, row - 1), 10, column + 3, 31, row + 4, 9].join(', ')
    return `<v:shape id="_x0000_s${9001 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  })
  const others = carried?.replace(/<v:shape\b(?:(?!<\/v:shape>)[\s\S])*?ObjectType="Note"[\s\S]*?<\/v:shape>/g, '')
  if (others?.includes('</xml>')) return others.replace('</xml>', () => `${shapes.join('')}</xml>`)
  return `${XML_DECLARATION}<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`
}
