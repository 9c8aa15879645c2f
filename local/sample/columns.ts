/** The columns of the sample school's tabs. */

/** A column: its heading, how wide it is in pixels, and what kind of cells it has. */
export type Column = readonly [heading: string, width: number, kind?: 'id' | 'day' | 'letter' | 'yes-no' | 'status']

export const STUDENT_COLUMNS: readonly Column[] = [
  ['Student ID', 84, 'id'],
  ['Last Name', 124],
  ['First Name', 104],
  ['Preferred Name', 84],
  ['Birth Date', 84, 'day'],
  ['Grade', 56, 'letter'],
  ['Entry Date', 84, 'day'],
  ['Exit Date', 84, 'day'],
  ['IEP', 42, 'yes-no'],
  ['Early Grad', 56, 'yes-no'],
  ['Home Language', 92],
  ['Letter Language', 92],
  ['Counselor', 92],
  ['Homeroom Teacher', 98],
  ['Guardian1 Name', 164],
  ['Guardian1 Relation', 92],
  ['Guardian1 Phone', 104],
  ['Guardian1 Email', 184],
  ['Mail Street', 154],
  ['Mail City', 84],
  ['Mail State', 50],
  ['Mail Zip', 62, 'id'],
]

export const CONFERENCE_COLUMNS: readonly Column[] = [
  ['Conf ID', 64],
  ['Student ID', 84, 'id'],
  ['Kind', 76],
  ['Date', 84, 'day'],
  ['Start Time', 56, 'id'],
  ['Place', 124],
  ['Mode', 72],
  ['Status', 104, 'status'],
  ['Invited On', 84, 'day'],
  ['Invited Count', 62, 'letter'],
  ['Student Attended', 72, 'yes-no'],
  ['Parent Attended', 72, 'yes-no'],
  ['Staff Names', 124],
  ['Staff Role', 76],
  ['Private Minutes', 62, 'letter'],
  ['ILP Reviewed', 70, 'yes-no'],
  ['Ck Strengths', 76, 'yes-no'],
  ['Ck Data', 56, 'yes-no'],
  ['Ck Student Goals', 64, 'yes-no'],
  ['Ck Support Plan', 64, 'yes-no'],
  ['Info Given On', 84, 'day'],
  ['Copy Filed On', 84, 'day'],
  ['Source', 56],
  ['Notes', 224],
]

export const CONTACT_COLUMNS: readonly Column[] = [
  ['Student ID', 84, 'id'],
  ['Date', 84, 'day'],
  ['About', 76],
  ['Channel', 96],
  ['Language', 92],
  ['Outcome', 112],
  ['By', 92],
]

export const PLAN_COLUMNS: readonly Column[] = [
  ['Student ID', 84, 'id'],
  ['Plan Kind', 56],
  ['Created On', 84, 'day'],
  ['From Grade', 56, 'letter'],
  ['To Grade', 56, 'letter'],
  ['Source', 56],
  ['Parent Signed On', 84, 'day'],
  ['Signed By', 70],
  ['Sign Method', 82],
  ['Prepared By', 82],
  ['Sec Grad Reqs', 70, 'yes-no'],
  ['Sec Workplace', 82, 'yes-no'],
  ['Sec Goals', 56, 'yes-no'],
  ['Sec Courses', 66, 'yes-no'],
  ['Sec Links', 56, 'yes-no'],
  ['Sec Progress', 70, 'yes-no'],
  ['Sec Strengths', 76, 'yes-no'],
  ['Cluster', 154],
  ['Course Plan', 62, 'yes-no'],
  ['Tests On', 84, 'day'],
  ['Career Objectives', 104],
  ['Career Reviewer', 92],
  ['Early Grad In Plan', 76, 'yes-no'],
  ['Kept At', 124],
  ['File Registration', 88, 'yes-no'],
  ['File Teachers Phones', 88, 'yes-no'],
  ['File Report Cards', 76, 'yes-no'],
  ['File Participants', 84, 'yes-no'],
]

export const UPDATE_COLUMNS: readonly Column[] = [
  ['Student ID', 84, 'id'],
  ['Updated On', 84, 'day'],
  ['By', 92],
  ['What Changed', 164],
]

export const HISTORY_COLUMNS: readonly Column[] = [
  ['Student ID', 84, 'id'],
  ['School Year', 84],
  ['Grade', 56, 'letter'],
  ['Entry Date', 84, 'day'],
  ['Exit Date', 84, 'day'],
  ['Source', 62],
]

export const CALENDAR_COLUMNS: readonly Column[] = [
  ['School Year', 92],
  ['First Day', 92, 'day'],
  ['Last Day', 92, 'day'],
]

export const LOG_COLUMNS: readonly Column[] = [
  ['School ID', 76],
  ['School Year', 84],
  ['Item', 124],
  ['Date', 84, 'day'],
  ['Audience', 144],
  ['Participants', 264],
  ['Evidence Link', 164],
]
