/**
 * Tags in places that no engine fills: addresses of links, fields, charts, descriptions of pictures.
 */
import type PizZip from 'pizzip'
import { tagName } from './tag-name.ts'
import { allTags } from './tag-scope.ts'

export interface StrayTag {
  /** 'the address of a link'. */
  readonly place: string
  readonly tag: string
}

/** Only names that are known count: braces stand in such places for other ends too. */
export function strayTags(zip: PizZip, filled: readonly string[]): readonly StrayTag[] {
  const found: StrayTag[] = []
  for (const file of Object.keys(zip.files)) {
    if (!/\.(xml|rels)$/.test(file) || zip.files[file]?.dir) continue
    const xml = zip.file(file)?.asText() ?? ''
    const add = (place: string, text: string) => {
      for (const tag of tagsOf(text)) found.push({ place, tag })
    }
    if (file.endsWith('.rels')) add('the address of a link', attributes(xml).map(decoded).join(' '))
    else if (filled.includes(file)) {
      add('a field', matches(xml, /<w:instrText[^>]*>([^<]*)</g))
      add('the description of a picture', matches(xml, /\s(?:descr|title)="([^"]*)"/g))
    } else
      add(file.includes('chart') ? 'a chart' : 'a part of the file that is not filled', xml.replace(/<[^>]*>/g, ''))
  }
  return found
}

function tagsOf(text: string): readonly string[] {
  const tags = text.match(/\{[#^/]?[^{}]{1,60}\}/g) ?? []
  return tags.filter((tag) => Object.keys(allTags).includes(tagName(tag.replace(/^\{[#^/]?|\}$/g, '')).name))
}

function matches(xml: string, pattern: RegExp): string {
  return [...xml.matchAll(pattern)].map(([, text]) => text).join(' ')
}

function attributes(xml: string): readonly string[] {
  return [...xml.matchAll(/="([^"]*)"/g)].map(([, value]) => value as string)
}

/** A link keeps its braces as %7B and %7D. */
function decoded(address: string): string {
  return address.replace(/%7B/gi, '{').replace(/%7D/gi, '}').replace(/%20/g, ' ')
}
