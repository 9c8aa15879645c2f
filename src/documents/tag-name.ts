/**
 * How a tag may be written: {Student name}, {student_name} and { STUDENT-NAME } are one.
 */

export interface WrittenTag {
  readonly name: string
  /** {phone?}: the line goes where nothing fills it. */
  readonly dropsLine: boolean
}

/** @param written what stands between the braces, without #, ^ or / */
export function tagName(written: string): WrittenTag {
  const text = written.trim()
  const dropsLine = text.endsWith('?')
  const name = (dropsLine ? text.slice(0, -1) : text)
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_')
  return { name, dropsLine }
}
