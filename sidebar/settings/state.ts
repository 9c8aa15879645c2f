/**
 * What a person has changed on the settings and not saved yet.
 */
import type { AnsweredField, AnsweredTab, SettingsRequest, SettingsShown } from '../../src/actions/requests/settings.ts'
import type { CallFailed } from '../server.ts'
import { type Trouble, troubleOf } from '../trouble.ts'

export type SettingName = SettingsShown['settings'][number]['name']

/** Which column of which tab a choice is about. */
export interface ColumnKey {
  readonly signature: string
  readonly field: string
  readonly own?: string | undefined
}

/** What is chosen for a column: its label, '' for "not in this tab", null for the guess; or the order of its dates. */
export type ColumnChange =
  | { readonly heading: string | null }
  | { readonly dates: NonNullable<NonNullable<SettingsRequest['columns']>[number]['dates']> }

export interface State {
  readonly settings: Readonly<Partial<Record<SettingName, string>>>
  readonly columns: readonly (ColumnKey & { readonly change: ColumnChange })[]
  readonly refusals: Readonly<Record<string, string>>
  readonly refusedTimes: number
  readonly isSaving: boolean
  /** Until something is changed again. */
  readonly isSaved: boolean
  readonly trouble: Trouble | undefined
}

export type Event =
  | { readonly type: 'typed'; readonly name: SettingName; readonly value: string; readonly stands: string }
  /** `change` undefined: as it stands. */
  | { readonly type: 'column'; readonly key: ColumnKey; readonly change: ColumnChange | undefined }
  | { readonly type: 'discarded' }
  | { readonly type: 'refused'; readonly refusals: Readonly<Record<string, string>> }
  | { readonly type: 'saving' }
  | { readonly type: 'saved' }
  | { readonly type: 'failed'; readonly cause: CallFailed }

export const start: State = {
  settings: {},
  columns: [],
  refusals: {},
  refusedTimes: 0,
  isSaving: false,
  isSaved: false,
  trouble: undefined,
}

export function next(state: State, event: Event): State {
  switch (event.type) {
    case 'typed': {
      const { [event.name]: _before, ...settings } = state.settings
      const { [event.name]: _mended, ...refusals } = state.refusals
      const changed = event.value === event.stands ? settings : { ...settings, [event.name]: event.value }
      return { ...state, settings: changed, refusals, isSaved: false }
    }
    case 'column': {
      const others = state.columns.filter((one) => !isSame(one, event.key))
      const { key, change } = event
      // The script tells the columns by their place in the request, and the places have moved.
      const refusals = Object.fromEntries(
        Object.entries(state.refusals).filter(([path]) => !path.startsWith('columns')),
      )
      return {
        ...state,
        columns: change === undefined ? others : [...others, { ...key, change }],
        refusals,
        isSaved: false,
      }
    }
    case 'discarded':
      return { ...start, refusedTimes: state.refusedTimes }
    case 'refused':
      return { ...state, isSaving: false, refusals: event.refusals, refusedTimes: state.refusedTimes + 1 }
    case 'saving':
      return { ...state, isSaving: true, refusals: {}, trouble: undefined }
    case 'saved':
      return { ...start, refusedTimes: state.refusedTimes, isSaved: true }
    case 'failed': {
      const { fields } = event.cause.refused ?? {}
      if (fields === undefined) return { ...state, isSaving: false, trouble: troubleOf(event.cause) }
      return next(state, { type: 'refused', refusals: fields })
    }
  }
}

/** How many changes are not saved. */
export function unsaved({ settings, columns }: State): number {
  return Object.keys(settings).length + columns.length
}

/** Only what was changed. */
export function requestOf({ settings, columns }: State): SettingsRequest {
  return {
    ...settings,
    ...(columns.length > 0 && {
      columns: columns.map(({ signature, field, own, change }) => ({
        signature,
        field,
        ...(own !== undefined && { own }),
        ...change,
      })),
    }),
  }
}

/** What was chosen and not saved for a column. */
export function changeOf({ columns }: State, key: ColumnKey): ColumnChange | undefined {
  return columns.find((one) => isSame(one, key))?.change
}

/** Why the change of a column was refused. */
export function columnRefusal({ columns, refusals }: State, key: ColumnKey): string | undefined {
  const place = `columns.${columns.findIndex((one) => isSame(one, key))}`
  return Object.entries(refusals).find(([path]) => path === place || path.startsWith(`${place}.`))?.[1]
}

function isSame(one: ColumnKey, other: ColumnKey): boolean {
  return one.signature === other.signature && one.field === other.field && one.own === other.own
}

export type Question = AnsweredTab['questions'][number]

/** The question that a field of a tab is about, if any. */
export function questionAbout({ questions }: AnsweredTab, { field, own }: AnsweredField): Question | undefined {
  return questions.find(
    (one) => one.field === field && (own === undefined || one.columns.some(({ label }) => label === own)),
  )
}
