/**
 * Which tab and which of its columns each field of an entry goes to.
 */
import { type MadeKind, schoolTabNames } from '../workbook/school-tabs.ts'
import type { Entry, EntryType } from './requests/record.ts'

export const tabOfEntry: Readonly<Record<EntryType, MadeKind>> = {
  conference: 'conferences',
  contact: 'contacts',
  signature: 'plans',
  plan: 'plans',
  update: 'plan-updates',
}

/** 'Conferences', as messages call a tab of the kind. */
export const tabNameOf = (type: EntryType) => schoolTabNames[tabOfEntry[type]]

/** The canonical column of each field; '' for one that is written under another field's column. */
const columns: {
  readonly [Type in EntryType]: Readonly<Record<Exclude<keyof Extract<Entry, { type: Type }>, 'type'>, string>>
} = {
  conference: {
    kind: 'kind',
    date: 'date',
    status: 'status',
    startTime: 'start_time',
    place: 'place',
    mode: 'mode',
    studentAttended: 'student_attended',
    parentAttended: 'parent_attended',
    parentNames: 'parent_names',
    staffNames: 'staff_names',
    staffRole: 'staff_role',
    invitedOn: 'invited_on',
    invitedCount: 'invited_count',
    privateMinutes: 'private_minutes',
    planReviewed: 'ilp_reviewed',
    strengths: 'ck_strengths',
    progress: 'ck_data',
    studentGoals: 'ck_student_goals',
    supportPlan: 'ck_support_plan',
    infoGivenOn: 'info_given_on',
    copyFiledOn: 'copy_filed_on',
    notes: 'notes',
  },
  contact: {
    date: 'date',
    about: 'about',
    channel: 'channel',
    language: 'language',
    outcome: 'outcome',
    by: 'by',
  },
  signature: { date: 'parent_signed_on', signedBy: 'signed_by', method: 'sign_method' },
  plan: { date: 'created_on', preparedBy: 'prepared_by', keptAt: 'kept_at', parentSignedOn: 'parent_signed_on' },
  update: { date: 'updated_on', by: 'by', whatChanged: 'what_changed' },
}

/** Field of the request and canonical column, of a type of entry. */
export function fieldsOf(type: EntryType): readonly (readonly [field: string, column: string])[] {
  return Object.entries(columns[type])
}

/** A column for both tells of each who came. */
export const sharedColumn: Readonly<Record<string, string>> = {
  student_attended: 'who_came',
  parent_attended: 'who_came',
}
