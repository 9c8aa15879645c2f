/**
 * Which tags are known where: inside a part its own, and those around it.
 */
import { clauseTag, planTags, type Tag } from './template-tags.ts'

export type Scope = Readonly<Record<string, Tag>>

/** Known everywhere. */
export const allTags: Scope = planTags

/** What a name means; the innermost scope, which is the last, comes first. */
export function tagsIn(scopes: readonly Scope[], name: string): Tag | undefined {
  for (let index = scopes.length - 1; index >= 0; index--) {
    const scope = scopes[index] as Scope
    if (Object.keys(scope).includes(name)) return scope[name]
  }
  return undefined
}

/** The tags that a part or its rows bring with them; a text brings none. */
export function scopeOf(tag: Tag | undefined): Scope {
  if (tag === undefined || typeof tag === 'string') return {}
  return 'part' in tag ? { clause: clauseTag, ...tag.part } : tag.rows
}
