/**
 * What crosses the wire between the sidebar and the script: this list of calls, each with a JSON string as its request
 * and a JSON string as its answer, because google.script.run turns a Date anywhere into an empty answer without an error.
 *
 * The sidebar imports the types of this folder and nothing else of the script.
 */
import type { CheckAnswer, CheckRequest } from './check.ts'
import type {
  DocumentsAnswer,
  GetDocumentsAnswer,
  GetDocumentsRequest,
  MakeDocumentsRequest,
  PauseDocumentsRequest,
  PreviewDocumentsAnswer,
  PreviewDocumentsRequest,
  SetUpDocumentsAnswer,
  StartDocumentsRequest,
} from './documents.ts'
import type { OverviewAnswer } from './overview.ts'
import type { FilledPlansAnswer, PlansAnswer, PlansRequest } from './plans.ts'
import type { RecordAnswer, RecordFormAnswer, RecordRequest, UndoAnswer, UndoRequest } from './record.ts'
import type { SettingsAnswer, SettingsRequest } from './settings.ts'
import type { FindRequest, ListAnswer, ListRequest, SelectedAnswer, StudentAnswer, StudentRequest } from './students.ts'

/** Function of the script, what it takes, what it answers. */
export interface Calls {
  getOverview: { readonly request: undefined; readonly answer: OverviewAnswer }
  checkRoster: { readonly request: CheckRequest; readonly answer: CheckAnswer }
  listStudents: { readonly request: ListRequest; readonly answer: ListAnswer }
  findStudents: { readonly request: FindRequest; readonly answer: ListAnswer }
  getSelection: { readonly request: undefined; readonly answer: SelectedAnswer }
  getStudent: { readonly request: StudentRequest; readonly answer: StudentAnswer }
  /** Selects the student's row on the roster; answers what is selected then. */
  showStudent: { readonly request: StudentRequest; readonly answer: SelectedAnswer }
  getRecordForm: { readonly request: undefined; readonly answer: RecordFormAnswer }
  saveRecord: { readonly request: RecordRequest; readonly answer: RecordAnswer }
  undoRecord: { readonly request: UndoRequest; readonly answer: UndoAnswer }
  getSettings: { readonly request: undefined; readonly answer: SettingsAnswer }
  /** Answers the settings as they are then. */
  saveSettings: { readonly request: SettingsRequest; readonly answer: SettingsAnswer }
  /** Makes the folder and the templates that are missing in Drive. */
  setUpDocuments: { readonly request: undefined; readonly answer: SetUpDocumentsAnswer }
  /** What would be made for whom; nothing is. */
  previewDocuments: { readonly request: PreviewDocumentsRequest; readonly answer: PreviewDocumentsAnswer }
  /** Puts documents on the list; makeDocuments makes them. */
  startDocuments: { readonly request: StartDocumentsRequest; readonly answer: DocumentsAnswer }
  /** One run of a worker: some minutes at the longest. */
  makeDocuments: { readonly request: MakeDocumentsRequest; readonly answer: DocumentsAnswer }
  getDocuments: { readonly request: GetDocumentsRequest; readonly answer: GetDocumentsAnswer }
  pauseDocuments: { readonly request: PauseDocumentsRequest; readonly answer: DocumentsAnswer }
  /** What is not made yet is left out. */
  cancelDocuments: { readonly request: undefined; readonly answer: DocumentsAnswer }
}

/** Calls of the same form that the command line makes. */
export interface DeskCalls {
  /** For whom there is a plan, and where its file lies; nothing is filled. */
  previewPlans: { readonly request: PlansRequest; readonly answer: PlansAnswer }
  /** The filled .docx files, for some students at a time. */
  fillPlans: { readonly request: PlansRequest; readonly answer: FilledPlansAnswer }
}

/** The functions as the script exports them; one without a request may be called with nothing. */
export type SidebarCalls = {
  [Name in keyof Calls]: Calls[Name]['request'] extends undefined
    ? () => string
    : (request: string) => string | undefined
}
