/**
 * The known name that a mistyped one most likely means.
 */

/** @returns undefined where none is near: more than a third of its letters would have to change */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  let nearest: string | undefined
  let least = Math.max(2, Math.ceil(name.length / 3)) + 1
  for (const one of known) {
    const distance = contains(one, name) ? 1 : lettersApart(name, one)
    if (distance < least) {
      nearest = one
      least = distance
    }
  }
  return nearest
}

/** 'manager' in plan_manager: a word of its own. */
function contains(known: string, name: string): boolean {
  return name.length > 2 && (known.split('_').includes(name) || name.split('_').includes(known))
}

/** How many letters must be put in, taken out or changed (Levenshtein). */
function lettersApart(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(changed, (above[j] as number) + 1, (row[j - 1] as number) + 1)
    }
    above = row
  }
  return above[b.length] as number
}
