/**
 * The search language of files.list: developers.google.com/workspace/drive/api/guides/ref-search-terms. Terms that our
 * script has no use for are not emulated.
 */
import { NotEmulated } from '../refusal.ts'
import type { Drive, DriveFile } from './drive.ts'

export type Matches = (file: DriveFile) => boolean

/** What Google answers with "Invalid Value". */
export class InvalidQuery extends Error {}

type Token = { readonly kind: 'word' | 'text' | 'sign'; readonly value: string }

const tokenPattern = /\s*(?:'((?:[^'\\]|\\['\\])*)'|([A-Za-z]+)|(!=|<=|>=|[=<>(){}]))/y

function tokensOf(query: string): Token[] {
  const tokens: Token[] = []
  const end = query.trimEnd().length
  tokenPattern.lastIndex = 0
  while (tokenPattern.lastIndex < end) {
    const match = tokenPattern.exec(query)
    if (match === null) throw new InvalidQuery(query)
    const [, text, word, sign] = match
    if (text !== undefined) tokens.push({ kind: 'text', value: text.replace(/\\(.)/g, '$1') })
    else if (word !== undefined) tokens.push({ kind: 'word', value: word })
    else tokens.push({ kind: 'sign', value: sign! })
  }
  return tokens
}

export interface Query {
  readonly matches: Matches
  /** It asks for appProperties, whose index lags behind. */
  readonly asksProperties: boolean
  /** Folders that it names as parents. */
  readonly parents: readonly string[]
}

/**
 * Reads a query.
 * @throws InvalidQuery where it breaks the grammar; NotEmulated for other terms than those below
 */
export function readQuery(query: string, drive: Drive): Query {
  return new Reader(tokensOf(query), drive).read()
}

class Reader {
  readonly #tokens: readonly Token[]
  readonly #drive: Drive
  readonly #parents: string[] = []
  #asksProperties = false
  #at = 0

  constructor(tokens: readonly Token[], drive: Drive) {
    this.#tokens = tokens
    this.#drive = drive
  }

  read(): Query {
    const matches = this.#anyOf()
    if (this.#at < this.#tokens.length) throw new InvalidQuery()
    return { matches, asksProperties: this.#asksProperties, parents: this.#parents }
  }

  #anyOf(): Matches {
    const parts = [this.#allOf()]
    while (this.#skip('or')) parts.push(this.#allOf())
    return (file) => parts.some((part) => part(file))
  }

  #allOf(): Matches {
    const parts = [this.#term()]
    while (this.#skip('and')) parts.push(this.#term())
    return (file) => parts.every((part) => part(file))
  }

  #term(): Matches {
    if (this.#skip('not')) {
      const part = this.#term()
      return (file) => !part(file)
    }
    if (this.#skip('(')) {
      const part = this.#anyOf()
      this.#expect(')')
      return part
    }
    const token = this.#next()
    if (token.kind === 'text') return this.#inParents(token.value)
    if (token.kind !== 'word') throw new InvalidQuery()
    switch (token.value) {
      case 'name':
        return this.#compared(({ name }) => name)
      case 'mimeType':
        return this.#compared(({ mimeType }) => mimeType)
      case 'trashed':
        return this.#trashed()
      case 'appProperties':
        return this.#hasProperty()
      default:
        throw new NotEmulated(`files.list asking for ${token.value}`)
    }
  }

  #inParents(written: string): Matches {
    this.#expect('in')
    this.#expect('parents')
    const id = written === 'root' ? this.#drive.rootId : written
    this.#parents.push(id)
    return ({ parent }) => parent === id
  }

  #compared(fieldOf: (file: DriveFile) => string): Matches {
    const operator = this.#next().value
    const text = this.#text()
    switch (operator) {
      case '=':
        return (file) => fieldOf(file) === text
      case '!=':
        return (file) => fieldOf(file) !== text
      default:
        throw new NotEmulated(`files.list with ${operator}`)
    }
  }

  #trashed(): Matches {
    const operator = this.#next().value
    const value = this.#next().value
    if ((operator !== '=' && operator !== '!=') || (value !== 'true' && value !== 'false')) throw new InvalidQuery()
    const wanted = (value === 'true') === (operator === '=')
    return (file) => this.#drive.isTrashed(file) === wanted
  }

  #hasProperty(): Matches {
    this.#asksProperties = true
    for (const word of ['has', '{', 'key', '=']) this.#expect(word)
    const key = this.#text()
    for (const word of ['and', 'value', '=']) this.#expect(word)
    const value = this.#text()
    this.#expect('}')
    return ({ appProperties }) => appProperties.get(key) === value
  }

  #text(): string {
    const { kind, value } = this.#next()
    if (kind !== 'text') throw new InvalidQuery()
    return value
  }

  #next(): Token {
    const token = this.#tokens[this.#at++]
    if (token === undefined) throw new InvalidQuery()
    return token
  }

  #skip(value: string): boolean {
    const token = this.#tokens[this.#at]
    if (token === undefined || token.kind === 'text' || token.value !== value) return false
    this.#at++
    return true
  }

  #expect(value: string): void {
    if (!this.#skip(value)) throw new InvalidQuery()
  }
}
