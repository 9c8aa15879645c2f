/**
 * The tabs that set-up makes where a school has none: their columns, what may stand in each, and what each means. Pure.
 */
import { utahGraduation } from '../policy/graduation.ts'
import type { ReadKind } from '../records/headings.ts'

/** What is typed into the cells of a column: anything, text that must not become a number or a formula, a day, a tick, one of a few words. */
export type Entry = 'any' | 'text' | 'date' | 'tick' | readonly string[]

export interface SchoolColumn {
  /** As src/records calls it. */
  readonly field: string
  /** As it stands in the first row; src/records knows it again. */
  readonly heading: string
  readonly entry: Entry
  /** In plain words, for the note on the heading. */
  readonly note: string
}

const student = 'student_id=Student ID[@]: The number of the student, as on the roster.'
const year = 'school_year[@]: For example 2026-27.'
const school = 'school_id=School ID[@]: Name or number of the school.'
const source = 'source[own/prior]: Own: this school made the record. Prior: a former school did. Blank: own.'
const yesNo = '[Y/N]'
const section = 'Tick when this part of the plan is filled in.'
const inFile = "Tick when the student's file holds this."
const discussed = 'Tick when the conference covered this.'

/**
 * One line a column: the field, '=' and its heading where that is not the field in words, what may stand in it in square
 * brackets, the note.
 *
 * A tick is a box that is Y or blank: an unticked box says nothing, like every blank (reading R0), and leaves the row empty.
 * So it stands only where a no need not be told from "not yet"; the others are Y or N.
 */
const lines = {
  students: `${student.replace('as on the roster', 'the same on every tab')}
ssid=SSID[@]: The state's number of the student.
last_name: Legal last name.
first_name: Legal first name.
preferred_name: The name that the student goes by.
birth_date[d]: For students of 18 and older, who sign for themselves.
grade: This year's grade: K, 1 to 12.
${school}
entry_date[d]: First day at this school.
exit_date[d]: Last day at this school. Blank while enrolled.
iep=IEP${yesNo}: Whether the student has an IEP. Blank: not known.
early_grad=Early graduation${yesNo}: Whether the student will graduate early. Blank: not known.
home_language: The language spoken at home.
letter_language: The language for letters, if another.
interpreter_needed[x]: Tick when the family needs an interpreter.
counselor: Who is responsible in the secondary grades.
homeroom_teacher: Who is responsible in the elementary grades.
${[1, 2].map(guardian).join('\n')}
mail_name: First line of the address on letters.
mail_street: Street and number.
mail_city: Town.
mail_state: For example UT.
mail_zip=Mail ZIP[@]: ZIP code.
no_contact_flag=Do not contact[x]: Tick when no letter may be sent. No tick: letters may be sent.`,
  'grade-history': `${student}
${year}
grade: The grade in that year.
${school}
entry_date[d]: First day there in that year.
exit_date[d]: Last day there, if the student left.
${source}`,
  conferences: `conf_id=Conference ID[@]: Your own number, if you use one.
${student}
session_id=Session ID[@]: The same for all students of one group session.
kind[individual/group/small group/IEP meeting/other]: What kind of conference it was.
date[d]: The day of the conference.
start_time: For example 3:20 PM.
place: Room or building.
mode[in person/phone/video]: How it was held.
status[held/scheduled/no-show/declined/cancelled by family/cancelled by school]: What became of it. Only held ones count as held.
invited_on[d]: The day of the invitation.
invited_count: How many students were invited to the group.
student_attended${yesNo}: Whether the student was there. Blank: not known.
parent_attended${yesNo}: Whether a parent or guardian was there. Blank: not known.
parent_names: Who came.
staff_names: Who held it for the school.
staff_role: For example counselor or teacher.
private_minutes: Minutes for parent and teacher alone.
ilp_reviewed=Plan reviewed${yesNo}: Whether an IEP meeting also covered the plan. Blank: not known.
ck_strengths=Strengths discussed[x]: ${discussed}
ck_data=Progress shared[x]: ${discussed}
ck_student_goals=Student goals set[x]: ${discussed}
ck_support_plan=Support plan[x]: ${discussed}
info_given_on[d]: The day on which the family got the information.
copy_filed_on[d]: The day on which the copy went into the folder.
${source}
notes: For yourself; a check does not read it.`,
  contacts: `${student}
date[d]: The day of the letter, call or message. One row each.
about[individual/group]: Which conference it was about.
channel[letter/email/phone/text/in person]: How the family was contacted.
language: The language used.
outcome[reached/left message/no answer/returned/wrong number]: What came of it. Returned and wrong number never reached the family.
by: Who made the contact.`,
  plans: `${student}
plan_kind[ILP/PCCR/SEP/SEOP]: ILP and SEP are the elementary plan, PCCR and SEOP the secondary one.
created_on[d]: The day on which the plan was made.
from_grade: First grade of the plan.
to_grade: Last grade of the plan.
${source}
parent_signed_on[d]: The day on which a parent signed.
signed_by[parent/student/other]: Who signed.
sign_method[paper/electronic]: How it was signed.
prepared_by[student/staff]: Who wrote the plan.
sec_grad_reqs=Graduation requirements[x]: ${section}
sec_workplace=Workplace skills[x]: ${section}
sec_goals=Career goals[x]: ${section}
sec_courses=Course sequence[x]: ${section}
sec_links=Post-secondary links[x]: ${section}
sec_progress=Record of progress[x]: ${section}
sec_strengths=Strengths and accomplishments[x]: ${section}
cluster=Career cluster: The career cluster chosen.
cluster_on[d]: The day on which it was chosen.
course_plan${yesNo}: Whether a course plan matches the cluster. Blank: not known.
tests_on=Tests date[d]: The day of the career test.
career_objectives[none/occupational/post-secondary/both]: What the plan aims at after school.
career_reviewer: Who reviewed the career part.
early_grad_in_plan=Early graduation in plan${yesNo}: Whether the plan covers early graduation. Blank: not known.
kept_at: Where the plan is kept.
file_registration=Registration in file[x]: ${inFile}
file_teachers_phones=Teachers and phones[x]: ${inFile}
file_report_cards=Report cards in file[x]: ${inFile}
file_participants=Participants in file[x]: ${inFile}`,
  'plan-updates': `${student}
updated_on[d]: The day on which the plan was updated. One row each.
by: Who updated it.
what_changed: For yourself; a check does not read it.`,
  calendar: `${year}
first_day[d]: First day of school in that year.
last_day[d]: Last day of school in that year.`,
  'school-log': `${school}
${year}
item[training/annual report/council review/consultation/resource request]: What the school did.
date[d]: The day on which it was done.
audience: For whom.
participants: Who took part.
evidence_link: Where the evidence is.`,
  'plan-content': `${student}
school_year[@]: For example 2026-27. Blank: for every year.
strengths[@]: Strengths and accomplishments.
progress[@]: Progress, and where it may improve.
interests=Skills and interests[@]: Skills and interests.
goals=Student goals[@]: The goals, in the student's words.
means=Means and resources[@]: What helps to reach the goals, at school and elsewhere.
home_support=Support at home[@]: What the family will do.
school_support=Support at school[@]: What the school will do.
workplace=Workplace skills[@]: Workplace skills and job placement.
testing=Test results[@]: Tests and their results.
after_school=After high school[@]: Goals for the time after high school.
early_graduation=Plan for early graduation[@]: Only for a student who will graduate early.`,
  courses: `${student}
course: The name of the course. One row each.
area=Subject area: The graduation requirement that it counts for, as on the tab for these. Blank: Electives.
grade: The grade in which it is taken. Blank: the school year says it.
school_year[@]: For example 2026-27. Blank with no grade: this year.
list[planned/registered/completed]: In the plan, registered for, or done.
credits: For example 0.5. Earned where the course is completed, else planned.`,
  'graduation-requirements': `from_class=First class: First year of graduation that it is asked of, for example 2030. Blank: no first one.
to_class=Last class: Last year of graduation that it is asked of, for example 2029. Blank: no last one.
area=Subject area: What is asked. Change, add or delete rows as your school asks.
credits=Credits required: How many credits the class needs, for example 3.5.
rule: Where it is ruled. Printed in small letters.`,
} as const satisfies Partial<Record<ReadKind, string>>

/** A kind of tab that we can make. */
export type MadeKind = keyof typeof lines

/** What a new tab is called, in the order in which they are made. */
export const schoolTabNames: Readonly<Record<MadeKind, string>> = {
  students: 'Students',
  'grade-history': 'Grade History',
  conferences: 'Conferences',
  contacts: 'Contacts',
  plans: 'Plans',
  'plan-updates': 'Plan Updates',
  calendar: 'Calendar',
  'school-log': 'School Log',
  'plan-content': 'Plan Content',
  courses: 'Courses',
  'graduation-requirements': 'Graduation Requirements',
}

export const madeKinds = Object.keys(schoolTabNames) as readonly MadeKind[]

/** What plan documents are filled from; no finding needs them. */
export const planTabKinds: readonly MadeKind[] = ['plan-content', 'courses', 'graduation-requirements']

/** What a check reads. */
export const recordTabKinds = madeKinds.filter((kind) => !planTabKinds.includes(kind))

/** What a new tab holds under its headings, for the school to edit; of most kinds nothing. */
export function firstRows(kind: MadeKind): readonly (readonly (string | number)[])[] {
  if (kind !== 'graduation-requirements') return []
  return utahGraduation.map(({ fromClass = '', toClass = '', area, credits, rule }) => [
    fromClass,
    toClass,
    area,
    credits,
    rule,
  ])
}

function guardian(number: number): string {
  const [field, heading] = [`guardian${number}_`, `Guardian ${number} `]
  return `${field}name=${heading}name: A parent or guardian.
${field}relation=${heading}relation: For example mother.
${field}phone=${heading}phone[@]: Phone number.
${field}email=${heading}email: E-mail address.`
}

/** The columns of a tab that set-up makes, left to right. */
export function schoolColumns(kind: MadeKind): readonly SchoolColumn[] {
  return lines[kind].split('\n').map((line) => {
    const [, field = '', heading, entry, note = ''] = /^(\w+)(?:=([^[:]+))?(?:\[(.+?)\])?: (.*)$/.exec(line) ?? []
    return { field, heading: heading ?? inWords(field), entry: entryOf(entry), note }
  })
}

function entryOf(written: string | undefined): Entry {
  if (written === undefined) return 'any'
  return ({ '@': 'text', d: 'date', x: 'tick' } as const)[written] ?? written.split('/')
}

/** The heading under which a person knows a field of a kind of tab. */
export function headingOf(kind: string, field: string): string {
  const kinds = [...madeKinds.filter((one) => one === kind), ...madeKinds]
  for (const one of kinds) {
    const column = schoolColumns(one).find((candidate) => candidate.field === field)
    if (column) return column.heading
  }
  return inWords(field)
}

/** 'Created on' for created_on. */
function inWords(field: string): string {
  return field.replace(/_/g, ' ').replace(/^./, (first) => first.toUpperCase())
}
