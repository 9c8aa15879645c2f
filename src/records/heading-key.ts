/**
 * Headings made comparable: 'Students.Last_Name', '[01]LAST NAME' and 'lastName' are one (domain C, introduction).
 */

/** Tables whose name exports put before a column; a column of any other table may be about somebody else. */
const tables =
  'students?|studentcorefields|enrollments?|users?|demographics|conferences?|contacts?|plans?|planupdates|gradehistory|s_ut_stu_x'
const tablePrefix = new RegExp(String.raw`^\s*(?:\[\s*(?:\d+|${tables})\s*\]\s*|(?:${tables})\.)`, 'i')

/** Lower-case letters and digits only; '#' is the word 'number'. */
export function headingKey(heading: string): string {
  return heading
    .replace(/#/g, 'number')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
}

/** One way to look a heading up, and whether that way is as good as the heading itself. */
export interface HeadingForm {
  readonly key: string
  readonly certainty: 'sure' | 'likely'
}

/**
 * The forms of a heading in the order in which they are to be tried: as it is; without a table's name before it;
 * without a hint in brackets ('IEP (Y/N)'); without 'student' before it ('Stu Grade').
 */
export function headingForms(heading: string): readonly HeadingForm[] {
  const forms: HeadingForm[] = []
  const add = (text: string, certainty: 'sure' | 'likely'): void => {
    const key = headingKey(text)
    if (key !== '' && !forms.some((form) => form.key === key)) forms.push({ key, certainty })
  }
  add(heading, 'sure')
  const bare = heading.replace(tablePrefix, '')
  add(bare, 'sure')
  const withoutHint = bare.replace(/\s*[([{][^)\]}]*[)\]}]/g, ' ')
  add(withoutHint, 'likely')
  const withoutStudent = withoutHint.replace(/^\s*(?:student|stu|std|pupil)(?:'s|’s)?[\s_.-]+/i, '')
  add(withoutStudent, 'likely')
  return forms
}

/** The words of a heading in lower case: at blanks and signs, at inner capitals, and between letters and digits. */
export function headingWords(heading: string): readonly string[] {
  return heading
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Za-z])(\d)/g, '$1 $2')
    .replace(/(\d)([A-Za-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}
