import type { CheckDone } from '../../src/actions/requests/check.ts'
import type { Wanted } from '../students/paged.ts'
import { clauseWords, inDigits, kindAfterNumber, kinds, kindWords } from '../words.ts'

type Gaps = CheckDone['gaps']

interface GapsProps {
  readonly gaps: Gaps
  readonly list: (wanted: Wanted, title: string) => void
}

/** How many students lack something, by kind; each number opens its list. */
export function Totals({ gaps, list }: GapsProps) {
  if (gaps.byCode.length === 0) return <p class="notice good">Nothing is missing on this day.</p>
  return (
    <section aria-label="Students by kind of gap">
      <ul class="totals">
        {kinds.map((kind) => {
          const count = gaps.students[kind]
          const said = (
            <>
              <strong>{inDigits(count)}</strong> {kindWords[kind]}
            </>
          )
          return (
            <li key={kind}>
              {count === 0 ? (
                <span class="total none">{said}</span>
              ) : (
                <button
                  type="button"
                  class={`total ${kind}`}
                  onClick={() => list({ call: 'listStudents', kind }, kindWords[kind])}
                >
                  {said}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      <p class="quiet">Students; one may be in several.</p>
    </section>
  )
}

/** What the policy demands and students still lack; each line opens its list. */
export function Demands({ gaps, list }: GapsProps) {
  if (gaps.byCode.length === 0) return null
  return (
    <section>
      <h2>What is missing</h2>
      <ul class="demands">
        {gaps.byCode.map(({ code, name, clause, students }) => (
          <li key={code + clause}>
            <button type="button" class="row" onClick={() => list({ call: 'listStudents', code, clause }, name)}>
              <span class="row-head">
                <span class="subject">{name}</span>
                <span class="quiet">{clauseWords(clause)}</span>
              </span>
              <span class="chips">
                {kinds.map((kind) => {
                  const count = students[kind]
                  return (
                    count !== undefined && (
                      <span key={kind} class={`chip ${kind}`}>
                        {inDigits(count)} {kindAfterNumber[kind]}
                      </span>
                    )
                  )
                })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
