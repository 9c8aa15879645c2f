/**
 * Fills a template, with the values of one student after another.
 */
import { fitText } from './drop-lines.ts'
import { type Bytes, openTemplate } from './open-template.ts'

type Values = Readonly<Record<string, unknown>>

export interface FilledDocument {
  readonly bytes: Uint8Array
  /** Tags of the template that nothing filled, outside of parts and rows, each once. */
  readonly blank: readonly string[]
}

/**
 * A text is never a pattern and never markup: it comes out as it was typed, line breaks too.
 *
 * @param template without faults
 * @throws Error when the template has some: it has not been checked
 */
export function templateFiller(template: Bytes): (values: object) => FilledDocument {
  // The engine keeps what it was first filled with, so it is always given the same: what it asks for is looked up here.
  const outermost = {}
  let current: object = outermost
  let blank = new Set<string>()
  const { engine, errors } = openTemplate(template, (name, scope, isTop) => {
    const known = scope === outermost ? current : scope
    // Only what is the scope's own: every object has a 'constructor'.
    const value: unknown = Object.keys(known).includes(name) ? (known as Values)[name] : undefined
    if (isTop && (value === '' || value === undefined)) blank.add(name)
    return typeof value === 'string' ? fitText(value) : value
  })
  if (engine === undefined) throw new Error(`The template has ${errors.length} faults; check it before it is filled.`)
  return (values) => {
    current = values
    blank = new Set()
    // Reading a template takes ten times as long as filling it. The engine can fill what it has read again and again, but
    // holds that for an oversight.
    const filler = engine as typeof engine & { rendered: boolean }
    filler.rendered = false
    filler.render(outermost)
    const bytes = filler.toUint8Array({ compression: 'DEFLATE', compressionOptions: { level: 3 } })
    return { bytes, blank: [...blank] }
  }
}
