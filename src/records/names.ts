/**
 * Names in one cell, taken apart. They are for reading aloud and for letters, never for finding a student.
 */
import type { Student } from './school.ts'

export interface PersonName {
  readonly last: string
  readonly first: string
}

const suffix = /^(jr|sr|ii|iii|iv|v)\.?$/i
const endsInSuffix = / (jr|sr|ii|iii|iv|v)\.?$/i
const nickname = /["“]([^"“”]*)["”]/

/** Words that begin a surname of several words in 'First Last' order: 'Mateo de la Cruz'. */
const particles = new Set(
  'de del della di da das do dos du la las le los el al bin ibn van von der den ter st'.split(' '),
)

/**
 * 'Garcia Lopez, Ana María' and 'Ana María Garcia' alike; a suffix stays with the surname, as on legal documents.
 *
 * Without a comma the last word is the surname, with its particles; a second surname cannot be known there. A name of
 * one word is a surname.
 */
export function splitName(text: string): PersonName {
  const name = text.trim().replace(/\s+/g, ' ')
  const parts = name.split(/\s*[,，،]\s*/).filter((part) => part !== '')
  const suffixPart = parts.length > 1 ? parts.findIndex((part, index) => index > 0 && suffix.test(part)) : -1
  const suffixWord = suffixPart === -1 ? undefined : parts.splice(suffixPart, 1)[0]
  const split = parts.length > 1 ? aroundComma(parts) : inOrder(parts[0] ?? '')
  return suffixWord === undefined ? split : { ...split, last: `${split.last} ${suffixWord}` }
}

/** The surname with its suffix, unless it has one already or the cell of the suffix says nothing. */
export function withSuffix(last: string, word: string | undefined): string {
  const says = word !== undefined && last !== '' && !/^(na|none)$/i.test(word)
  return says && !endsInSuffix.test(last) ? `${last} ${word}` : last
}

/**
 * Given names without the quotes of 'Jamal "Jay"', and what stood in them: the name that the student goes by. A name that
 * stands in quotes as a whole is simply the name.
 */
export function withoutQuotes(first: string): { readonly first: string; readonly preferred?: string } {
  const called = nickname.exec(first)?.[1]?.trim()
  if (called === undefined) return { first }
  const rest = first.replace(nickname, '').replace(/\s+/g, ' ').trim()
  return rest === '' ? { first: called } : { first: rest, preferred: called }
}

/** 'Alvarez, Mateo', 'Brown, Ana María (Annie)'. */
export function listedName({
  lastName,
  firstName,
  preferredName,
}: Pick<Student, 'lastName' | 'firstName' | 'preferredName'>): string {
  const first =
    preferredName === undefined || preferredName === firstName ? firstName : `${firstName} (${preferredName})`
  return [lastName, first].filter((part) => part !== '').join(', ')
}

/** What names are sorted by: Álvarez stands beside Alvarez, ʻOfa under O, Łį́į́ under L. */
export function sortKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/[\p{M}\p{Lm}'’‘]/gu, '')
}

/**
 * What a person types to find somebody: each of its words, or a part of one, in any order and spelling of accents.
 *
 * @returns whether a name, or a name with an id behind it, has all of them
 */
export function nameSearch(typed: string): (name: string) => boolean {
  const words = sortKey(typed).split(/[\s,.]+/)
  return (name) => {
    const key = sortKey(name)
    return words.every((word) => key.includes(word))
  }
}

function aroundComma(parts: readonly string[]): PersonName {
  const last = parts[0] as string
  const given = parts.slice(1).join(' ').split(' ')
  const end = given[given.length - 1] as string
  // "O'Neil-Smith, J.R. III": the suffix stands behind the given names but belongs to the surname. A single 'V' is an
  // initial far more often than a fifth.
  if (given.length > 1 && suffix.test(end) && !/^v\.?$/i.test(end)) {
    return { last: `${last} ${end}`, first: given.slice(0, -1).join(' ') }
  }
  return { last, first: given.join(' ') }
}

function inOrder(name: string): PersonName {
  const all = name.split(' ')
  let start = all.length - 1
  if (start > 0 && suffix.test(all[start] as string) && !(start === 1 && /^v\.?$/i.test(all[start] as string))) start--
  while (start > 1 && particles.has((all[start - 1] as string).toLowerCase())) start--
  return { last: all.slice(start).join(' '), first: all.slice(0, start).join(' ') }
}
