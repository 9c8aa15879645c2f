/**
 * A tab's name as Google Sheets takes it: at most 100 characters, unique without regard to case.
 *
 * @param taken the names given so far; the answer is added to it
 */
export function uniqueSheetName(wanted: string, taken: Set<string>, longest = 100): string {
  const base = wanted.trim() === '' ? 'Sheet' : wanted.trim()
  let name = base.slice(0, longest)
  for (let number = 2; taken.has(name.toLowerCase()); number++) {
    const ending = ` (${number})`
    name = base.slice(0, longest - ending.length) + ending
  }
  taken.add(name.toLowerCase())
  return name
}
