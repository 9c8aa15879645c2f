import { useReducer } from 'preact/hooks'
import { type Asking, useAsked } from '../asked.ts'
import { type CallFailed, call } from '../server.ts'
import {
  type ColumnChange,
  type ColumnKey,
  next,
  requestOf,
  type SettingName,
  type State,
  start,
  unsaved,
} from './state.ts'

export interface SettingsScreen extends State {
  readonly shown: Asking<'getSettings'>
  /** @param stands what is saved */
  write(name: SettingName, value: string, stands: string): void
  changeColumn(key: ColumnKey, change: ColumnChange | undefined): void
  discard(): void
  /** @param unreadable settings in which something stands that the browser itself cannot read */
  save(unreadable: Readonly<Record<string, string>>): void
}

/**
 * @param say tells a screen reader
 * @param changed called when something was saved
 */
export function useSettings(say: (sentence: string) => void, changed: () => void): SettingsScreen {
  const [state, tell] = useReducer(next, start)
  const shown = useAsked('getSettings')

  function save(unreadable: Readonly<Record<string, string>>) {
    if (state.isSaving || unsaved(state) + Object.keys(unreadable).length === 0) return
    if (Object.keys(unreadable).length > 0) {
      tell({ type: 'refused', refusals: unreadable })
      return
    }
    tell({ type: 'saving' })
    say('Saving')
    call('saveSettings', requestOf(state)).then(
      (answer) => {
        shown.take(answer)
        tell({ type: 'saved' })
        say('Saved. Check now to see what follows from it.')
        changed()
      },
      (cause: CallFailed) => tell({ type: 'failed', cause }),
    )
  }

  return {
    ...state,
    shown,
    write: (name, value, stands) => tell({ type: 'typed', name, value, stands }),
    changeColumn: (key, change) => tell({ type: 'column', key, change }),
    discard: () => tell({ type: 'discarded' }),
    save,
  }
}
