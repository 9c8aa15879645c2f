/**
 * Everything that is wrong with a template, found before any document is made.
 */

import { nearestName } from './nearest-name.ts'
import { type Bytes, NotDocx, type OpenedTemplate, openTemplate, type TagUse } from './open-template.ts'
import { strayTags } from './stray-tags.ts'
import { allTags, type Scope, scopeOf, tagsIn } from './tag-scope.ts'

export type FaultCode =
  | 'NOT_DOCX'
  | 'TAG_UNKNOWN'
  | 'TAG_NOT_HERE'
  | 'TAG_IS_PART'
  | 'TAG_KIND_UNKNOWN'
  | 'TAG_NOT_CLOSED'
  | 'PART_NOT_CLOSED'
  | 'PART_NOT_OPENED'
  | 'PART_ACROSS_CELLS'
  | 'TAG_NOT_FILLED'
  | 'PART_MISSING'
  | 'FILE_DAMAGED'

export interface TemplateFault {
  readonly code: FaultCode
  /** 'the text', 'the header', 'the footer'; '' for the template as a whole. */
  readonly where: string
  /** As it stands in the template; '' where no tag is meant. */
  readonly tag: string
  /** What is wrong, where, and what to do. */
  readonly message: string
}

/**
 * @param required parts that the plans made from this template must have, as the policy asks
 * @returns each fault once, in the order of the file; empty when the template can be filled
 */
export function checkTemplate(template: Bytes, required: readonly string[] = []): readonly TemplateFault[] {
  let opened: OpenedTemplate
  try {
    opened = openTemplate(template)
  } catch (error) {
    if (!(error instanceof NotDocx)) throw error
    const message = 'This is no Word document (.docx). Choose a document, or set up the templates again.'
    return [{ code: 'NOT_DOCX', where: '', tag: '', message }]
  }
  const faults = [...engineFaults(opened), ...tagFaults(opened.uses), ...strayFaults(opened)]
  const named = new Set(opened.uses.map(({ name }) => name))
  for (const name of required) {
    if (named.has(name)) continue
    const message = `The policy asks for the part “${name}”, and the template has no {#${name}} … {/${name}}. Put it in.`
    faults.push({ code: 'PART_MISSING', where: '', tag: `{#${name}}`, message })
  }
  const seen = new Set<string>()
  return faults.filter(({ message }) => !seen.has(message) && seen.add(message))
}

/** 'the header' for word/header1.xml. */
function placeInWords(file: string): string {
  const name = /([a-z]+)\d*\.xml$/i.exec(file)?.[1] ?? ''
  const known: Readonly<Record<string, string>> = {
    document: 'the text',
    header: 'the header',
    footer: 'the footer',
    footnotes: 'the footnotes',
    comments: 'the comments',
  }
  return known[name] ?? 'the properties of the file'
}

function engineFaults({ errors, uses }: OpenedTemplate): readonly TemplateFault[] {
  return errors.flatMap(({ id, file, written }): readonly TemplateFault[] => {
    const where = placeInWords(file)
    const tag = written.startsWith('{') ? written : `{${written}`
    const fault = (code: FaultCode, what: string) => [{ code, where, tag, message: `In ${where}: ${what}` }]
    switch (id) {
      case 'unclosed_tag':
      case 'duplicate_open_tag':
        return fault('TAG_NOT_CLOSED', `“${tag}” is not closed. Write the tag in one line, from { to }.`)
      case 'unopened_tag':
      case 'duplicate_close_tag':
        return fault(
          'TAG_NOT_CLOSED',
          `a } stands alone near “${written}”. Write the tag from { to }, or take the } out.`,
        )
      case 'unclosed_loop':
        return fault('PART_NOT_CLOSED', `{#${written}} is not closed. Put {/${written}} behind what belongs to it.`)
      case 'unopened_loop':
        return fault('PART_NOT_OPENED', `{/${written}} closes a part that was not opened. Put {#${written}} before it.`)
      case 'closing_tag_does_not_match_opening_tag': {
        const [open, close] = mismatched(uses, file)
        const what = `${open} is closed by ${close}. Close each part with its own name, the inner one first.`
        return [{ code: 'PART_NOT_CLOSED', where, tag: open, message: `In ${where}: ${what}` }]
      }
      case 'unbalanced_loop_tags':
      case 'loop_position_invalid':
      case 'no_xml_tag_found_at_left':
      case 'no_xml_tag_found_at_right': {
        const what = 'begins in one cell or line and ends in another where that cannot be repeated'
        return fault(
          'PART_ACROSS_CELLS',
          `{#${written}} ${what}. Put both tags into one row, or each on a line of its own.`,
        )
      }
      case 'raw_xml_tag_should_be_only_text_in_paragraph':
        // Said with the tag itself, which is of no kind that is known here.
        return []
      default:
        return fault('FILE_DAMAGED', 'the file cannot be read. Open it in Google Docs or Word, and save it anew.')
    }
  })
}

/** The first pair that does not fit, for the engine names neither. */
function mismatched(uses: readonly TagUse[], file: string): readonly [open: string, close: string] {
  const open: TagUse[] = []
  for (const use of uses) {
    if (use.file !== file) continue
    if (use.type === 'open' || use.type === 'open-inverted') open.push(use)
    if (use.type !== 'close') continue
    const last = open.pop()
    if (last !== undefined && use.name !== '' && use.name !== last.name)
      return [`{${last.written}}`, `{${use.written}}`]
  }
  return ['{#…}', '{/…}']
}

/** Names that mean nothing, or nothing here. */
function tagFaults(uses: readonly TagUse[]): readonly TemplateFault[] {
  const faults: TemplateFault[] = []
  let file = ''
  let scopes: Scope[] = []
  for (const use of uses) {
    if (use.file !== file) {
      file = use.file
      scopes = [allTags]
    }
    if (use.type === 'close') {
      if (scopes.length > 1) scopes.pop()
      continue
    }
    // {}: of a brace that stands alone, which is said already.
    if (use.written === '') continue
    const found = tagsIn(scopes, use.name)
    const opens = use.type === 'open' || use.type === 'open-inverted'
    const fault = use.type === 'other' || use.name === '' ? unknownKind(use) : faultOf(use, found, scopes, opens)
    if (fault !== undefined) faults.push(fault)
    if (opens) scopes.push(use.type === 'open' ? scopeOf(found) : {})
  }
  return faults
}

function faultOf(use: TagUse, found: unknown, scopes: readonly Scope[], opens: boolean): TemplateFault | undefined {
  if (found === undefined) return unknownName(use, scopes)
  if (opens || typeof found === 'string') return undefined
  const { name } = use
  const what = `is a part and no text. Write {#${name}} … {/${name}} around the tags that belong to it.`
  return faultAt(use, 'TAG_IS_PART', `{${use.written}} ${what}`)
}

function unknownKind(use: TagUse): TemplateFault {
  return faultAt(
    use,
    'TAG_KIND_UNKNOWN',
    `{${use.written}} is no kind of tag that is known here. Write {name}, {#part} … {/part} or {^part} … {/part}.`,
  )
}

function unknownName(use: TagUse, scopes: readonly Scope[]): TemplateFault {
  const { name, written } = use
  const owner = ownerOf(name)
  if (owner !== undefined) {
    const tags = owner.map((one) => `{#${one}}`).join('')
    return faultAt(use, 'TAG_NOT_HERE', `{${written}} belongs between ${tags} and its end. Move it there.`)
  }
  const nearest = nearestName(name, [...new Set(scopes.flatMap((scope) => Object.keys(scope)))])
  const hint = nearest === undefined ? 'See the list of tags.' : `Do you mean {${nearest}}?`
  return faultAt(use, 'TAG_UNKNOWN', `{${written}} is not known. ${hint}`)
}

/** The parts in which a tag is known, outermost first. */
function ownerOf(name: string, tags: Scope = allTags): readonly string[] | undefined {
  for (const [owner, tag] of Object.entries(tags)) {
    const inner = scopeOf(tag)
    if (name !== 'clause' && name !== 'rows' && Object.keys(inner).includes(name)) return [owner]
    const below = ownerOf(name, inner)
    if (below !== undefined) return [owner, ...below]
  }
  return undefined
}

function faultAt({ file, written, after }: TagUse, code: FaultCode, what: string): TemplateFault {
  const where = placeInWords(file)
  const behind = after === '' ? '' : `, behind “${after}”`
  return { code, where, tag: `{${written}}`, message: `In ${where}${behind}: ${what}` }
}

function strayFaults({ zip, filled }: OpenedTemplate): readonly TemplateFault[] {
  return strayTags(zip, filled).map(({ place, tag }) => ({
    code: 'TAG_NOT_FILLED',
    where: place,
    tag,
    message: `In ${place}: ${tag} cannot be filled there. Write it into the text, a table, the header or the footer.`,
  }))
}
