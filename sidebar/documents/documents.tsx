import { Busy } from '../pieces/busy.tsx'
import { TroubleBox } from '../pieces/trouble-box.tsx'
import { Preview } from './preview.tsx'
import { Results } from './results.tsx'
import { Run } from './run.tsx'
import { SetUp } from './set-up.tsx'
import { toDo, whomOf } from './state.ts'
import type { DocumentsScreen } from './use-documents.ts'
import { WhomFields } from './whom.tsx'

interface DocumentsProps {
  readonly screen: DocumentsScreen
  readonly notFollowing: string | undefined
}

export function DocumentsView({ screen, notFollowing }: DocumentsProps) {
  const { standing, results, asked } = screen
  const isMissing = isNotSetUp(screen)
  const isFirst = standing !== undefined && Object.keys(standing.counts).length === 0
  const isPending = toDo(screen) > 0
  const isSetUpFirst = isMissing || isFirst
  return (
    <>
      <h1 tabIndex={-1}>Documents</h1>
      {standing === undefined && results.isBusy && (
        <p class="quiet">
          <Busy text="Reading…" long="A large workbook takes longer." />
        </p>
      )}
      {standing === undefined && results.trouble !== undefined && (
        <TroubleBox trouble={results.trouble} again={results.again} />
      )}
      {(isPending || asked !== undefined) && <Run screen={screen} />}
      {isSetUpFirst && (
        <section aria-labelledby="set-up-heading">
          <h2 id="set-up-heading">{isMissing ? 'The templates are missing' : 'First: set up documents'}</h2>
          <SetUp screen={screen} />
        </section>
      )}
      {standing !== undefined &&
        (isPending ? (
          <details class="more">
            <summary>Make more documents</summary>
            <Make screen={screen} notFollowing={notFollowing} />
          </details>
        ) : (
          <section aria-labelledby="make-heading">
            <h2 id="make-heading">Make documents</h2>
            <Make screen={screen} notFollowing={notFollowing} />
          </section>
        ))}
      {standing !== undefined && !isFirst && <Results screen={screen} counts={standing.counts} />}
      {standing !== undefined && !isSetUpFirst && (
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
  const { preview, previewed } = screen
  const isLooking = previewed !== undefined && preview.isBusy
  const shown = previewed === undefined ? undefined : preview.answer
  const isNobody = whomOf(screen) === undefined
  return (
    <>
      <WhomFields screen={screen} notFollowing={notFollowing} />
      <button
        type="button"
        class={shown === undefined ? 'action' : 'after'}
        aria-disabled={isLooking || isNobody}
        onClick={() => !isLooking && screen.showPreview(0)}
      >
        {isLooking ? (
          <Busy text="Looking…" long="Records, templates and Drive are read. A large school takes a minute." />
        ) : shown === undefined ? (
          'Preview'
        ) : (
          'Preview again'
        )}
      </button>
      {previewed !== undefined && preview.trouble !== undefined && !isNotSetUp(screen) && (
        <TroubleBox trouble={preview.trouble} again={preview.again} />
      )}
      {shown !== undefined && <Preview screen={screen} preview={shown} />}
    </>
  )
}

/** The script refuses to look at documents without templates; its code stands with the trouble. */
function isNotSetUp({ preview, previewed, trouble }: DocumentsScreen): boolean {
  const refusals = [previewed === undefined ? undefined : preview.trouble, trouble]
  return refusals.some((one) => one?.detail === 'DOCUMENTS_NOT_SET_UP')
}
