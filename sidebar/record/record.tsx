import { useEffect, useRef } from 'preact/hooks'
import { Busy } from '../pieces/busy.tsx'
import { TroubleBox } from '../pieces/trouble-box.tsx'
import { RecordFields } from './form.tsx'
import { SavedView, UndoneView } from './outcome.tsx'
import { Target } from './target.tsx'
import type { RecordScreen } from './use-record.ts'
import { Warnings } from './warnings.tsx'

interface RecordProps {
  readonly screen: RecordScreen
  readonly notFollowing: string | undefined
}

export function RecordView({ screen, notFollowing }: RecordProps) {
  const { step, form } = screen
  const heading = useRef<HTMLHeadingElement>(null)
  const title = step.at === 'undone' ? 'Taken back' : step.at === 'saved' || step.at === 'undoing' ? 'Saved' : 'Record'
  const before = useRef(title)
  // What had the focus has gone with the form, or with the result.
  useEffect(() => {
    if (before.current !== title) heading.current?.focus()
    before.current = title
  }, [title])
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {step.at === 'undone' ? (
        <UndoneView undone={step.undone} screen={screen} />
      ) : step.at === 'saved' || step.at === 'undoing' ? (
        <SavedView step={step} screen={screen} />
      ) : form.answer !== undefined ? (
        <Form screen={screen} notFollowing={notFollowing} />
      ) : form.trouble !== undefined ? (
        <TroubleBox trouble={form.trouble} again={form.again} />
      ) : (
        <p class="quiet">
          <Busy text="Preparing the form…" long="A large workbook takes longer." />
        </p>
      )}
    </>
  )
}

function Form({ screen, notFollowing }: RecordProps) {
  const { step, trouble, refusals, refusedTimes } = screen
  const form = useRef<HTMLFormElement>(null)
  // The first field that was refused, once the sentence stands beside it.
  useEffect(() => {
    if (refusedTimes === 0) return
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-refused]')
    first?.closest('details')?.setAttribute('open', '')
    first?.focus()
  }, [refusedTimes])
  const saveButton = useRef<HTMLButtonElement>(null)
  const goBack = () => {
    screen.back()
    returning.current = true
  }
  const returning = useRef(false)
  useEffect(() => {
    if (returning.current && step.at === 'form') saveButton.current?.focus()
    returning.current = false
  }, [step.at])
  const submit = (event: Event) => {
    event.preventDefault()
    if (form.current !== null) screen.save(false, unreadableIn(form.current))
  }
  const saveAgain = () => {
    saveButton.current?.focus()
    screen.save(false)
  }
  const isBlocked = screen.form.answer?.blocked.some(({ type }) => type === screen.type) === true
  return (
    <form ref={form} onSubmit={submit} noValidate class="record">
      <Target screen={screen} notFollowing={notFollowing} />
      <RecordFields screen={screen} />
      {refusals[''] !== undefined && (
        <p class="refused" role="alert">
          {refusals['']}
        </p>
      )}
      {trouble !== undefined && <TroubleBox trouble={trouble} again={saveAgain} caption="Save again" />}
      {step.at === 'asking' ? (
        <Warnings warnings={step.warnings} save={() => screen.save(true)} back={goBack} />
      ) : (
        !isBlocked && (
          <button type="submit" class="action" ref={saveButton} aria-disabled={step.at === 'saving'}>
            {step.at === 'saving' ? <Busy text="Saving…" /> : 'Save'}
          </button>
        )
      )}
    </form>
  )
}

/** A half-typed day counts as blank for a browser; it must not be saved as one. */
function unreadableIn(form: HTMLFormElement): Readonly<Record<string, string>> {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[name]')].filter(({ validity }) => validity.badInput)
  return Object.fromEntries(
    inputs.map(({ name, type }) => [name, type === 'time' ? 'Write the whole time.' : 'Write the whole day.']),
  )
}
