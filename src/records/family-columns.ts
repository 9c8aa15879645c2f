/**
 * The columns about a student's family: languages, guardians, where letters go (domain A1, D2). They may stand on the
 * roster, in lists with several rows a student, or with the guardian as a person among the users (OneRoster, School Data
 * Sync). Kept for letters; no finding hangs on any of it.
 */
import { plainWords, unreadable } from './cell-text.ts'
import { type ColumnReader, type ColumnReaders, expected } from './column-readers.ts'
import { readLanguage } from './languages.ts'
import type { Guardian, MailAddress } from './school.ts'
import type { StudentColumns } from './student-columns.ts'
import { type Draft, fill, type GuardianDraft, type StudentDraft } from './student-draft.ts'
import type { Cell } from './tab.ts'
import { readYesNo } from './yes-no.ts'

/** Guardians who are listed as people of their own, by their id. */
export type People = Map<string, Guardian>

/** Whether a column may differ between two rows of one student: of whom to write to there are often several. */
export function isContactField(field: string): boolean {
  return /^(guardian|mail)/.test(field)
}

/** The field of the next best column, which is read where the first is blank: a street beside a mailing street. */
export function spareOf(field: string): string {
  return `${field} 2`
}

function isFamilyField(field: string): boolean {
  return isContactField(field) || /_language$|^interpreter|^no_contact/.test(field)
}

/** Listed beside a student, but nobody to whom the school writes about a plan: words of School Data Sync and Clever. */
const noFamily =
  /^(aides?|doctor|child|.*administrator|teacher|counselor|principal|proctor|staff|student|emergency.*|no?|false|0)$/

/** Where an address has a kind: letters go there, best to one for mail. Not to a workplace, nor where bills go. */
const forLetters = /^$|mail|home|physical|residen|primary/

/**
 * Reads what one row tells of the student's family into the student.
 *
 * Several rows of one student add up. The first address is where letters go, and a further one belongs to the guardian of
 * its row; a row without a name belongs to the guardian above it.
 */
export type FamilyReader = (student: StudentDraft, cells: readonly Cell[], row: number) => void

/**
 * A reader of the family's columns; undefined for a tab that has none.
 *
 * @param people looked up when a row is read, so they must be known by then
 */
export function familyReader(readers: ColumnReaders, people: People | undefined): FamilyReader | undefined {
  const { columns } = readers.settled
  if (![...columns.keys()].some(isFamilyField)) return undefined
  const homeOf = readers.field('home_language', readLanguage, expected.text)
  const letterOf = readers.field('letter_language', readLanguage, expected.text)
  const interpreterOf = readers.yesNo('interpreter_needed')
  const noContactOf = readers.yesNo('no_contact_flag')
  const guardiansOf = [guardianReader(readers, 1), guardianReader(readers, 2)] as const
  const relationOf = readers.text('guardian1_relation')
  const contactKindOf = readers.text('guardian_kind')
  const street = readers.headingOf(columns.get('mail_street') ?? -1)
  const livesWithContact = readers.settled.kind !== 'students' || /contact|guardian|parent/i.test(street)
  const idsOf = readers.text('guardian_id')
  const kindOf = readers.text('mail_type')
  const addressOf = addressReader(readers)
  let above: { readonly student: StudentDraft; readonly guardian: GuardianDraft | undefined } | undefined
  return (student, cells, row) => {
    fill(student, 'homeLanguage', homeOf(cells, row))
    fill(student, 'letterLanguage', letterOf(cells, row))
    fill(student, 'interpreterNeeded', interpreterOf(cells, row))
    fill(student, 'noContact', noContactOf(cells, row))
    const written = relationOf(cells, row)
    const isOfFamily = isFamily(written) && isFamily(contactKindOf(cells, row))
    let guardian: GuardianDraft | undefined
    if (isOfFamily) {
      const [first, second] = guardiansOf.map((read) => read(cells, row))
      guardian = withGuardian(student, first, above?.student === student ? above.guardian : undefined)
      guardian = withGuardian(student, second, undefined) ?? guardian
    } else if (livesWithContact) return
    for (const id of idsOf(cells, row)?.split(/[,;]/) ?? []) {
      const person = people?.get(id.trim())
      const relation = written ?? person?.relation
      if (person === undefined || !isFamily(relation)) continue
      guardian = withGuardian(student, relation === undefined ? person : { ...person, relation }, undefined)
    }
    above = { student, guardian }
    const kind = plainWords(kindOf(cells, row) ?? '')
    const address = addressOf(cells, row)
    if (address !== undefined && forLetters.test(kind)) addAddress(student, guardian, address, /mail/.test(kind))
  }
}

function isFamily(relation: string | undefined): boolean {
  return relation === undefined || !noFamily.test(plainWords(relation))
}

/** Adds a guardian to the student's, or fills in the one of the same name; gives the guardian whom the row is about. */
function withGuardian(
  student: StudentDraft,
  told: Guardian | undefined,
  above: GuardianDraft | undefined,
): GuardianDraft | undefined {
  if (told === undefined) return above
  student.guardians ??= []
  const known = told.name === undefined ? above : student.guardians.find((one) => sameText(one.name, told.name))
  const guardian = known ?? {}
  if (known === undefined) student.guardians.push(guardian)
  for (const key of ['name', 'relation', 'phone', 'email'] as const) fill(guardian, key, told[key])
  return guardian
}

/** One that has ended is kept only where there is no other. */
function addAddress(
  student: StudentDraft,
  guardian: GuardianDraft | undefined,
  address: MailAddress,
  forMail: boolean,
): void {
  const { mail } = student
  if (mail === undefined || forMail || (mail.until !== undefined && address.until === undefined)) student.mail = address
  else if (guardian !== undefined && address.until === undefined) {
    const known = [mail, ...(guardian.addresses ?? [])]
    if (known.some((one) => sameText(one.street, address.street) && sameText(one.zip, address.zip))) return
    guardian.addresses = [...(guardian.addresses ?? []), address]
  }
}

function sameText(one = '', other = ''): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** Reads somebody who is not a student, with the columns of the names: who it is and how to reach them. */
export function personReader(
  readers: ColumnReaders,
  names: Pick<StudentColumns, 'name'>,
): (cells: readonly Cell[], row: number) => Guardian {
  const relationOf = readers.text('role')
  const phoneOf = readers.text('person_phone')
  const emailOf = readers.text('person_email')
  return (cells, row) => {
    const { first, last } = names.name(cells, row)
    const person: GuardianDraft = { name: `${first} ${last}`.trim() }
    fill(person, 'relation', relationOf(cells, row))
    fill(person, 'phone', phoneOf(cells, row))
    fill(person, 'email', emailOf(cells, row))
    return person
  }
}

function guardianReader(readers: ColumnReaders, order: 1 | 2): ColumnReader<Guardian> {
  const text = (part: string): ColumnReader<string> =>
    eitherText(readers, `guardian${order}_${part}`, spareOf(`guardian${order}_${part}`))
  const [nameOf, firstOf, lastOf] = [text('name'), text('first'), text('last')]
  const [relationOf, phoneOf, emailOf] = [text('relation'), text('phone'), text('email')]
  const heading = readers.headingOf(readers.settled.columns.get(`guardian${order}_name`) ?? -1)
  const [implied] = /mother|father/i.exec(heading) ?? []
  return (cells, row) => {
    const guardian: GuardianDraft = {}
    const name = nameOf(cells, row) ?? joined([firstOf(cells, row), lastOf(cells, row)])
    // Under 'Parent' and 'Contact 1' some keep who came and when they called.
    if (name !== undefined && readYesNo(name) === unreadable && !/^[\d\s/.:-]+$/.test(name)) guardian.name = name
    fill(guardian, 'phone', phoneOf(cells, row))
    fill(guardian, 'email', emailOf(cells, row))
    if (Object.keys(guardian).length === 0) return undefined
    fill(guardian, 'relation', relationOf(cells, row) ?? implied)
    return guardian
  }
}

/** The address for mail, or where its street is blank the one of the home. */
function addressReader(readers: ColumnReaders): ColumnReader<MailAddress> {
  const mailingOf = addressIn(readers, (part) => readers.text(`mail_${part}`))
  if (!readers.has(spareOf('mail_street'))) return mailingOf
  const homeOf = addressIn(readers, (part) => eitherText(readers, spareOf(`mail_${part}`), `mail_${part}`))
  return (cells, row) => {
    const mailing = mailingOf(cells, row)
    return mailing?.street === undefined ? homeOf(cells, row) : mailing
  }
}

function addressIn(readers: ColumnReaders, text: (part: string) => ColumnReader<string>): ColumnReader<MailAddress> {
  const streetOf = ['number', 'prefix', 'street', 'tag', 'unit'].map(text)
  const rest = (['name', 'city', 'state', 'zip'] as const).map((part) => ({ part, textOf: text(part) }))
  const untilOf = readers.date('mail_until')
  return (cells, row) => {
    const address: Draft<MailAddress> = {}
    fill(address, 'street', joined(streetOf.map((part) => part(cells, row))))
    for (const { part, textOf } of rest) fill(address, part, textOf(cells, row))
    fill(address, 'until', untilOf(cells, row))
    return address.street || address.city || address.zip ? address : undefined
  }
}

/** The text of the first field, or where that is blank of the second. */
function eitherText(readers: ColumnReaders, first: string, second: string): ColumnReader<string> {
  const [firstOf, secondOf] = [readers.text(first), readers.text(second)]
  return readers.has(second) ? (cells, row) => firstOf(cells, row) ?? secondOf(cells, row) : firstOf
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined).join(' ') || undefined
}
