import { inDigits } from './words.ts'

export type Screen = 'overview' | 'list' | 'student' | 'record' | 'documents' | 'settings'

const places = [
  ['overview', 'Overview'],
  ['student', 'Student'],
  ['record', 'Record'],
  ['documents', 'Documents'],
  ['settings', 'Settings'],
] as const

interface NavigationProps {
  readonly screen: Screen
  readonly go: (screen: Screen) => void
  /** Changes on Settings that are not saved. */
  readonly unsaved: number
}

export function Navigation({ screen, go, unsaved }: NavigationProps) {
  const current = screen === 'list' ? 'overview' : screen
  return (
    <nav class="places" aria-label="Plan Keeper">
      {places.map(([place, caption]) => (
        <button
          key={place}
          type="button"
          aria-current={place === current ? 'page' : undefined}
          onClick={() => go(place)}
        >
          {caption}
          {place === 'settings' && unsaved > 0 && <span class="spoken">, {inDigits(unsaved)} not saved</span>}
        </button>
      ))}
    </nav>
  )
}
