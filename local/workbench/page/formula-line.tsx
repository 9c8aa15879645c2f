import { useEffect, useState } from 'preact/hooks'
import { areaAddress, cellAddress, readAddress } from './addresses.ts'
import type { CellStore } from './cell-store.ts'
import type { Session, State } from './session.ts'

interface FormulaLineProps {
  readonly session: Session
  readonly state: State
  readonly store: CellStore | undefined
  focusGrid(): void
}

/** Where the person is, and what stands there: its formula, or its value in full. */
export function FormulaLine({ session, state, store, focusGrid }: FormulaLineProps) {
  const { active, areas } = state.selection
  const tab = state.workbook?.tabs.find(({ id }) => id === state.sheetId)
  const stored = store?.cell(active)
  const address = areas.length === 1 ? areaAddress(areas[0]!) : cellAddress(active)
  const value = stored === undefined ? '' : (stored.view.typed ?? stored.view.text)

  function goTo(text: string): boolean {
    const cell = readAddress(text)
    if (cell === undefined || tab === undefined || cell.row >= tab.rows || cell.column >= tab.columns) return false
    session.goTo(cell)
    focusGrid()
    return true
  }

  function take(text: string): boolean {
    if (text !== value) void session.edit(active, [[text]])
    focusGrid()
    return true
  }

  const where = `${state.sheetId} ${cellAddress(active)}`
  return (
    <section class="formula-line" aria-label="Cell">
      <Line key={`address ${where}`} label="Cell" name="address" shown={address} take={goTo} leave={focusGrid} />
      <span class="fx" aria-hidden="true">
        fx
      </span>
      <Line key={`value ${where}`} label="Content" name="value" shown={value} take={take} leave={focusGrid} />
    </section>
  )
}

interface LineProps {
  readonly label: string
  readonly name: string
  readonly shown: string
  /** Enter; false when the text cannot be taken. */
  take(text: string): boolean
  leave(): void
}

function Line({ label, name, shown, take, leave }: LineProps) {
  const [typed, setTyped] = useState<string>()
  useEffect(() => setTyped(undefined), [shown])

  function keyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') {
      if (take(typed ?? shown)) setTyped(undefined)
      else (event.currentTarget as HTMLInputElement).select()
    } else if (event.key === 'Escape') {
      setTyped(undefined)
      leave()
    } else return
    event.preventDefault()
  }

  return (
    <input
      class={name}
      type="text"
      aria-label={label}
      spellcheck={false}
      autocomplete="off"
      value={typed ?? shown}
      onFocus={(event) => name === 'address' && event.currentTarget.select()}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => setTyped(undefined)}
      onKeyDown={keyDown}
    />
  )
}
