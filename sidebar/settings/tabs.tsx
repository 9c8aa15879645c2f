import type { AnsweredField, AnsweredTab } from '../../src/actions/requests/settings.ts'
import type { Choices } from '../pieces/choices.ts'
import { Field, Select } from '../pieces/field.tsx'
import { counted } from '../words.ts'
import { type ColumnChange, changeOf, columnRefusal, type Question, questionAbout } from './state.ts'
import type { SettingsScreen } from './use-settings.ts'

interface TabsProps {
  readonly tabs: readonly AnsweredTab[]
  /** What a tab can be. */
  readonly kinds: readonly string[]
  readonly screen: SettingsScreen
}

/** Which column of which tab is read for what; what is asked comes first. */
export function Tabs({ tabs, kinds, screen }: TabsProps) {
  const open = tabs.reduce((sum, { questions }) => sum + questions.length, 0)
  return (
    <section>
      <h2>Tabs and columns</h2>
      {open > 0 && (
        <p class="notice">
          {counted(open, 'question')} about your columns. Until it is answered, such a column is not read.
        </p>
      )}
      {[...tabs]
        .sort((a, b) => b.questions.length - a.questions.length)
        .map((tab, index) => (
          <Tab key={tab.sheet} tab={tab} kinds={kinds} place={index} screen={screen} />
        ))}
    </section>
  )
}

interface TabProps extends Pick<TabsProps, 'kinds' | 'screen'> {
  readonly tab: AnsweredTab
  /** From 0: two exports may have the same headings. */
  readonly place: number
}

function Tab({ tab, kinds, place, screen }: TabProps) {
  const { sheet, kindName, questions, fields } = tab
  const isAsked = (field: AnsweredField) => questionAbout(tab, field) !== undefined
  const asked = fields.filter(isAsked)
  const read = fields.filter((field) => !isAsked(field) && field.readFrom !== '')
  const absent = fields.filter((field) => !isAsked(field) && field.readFrom === '')
  const show = (some: readonly AnsweredField[]) =>
    some.map((field) => (
      <Column key={`${field.field} ${field.own ?? ''}`} tab={tab} place={place} field={field} screen={screen} />
    ))
  const title = (
    <>
      <bdi>{sheet}</bdi> <span class="quiet">{kindName}</span>
    </>
  )
  if (tab.signature === '') return <p>{title}</p>
  return (
    <details open={questions.length > 0}>
      <summary>
        {title} {questions.length > 0 && <span class="chip soon">{counted(questions.length, 'question')}</span>}
      </summary>
      {show(asked)}
      <Kind tab={tab} kinds={kinds} place={place} screen={screen} />
      {show(read)}
      {absent.length > 0 && (
        <details>
          <summary>Not in this tab ({absent.length})</summary>
          {show(absent)}
        </details>
      )}
    </details>
  )
}

/** What the tab is, for whoever knows better than its headings tell. */
function Kind({ tab, kinds, place, screen }: TabProps) {
  const key = { signature: tab.signature, field: 'tab' }
  const stands = tab.isNamed ? tab.kindName : guessed
  const change = changeOf(screen, key)
  const value = change === undefined ? stands : valueOfChange(change)
  const asRead = tab.isNamed ? 'As its headings tell' : `As its headings tell: ${tab.kindName}`
  return (
    <div class="column">
      <Field id={`tab-${place}`} label="This tab is" error={columnRefusal(screen, key)}>
        {(ties) => (
          <Select
            ties={ties}
            choices={[[guessed, asRead], ...kinds.map((kind) => [kind, kind] as const)]}
            value={value}
            change={(to) => screen.changeColumn(key, to === stands ? undefined : changeTo(to))}
          />
        )}
      </Field>
    </div>
  )
}

interface ColumnProps extends Omit<TabProps, 'kinds'> {
  readonly field: AnsweredField
}

/** Values of a select; no heading of a school starts with a control character. */
const guessed = '\u0001guess'
const absentValue = '\u0001absent'
const dateOrders = { '\u0001month': 'month-first', '\u0001day': 'day-first' } as const

function Column({ tab, place, field, screen }: ColumnProps) {
  const key = { signature: tab.signature, field: field.field, own: field.own }
  const question = questionAbout(tab, field)
  const stands = valueOfField(field)
  const change = changeOf(screen, key)
  const value = change === undefined ? stands : valueOfChange(change)
  const shown = value === guessed ? field.readFrom : value
  const samples = tab.columns.find(({ label }) => label === shown)?.samples ?? []
  const isAsked = question !== undefined && value === guessed
  return (
    <div class={isAsked ? 'column asked' : 'column'}>
      <Field
        id={`column-${place}-${field.field}-${field.own ?? ''}`.replace(/\s/g, '_')}
        label={field.own === undefined ? field.name : `${field.name} (“${field.own}”)`}
        error={columnRefusal(screen, key)}
        hint={isAsked ? undefined : samples.length > 0 ? samples.join(' · ') : undefined}
      >
        {(ties) => (
          <Select
            ties={ties}
            choices={choicesFor(tab, field, question)}
            value={value}
            change={(to) => screen.changeColumn(key, to === stands ? undefined : changeTo(to))}
          />
        )}
      </Field>
      {isAsked && (
        <ul class="sentences">
          {question.columns.map((column) => (
            <li key={column.label} class="quiet">
              “<bdi>{column.label}</bdi>”: {column.samples.join(' · ')}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const certainties = { sure: '', likely: ' (likely)', unsure: ' (not sure)' } as const

function choicesFor({ columns }: AnsweredTab, field: AnsweredField, question: Question | undefined): Choices {
  const { readFrom, certainty = 'sure', chosen } = field
  const guess =
    question !== undefined
      ? 'Please choose'
      : chosen !== undefined
        ? 'As guessed'
        : `As guessed: ${readFrom === '' ? 'not in this tab' : readFrom}${certainties[certainty]}`
  return [
    [guessed, guess],
    ...(question?.asks === 'date-order' || field.dates !== undefined
      ? ([
          ['\u0001month', 'Month first: 3/4 is March 4'],
          ['\u0001day', 'Day first: 3/4 is April 3'],
        ] as const)
      : []),
    ...columns.map(({ label }) => [label, label] as const),
    [absentValue, 'Not in this tab'],
  ]
}

function valueOfField({ chosen, dates }: AnsweredField): string {
  if (dates !== undefined) return valueOfChange({ dates })
  return chosen === undefined ? guessed : valueOfChange({ heading: chosen })
}

function valueOfChange(change: ColumnChange): string {
  if ('dates' in change) return change.dates === 'day-first' ? '\u0001day' : '\u0001month'
  if (change.heading === null) return guessed
  return change.heading === '' ? absentValue : change.heading
}

function changeTo(value: string): ColumnChange {
  if (value in dateOrders) return { dates: dateOrders[value as keyof typeof dateOrders] }
  if (value === guessed) return { heading: null }
  return { heading: value === absentValue ? '' : value }
}
