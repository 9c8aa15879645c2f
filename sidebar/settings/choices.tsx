import type { AnsweredSetting, SettingsShown } from '../../src/actions/requests/settings.ts'
import { Field, Select, type Ties } from '../pieces/field.tsx'
import type { SettingName } from './state.ts'
import type { SettingsScreen } from './use-settings.ts'

interface ChoicesProps {
  readonly screen: SettingsScreen
  readonly answer: SettingsShown
}

/** Policy, school year, days and names, each with what is used where it is blank. */
export function Choices({ screen, answer }: ChoicesProps) {
  return (
    <>
      {answer.settings.map((setting) => (
        <Choice key={setting.name} setting={setting} screen={screen} policies={answer.policies} />
      ))}
    </>
  )
}

interface ChoiceProps extends Pick<SettingsShown, 'policies'> {
  readonly setting: AnsweredSetting
  readonly screen: SettingsScreen
}

function Choice({ setting, screen, policies }: ChoiceProps) {
  const { name, label, chosen, used, meaning, refused } = setting
  const value = screen.settings[name] ?? chosen
  const change = (to: string) => screen.write(name, to, chosen)
  const isBlank = value === ''
  // What stands on the tab is refused until somebody changes it.
  const error = screen.refusals[name] ?? (value === chosen ? refused : undefined)
  const hint = isBlank ? `In use: ${used}. ${meaning}` : meaning
  return (
    <Field id={`setting-${name}`} label={label} hint={hint} error={error}>
      {(ties) =>
        name === 'policy' ? (
          <Select
            ties={ties}
            choices={[['', 'Not chosen'], ...policies.map((policy) => [policy.id, policy.name] as const)]}
            value={value}
            change={change}
          />
        ) : (
          <Typed ties={ties} name={name} isDay={isDay(name, chosen)} value={value} change={change} />
        )
      }
    </Field>
  )
}

const days: readonly SettingName[] = ['firstDay', 'lastDay', 'asOf']

/** A day that cannot be read is shown as it was typed. */
function isDay(name: SettingName, chosen: string): boolean {
  return days.includes(name) && /^(\d{4}-\d{2}-\d{2})?$/.test(chosen)
}

interface TypedProps {
  readonly ties: Ties
  readonly name: SettingName
  readonly isDay: boolean
  readonly value: string
  readonly change: (value: string) => void
}

function Typed({ ties, name, isDay, value, change }: TypedProps) {
  const shared = {
    ...ties,
    name,
    value,
    onInput: (event: InputEvent) => change((event.currentTarget as HTMLInputElement).value),
  }
  if (isDay) return <input {...shared} type="date" />
  return (
    <input
      {...shared}
      type="text"
      autocomplete="off"
      placeholder={name === 'schoolYear' ? 'such as 2026-27' : undefined}
    />
  )
}
