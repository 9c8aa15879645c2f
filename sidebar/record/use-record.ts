import { useReducer } from 'preact/hooks'
import type { EntryType } from '../../src/actions/requests/record.ts'
import type { RecordHint } from '../../src/actions/requests/students.ts'
import { type Asking, useAsked } from '../asked.ts'
import type { SelectedRows } from '../selection/selected-rows.ts'
import { type CallFailed, call } from '../server.ts'
import { counted } from '../words.ts'
import { entryOf, type Refusals, refusalsOf } from './entry.ts'
import { type Draft, type Field, filled, shownFields } from './fields.ts'
import { next, type State, start } from './state.ts'

export interface RecordScreen extends State {
  readonly form: Asking<'getRecordForm'>
  /** What the form holds, presets included. */
  readonly values: Draft
  readonly shown: readonly Field[]
  follow(selected: SelectedRows): void
  takeSelected(): void
  choose(students: SelectedRows['students'], hint?: RecordHint): void
  pick(type: EntryType): void
  write(field: string, value: string): void
  /** @param unreadable fields in which something stands that the browser itself cannot read */
  save(confirmed: boolean, unreadable?: Refusals): void
  back(): void
  undo(): void
  another(): void
}

/**
 * @param say tells a screen reader
 * @param changed called when records were added or taken back
 */
export function useRecord(say: (sentence: string) => void, changed: () => void): RecordScreen {
  const [state, tell] = useReducer(next, start)
  const form = useAsked('getRecordForm')
  const { type, target, drafts, step } = state
  const values = filled(type, drafts[type] ?? {}, form.answer?.asOf ?? '')
  const shown = shownFields(type, values, target.students.length, form.answer?.without ?? {})
  const failed = (cause: CallFailed) => tell({ type: 'failed', cause })

  function save(confirmed: boolean, unreadable: Refusals = {}) {
    if (step.at === 'saving') return
    const nobodyYet: Refusals = target.students.length === 0 ? { students: 'Select at least one student.' } : {}
    const refusals = { ...nobodyYet, ...refusalsOf(shown, values), ...unreadable }
    if (Object.keys(refusals).length > 0) {
      tell({ type: 'refused', refusals })
      return
    }
    tell({ type: 'saving' })
    say('Saving')
    const students = target.students.map(({ id }) => id)
    call('saveRecord', { students, entry: entryOf(type, shown, values), confirmed }).then((answer) => {
      if ('warnings' in answer) {
        tell({ type: 'to-confirm', warnings: answer.warnings })
        return
      }
      tell({ type: 'saved', recorded: answer })
      say(`Saved for ${counted(answer.saved, 'student')}`)
      changed()
    }, failed)
  }

  function undo() {
    if (step.at !== 'saved') return
    tell({ type: 'undoing' })
    say('Taking back')
    call('undoRecord', { undo: step.recorded.undo }).then((undone) => {
      tell({ type: 'undone', undone })
      say(`${undone.takenBack} taken back`)
      changed()
    }, failed)
  }

  return {
    ...state,
    form,
    values,
    shown,
    follow: (selected) => tell({ type: 'selected', selected }),
    takeSelected: () => tell({ type: 'take-selected' }),
    choose: (students, hint) => tell({ type: 'chosen', students, hint }),
    pick: (to) => tell({ type: 'type', to }),
    write: (field, value) => tell({ type: 'typed', field, value }),
    save,
    back: () => tell({ type: 'back' }),
    undo,
    another: () => tell({ type: 'another' }),
  }
}
