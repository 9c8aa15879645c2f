import type { RecordHint, StudentDetails } from '../../src/actions/requests/students.ts'
import { Busy } from '../pieces/busy.tsx'
import { Name } from '../pieces/person.tsx'
import { Sentences } from '../pieces/sentences.tsx'
import { TroubleBox } from '../pieces/trouble-box.tsx'
import { type PagedList, walkAt } from '../students/paged.ts'
import { counted, gradeWords } from '../words.ts'
import { Missing, Settled } from './missing.tsx'
import { Rows } from './rows.tsx'
import { Search } from './search.tsx'
import type { Somebody } from './state.ts'
import { Timeline } from './timeline.tsx'
import type { StudentScreen } from './use-student.ts'
import { WalkBar } from './walk.tsx'

interface StudentProps {
  readonly screen: StudentScreen
  /** The list that is walked. */
  readonly list: PagedList
  readonly found: PagedList
  readonly notFollowing: string | undefined
  readonly backToList: () => void
  readonly record: (students: readonly Somebody[], hint?: RecordHint) => void
}

export function StudentView({ screen, list, found, notFollowing, backToList, record }: StudentProps) {
  const { shown, isWalking, isSeveral, selected, hasStudents } = screen
  const walk = isWalking && shown !== undefined ? walkAt(list, shown.id) : undefined
  return (
    <>
      {walk !== undefined && (
        <WalkBar
          walk={walk}
          title={list.title}
          back={backToList}
          go={(student) => screen.open(student, true)}
          more={list.more}
        />
      )}
      {walk === undefined && (
        <Search
          found={found}
          open={(student) => {
            found.close()
            screen.open(student, false)
          }}
        />
      )}
      {found.wanted === undefined && <h1 tabIndex={-1}>{shown === undefined ? 'Student' : <Name {...shown} />}</h1>}
      {notFollowing !== undefined && <p class="quiet">{notFollowing}</p>}
      {found.wanted === undefined &&
        (isSeveral && selected !== undefined ? (
          <Rows selected={selected} open={(student) => screen.open(student, false)} record={record} />
        ) : shown === undefined ? (
          <p class="hint">
            {hasStudents
              ? 'Select the row of a student in the sheet, or search for a name or an id.'
              : 'This tab has no students. Select a row on a tab that has, or search for a name or an id.'}
          </p>
        ) : (
          <Shown screen={screen} record={(hint) => record([shown], hint)} />
        ))}
    </>
  )
}

interface ShownProps {
  readonly screen: StudentScreen
  readonly record: (hint?: RecordHint) => void
}

function Shown({ screen, record }: ShownProps) {
  const { details, showing, selected } = screen
  const { answer, isBusy, trouble, again } = details
  return (
    <>
      {selected !== undefined && selected.total > 1 && (
        <button type="button" class="back" onClick={screen.backToRows}>
          ‹ All {selected.total} selected
        </button>
      )}
      {answer === undefined && isBusy && (
        <p class="quiet">
          <Busy text="Reading…" long="A large workbook takes longer." />
        </p>
      )}
      {trouble !== undefined && <TroubleBox trouble={trouble} again={again} />}
      {answer !== undefined && (
        <>
          <Card details={answer} />
          <div class="buttons">
            <button type="button" onClick={() => record()}>
              Record…
            </button>
            <button type="button" aria-disabled={showing.isBusy} onClick={screen.show}>
              Show in the sheet
            </button>
          </div>
          {showing.trouble !== undefined && <TroubleBox trouble={showing.trouble} again={showing.again} />}
          <Missing at={answer.student.at} missing={answer.missing} record={record} />
          <Sentences heading="To mend in the sheet" sentences={answer.problems} />
          <Timeline events={answer.timeline} />
          <Settled at={answer.student.at} settled={answer.settled} />
        </>
      )}
    </>
  )
}

const tones: Readonly<Record<string, string>> = { Late: 'late', 'Please check': 'confirm', 'To do': 'open' }

function Card({ details }: { readonly details: StudentDetails }) {
  const { student, status, sharesId, missing } = details
  const where = [gradeWords(student.grade), `id ${student.id}`, student.responsible].filter((part) => part !== '')
  return (
    <>
      <p class="standing">
        <span class={`chip ${tones[status] ?? 'none'}`}>{status}</span>
        {missing.length > 0 && <span class="quiet"> {counted(missing.length, 'open item')}</span>}
      </p>
      <p class="quiet" dir="auto">
        {where.join(' · ')}
      </p>
      {student.notHere !== '' && <p class="notice">This student {student.notHere}: nothing is asked.</p>}
      {sharesId && (
        <p class="notice">
          Several rows of the roster carry this id. Give each student an id of their own, then check.
        </p>
      )}
    </>
  )
}
