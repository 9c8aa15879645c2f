/**
 * What stands in a cell of the grid, as elements. A school's texts are set as text, never as html.
 */
import type { StyleView } from '../protocol.ts'
import type { StoredCell } from './cell-store.ts'
import { darkGround, inDark, legible } from './colors.ts'

/** Where a cell may spread to. */
export interface Room {
  /** Pixels up to the next cell to the right that is not blank. */
  readonly overflow: number
  /** Pixels of merged cells; absent for a cell on its own. */
  readonly merged?: { readonly width: number; readonly height: number }
}

/** @param room is asked only for cells that may spread */
export function cellContent(cell: StoredCell, dark: boolean, room: () => Room): HTMLElement {
  const { view, style, input } = cell
  const content = element('div', 'content')
  const shown = view.link === undefined ? element('span', 'text') : element('span', 'text link')
  shown.textContent = view.text
  if (style !== undefined) setLooks(content, style, dark)
  if (input?.kind === 'checkbox') {
    shown.className = `box${view.checked === true ? ' ticked' : ''}`
    shown.textContent = ''
    shown.setAttribute('role', 'img')
    shown.setAttribute('aria-label', view.checked === true ? 'ticked' : 'not ticked')
    content.classList.add('center')
  } else if (input?.kind === 'list') {
    content.classList.add('list')
    content.append(element('span', 'arrow'))
  }
  content.prepend(shown)
  if (view.note !== undefined) content.append(element('span', 'note-mark'), spoken('has a note'))
  if (view.warning !== undefined) content.append(element('span', 'warning-mark'), spoken(view.warning))
  const { overflow, merged } = room()
  const mayOverflow = style?.wrap !== 'wrap' && style?.wrap !== 'clip' && input === undefined && view.text !== ''
  if (merged !== undefined) {
    content.classList.add('merged')
    content.style.width = `${merged.width - 1}px`
    content.style.height = `${merged.height - 1}px`
  } else if (mayOverflow && overflow > 0) {
    content.classList.add('spread')
    shown.style.setProperty('--room', `${overflow}px`)
  }
  return content
}

function setLooks(content: HTMLElement, style: StyleView, dark: boolean): void {
  content.classList.add(style.align, style.vertical, style.wrap)
  const looks = content.style
  const ground = style.background === undefined ? undefined : dark ? inDark(style.background) : style.background
  if (ground !== undefined) looks.backgroundColor = ground
  if (style.fontColor !== undefined) {
    looks.color = dark ? legible(inDark(style.fontColor), ground ?? darkGround) : style.fontColor
  } else if (ground !== undefined && !dark) looks.color = '#000000'
  if (style.bold === true) looks.fontWeight = 'bold'
  if (style.italic === true) looks.fontStyle = 'italic'
  if (style.fontSize !== undefined) looks.fontSize = `${style.fontSize}pt`
  const lines = [style.underline === true ? 'underline' : '', style.strikethrough === true ? 'line-through' : '']
  if (style.underline === true || style.strikethrough === true) looks.textDecoration = lines.join(' ').trim()
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  return made
}

function spoken(text: string): HTMLElement {
  const made = element('span', 'spoken')
  made.textContent = `, ${text}`
  return made
}
