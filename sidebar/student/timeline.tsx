import type { StudentDetails } from '../../src/actions/requests/students.ts'
import { dayInWords } from '../words.ts'

/** What is on file, the newest first. */
export function Timeline({ events }: { readonly events: StudentDetails['timeline'] }) {
  return (
    <section>
      <h2>On file</h2>
      {events.length === 0 ? (
        <p class="quiet">No conference, contact or plan is on file.</p>
      ) : (
        <ol class="timeline">
          {events.map(({ date, type, title, detail, isAhead, at }) => (
            <li key={`${at.sheet} ${at.row} ${type} ${date} ${title}`} class={isAhead ? 'ahead' : undefined}>
              <p class="quiet">
                {dayInWords(date)}
                {isAhead && ' · to come'}
              </p>
              <p>{title}</p>
              {detail !== '' && <p dir="auto">{detail}</p>}
              <p class="quiet">
                {at.sheet}, row {at.row}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
