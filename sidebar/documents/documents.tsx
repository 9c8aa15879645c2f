import type { DocumentsStanding } from '../../src/actions/requests/documents.ts'
import { Busy } from '../pieces/busy.tsx'
import { TroubleBox } from '../pieces/trouble-box.tsx'
import { Preview } from './preview.tsx'
import { Results } from './results.tsx'
import { Run } from './run.tsx'
import { SetUp } from './set-up.tsx'
import { isRun, whomOf } from './state.ts'
import type { DocumentsScreen } from './use-documents.ts'
import { WhomFields } from './whom.tsx'

interface DocumentsProps {
  readonly screen: DocumentsScreen
  readonly notFollowing: string | undefined
}

export function DocumentsView({ screen, notFollowing }: DocumentsProps) {
  const { standing, results } = screen
  return (
    <>
      <h1 tabIndex={-1}>Documents</h1>
      {standing !== undefined ? (
        <Known screen={screen} notFollowing={notFollowing} standing={standing} />
      ) : results.trouble !== undefined ? (
        <TroubleBox trouble={results.trouble} again={results.again} />
      ) : (
        <p class="quiet">
          <Busy text="Reading…" long="A large workbook takes longer." />
        </p>
      )}
    </>
  )
}

/** What matters now comes first: the set-up, the run and its results, or the making of others. */
function Known({ screen, notFollowing, standing }: DocumentsProps & { readonly standing: DocumentsStanding }) {
  const isMissing = isNotSetUp(screen)
  const isFirst = Object.keys(standing.counts).length === 0
  const made = !isFirst && <Results screen={screen} counts={standing.counts} />
  const make = <Make screen={screen} notFollowing={notFollowing} />
  return (
    <>
      {(isMissing || isFirst) && (
        <section aria-labelledby="set-up-heading">
          <h2 id="set-up-heading">{isMissing ? 'The templates are missing' : 'First: set up documents'}</h2>
          <SetUp screen={screen} />
        </section>
      )}
      {isRun(screen) ? (
        <>
          <Run screen={screen} />
          {made}
          <details open={screen.makesMore} onToggle={(event) => screen.setMakesMore(event.currentTarget.open)}>
            <summary>Make more documents</summary>
            {make}
          </details>
        </>
      ) : (
        <>
          <section aria-labelledby="make-heading">
            <h2 id="make-heading">Make documents</h2>
            {make}
          </section>
          {made}
        </>
      )}
      {!isMissing && !isFirst && (
        <details open={screen.setUp.answer !== undefined}>
          <summary>Folder and templates</summary>
          <SetUp screen={screen} />
        </details>
      )}
    </>
  )
}

/** For whom, what would be made, and the button that makes it. */
function Make({ screen, notFollowing }: DocumentsProps) {
  const { looked, previewed } = screen
  const isLooking = previewed !== undefined && looked.isBusy && looked.answer === undefined
  const shown = previewed === undefined ? undefined : looked.answer
  const isNobody = whomOf(screen) === undefined
  return (
    <>
      <WhomFields screen={screen} notFollowing={notFollowing} />
      <button
        type="button"
        class={shown === undefined ? 'action' : 'after'}
        aria-disabled={isLooking || isNobody}
        onClick={() => !isLooking && screen.preview()}
      >
        {isLooking ? (
          <Busy text="Looking…" long="Records, templates and Drive are read. A large school takes a minute." />
        ) : shown === undefined ? (
          'Preview'
        ) : (
          'Preview again'
        )}
      </button>
      {previewed !== undefined && looked.trouble !== undefined && !isNotSetUp(screen) && (
        <TroubleBox trouble={looked.trouble} again={looked.again} />
      )}
      {shown !== undefined && <Preview screen={screen} preview={shown} />}
    </>
  )
}

/** The script refuses to look at documents without templates; its code stands with the trouble. */
function isNotSetUp({ looked, previewed, trouble }: DocumentsScreen): boolean {
  const refusals = [previewed === undefined ? undefined : looked.trouble, trouble]
  return refusals.some((one) => one?.detail === 'DOCUMENTS_NOT_SET_UP')
}
