/**
 * A template opened by the engine (docxtemplater): which tags it has and where, and what the engine finds wrong with it.
 *
 * Nothing here needs more than the language: no timer, no TextEncoder, no crypto.
 */
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { type LineDropper, lineDropper } from './drop-lines.ts'
import { tagName } from './tag-name.ts'

/** Bytes of a .docx file; Apps Script gives them as numbers from -128 to 127. */
export type Bytes = Uint8Array | readonly number[]

/** One tag where it stands. */
export interface TagUse {
  /** Of the part of the file: 'word/document.xml', 'word/header1.xml'. */
  readonly file: string
  /** 'other': a kind of tag that templates here do not have, such as {@raw} or {-w:p x}. */
  readonly type: 'text' | 'open' | 'open-inverted' | 'close' | 'other'
  /** Normalised; '' for {/}. */
  readonly name: string
  /** Between the braces. */
  readonly written: string
  /** The words before it. */
  readonly after: string
}

/** What the engine says of a template that it cannot use. */
export interface EngineError {
  readonly id: string
  readonly file: string
  /** The tag, as far as it was read. */
  readonly written: string
}

export interface OpenedTemplate {
  readonly zip: PizZip
  /** Undefined where the engine cannot use the template. */
  readonly engine: Docxtemplater | undefined
  readonly uses: readonly TagUse[]
  readonly errors: readonly EngineError[]
  /** Parts of the file that the engine fills. */
  readonly filled: readonly string[]
}

/** The file is no .docx at all. */
export class NotDocx extends Error {}

/**
 * @param finding finds what fills a tag; called while a document is filled
 * @throws NotDocx
 */
export function openTemplate(bytes: Bytes, finding: FindValue = () => ''): OpenedTemplate {
  const zip = unzipped(bytes)
  const uses: TagUse[] = []
  const filled: string[] = []
  const dropper = lineDropper()
  try {
    const engine = new Docxtemplater(zip, {
      paragraphLoop: true,
      linebreaks: true,
      stripInvalidXMLChars: true,
      errorLogging: false,
      syntax: { changeDelimiterPrefix: null },
      nullGetter: () => '',
      parser: (tag) => ({ get: (scope, context) => filling(tag, scope, context, finding, dropper) }),
      modules: [{ name: 'plan-keeper', set: collector(uses, filled), postrender: dropper.postrender }],
    })
    return { zip, engine, uses, errors: [], filled }
  } catch (error) {
    return { zip, engine: undefined, uses, errors: engineErrors(error), filled }
  }
}

/** Finds what fills a tag; the innermost scope first. `isTop` says that the tag stands in no part and no row. */
export type FindValue = (name: string, scope: object, isTop: boolean) => unknown

function unzipped(bytes: Bytes): PizZip {
  let zip: PizZip
  try {
    zip = new PizZip(Uint8Array.from(bytes))
  } catch {
    throw new NotDocx()
  }
  if (zip.file('word/document.xml') === null) throw new NotDocx()
  return zip
}

function filling(tag: string, scope: object, context: Context, finding: FindValue, dropper: LineDropper): unknown {
  const { name, dropsLine } = tagName(tag)
  const isText = context.meta.part.module === undefined
  const value = finding(name, scope, isText && context.scopePath.length === 0)
  // What an inner scope does not know, an outer one may; the outermost is the last.
  const isSettled = value !== undefined || context.num === 0
  return isText && dropsLine && isSettled ? dropper.marked(String(value ?? '')) : value
}

interface Context {
  readonly num: number
  readonly scopePath: readonly string[]
  readonly meta: { readonly part: EnginePart }
}

/** A piece of a template as the engine has parsed it. */
interface EnginePart {
  readonly type: string
  readonly value: string
  readonly position?: string | undefined
  readonly module?: string | undefined
  readonly location?: string | undefined
  readonly inverted?: boolean | undefined
  readonly expandTo?: string | undefined
  readonly raw?: string | undefined
}

/** As many letters of the text before a tag are kept, to say where it stands. */
const lettersKept = 40

/** Collects the tags of each part of the file, when the engine has parsed it. */
function collector(uses: TagUse[], filled: string[]) {
  return ({ inspect }: { inspect?: { filePath?: string; parsed?: readonly EnginePart[] } }): void => {
    const { filePath: file, parsed } = inspect ?? {}
    if (file === undefined || parsed === undefined) return
    filled.push(file)
    let after = ''
    for (const one of parsed) {
      if (one.type === 'content' && one.position === 'insidetag') after = (after + one.value).slice(-lettersKept)
      if (one.type !== 'placeholder') continue
      const written = (one.raw ?? one.value).trim()
      uses.push({ file, type: typeOf(one), name: tagName(one.value).name, written, after: after.trim() })
    }
  }
}

function typeOf({ module, location, inverted, expandTo }: EnginePart): TagUse['type'] {
  if (module === undefined) return 'text'
  if (module !== 'loop') return 'other'
  if (location === 'end') return 'close'
  if (expandTo !== 'auto') return 'other'
  return inverted ? 'open-inverted' : 'open'
}

interface EngineFault {
  readonly name?: string
  readonly message?: string
  readonly properties?: {
    readonly id?: string
    readonly file?: string
    readonly xtag?: string
    readonly errors?: readonly EngineFault[]
  }
}

function engineErrors(error: unknown): readonly EngineError[] {
  const { properties } = error as EngineFault
  if (properties?.id === undefined) throw error
  return (properties.errors ?? [error as EngineFault]).map(({ properties: one = {} }) => ({
    id: one.id ?? 'unknown',
    file: one.file ?? '',
    written: one.xtag ?? '',
  }))
}
