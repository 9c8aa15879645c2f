/**
 * The headings that a school may write, by tab and by canonical column (domain A1, C1, C2).
 *
 * To teach the product another heading, add it behind a '|' in the line of its column. Case, blanks, underscores, dots,
 * brackets, quotes and the name of a table before it do not matter. A '~' marks a heading that is taken only where the tab
 * has none of the others: beside 'Entry date', a 'Start date' is about something else. Two others in one tab that do not
 * agree are asked about; only of ids all are used, and the order in the line says which one stands for the student.
 */

/** The number that the school itself uses. A state's number is `ssid`, which is taken only where there is no other. */
const studentId = `student id | sis id | student sis id | student number | student no | student num | stu id | stu number
  | stu no | stu num | student unique id | student usi | user sourced id | student sourced id | sourced id
  | local student id | student local id | local id | lasid | perm id | permanent id | perm number | lunch number | lunch no
  | lunch id | pupil no | pupil number | pupil id | ~other id | ~student other id | ~id number | ~sid | ~id | ~identifier`

const ssid = `ssid | state id | state student id | student state id | state student number | state id number
  | state identifier | calculated student state id | sasid | statewide student id | student ssid`

/** For the eye only: logs often repeat the name beside the id. */
const fullName = `student name | ~student | ~name | last first | name last first | student name last first
  | full name | student full name | legal name | stu name | last name first name | student last first`

const schoolYear = 'school year | ~year | sy | academic year | ~end year | enrollment end year'

const entryDate = `entry date | enroll date | enrollment date | enter date | ~entry | ~start date | admit date
  | admission date | ~registration date | date entered | entered | enrolled on | date enrolled | enrollment start date`

const exitDate = `exit date | withdraw date | withdrawal date | withdrawn | date withdrawn | leave date | date left | ~left
  | ~end date | exit withdraw date | drop date | enrollment end date`

const grade = `grade | grade level | current grade | gr | grd | grade lvl | grades | calculated grade | ~entry grade
  | ~entry grade level | ~entry grade level descriptor | ~grade level descriptor | ~yr | ~year level`

const source = 'source | own or prior | own prior | record source'

/** One row a student; the columns that a second tab may add to a roster are the same. */
const students = {
  student_id: studentId,
  ssid,
  last_name: `last name | surname | family name | last surname | student last name | ~legal last name | ~pscore legal last name
    | name last | student name last | stu last name | stu last | ~last`,
  first_name: `first name | given name | student first name | ~legal first name | ~pscore legal first name | name first
    | student name first | stu first name | stu first | ~first | forename`,
  middle_name:
    'middle name | middle | name middle | student name middle | legal middle name | pscore legal middle name | mi',
  suffix: 'suffix | name suffix | generation | generation code suffix | student name suffix',
  full_name: fullName,
  preferred_name: `preferred name | preferred first name | preferred given name | preffered given name | nickname
    | nick name | goes by | known as | name goes by | chosen name`,
  birth_date: 'birth date | date of birth | dob | birthday | birthdate | student birth date | born | d o b | bdate',
  grade,
  grad_year: `graduation year | grad year | grad yr | class of | class of school year | year of graduation | yog
    | sched year of graduation | calculated grad year | graduation class | expected graduation year`,
  school_id: `school id | school | school number | school sis id | org sourced ids | primary org sourced id
    | school local id | school name | building | entity`,
  entry_date: entryDate,
  exit_date: exitDate,
  iep: `iep | has iep | iep yn | iep flag | iep status | sped | sped status | spec ed | special ed | special education
    | special ed status | scram | swd | student with disability | students with disabilities | ~disability`,
  early_grad:
    'early grad | early graduation | early graduate | early grad yn | graduating early | early graduation request',
  home_language: `home language | home lang | primary language | native language | ~language | home primary language
    | home language code | lep native language`,
  letter_language: 'letter language | correspondence language | letter lang | language of correspondence',
  interpreter_needed: 'interpreter needed | interpreter | needs interpreter | interpreter required',
  counselor: 'counselor | counselor name | couns | ~advisor | ~adviser | school counselor | counsellor',
  homeroom_teacher:
    'homeroom teacher | homeroom | home room | hr teacher | ~hr | home room teacher | ~teacher | ~teacher name',
  guardian1_name: `guardian1 name | guardian | guardian name | parent guardian | parent guardian name | parent
    | parent name | parent 1 | guardian 1 | contact 1 | contact 1 name | contact name | mother | mother name`,
  guardian1_relation: 'guardian1 relation | relationship | contact relationship | guardian relationship | relation',
  guardian1_phone:
    'guardian1 phone | guardian phone | parent phone | home phone | primary phone | contact phone | mother phone',
  guardian1_email: 'guardian1 email | guardian email | parent email | contact email | mother email',
  guardian2_name: 'guardian2 name | guardian 2 | parent 2 | contact 2 | contact 2 name | father | father name',
  guardian2_relation: 'guardian2 relation',
  guardian2_phone: 'guardian2 phone | guardian 2 phone | parent 2 phone | father phone',
  guardian2_email: 'guardian2 email | guardian 2 email | parent 2 email | father email',
  mail_name: 'mail name | mailing name',
  mail_street: `mail street | mailing street | mailing address | street | street address | address | address 1 | addr1
    | student address | student street | street number name | address line 1 | address 1 street number name`,
  mail_city: 'mail city | mailing city | city | student city | address 1 city',
  mail_state: 'mail state | mailing state | state | student state | state abbreviation | address 1 state abbrev',
  mail_zip: 'mail zip | mailing zip | zip | zip code | postal code | student zip | address 1 postal code',
  no_contact_flag: 'no contact flag | no contact | do not contact',
  role: 'role | user role',
  record_status: 'status | enroll status | enrollment status | student status',
  username: 'username | user name | login',
}

const conferences = {
  conf_id: 'conf id | conference id | meeting id | conference number',
  student_id: studentId,
  ssid,
  full_name: fullName,
  session_id: 'session id | session | group id | session number',
  kind: `kind | conference kind | conf kind | ~type | conference type | conf type | meeting type | type of conference | ~format
    | conference format | individual or group | individual group | ind grp | pccr type`,
  date: `~date | conference date | conf date | meeting date | date held | held on | date of conference | date of meeting
    | session date | appointment date | pccr date | seop date | sep date | ilp date | ptc date | conference held on`,
  start_time: 'start time | time | conference time | conf time | appointment time',
  place: 'place | room | location | where',
  mode: 'mode | held by | in person or phone | how held | method',
  status: 'status | conference status | conf status | ~result | ~outcome | meeting status | pccr status',
  invited_on:
    'invited on | invited | date invited | invitation date | invite date | invitation sent | letter sent | invite sent',
  invited_count: `invited count | number invited | no invited | students invited | count invited | group size | size
    | number of students | how many invited`,
  student_attended: `student attended | student present | student came | student attendance | stu attended | student there
    | student y n | student attended y n | did student attend`,
  parent_attended: `parent attended | parents attended | parent present | parent came | parent attendance
    | guardian attended | parent guardian attended | guardian present | family attended | parent there | did parent attend`,
  who_came:
    'who came | who came p s b | who attended | ~attendance | ~attended | attended by | attendees | ~present | ~came | who was there',
  parent_names: 'parent names | parents | parent name | guardian names | parent s present',
  staff_names: `staff names | staff | staff name | staff present | staff attended | ~counselor | ~teacher | ~educator | conducted by
    | staff member | with staff | school staff | teacher attended | counselor attended | ~by`,
  staff_role: 'staff role | staff position | position',
  private_minutes: `private minutes | private min | private time | minutes alone | parent teacher minutes | private talk minutes
    | minutes private | parent only minutes`,
  ilp_reviewed: `ilp reviewed | ilp reviewed yn | ilp review | sep reviewed | plan reviewed | ilp covered | ilp done at iep
    | pccr reviewed`,
  ck_strengths: 'ck strengths | strengths | strengths celebrated | strengths discussed',
  ck_data: 'ck data | ~data | progress data | data shared | progress shared',
  ck_student_goals: 'ck student goals | student goals | goals set by student | student goals set | ~goals',
  ck_support_plan: 'ck support plan | support plan | home school support plan',
  info_given_on:
    'info given on | info given | information given on | information given | info to parent | given to parent on',
  copy_filed_on:
    'copy filed on | copy filed | copy in folder | filed on | folder copy | copy to folder | folder copy on',
  source,
  notes: 'notes | note | comments | comment | remarks',
}

const contacts = {
  student_id: studentId,
  ssid,
  full_name: fullName,
  date: `~date | contact date | date of contact | date sent | sent on | mailed on | date mailed | contacted on
    | attempt date | call date`,
  about:
    'about | regarding | ~re | ~purpose | ~reason | contact about | for conference | conference kind | about conference',
  channel:
    'channel | ~method | contact method | contact type | ~how | how contacted | ~medium | ~type | ~mode | contact mode',
  language: 'language | lang | contact language',
  outcome: 'outcome | ~result | contact outcome | contact result | ~response | ~status | contact status | delivery',
  by: '~by | contacted by | staff | made by | who called | caller | sent by',
  notes: 'notes | note | comments | comment',
}

const planUpdate = `updated on | ~updated | update date | date updated | plan updated | plan updated on | last updated on
  | date of update | plan update | annual update | yearly update | pccr updated | seop updated`

const plans = {
  student_id: studentId,
  ssid,
  full_name: fullName,
  plan_kind: 'plan kind | plan type | kind of plan | ~kind | ~type | ~plan',
  created_on: `created on | ~created | plan created | plan created on | date created | creation date | plan date | pccr created
    | seop created | ilp created | sep created | ~effective date | sep effective date | plan effective date | written on
    | plan written | plan written on | plan start date | date of plan | initiated on | ~date`,
  from_grade: 'from grade | first grade of plan | start grade | grade from | sep grade level',
  to_grade: 'to grade | last grade of plan | end grade | grade to',
  source,
  parent_signed_on: `parent signed on | parent signed | parent signed date | sep parent signed date | parent signature date
    | parent signature | date parent signed | parent signature on | ~signed on | ~signed | ~date signed | ~signature date
    | ~signature | guardian signed on`,
  signed_by: 'signed by | signer | who signed | signature by',
  sign_method: 'sign method | signature method | signature type | how signed',
  prepared_by: 'prepared by | plan prepared by | written by | completed by | who prepared',
  sec_grad_reqs: 'sec grad reqs | graduation requirements | grad reqs | grad requirements | graduation reqs',
  sec_workplace: 'sec workplace | workplace skills | workplace | job placement | work skills',
  sec_goals: 'sec goals | ~goals | post secondary goals | postsecondary goals | career goals',
  sec_courses: 'sec courses | ~courses | course sequence | approved courses | course of study',
  sec_links: 'sec links | ~links | post secondary links | postsecondary links | post secondary options',
  sec_progress: 'sec progress | ~progress | record of progress | progress to standards',
  sec_strengths: 'sec strengths | ~strengths | accomplishments | strengths and accomplishments',
  cluster: 'cluster | career cluster | career pathway | pathway | cluster selected',
  cluster_on: 'cluster on | cluster date | cluster selected on',
  course_plan: 'course plan | courses match cluster | course plan made | matching course plan | 4 year course plan',
  tests_on:
    'tests on | testing date | tests date | test date | career test | career test date | ~tests | assessed on | assessment on',
  career_objectives: 'career objectives | ~objectives | career objective | ~objective',
  career_reviewer: 'career reviewer | reviewed by | career reviewed by | cte reviewer | career review by',
  early_grad_in_plan: 'early grad in plan | early graduation in plan | early graduation planned',
  kept_at: 'kept at | where kept | plan kept at | kept by | filed at | ~location | plan location | ~kept',
  file_registration: 'file registration | registration in file | registration filed',
  file_teachers_phones: 'file teachers phones | teachers phones | teachers and phones | teacher phones in file',
  file_report_cards: 'file report cards | report cards | report cards in file',
  file_participants: 'file participants | participants | participants in file',
  updated_on: planUpdate,
  notes: 'notes | note | comments | comment',
}

/** Every column that the product knows, by the kind of tab that it stands in. */
export const headings = {
  students,
  conferences,
  contacts,
  plans,
  'plan-updates': {
    student_id: studentId,
    ssid,
    full_name: fullName,
    updated_on: `${planUpdate} | ~date | reviewed on | date reviewed`,
    by: '~by | updated by | ~staff | reviewed by | ~who',
    what_changed: 'what changed | changes | change | changed | what was changed | update notes | ~notes | ~comments',
  },
  'grade-history': {
    student_id: studentId,
    ssid,
    full_name: fullName,
    school_year: schoolYear,
    grade,
    school_id: 'school id | school | school number | school name',
    entry_date: entryDate,
    exit_date: exitDate,
    source,
  },
  calendar: {
    school_year: schoolYear,
    first_day: `first day | first day of school | ~start date | school starts | starts on | ~term start date | first day of term
      | ~begin date | ~start | first day of instruction`,
    last_day: `last day | last day of school | ~end date | school ends | ends on | ~term end date | last day of term | ~end
      | last day of instruction`,
    session_type: 'type | session type',
  },
  'school-log': {
    school_id: 'school id | school | school number',
    school_year: schoolYear,
    item: 'item | duty | activity | log item | event | what',
    date: 'date | date held | done on | held on | completed on | on',
    audience: 'audience | for whom | who for',
    participants: 'participants | attendees | who took part | took part | present',
    evidence_link: 'evidence link | evidence | link | url | document',
  },
  courses: {
    student_id: studentId,
    ssid,
    full_name: fullName,
    course: 'course | course name | course title | class | course code',
    list: 'list | planned or registered | which list',
    planned: 'planned | in plan | planned course | planned courses | plan course',
    registered:
      'registered | registered for | registered course | registered courses | scheduled | enrolled | requested',
  },
} as const

export type ReadKind = keyof typeof headings
export type Field<K extends ReadKind> = keyof (typeof headings)[K]

/**
 * Headings of tabs about something else than students: sections, courses, staff, schools, test scores. In such a tab a
 * bare 'id', 'sourcedId' or 'SIS ID' is not a student's.
 */
export const foreignHeadings = `parent sourced id | course sourced id | class sourced id | class code | class type | course code
  | course number | course sis id | course title | course description | section id | section sis id | section name
  | section number | term sis id | term sourced id | term sourced ids | session sourced ids | school year sourced id
  | school year id | teacher number | teacher id | qualification | school nces id | grade low | grade high
  | principal sis id | principal name | parent usi | parent id | property name | org category | subject codes | subjects
  | subject | assessment name | meeting code | term local id | staff id | employee id | credits attempted
  | relationship user sourced id | period | periods`
