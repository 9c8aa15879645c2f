import { Busy } from '../pieces/busy.tsx'
import { Link } from '../pieces/link.tsx'
import { TroubleBox } from '../pieces/trouble-box.tsx'
import type { DocumentsScreen } from './use-documents.ts'

/** What Set up documents makes, and where it lies afterwards. It may be run again at any time. */
export function SetUp({ screen }: { readonly screen: DocumentsScreen }) {
  const { answer, isBusy, trouble } = screen.setUp
  return (
    <>
      <p>Plan documents need a place in your Google Drive and templates that you can edit. This makes:</p>
      <ul class="points">
        <li>a folder “Plan Keeper” in Drive,</li>
        <li>in it the templates, as ordinary Google Docs: change their wording and letterhead as you like,</li>
        <li>in this workbook, tabs for plan content, courses and graduation requirements.</li>
      </ul>
      <p class="quiet">What is there already stays. Run it again if a template was thrown away.</p>
      <button
        type="button"
        class={answer === undefined ? 'action' : 'after'}
        aria-disabled={isBusy}
        onClick={screen.setUpNow}
      >
        {isBusy ? <Busy text="Setting up…" long="Google takes a while to make the files." /> : 'Set up documents'}
      </button>
      {trouble !== undefined && <TroubleBox trouble={trouble} again={screen.setUpNow} />}
      {answer !== undefined && !isBusy && (
        <div class="notice good">
          <p>Documents are set up.</p>
          <ul class="points">
            <li>
              <Link to={answer.folder}>Folder “Plan Keeper”</Link>
            </li>
            {answer.templates.map(({ name, link, isNew }) => (
              <li key={name}>
                <Link to={link}>{name}</Link>
                {isNew && ' (new)'}
              </li>
            ))}
          </ul>
          {answer.tabs.length > 0 && <p>Tabs that were made: {answer.tabs.join(', ')}.</p>}
        </div>
      )}
    </>
  )
}
