/**
 * What can be written down for each type of record: its fields, in the order in which an office thinks of them.
 */
import type { Entry, EntryType, RecordForm } from '../../src/actions/requests/record.ts'
import type { Choices } from '../pieces/choices.ts'

/** What was typed, by field; a choice by its value. What is absent or '' is left blank. */
export type Draft = Readonly<Record<string, string>>

type NamesOf<Type extends EntryType> = Exclude<keyof Extract<Entry, { readonly type: Type }>, 'type'> & string

export interface Field<Name extends string = string> {
  readonly name: Name
  readonly label: string
  readonly input: 'day' | 'time' | 'line' | 'lines' | 'number' | 'choice' | 'yes-no' | 'tick' | 'staff'
  readonly choices?: Choices
  readonly hint?: string
  /** Said where it is blank. */
  readonly needed?: string
  /** Where nothing was chosen. */
  readonly preset?: string
  /** Two of these stand beside each other. */
  readonly isShort?: true
  /** Fields of one part stand together under its name; those without one stand in sight at the top. */
  readonly part?: Part
  /** Whether it matters with what is filled in so far; always, where this is absent. */
  readonly matters?: (draft: Draft, students: number) => boolean
}

export type Part = 'Who came' | 'Agenda and private time' | 'More'

/** Parts that are folded away until somebody opens them. */
export const folded: ReadonlySet<Part> = new Set<Part>(['Agenda and private time', 'More'])

const day = 'Choose a day.'

const kindIs =
  (...kinds: readonly string[]) =>
  (draft: Draft) =>
    kinds.includes(draft.kind ?? '')
const isHeld = (draft: Draft) => draft.status === 'held'
const heldAlone = (draft: Draft) => isHeld(draft) && kindIs('individual', 'iep', 'other')(draft)

const notChosen: Choices[number] = ['', 'Leave blank']

export const fields: { readonly [Type in EntryType]: readonly Field<NamesOf<Type>>[] } = {
  conference: [
    {
      name: 'kind',
      label: 'Kind',
      input: 'choice',
      preset: 'individual',
      choices: [
        ['individual', 'Individual'],
        ['group', 'Group'],
        ['small_group', 'Small group'],
        ['iep', 'IEP meeting'],
        ['other', 'Other'],
      ],
    },
    {
      name: 'status',
      label: 'What became of it',
      input: 'choice',
      preset: 'held',
      choices: [
        ['held', 'Held'],
        ['scheduled', 'Scheduled'],
        ['no-show', 'Nobody came'],
        ['declined', 'Declined by the family'],
        ['cancelled-family', 'Cancelled by the family'],
        ['cancelled-school', 'Cancelled by the school'],
      ],
    },
    { name: 'date', label: 'Day', input: 'day', needed: day, isShort: true },
    { name: 'startTime', label: 'Time', input: 'time', isShort: true },
    { name: 'place', label: 'Place', input: 'line', isShort: true },
    {
      name: 'mode',
      label: 'How',
      input: 'choice',
      isShort: true,
      choices: [notChosen, ['in person', 'In person'], ['phone', 'By phone'], ['video', 'By video']],
    },
    {
      name: 'invitedCount',
      label: 'How many were invited',
      input: 'number',
      hint: 'Blank: as many as are recorded here.',
      matters: kindIs('group', 'small_group'),
    },
    { name: 'planReviewed', label: 'Learning plan reviewed', input: 'yes-no', matters: kindIs('iep') },
    { name: 'studentAttended', label: 'Student', input: 'yes-no', part: 'Who came', matters: isHeld },
    { name: 'parentAttended', label: 'Parent', input: 'yes-no', part: 'Who came', matters: isHeld },
    {
      name: 'parentNames',
      label: 'Who of the family',
      input: 'line',
      part: 'Who came',
      matters: (draft, students) => isHeld(draft) && students === 1,
    },
    { name: 'staffNames', label: 'Staff', input: 'staff', part: 'Who came' },
    { name: 'staffRole', label: 'Role of staff', input: 'line', part: 'Who came' },
    ...(
      [
        ['strengths', 'Strengths'],
        ['progress', 'Progress'],
        ['studentGoals', 'Goals of the student'],
        ['supportPlan', 'Support at home and at school'],
      ] as const
    ).map(
      ([name, label]) => ({ name, label, input: 'tick', part: 'Agenda and private time', matters: heldAlone }) as const,
    ),
    {
      name: 'privateMinutes',
      label: 'Minutes for parent and teacher alone',
      input: 'number',
      part: 'Agenda and private time',
      matters: heldAlone,
    },
    { name: 'invitedOn', label: 'Family invited on', input: 'day', part: 'More' },
    { name: 'infoGivenOn', label: 'Summary given to the family on', input: 'day', part: 'More', matters: heldAlone },
    { name: 'copyFiledOn', label: 'Copy filed on', input: 'day', part: 'More', matters: heldAlone },
    { name: 'notes', label: 'Notes', input: 'lines', part: 'More' },
  ],
  contact: [
    { name: 'date', label: 'Day', input: 'day', needed: day },
    {
      name: 'about',
      label: 'About',
      input: 'choice',
      choices: [notChosen, ['individual', 'An individual conference'], ['group', 'A group conference']],
    },
    {
      name: 'channel',
      label: 'How',
      input: 'choice',
      choices: [
        notChosen,
        ['letter', 'Letter'],
        ['email', 'Email'],
        ['phone', 'Phone'],
        ['text', 'Text message'],
        ['in person', 'In person'],
      ],
    },
    {
      name: 'outcome',
      label: 'What came of it',
      input: 'choice',
      choices: [
        notChosen,
        ['reached', 'Reached'],
        ['left message', 'Left a message'],
        ['no answer', 'No answer'],
        ['returned', 'Came back undelivered'],
        ['wrong number', 'Wrong number'],
      ],
    },
    { name: 'by', label: 'By', input: 'staff' },
    { name: 'language', label: 'Language', input: 'line' },
  ],
  signature: [
    { name: 'date', label: 'Signed on', input: 'day', needed: day },
    {
      name: 'signedBy',
      label: 'Signed by',
      input: 'choice',
      preset: 'parent',
      choices: [
        ['parent', 'Parent'],
        ['student', 'Student'],
        ['other', 'Somebody else'],
      ],
    },
    {
      name: 'method',
      label: 'How',
      input: 'choice',
      choices: [notChosen, ['paper', 'On paper'], ['electronic', 'Electronically']],
    },
  ],
  plan: [
    { name: 'date', label: 'Made on', input: 'day', needed: day },
    {
      name: 'preparedBy',
      label: 'Prepared by',
      input: 'choice',
      choices: [notChosen, ['student', 'The student'], ['staff', 'Staff']],
    },
    { name: 'keptAt', label: 'Kept at', input: 'line' },
    { name: 'parentSignedOn', label: 'Signed by a parent on', input: 'day', hint: 'Only if it was signed.' },
  ],
  update: [
    { name: 'date', label: 'Updated on', input: 'day', needed: day },
    { name: 'by', label: 'By', input: 'staff' },
    { name: 'whatChanged', label: 'What changed', input: 'lines' },
  ],
}

/** What the form holds, presets included: whatever nobody has touched follows the as-of date. */
export function filled(type: EntryType, draft: Draft, asOf: string): Draft {
  const presets = fields[type].flatMap(({ name, preset }: Field) => {
    const value = name === 'date' ? asOf : preset
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(presets), ...draft }
}

/** The fields to be shown: those that matter and for which the school's tab has a column. */
export function shownFields(
  type: EntryType,
  values: Draft,
  students: number,
  without: RecordForm['without'],
): readonly Field[] {
  const absent = without[type] ?? []
  return (fields[type] as readonly Field[]).filter(
    ({ name, matters }) => !absent.includes(name) && (matters?.(values, students) ?? true),
  )
}
