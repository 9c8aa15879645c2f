import { useEffect, useRef } from 'preact/hooks'
import type { SettingsShown } from '../../src/actions/requests/settings.ts'
import { Busy } from '../pieces/busy.tsx'
import { TroubleBox } from '../pieces/trouble-box.tsx'
import { counted } from '../words.ts'
import { Choices } from './choices.tsx'
import { unsaved } from './state.ts'
import { Tabs } from './tabs.tsx'
import type { SettingsScreen } from './use-settings.ts'

export function SettingsView({ screen }: { readonly screen: SettingsScreen }) {
  const { answer, trouble, again } = screen.shown
  return (
    <>
      <h1 tabIndex={-1}>Settings</h1>
      {trouble !== undefined && <TroubleBox trouble={trouble} again={again} />}
      {answer !== undefined ? (
        <Form screen={screen} answer={answer} />
      ) : (
        trouble === undefined && (
          <p class="quiet">
            <Busy text="Reading the settings…" long="A large workbook takes longer." />
          </p>
        )
      )}
    </>
  )
}

interface ShownProps {
  readonly screen: SettingsScreen
  readonly answer: SettingsShown
}

function Form({ screen, answer }: ShownProps) {
  const { refusedTimes } = screen
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (refusedTimes === 0) return
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    for (let at = first?.closest('details'); at; at = at.parentElement?.closest('details')) at.open = true
    first?.focus()
  }, [refusedTimes])
  const save = () => {
    if (form.current === null) return
    const inputs = [...form.current.querySelectorAll<HTMLInputElement>('input[name]')]
    const unreadable = inputs.filter(({ validity }) => validity.badInput)
    screen.save(Object.fromEntries(unreadable.map(({ name }) => [name, 'Write the whole day, or clear it.'])))
  }
  const submit = (event: Event) => {
    event.preventDefault()
    save()
  }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      {screen.isSaved && (
        <p class="notice good">Saved. Choose Check now on the Overview to see what follows from it.</p>
      )}
      <Choices screen={screen} answer={answer} />
      <Tabs tabs={answer.tabs} kinds={answer.kinds} screen={screen} />
      <Readings readings={answer.readings} />
      <Managed managed={answer.managed} />
      <Languages languages={answer.languages} />
      <SaveBar screen={screen} save={save} />
    </form>
  )
}

/** Stays in sight, so that nothing is left unsaved unseen. */
function SaveBar({ screen, save }: { readonly screen: SettingsScreen; readonly save: () => void }) {
  const { isSaving, trouble, refusals, discard } = screen
  const count = unsaved(screen)
  if (count === 0 && trouble === undefined) return null
  return (
    <div class="save-bar">
      {trouble !== undefined && <TroubleBox trouble={trouble} again={save} caption="Save again" />}
      {refusals[''] !== undefined && (
        <p class="refused" role="alert">
          {refusals['']}
        </p>
      )}
      <p>{counted(count, 'change')} not saved</p>
      <div class="buttons">
        <button type="button" aria-disabled={isSaving} onClick={() => !isSaving && discard()}>
          Discard
        </button>
        <button type="submit" class="filled" aria-disabled={isSaving}>
          {isSaving ? <Busy text="Saving…" /> : 'Save'}
        </button>
      </div>
    </div>
  )
}

function Readings({ readings }: Pick<SettingsShown, 'readings'>) {
  return (
    <details class="part">
      <summary>How the policy is read ({readings.length})</summary>
      <p class="quiet">Where its text leaves room. These belong to the policy and are not changed here.</p>
      <dl class="readings">
        {readings.map(({ id, question, value, because, isOwn }) => (
          <div key={id}>
            <dt>{question}</dt>
            <dd>
              {value}
              {isOwn && ' (as this policy says)'}
            </dd>
            <dd class="quiet">{because}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Managed({ managed }: Pick<SettingsShown, 'managed'>) {
  return (
    <details class="part">
      <summary>Columns that a check writes</summary>
      <ul class="sentences">
        {managed.map(({ name, place }) => (
          <li key={name}>
            {name}: {place === '' ? 'not there yet; the first check adds it' : place}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Languages({ languages }: Pick<SettingsShown, 'languages'>) {
  if (languages.length === 0) return null
  return (
    <details class="part">
      <summary>Languages ({languages.length})</summary>
      <ul class="sentences">
        {languages.map(({ text, name, students }) => (
          <li key={text}>
            <bdi>{text}</bdi>
            {name === undefined
              ? ': not known, so these families get English letters'
              : name === text
                ? ''
                : ` (${name})`}
            <span class="quiet"> · {counted(students, 'student')}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
