/** What the conferences of both levels have in common. */
import type { Came, SampleConference, SampleStatus } from './records.ts'

/** One way in which a conference can end, and how many in a hundred end so. */
export interface Outcome {
  readonly share: number
  /** undefined where it never came about and nothing was written down. */
  readonly status: SampleStatus | undefined
  readonly came: Came
}

/** What is blank unless a conference says otherwise. */
export const BLANK_CONFERENCE: Omit<
  SampleConference,
  'student' | 'kind' | 'date' | 'status' | 'came' | 'staff' | 'role' | 'place'
> = {
  session: '',
  time: '',
  mode: 'in person',
  invitedOn: '',
  invitedCount: undefined,
  minutes: undefined,
  ilpReviewed: undefined,
  ticks: [],
  infoGivenOn: '',
  copyFiledOn: '',
  source: 'own',
  notes: '',
}
