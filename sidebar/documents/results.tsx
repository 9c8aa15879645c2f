import type { DocumentResult, DocumentResults } from '../../src/actions/requests/documents.ts'
import { Busy } from '../pieces/busy.tsx'
import { Link } from '../pieces/link.tsx'
import { Pager, useTopOfPage } from '../pieces/pager.tsx'
import { Name } from '../pieces/person.tsx'
import { TroubleBox } from '../pieces/trouble-box.tsx'
import { counted, inDigits } from '../words.ts'
import { ActTrouble } from './act-trouble.tsx'
import { onAPage } from './preview.tsx'
import type { DocumentsScreen } from './use-documents.ts'
import { againStates, changedByHand, stateTone } from './words.ts'

interface ResultsProps {
  readonly screen: DocumentsScreen
  readonly counts: DocumentResults['counts']
}

/** What became of each document, by state. */
export function Results({ screen, counts }: ResultsProps) {
  const { results, shownState } = screen
  const { answer } = results
  const top = useTopOfPage(answer?.page)
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  // Read before documents were asked for: there are some by now, and the next reading has them.
  const isOutdated = answer?.total === 0 && (shownState === '' ? all : (counts[shownState] ?? 0)) > 0
  return (
    <section aria-labelledby="results-heading">
      <h2 id="results-heading" tabIndex={-1} ref={top}>
        What became of them
      </h2>
      <ul class="chips" aria-label="Show">
        {[['', all] as const, ...Object.entries(counts)].map(([state, count]) => (
          <li key={state}>
            <button
              type="button"
              class={`chip ${stateTone(state)}`}
              aria-pressed={shownState === state}
              onClick={() => screen.show(state)}
            >
              {state === '' ? 'All' : state} {inDigits(count)}
            </button>
          </li>
        ))}
      </ul>
      <OfState screen={screen} count={counts[shownState] ?? 0} />
      <ActTrouble screen={screen} of={['starting-again']} />
      {answer === undefined || isOutdated ? (
        results.trouble === undefined ? (
          <p class="quiet">
            <Busy text="Reading…" />
          </p>
        ) : (
          <TroubleBox trouble={results.trouble} again={results.again} />
        )
      ) : answer.total === 0 ? (
        <p>None any more.</p>
      ) : (
        <>
          {results.trouble !== undefined && (
            <p class="quiet">{results.trouble.title}. What stands here is from before.</p>
          )}
          <ul class="items">
            {answer.results.map((result) => (
              <Result key={result.studentId + result.document} {...result} />
            ))}
          </ul>
          <Pager
            label="Pages of the results"
            page={answer.page}
            onAPage={onAPage}
            total={answer.total}
            isBusy={answer.page !== screen.page}
            turn={screen.turnTo}
          />
        </>
      )}
    </section>
  )
}

/** What can be done about all that have the state which is shown. */
function OfState({ screen, count }: { readonly screen: DocumentsScreen; readonly count: number }) {
  const { shownState, act } = screen
  if (count === 0) return null
  if (shownState === changedByHand)
    return (
      <>
        <p class="quiet">They stay as they are. To replace them, tick the box in their preview.</p>
        <button
          type="button"
          class="after"
          onClick={() => screen.chooseListed({ title: changedByHand, whom: { state: changedByHand } })}
        >
          Preview these {inDigits(count)}
        </button>
      </>
    )
  if (!againStates.includes(shownState)) return null
  return (
    <button type="button" class="after" aria-disabled={act !== undefined} onClick={() => screen.makeAgain(shownState)}>
      {act === 'starting-again' ? <Busy text="Starting…" /> : `Make ${counted(count, 'document')} again`}
    </button>
  )
}

function Result({ studentId, name, document, state, link, note }: DocumentResult) {
  return (
    <li>
      <p class="row-head">
        <Name id={studentId} name={name} />
        <span class={`chip ${stateTone(state)}`}>{state}</span>
      </p>
      <p class="quiet">
        <Link to={link}>{document}</Link>
      </p>
      {note !== '' && <p>{note}</p>}
    </li>
  )
}
