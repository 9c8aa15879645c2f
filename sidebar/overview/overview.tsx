import { useRef } from 'preact/hooks'
import type { LastCheck, Overview } from '../../src/actions/requests/overview.ts'
import { Busy } from '../pieces/busy.tsx'
import { Sentences } from '../pieces/sentences.tsx'
import { TroubleBox } from '../pieces/trouble-box.tsx'
import type { Wanted } from '../students/paged.ts'
import { counted, dayInWords, inDigits, timeInWords } from '../words.ts'
import { Demands, Totals } from './gaps.tsx'
import { owedBySchool } from './state.ts'
import type { OverviewScreen } from './use-overview.ts'

/** How many problem sentences are shown; all of them stand on the tab Findings. */
const problemsShown = 5

interface OverviewProps {
  readonly screen: OverviewScreen
  readonly list: (wanted: Wanted, title: string) => void
}

export function OverviewView({ screen, list }: OverviewProps) {
  const { overview, checked, busy, trouble, check, again } = screen
  const action = useRef<HTMLButtonElement>(null)
  // The pressed button goes away with its message, so the focus is moved to what stays.
  const tryAgain = () => {
    action.current?.focus()
    again()
  }
  return (
    <>
      <h1 tabIndex={-1}>{screen.isShut ? 'Plan Keeper' : 'Overview'}</h1>
      {overview !== undefined && (
        <>
          <Basis overview={overview} />
          <button type="button" class="action" aria-disabled={busy === 'checking'} onClick={check} ref={action}>
            {busy === 'checking' ? <Busy text="Checking…" /> : 'Check now'}
          </button>
          <p class="quiet">{busy === 'checking' ? goesOn : whenChecked(overview)}</p>
        </>
      )}
      {overview === undefined && busy === 'opening' && (
        <p class="quiet">
          <Busy text="Opening…" long="This takes longer than usual. It is tried for a minute." />
        </p>
      )}
      {trouble !== undefined && <TroubleBox trouble={trouble} again={tryAgain} />}
      {overview !== undefined && (
        <>
          {overview.outOfDate && busy !== 'checking' && (
            <p class="notice">
              The sheet or the settings have changed since the last check. Check now to see where it stands.
            </p>
          )}
          {overview.last === undefined && busy !== 'checking' && <FirstSteps />}
          {overview.gaps !== undefined && (
            <>
              <Totals gaps={overview.gaps} list={list} />
              <Demands gaps={overview.gaps} list={list} />
            </>
          )}
          <Sentences
            heading="The school as a whole"
            sentences={owedBySchool(checked?.school ?? []).map(({ message }) => message)}
          />
          <NotTracked names={overview.last?.notTrackedNames ?? []} />
          <Problems
            sentences={(checked?.problems ?? []).map(({ message }) => message)}
            count={overview.last?.problemCount ?? 0}
          />
          <Sentences heading="Notes" sentences={overview.notes} />
        </>
      )}
    </>
  )
}

const goesOn = 'A large roster takes a minute or two. You may go on working in the sheet.'

/** What the next check goes by. */
function Basis({ overview }: { readonly overview: Overview }) {
  const { policy, asOf, asOfIsToday, schoolYear } = overview
  return (
    <dl class="basis">
      <dt>Policy</dt>
      <dd>{policyName(overview, policy)}</dd>
      <dt>As of</dt>
      <dd>
        {dayInWords(asOf)}
        {asOfIsToday && ' (today)'}
      </dd>
      <dt>School year</dt>
      <dd>{schoolYear}</dd>
    </dl>
  )
}

function whenChecked({ last, policy, asOf, policies }: Overview): string {
  if (last === undefined) return 'Not checked yet.'
  const { checkedAt, students } = last
  const when = checkedAt === '' ? 'just now' : `${dayInWords(checkedAt)}, ${timeInWords(checkedAt.slice(11))}`
  const sentence = `${counted(students, 'student')}, checked ${when}.`
  if (last.policy === policy && last.asOf === asOf) return sentence
  return `${sentence} That was ${against(last, { policies })}.`
}

function against({ policy, asOf }: LastCheck, names: Pick<Overview, 'policies'>): string {
  return `against ${policyName(names, policy)}, as of ${dayInWords(asOf)}`
}

function policyName({ policies }: Pick<Overview, 'policies'>, id: string): string {
  return policies.find((policy) => policy.id === id)?.name ?? id
}

function FirstSteps() {
  return (
    <section>
      <h2>First time here?</h2>
      <ol class="steps">
        <li>
          Choose <b>Extensions › Plan Keeper › Set up this workbook</b>. It makes the tabs that you lack and reads your
          columns.
        </li>
        <li>
          Press <b>Check now</b>. Nothing of yours is changed: four columns of ours appear on the roster.
        </li>
      </ol>
    </section>
  )
}

/** What no column of the workbook can show: it was not checked, and nothing found there means nothing. */
function NotTracked({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null
  return <Sentences heading="Not checked" sentences={[`This workbook has no column for: ${names.join(', ')}.`]} />
}

/** What could not be read: the first few sentences, and how many there are. */
function Problems({ sentences, count }: { readonly sentences: readonly string[]; readonly count: number }) {
  if (count === 0) return null
  const shown = sentences.slice(0, problemsShown)
  const more = count - shown.length
  return (
    <section>
      <h2>{counted(count, 'thing')} to mend in the sheet</h2>
      <ul class="sentences">
        {shown.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {more > 0 && (
        <p class="quiet">
          {shown.length === 0 ? 'They stand on the tab Findings.' : `and ${inDigits(more)} more on the tab Findings`}
        </p>
      )}
    </section>
  )
}
