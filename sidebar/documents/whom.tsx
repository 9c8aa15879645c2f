import type { Choices } from '../pieces/choices.ts'
import { Field, FieldGroup, Radios, Select } from '../pieces/field.tsx'
import { tooMany } from '../student/rows.tsx'
import { counted, gradeWords, inDigits } from '../words.ts'
import { type Choice, offered } from './state.ts'
import type { DocumentsScreen } from './use-documents.ts'

const grades: Choices = ['K', ...Array.from({ length: 12 }, (_, index) => String(index + 1))].map((grade) => [
  grade,
  grade === 'K' ? 'Kindergarten' : gradeWords(grade),
])

interface WhomProps {
  readonly screen: DocumentsScreen
  readonly notFollowing: string | undefined
}

/** For whom documents are made. */
export function WhomFields({ screen, notFollowing }: WhomProps) {
  const { choice, target, grade, staff, listed } = screen
  const { students, total } = target
  const rows = choice === 'selected' && total > 0 ? `Selected rows (${inDigits(total)})` : 'Selected rows'
  const choices: readonly (readonly [Choice, string])[] = [
    ...(listed === undefined ? [] : [['listed', `These students: ${listed.title}`] as const]),
    ['flagged', 'Students with open items'],
    ['selected', rows],
    ['grade', 'One grade'],
    ['staff', 'One counselor or teacher'],
    ['all', 'All students'],
  ]
  const other = offered(screen)
  return (
    <>
      <div class="stacked">
        <FieldGroup id="whom" label="For whom">
          <Radios name="whom" choices={choices} value={choice} change={(to) => screen.choose(to as Choice)} />
        </FieldGroup>
      </div>
      {choice === 'grade' && (
        <Field id="whom-grade" label="Grade">
          {(ties) => <Select ties={ties} choices={grades} value={grade} change={screen.pickGrade} />}
        </Field>
      )}
      {choice === 'staff' && (
        <Field id="whom-staff" label="Name" hint="As on the roster, or a part of it.">
          {(ties) => (
            <input
              {...ties}
              type="text"
              dir="auto"
              value={staff}
              autocomplete="off"
              onInput={(event) => screen.writeStaff(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      {choice === 'selected' && students.length === 0 && (
        <p class="hint">Select the rows of the students in the sheet, on the roster or on any tab with their ids.</p>
      )}
      {choice === 'selected' && total > students.length && <p class="notice">{tooMany(students.length, total)}</p>}
      {choice === 'selected' && notFollowing !== undefined && <p class="quiet">{notFollowing}</p>}
      <p role="status" class={other === undefined ? 'spoken' : undefined}>
        {other !== undefined && (
          <button type="button" onClick={screen.takeSelected}>
            Use the {counted(other.total, 'row')} now selected
          </button>
        )}
      </p>
    </>
  )
}
