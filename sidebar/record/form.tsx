import type { EntryType } from '../../src/actions/requests/record.ts'
import type { Choices } from '../pieces/choices.ts'
import { Field, FieldGroup, Radios, Select, type Ties } from '../pieces/field.tsx'
import { clauseWords, typeWords } from '../words.ts'
import { groupWarning } from './entry.ts'
import { type Field as EntryField, folded, type Part } from './fields.ts'
import type { RecordScreen } from './use-record.ts'

const types = Object.entries(typeWords) as readonly (readonly [EntryType, string])[]

interface FieldsProps {
  readonly screen: RecordScreen
}

/** What is recorded: its type, then the fields that matter for it. */
export function RecordFields({ screen }: FieldsProps) {
  const { type, shown, values, target, form, pick } = screen
  const blocked = form.answer?.blocked.find((one) => one.type === type)
  const limit = form.answer?.smallGroup
  const warning = groupWarning(values, target.students.length, limit)
  const parts = [...new Set(shown.flatMap(({ part }) => (part === undefined ? [] : [part])))]
  return (
    <>
      <Field id="type" label="What">
        {(ties) => <Select ties={ties} choices={types} value={type} change={(to) => pick(to as EntryType)} />}
      </Field>
      {blocked !== undefined ? (
        <p class="notice">{blocked.reason}</p>
      ) : (
        <>
          <EntryFields fields={shown.filter(({ part }) => part === undefined)} screen={screen} />
          <p role="status" class={warning === undefined ? 'spoken' : 'notice'}>
            {warning !== undefined && `${warning} (${clauseWords(limit?.clause ?? '')})`}
          </p>
          {parts.map((part) => (
            <PartOfForm key={part} part={part} screen={screen} />
          ))}
        </>
      )}
    </>
  )
}

function PartOfForm({ part, screen }: FieldsProps & { readonly part: Part }) {
  const fields = screen.shown.filter((field) => field.part === part)
  const inside = <EntryFields fields={fields} screen={screen} />
  if (!folded.has(part)) {
    return (
      <fieldset class="part">
        <legend>{part}</legend>
        {inside}
      </fieldset>
    )
  }
  return (
    <details>
      <summary>{part}</summary>
      {inside}
    </details>
  )
}

function EntryFields({ fields, screen }: FieldsProps & { readonly fields: readonly EntryField[] }) {
  return (
    <div class="fields">
      {fields.map((field) => (
        <EntryFieldControl key={field.name} field={field} screen={screen} />
      ))}
    </div>
  )
}

const yesNo: Choices = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['', 'Not known'],
]

function EntryFieldControl({ field, screen }: FieldsProps & { readonly field: EntryField }) {
  const { name, label, input, hint, isShort, choices = [] } = field
  const { values, refusals, write, form } = screen
  const id = `field-${name}`
  const value = values[name] ?? ''
  const change = (to: string) => write(name, to)
  const told = { id, label, hint, error: refusals[name] }
  if (input === 'tick') {
    return (
      <label class="tick">
        <input
          type="checkbox"
          checked={value === 'yes'}
          onChange={(event) => change(event.currentTarget.checked ? 'yes' : '')}
        />
        {label}
      </label>
    )
  }
  if (input === 'yes-no') {
    return (
      <FieldGroup {...told}>
        <Radios name={name} choices={yesNo} value={value} change={change} />
      </FieldGroup>
    )
  }
  return (
    <Field {...told} isShort={isShort}>
      {(ties) =>
        input === 'choice' ? (
          <Select ties={ties} choices={choices} value={value} change={change} />
        ) : (
          <Typed ties={ties} field={field} value={value} change={change} staff={form.answer?.staff ?? []} />
        )
      }
    </Field>
  )
}

interface TypedProps {
  readonly ties: Ties
  readonly field: EntryField
  readonly value: string
  readonly change: (value: string) => void
  /** Names to suggest. */
  readonly staff: readonly string[]
}

const inputTypes = { day: 'date', time: 'time' } as const

function Typed({ ties, field: { name, input, needed }, value, change, staff }: TypedProps) {
  const shared = { ...ties, name, value, dir: 'auto', 'aria-required': needed !== undefined } as const
  if (input === 'lines') {
    return <textarea {...shared} rows={3} maxLength={500} onInput={(event) => change(event.currentTarget.value)} />
  }
  return (
    <>
      <input
        {...shared}
        type={input === 'day' || input === 'time' ? inputTypes[input] : 'text'}
        inputMode={input === 'number' ? 'numeric' : undefined}
        maxLength={500}
        autocomplete="off"
        list={input === 'staff' ? `${ties.id}-names` : undefined}
        onInput={(event) => change(event.currentTarget.value)}
      />
      {input === 'staff' && (
        <datalist id={`${ties.id}-names`}>
          {staff.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  )
}
