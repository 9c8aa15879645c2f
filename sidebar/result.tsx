import type { CheckDone } from '../src/actions/requests/check.ts'
import type { LastCheck } from '../src/actions/requests/overview.ts'
import {
  type Gap,
  gapsOf,
  inDigits,
  counted as inWords,
  type OpenStatus,
  openStatuses,
  statusAfterNumber,
  subjectOf,
  untrackedSubjects,
} from './words.ts'

/** How many problem sentences the sidebar shows; all of them stand on the tab Findings. */
const problemsShown = 5

interface FindingsProps {
  readonly counted: Pick<LastCheck, 'students' | 'counts' | 'byCode'>
  readonly when: string
  /** Policy and as-of date, where they are not the ones shown above the button. */
  readonly against?: string | undefined
}

/** The totals, and below them one line for each kind of gap with its clause. */
export function Findings({ counted, when, against }: FindingsProps) {
  const gaps = gapsOf(counted.byCode)
  return (
    <section>
      <h2>{inWords(counted.students, 'student')}</h2>
      <p class="quiet">{when}</p>
      {against !== undefined && <p class="quiet">{against}</p>}
      {gaps.length === 0 ? (
        <p>Nothing is missing on this day.</p>
      ) : (
        <>
          <ul class="totals">
            {openStatuses.map((status) => (
              <Total key={status} status={status} count={counted.counts[status] ?? 0} />
            ))}
          </ul>
          <ul class="gaps">
            {gaps.map((gap) => (
              <GapLine key={gap.code + gap.clause} gap={gap} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Total({ status, count }: { readonly status: OpenStatus; readonly count: number }) {
  return (
    <li class={count === 0 ? 'none' : status.toLowerCase()}>
      <strong>{inDigits(count)}</strong> {statusAfterNumber[status]}
    </li>
  )
}

function GapLine({ gap }: { readonly gap: Gap }) {
  return (
    <li>
      <span class="subject">{subjectOf[gap.code] ?? gap.code}</span>
      {gap.clause !== '' && <Clause clause={gap.clause} />}
      <span class="chips">
        {openStatuses.map(
          (status) =>
            gap.counts[status] !== undefined && (
              <span key={status} class={`chip ${status.toLowerCase()}`}>
                {inDigits(gap.counts[status])} {statusAfterNumber[status]}
              </span>
            ),
        )}
      </span>
    </li>
  )
}

/** 'clause 3.1.7' beside the subject; a policy without numbers has sections with names, which take a line of their own. */
function Clause({ clause }: Pick<Gap, 'clause'>) {
  const isName = /^[A-Za-z]+(?![\w-])/.test(clause)
  return isName ? <span class="clause section">section “{clause}”</span> : <span class="clause">clause {clause}</span>
}

/** What could not be read: the first few sentences, and how many there are. */
export function Problems({ problems, problemCount }: Pick<CheckDone, 'problems' | 'problemCount'>) {
  const shown = problems.slice(0, problemsShown).map(({ message }) => message)
  const more = problemCount - shown.length
  return (
    <Sentences heading={`${inWords(problemCount, 'thing')} to mend in the sheet`} sentences={shown}>
      {more > 0 && <p class="quiet">and {inDigits(more)} more on the tab Findings</p>}
    </Sentences>
  )
}

/** What no column of the workbook can show: it was not checked, and nothing found there means nothing. */
export function NotTracked({ notTracked }: Pick<CheckDone, 'notTracked'>) {
  const names = untrackedSubjects(notTracked)
  if (names.length === 0) return null
  return <Sentences heading="Not checked" sentences={[`This workbook has no column for: ${names.join(', ')}.`]} />
}

interface SentencesProps {
  readonly heading: string
  readonly sentences: readonly string[]
  readonly children?: preact.ComponentChildren
}

/** A heading and its sentences; nothing when there are none. */
export function Sentences({ heading, sentences, children }: SentencesProps) {
  if (sentences.length === 0) return null
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {children}
    </section>
  )
}
