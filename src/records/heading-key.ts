/**
 * Headings made comparable: 'Students.Last_Name', '[01]LAST NAME' and 'lastName' are one (domain C, introduction).
 */

/** Tables whose name exports put before a column; a column of any other table may be about somebody else. */
const tables =
  '(?:student|school)reference|students?|studentcorefields|enrollments?|users?|demographics|conferences?|contacts?|plans?|planupdates|gradehistory|s_ut_stu_x'
const tablePrefix = new RegExp(String.raw`^\s*(?:\[\s*(?:\d+|${tables})\s*\]\s*|(?:${tables})\.)`, 'i')

/** Views of Infinite Campus about other people than the student: 'v_CensusContactSummary.lastName', 'v_MailingAddress.zip'. */
const viewPrefix = /^v_(?:Census(Contact)Summary|(Mailing)Address)\./i

/** As the synonyms that we look for are written, a thousand of them for each run: such a one needs no further care. */
const plainHeading = /^[a-z ]*$/

/** Letters and digits only, in lower case; '#' is the word 'number'. */
export function headingKey(heading: string): string {
  if (plainHeading.test(heading)) return heading.replace(/ /g, '')
  return heading
    .replace(/#/g, 'number')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/**
 * Words for one thing, the first standing for all; those of the last line say nothing. 'Students' is not among them: their
 * number is not a student's.
 */
const sameWords = new Map(
  `student stu std pupil|number num nbr|conference conf confs conferences mtg meeting meetings|education ed
  |guardian parent parents guardians|grade gr grd grades|graduation grad graduate graduating|special spec|level lvl
  |counselor couns counsellor|language lang|requirements reqs|attended came present attendance there|date dt
  |entry enroll enrollment enrolled enter entered admit admission|update updated
  |exit withdraw withdrawal withdrawn leave left drop
  | of the is was a yn in what which your please enter`
    .split('|')
    .flatMap((line) => {
      const [one, ...others] = line.trimEnd().split(/\s/) as [string, ...string[]]
      return others.map((word): [string, string] => [word, one])
    }),
)

/** As {@link headingKey}, but the same for 'Birth date' and 'Date of birth', for 'Conf. type' and 'Type of meeting'. */
export function wordKey(heading: string): string {
  return keyOfWords(meantWords(heading))
}

function meantWords(heading: string): readonly string[] {
  const spelled = plainHeading.test(heading)
    ? heading
    : heading
        .replace(/#/g, ' number ')
        .replace(/['’]s\b/g, '')
        .replace(/\by\s*\/\s*n\b/gi, '')
  return headingWords(spelled).map((word) => sameWords.get(word) ?? word)
}

function keyOfWords(words: readonly string[]): string {
  return [...new Set(words)].sort().join('')
}

/** One way to look a heading up, and whether that way is as good as the heading itself. */
export interface HeadingForm {
  readonly key: string
  readonly certainty: 'sure' | 'likely'
  /** Only the first words of a long heading: an everyday word among them says little. */
  readonly partly?: true
}

/** A heading with more letters is a sentence, such as the question of a form. */
const longHeading = 60

/** The first words of a long heading, up to the sign that ends them; '' for any other. */
export function leadingWords(heading: string): string {
  if (heading.length <= longHeading) return ''
  const lead = /^[^,;:.?!(\n\r–—]*/.exec(heading.trim())?.[0] ?? ''
  return lead.length <= longHeading ? lead.trim() : ''
}

/**
 * The forms of a heading in the order in which they are to be tried: as it is; without a table's name before it;
 * without a hint in brackets ('IEP (Y/N)'); without 'student' in it ('Stu Grade'); the first words of a long one.
 */
export function headingForms(heading: string): readonly HeadingForm[] {
  const forms: HeadingForm[] = []
  const add = (key: string, certainty: 'sure' | 'likely', part: Pick<HeadingForm, 'partly'> = {}): void => {
    if (key !== '' && !forms.some((form) => form.key === key)) forms.push({ key, certainty, ...part })
  }
  const bare = heading
    .replace(tablePrefix, '')
    .replace(viewPrefix, '$1$2 ')
    .replace(/^pscore[_ ]/i, '')
  for (const text of [heading, bare]) {
    add(headingKey(text), 'sure')
    add(wordKey(text), 'sure')
  }
  const withoutHint = bare.replace(/\s*[([{][^)\]}]*[)\]}]/g, ' ')
  add(headingKey(withoutHint), 'likely')
  add(wordKey(withoutHint), 'likely')
  const words = meantWords(withoutHint)
  if (words.includes('student')) add(keyOfWords(words.filter((word) => word !== 'student')), 'likely')
  add(wordKey(leadingWords(bare)), 'likely', { partly: true })
  return forms
}

/** The words of a heading in lower case: at blanks and signs, at inner capitals, and between letters and digits. */
export function headingWords(heading: string): readonly string[] {
  if (plainHeading.test(heading)) return heading.split(' ').filter((word) => word !== '')
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
