/**
 * The headings that a school may write, by tab and by canonical column (domain A1, C1, C2).
 *
 * To teach the product another heading, add it behind a '|' in the line of its column. Case, blanks, underscores, dots,
 * brackets, quotes and the name of a table before it do not matter. A '~' marks a heading that is taken only where the tab
 * has none of the others: beside 'Entry date', a 'Start date' is about something else. Two others in one tab that do not
 * agree are asked about; only of ids all are used, and the order in the line says which one stands for the student.
 */

/** The number that the school itself uses. A state's number is `ssid`, which is taken only where there is no other. */
const studentId = `sis id | student sis id | student number | student no | student unique id | student usi
  | user sourced id | student sourced id | sourced id | local id | local student id | lasid | perm id | permanent id | perm number
  | lunch number | lunch no | lunch id | pupil no | pupil number | pupil id | ~other id | ~id number | ~sid | ~id
  | ~identifier`

const ssid = `state id | state student id | state student number | state id number | state identifier | sasid
  | calculated student state id | statewide student id`

/** For the eye only: logs often repeat the name beside the id. */
const fullName = `student name | ~student | ~name | last first | name last first | student name last first | legal name
  | student last first`

/** Who a row of a log is about. */
const who = { student_id: studentId, ssid, full_name: fullName }

const schoolYear = '~year | sy | academic year | ~end year | entry end year'

const entryDate = '~entry | ~start date | ~registration date | enrolled on | entered | enrollment start date'

const exitDate = '~left | withdrawn | ~end date | exit withdraw date | enrollment end date'

const grade = `grade level | current grade | calculated grade | ~entry grade | ~entry grade level | ~yr | ~year level
  | ~entry grade level descriptor | ~grade level descriptor`

const source = 'own or prior | own prior | record source'

const notes = 'note | comments | comment | remarks'

/** One row a student; the columns that a second tab may add to a roster are the same. */
const students = {
  ...who,
  last_name: 'surname | family name | last surname | student last name | ~legal last name | stu last | ~last',
  first_name: 'given name | student first name | ~legal first name | stu first | ~first | forename',
  middle_name: 'middle | student name middle | legal middle name | mi',
  suffix: 'name suffix | generation | generation code suffix | student name suffix',
  preferred_name: `preferred first name | preferred given name | preffered given name | ~nickname | ~nick name | ~goes by
    | ~known as | ~name goes by | chosen name`,
  birth_date: 'dob | birthday | student birth date | born | d o b | bdate',
  grade,
  grad_year: `grad yr | class of | class of school year | yog | sched year of graduation | calculated grad year
    | graduation class | expected graduation year`,
  school_id: `school | school number | school sis id | org sourced ids | org sourced id | primary org sourced id | school local id
    | school name | building | entity`,
  entry_date: entryDate,
  exit_date: exitDate,
  iep: `has iep | iep flag | iep status | sped | sped status | spec ed | spec ed status | scram | swd
    | student with disability | students with disabilities | ~disability`,
  early_grad: 'early graduation request',
  home_language: `primary language | native language | ~language | home primary language | home language code | home language 1
    | lep native language`,
  letter_language: 'correspondence language',
  interpreter_needed: 'interpreter | needs interpreter | interpreter required',
  counselor: 'counselor name | ~advisor | ~adviser | school counselor',
  homeroom_teacher: 'homeroom | hr teacher | ~hr | home room teacher | ~teacher | ~teacher name',
  guardian1_name: `guardian | guardian name | contact 1 | contact 1 name | contact name | parent 1 | mother | mother name`,
  guardian1_first: 'guardian 1 first name | contact first name | guardian first name',
  guardian1_last: 'guardian 1 last name | contact last name | guardian last name',
  guardian1_relation: `guardian 1 relationship | relationship | contact relationship | guardian relationship | guardian relation | relation
    | relationship role`,
  guardian1_phone: `guardian phone | home phone | primary phone | contact phone | mother phone | mother day phone
    | contact cell phone | contact home phone | telephone 1 number`,
  guardian1_email: 'guardian email | contact email | mother email | primary email',
  guardian2_name: 'parent 2 | contact 2 | contact 2 name | father | father name',
  guardian2_first: 'guardian 2 first name',
  guardian2_last: 'guardian 2 last name',
  guardian2_relation: 'guardian 2 relationship',
  guardian2_phone: 'father phone | father day phone',
  guardian2_email: 'father email',
  guardian_kind: 'contact type | contact guardian | legal guardian',
  guardian_id: 'agent sourced ids | agents | relationship user sourced id | parent usi',
  person_phone: 'phone | sms',
  person_email: 'email',
  mail_name: 'mailing name | mailing guardian name',
  mail_number: 'mailing number',
  mail_prefix: 'mailing prefix',
  mail_street: `mailing street | mailing address | street | street address | address | address 1 | addr1 | street number name
    | address line 1 | address 1 street number name | contact address line 1`,
  mail_tag: 'mailing tag',
  mail_unit: `apt | apartment | unit | address line 2 | address 2 | addr2 | mailing apt | contact address line 2
    | address 1 apt number`,
  mail_city: 'mailing city | city | address 1 city | contact city',
  mail_state: 'mailing state | state | student state | state abbreviation | address 1 state abbrev | contact state',
  mail_zip: 'mailing zip | zip | zip code | postal code | address 1 postal code | contact zip',
  mail_type: 'address type | address 1 type',
  mail_until: 'address end date | address ended | address until',
  no_contact_flag: 'no contact | do not contact',
  role: 'user role',
  record_status: 'status | enroll status',
  username: 'user name | login',
}

const conferences = {
  ...who,
  conf_id: 'conference number',
  session_id: 'session | group id | session number',
  kind: `conference kind | ~type | conference type | ~format | conference format | individual or group | individual group
    | ind grp | pccr type`,
  date: `~date | conference date | date held | held on | session date | appointment date | pccr date | seop date | sep date
    | ilp date | ptc date | conference held on`,
  start_time: 'time | conference time | appointment time',
  place: 'room | location | where',
  mode: 'held by | in person or phone | how held | method',
  status: 'conference status | ~result | ~outcome | pccr status',
  invited_on: 'invited | date invited | invitation date | invite date | invitation sent | letter sent | invite sent',
  invited_count: `number invited | no invited | students invited | group size | size | number of students
    | how many invited`,
  student_attended: 'student y n | did student attend',
  parent_attended: 'family attended | did parent attend',
  who_came: 'who came p s b | ~attendance | attended by | attendees',
  parent_names: 'parents | parent name | parent s present',
  staff_names: `staff | staff name | staff present | ~counselor | ~teacher | ~educator | conducted by | staff member
    | with staff | school staff | teacher attended | counselor attended | ~by`,
  staff_role: 'staff position | position',
  private_minutes: `private min | private time | minutes alone | parent teacher minutes | private talk minutes
    | parent only minutes`,
  ilp_reviewed: 'ilp review | sep reviewed | plan reviewed | ilp covered | ilp done at iep | pccr reviewed',
  ck_strengths: 'strengths | strengths celebrated | strengths discussed',
  ck_data: '~data | progress data | data shared | progress shared',
  ck_student_goals: 'student goals | goals set by student | student goals set | ~goals',
  ck_support_plan: 'support plan | home school support plan',
  info_given_on: 'info given | information given on | information given | info to parent | given to parent on',
  copy_filed_on: 'copy filed | copy in folder | filed on | folder copy | copy to folder | folder copy on',
  source,
  notes,
}

const contacts = {
  ...who,
  date: `~date | contact date | date sent | sent on | mailed on | date mailed | contacted on | attempt date | call date`,
  about: 'regarding | ~re | ~purpose | ~reason | contact about | for conference | conference kind | about conference',
  channel: '~method | contact method | contact type | ~how | how contacted | ~medium | ~type | ~mode | contact mode',
  language: 'contact language',
  outcome: '~result | contact outcome | contact result | ~response | ~status | contact status | delivery',
  by: '~by | contacted by | staff | made by | who called | caller | sent by',
  notes,
}

const planUpdate = `~updated | update date | plan updated | plan updated on | last updated on | annual update
  | yearly update | pccr updated | seop updated`

const plans = {
  ...who,
  plan_kind: 'plan type | ~kind | ~type | ~plan',
  created_on: `~created | plan created | plan created on | created date | creation date | plan date | pccr created
    | seop created | ilp created | sep created | ~effective date | sep effective date | plan effective date | written on
    | plan written | plan written on | plan start date | initiated on | ~date`,
  from_grade: 'first grade of plan | start grade | sep grade level',
  to_grade: 'last grade of plan | end grade',
  source,
  parent_signed_on: `parent signed | parent signed date | sep parent signed date | parent signature date | parent signature
    | parent signature on | ~signed on | ~signed | ~date signed | ~signature date | ~signature`,
  signed_by: 'signer | who signed | signature by',
  sign_method: 'signature method | signature type | how signed',
  prepared_by: 'plan prepared by | written by | completed by | who prepared',
  sec_grad_reqs: 'graduation requirements',
  sec_workplace: 'workplace skills | workplace | job placement | work skills',
  sec_goals: '~goals | post secondary goals | career goals',
  sec_courses: '~courses | course sequence | approved courses | course of study',
  sec_links: '~links | post secondary links | post secondary options',
  sec_progress: '~progress | record of progress | progress to standards',
  sec_strengths: '~strengths | accomplishments | strengths and accomplishments',
  cluster: 'career cluster | career pathway | pathway | cluster selected',
  cluster_on: 'cluster date | cluster selected on',
  course_plan: 'courses match cluster | course plan made | matching course plan | 4 year course plan',
  tests_on:
    'testing date | tests date | test date | career test | career test date | ~tests | assessed on | assessment on',
  career_objectives: '~objectives | career objective | ~objective',
  career_reviewer: 'reviewed by | career reviewed by | cte reviewer | career review by',
  early_grad_in_plan: 'early graduation planned',
  kept_at: 'where kept | plan kept at | kept by | filed at | ~location | plan location | ~kept',
  file_registration: 'registration in file | registration filed',
  file_teachers_phones: 'teachers phones | teachers and phones | teacher phones in file',
  file_report_cards: 'report cards | report cards in file',
  file_participants: 'participants | participants in file',
  updated_on: planUpdate,
  notes,
}

/**
 * Every column that the product knows, by the kind of tab that it stands in. The canonical name is itself a heading, and
 * need not be repeated.
 */
export const headings = {
  students,
  conferences,
  contacts,
  plans,
  'plan-updates': {
    ...who,
    updated_on: `${planUpdate} | ~date | reviewed on | date reviewed`,
    by: '~by | updated by | ~staff | reviewed by | ~who',
    what_changed: 'changes | change | update notes | ~notes | ~comments',
  },
  'grade-history': {
    ...who,
    school_year: schoolYear,
    grade,
    school_id: 'school | school number | school name',
    entry_date: entryDate,
    exit_date: exitDate,
    source,
  },
  /** userFlags.csv of School Data Sync. */
  'user-flags': { student_id: studentId, flag: 'user flag' },
  calendar: {
    school_year: schoolYear,
    first_day: `first day of school | ~start date | school starts | starts on | ~term start date | first day of term
      | ~begin date | ~start | first day of instruction`,
    last_day: `last day of school | ~end date | school ends | ends on | ~term end date | last day of term | ~end
      | last day of instruction`,
    session_type: 'type',
  },
  'school-log': {
    school_id: 'school | school number',
    school_year: schoolYear,
    item: 'duty | activity | log item | event | what',
    date: 'date held | done on | held on | completed on | on',
    audience: 'for whom | who for',
    participants: 'attendees | who took part | took part | present',
    evidence_link: 'evidence | link | url | document',
  },
  courses: {
    ...who,
    course: 'course name | course title | class | course code',
    area: '~subject | subject area | requirement | graduation requirement | counts as | credit area | department',
    grade,
    school_year: schoolYear,
    list: 'planned or registered | which list',
    planned: 'in plan | planned course | planned courses | plan course',
    registered: 'registered for | registered course | registered courses | scheduled | enrolled | requested',
    credits: '~credit | ~units | credit value | potential credit',
    credits_earned: 'earned credits | earned credit | credit earned | earned',
    credits_planned: 'planned credits | planned credit | credit planned',
  },
  'plan-content': {
    ...who,
    school_year: schoolYear,
    strengths: 'strengths and accomplishments | accomplishments | my strengths',
    progress: 'progress data | record of progress | progress and areas to improve | areas to improve',
    interests: 'skills and interests | interests and skills | my interests',
    goals: 'student goals | my goals | goals in my words | goals in the student s words',
    means: 'means and resources | resources | steps and resources',
    home_support: 'support at home | home will | family will | at home',
    school_support: 'support at school | school will | at school',
    workplace: 'workplace skills | job placement | work skills',
    testing: 'test results | tests and results | testing results',
    after_school: `after high school | post secondary goals | post secondary plans | plans after high school | career goals
      | post secondary options`,
    early_graduation: 'early graduation plan | plan for early graduation',
  },
  'graduation-requirements': {
    from_class: 'graduating class | first graduating class | from graduating class | first class | class of',
    to_class: 'last graduating class | to graduating class | last class',
    area: '~subject | subject area | requirement | graduation requirement | credit area',
    credits: 'credits required | credits needed | required credits | units | units required',
    rule: '~source | rule cited | where it stands | ~notes | cited',
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
  | principal sis id | principal name | parent id | property name | org category | subject codes | subjects
  | subject | assessment name | meeting code | term local id | staff id | employee id | credits attempted
  | period | periods`
