import { useEffect, useRef } from 'preact/hooks'
import type { DocumentsPreview, PreviewedDocument } from '../../src/actions/requests/documents.ts'
import { Busy } from '../pieces/busy.tsx'
import type { Choices } from '../pieces/choices.ts'
import { Field, Select } from '../pieces/field.tsx'
import { Link } from '../pieces/link.tsx'
import { Pager, useTopOfPage } from '../pieces/pager.tsx'
import { Name } from '../pieces/person.tsx'
import { counted, inDigits } from '../words.ts'
import { ActTrouble } from './act-trouble.tsx'
import { shallCarryOn } from './state.ts'
import type { DocumentsScreen } from './use-documents.ts'
import { leftBlank, needMeanings, needs, needTones, needWords } from './words.ts'

/** How many students or documents one answer of the script lists. */
export const onAPage = 50

interface PreviewProps {
  readonly screen: DocumentsScreen
  readonly preview: DocumentsPreview
}

/** What would be made, what would not and why, and the button that makes it; or every fault of the templates instead. */
export function Preview({ screen, preview }: PreviewProps) {
  const { students, total, page, without, notes, schoolYear } = preview
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever asked for it elsewhere is led to it.
  useEffect(() => {
    if (screen.choice === 'listed') heading.current?.focus()
  }, [])
  const top = useTopOfPage(page)
  const faulty = preview.templates.filter(({ faults }) => faults.length > 0)
  if (faulty.length > 0) return <Faults templates={faulty} />
  return (
    <>
      <section aria-labelledby="preview-heading">
        <h2 id="preview-heading" tabIndex={-1} ref={heading}>
          {counted(total, 'document')} for {schoolYear}
        </h2>
        <Counts counts={preview.counts} />
        {without.length > 0 && (
          <>
            <p>Without a plan:</p>
            <ul class="points">
              {without.map(({ why, students: count }) => (
                <li key={why}>
                  {counted(count, 'student')}. {why}
                </li>
              ))}
            </ul>
          </>
        )}
        {notes.map((note) => (
          <p key={note} class="quiet">
            {note}
          </p>
        ))}
        {total > 0 && <MakeThem screen={screen} preview={preview} />}
      </section>
      {total > 0 && (
        <section aria-labelledby="previewed-students">
          <h2 id="previewed-students" tabIndex={-1} ref={top}>
            One by one
          </h2>
          <ul class="items">
            {students.map((student) => (
              <PreviewedStudent key={student.studentId + student.document} {...student} />
            ))}
          </ul>
          <Pager
            label="Pages of the preview"
            page={page}
            onAPage={onAPage}
            total={total}
            isBusy={screen.looked.isBusy}
            turn={screen.turnPreview}
          />
        </section>
      )}
    </>
  )
}

function Counts({ counts }: Pick<DocumentsPreview, 'counts'>) {
  return (
    <ul class="counts">
      {needs.map(
        (need) =>
          counts[need] > 0 && (
            <li key={need}>
              <span class={`chip ${needTones[need]}`}>
                {inDigits(counts[need])} {needWords[need].toLowerCase()}
              </span>{' '}
              <span class="quiet">{needMeanings[need]}</span>
            </li>
          ),
      )}
    </ul>
  )
}

const workerChoices: Choices = Array.from({ length: 8 }, (_, index) => [String(index + 1), String(index + 1)])

function MakeThem({ screen, preview: { counts, leftToday } }: PreviewProps) {
  const { overChanges, workers, act } = screen
  const carryOn = shallCarryOn(screen)
  const isStarting = act === 'starting'
  const count = counts.new + counts.changed + (overChanges ? counts.kept : 0)
  const tomorrow = counts.new - leftToday
  return (
    <>
      {tomorrow > 0 ? (
        <p class="notice">
          Google lets an account make 1,500 documents a day; about {inDigits(leftToday)} are left today. The other{' '}
          {inDigits(tomorrow)} go on tomorrow: {carryOn ? 'by themselves.' : 'press Go on then, or tick the box below.'}
        </p>
      ) : (
        <p class="quiet">
          About {inDigits(leftToday)} of the 1,500 documents that Google lets an account make in a day are left.
        </p>
      )}
      {counts.kept > 0 && (
        <Tick
          id="over-changes"
          label="Replace documents that were changed by hand too"
          hint={`What was typed into ${counts.kept === 1 ? 'it' : `these ${inDigits(counts.kept)}`} goes out of the document. Drive keeps the earlier version under File › Version history.`}
          isOn={overChanges}
          change={screen.setOverChanges}
        />
      )}
      {count === 0 ? (
        <p class="notice good">There is nothing to make.</p>
      ) : (
        <>
          <Tick
            id="carry-on"
            label="Go on every hour when this is closed"
            hint="Until all are made."
            isOn={carryOn}
            change={screen.setCarryOn}
          />
          <details>
            <summary>Details</summary>
            <Field id="workers" label="Made side by side" hint="Fewer where Google asks to wait.">
              {(ties) => (
                <Select
                  ties={ties}
                  choices={workerChoices}
                  value={String(workers)}
                  change={(to) => screen.setWorkers(Number(to))}
                />
              )}
            </Field>
          </details>
          <button type="button" class="action" aria-disabled={isStarting} onClick={screen.make}>
            {isStarting ? (
              <Busy text="Starting…" long="A large roster takes a minute." />
            ) : (
              `Make ${counted(count, 'document')}`
            )}
          </button>
        </>
      )}
      <ActTrouble screen={screen} of={['starting']} />
    </>
  )
}

interface TickProps {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly isOn: boolean
  readonly change: (isOn: boolean) => void
}

function Tick({ id, label, hint, isOn, change }: TickProps) {
  return (
    <div class="field">
      <div class="tick">
        <input
          type="checkbox"
          id={id}
          checked={isOn}
          aria-describedby={`${id}-hint`}
          onChange={(event) => change(event.currentTarget.checked)}
        />
        <label for={id}>{label}</label>
      </div>
      <p class="quiet" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  )
}

function PreviewedStudent({ studentId, name, document, need, link, blank, note }: PreviewedDocument) {
  const missing = leftBlank(blank)
  return (
    <li>
      <p class="row-head">
        <Name id={studentId} name={name} />
        <span class={`chip ${needTones[need]}`}>{needWords[need]}</span>
      </p>
      <p class="quiet">
        <Link to={link}>{document}</Link>
      </p>
      {missing !== '' && <p class="quiet">{missing}</p>}
      {note !== '' && <p>{note}</p>}
    </li>
  )
}

function Faults({ templates }: Pick<DocumentsPreview, 'templates'>) {
  return (
    <section class="trouble" role="alert">
      <h2>A template has to be mended first</h2>
      <p>Nothing can be made from it until then. Open it, mend what is said below, then preview again.</p>
      {templates.map(({ name, link, faults }) => (
        <div key={name}>
          <p>
            <Link to={link}>{name}</Link>
          </p>
          <ul class="points">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
