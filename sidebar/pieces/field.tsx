import type { ComponentChildren } from 'preact'
import type { Choices } from './choices.ts'

/** What ties a control to its label, its hint and its refusal. */
export interface Ties {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
}

interface FieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly isShort?: boolean | undefined
  readonly children: (ties: Ties) => ComponentChildren
}

/** A label, a control, and beside it what to know or why it is refused. */
export function Field({ id, label, hint, error, isShort = false, children }: FieldProps) {
  return (
    <div class={isShort ? 'field short' : 'field'}>
      <label for={id}>{label}</label>
      {children(tiesOf({ id, hint, error }))}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  )
}

/** The same for several controls under one name. */
export function FieldGroup({ id, label, hint, error, children }: Omit<FieldProps, 'children'> & ChildrenProps) {
  return (
    <fieldset class="field" aria-describedby={tiesOf({ id, hint, error })['aria-describedby']}>
      <legend>{label}</legend>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  )
}

interface ChildrenProps {
  readonly children: ComponentChildren
}

type NotesProps = Pick<FieldProps, 'id' | 'hint' | 'error'>

function tiesOf({ id, hint, error }: NotesProps): Ties {
  const notes = [error !== undefined ? `${id}-error` : '', hint !== undefined ? `${id}-hint` : ''].filter(Boolean)
  return {
    id,
    'aria-describedby': notes.length === 0 ? undefined : notes.join(' '),
    'aria-invalid': error !== undefined,
  }
}

function FieldNotes({ id, hint, error }: NotesProps) {
  return (
    <>
      {error !== undefined && (
        <p class="refused" id={`${id}-error`}>
          <span aria-hidden="true">▲ </span>
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  )
}

interface SelectProps {
  readonly ties: Ties
  readonly choices: Choices
  readonly value: string
  readonly change: (value: string) => void
}

export function Select({ ties, choices, value, change }: SelectProps) {
  return (
    <select {...ties} value={value} onChange={(event) => change(event.currentTarget.value)}>
      {choices.map(([each, words]) => (
        <option key={each} value={each} selected={each === value}>
          {words}
        </option>
      ))}
    </select>
  )
}

/** One of a few, all of them in sight. */
export function Radios({ name, choices, value, change }: Omit<SelectProps, 'ties'> & { readonly name: string }) {
  return (
    <div class="radios">
      {choices.map(([each, words]) => (
        <label key={each}>
          <input type="radio" name={name} value={each} checked={each === value} onChange={() => change(each)} />
          {words}
        </label>
      ))}
    </div>
  )
}
