import type { RecordHint, StudentDetails } from '../../src/actions/requests/students.ts'
import { clauseWords, daysLeftInWords, recordWords, statusTone, statusWords } from '../words.ts'

type Item = StudentDetails['missing'][number]

interface MissingProps {
  /** The student's own row. */
  readonly at: StudentDetails['student']['at']
  readonly missing: readonly Item[]
  readonly record: (hint: RecordHint) => void
}

/** What is missing, by when and by which clause, with a button for what can be recorded here. */
export function Missing({ at, missing, record }: MissingProps) {
  if (missing.length === 0) return <p class="notice good">Nothing is missing.</p>
  return (
    <section>
      <h2>What is missing</h2>
      <ul class="items">
        {missing.map((item) => (
          <li key={item.code + item.clause + item.detail + item.status}>
            <ItemText item={item} at={at} />
            {item.record !== undefined && (
              <button type="button" onClick={() => record(item.record as RecordHint)}>
                {recordWords(item.record)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ItemText({ item, at }: { readonly item: Item } & Pick<MissingProps, 'at'>) {
  const { name, status, clause, daysLeft, message, evidence } = item
  // Of what is met, or not known, nothing is late.
  const isOpen = status === 'LATE' || status === 'OPEN'
  const left = isOpen && daysLeft !== undefined ? [daysLeftInWords(daysLeft)] : []
  const others = evidence.filter(({ sheet, row }) => sheet !== at.sheet || row !== at.row)
  const places = [...new Set(others.map(({ sheet, row }) => `${sheet}, row ${row}`))]
  return (
    <>
      <p class="row-head">
        <strong>{name}</strong>
        <span class={`chip ${statusTone[status]}`}>{statusWords[status]}</span>
      </p>
      <p>{message}</p>
      <p class="quiet">{[...left, clauseWords(clause)].filter((part) => part !== '').join(' · ')}</p>
      {places.length > 0 && <p class="quiet">See {places.join('; ')}</p>}
    </>
  )
}

/** What is met, does not apply, or is only to be known: folded away. */
export function Settled({ at, settled }: Pick<MissingProps, 'at'> & Pick<StudentDetails, 'settled'>) {
  if (settled.length === 0) return null
  return (
    <details>
      <summary>Settled ({settled.length})</summary>
      <ul class="items">
        {settled.map((item) => (
          <li key={item.code + item.clause + item.detail + item.status}>
            <ItemText item={item} at={at} />
          </li>
        ))}
      </ul>
    </details>
  )
}
