/**
 * Every tag that a template may use: one table, from which come the type of the values, the check of templates, and the
 * page docs/template-tags.md.
 *
 * A text stands for itself: {student_name}. A part stands around what belongs to it, {#goals} … {/goals}, and what is
 * between them is there only where the plan has that part; {^goals} … {/goals} is there where it has not. Rows come once
 * for each row: {#conferences}{#rows}{date} {kind}{/rows}{/conferences}.
 */

interface Part<Tags> {
  readonly about: string
  /** A part has one `clause` beside these. */
  readonly part: Tags
}

interface Rows<Tags> {
  readonly about: string
  readonly rows: Tags
}

/** A text tag is its own explanation. */
export type Tag = string | Part<TagTable> | Rows<TagTable>

export interface TagTable {
  readonly [name: string]: Tag
}

/** What fills the tags of a table: text, '' where nothing is on file; a part that is not in the plan is absent. */
export type ValuesOf<Tags> = {
  readonly [Name in keyof Tags]: Tags[Name] extends Part<infer Inner>
    ? (ValuesOf<Inner> & { readonly clause: string }) | undefined
    : Tags[Name] extends Rows<infer Inner>
      ? readonly ValuesOf<Inner>[]
      : string
}

const part = <const Tags>(about: string, tags: Tags): Part<Tags> => ({ about, part: tags })
const rows = <const Tags>(about: string, tags: Tags): Rows<Tags> => ({ about, rows: tags })

/** A part whose content is words of the tab Plan Content. */
const words = (about: string) => part(about, { text: 'What the tab Plan Content says; blank where it says nothing.' })

/** In every part, beside the tags of its own. */
export const clauseTag = 'The clause of the policy that asks for this part; blank where none does.'

export const planTags = {
  student_name: 'First and last name, as on legal documents.',
  preferred_name: 'The name that the student goes by, where it is another.',
  student_id: 'The number of the student.',
  grade: 'Grade 9, Kindergarten.',
  graduating_class: 'Class of 2030; blank in the elementary grades.',
  school: 'Name of the school.',
  school_year: '2026-27.',
  plan_name: 'Individual Learning Plan, Plan for College and Career Readiness, or as the policy calls it.',
  plan_code: 'ILP, PCCR, SEP or SEOP.',
  policy: 'Name of the policy.',
  grades_covered: 'Grades 7 to 10: the years that the plan covers.',
  plan_made: 'The day on which the plan was made; blank where none is on file yet.',
  prepared_by: 'Who wrote the plan, where that is on file.',
  filled_on: 'The day as of which the document is filled.',
  counselor: 'Name of the counselor.',
  teacher: 'Name of the homeroom teacher.',
  plan_manager: 'Who manages the plans of the school, from Settings.',
  interpreter: 'Says that the family needs an interpreter, and the language.',
  participants: part('Who makes the plan together.', {
    rows: rows('One for each person.', {
      name: 'Name.',
      role: 'Student, mother, counselor, …',
      contact: 'Phone and e-mail, where the policy wants them in the file.',
      address: 'Mailing address, where the policy wants it in the file.',
    }),
  }),
  access: part('Who may see the plan, where the policy keeps it private.', { text: 'The participants.' }),
  strengths: words('Strengths and accomplishments.'),
  progress: words('Progress, and where it may improve.'),
  interests: words('Skills and interests.'),
  goals: words("The student's goals."),
  means: words('Means and resources for the goals, at school and elsewhere.'),
  support: part('Who supports the student how.', {
    home: 'What the family will do; from Plan Content.',
    school: 'What the school will do; from Plan Content.',
  }),
  workplace: words('Workplace skills and job placement.'),
  testing: part('Tests for self-knowledge and planning.', {
    tested_on: 'The day of the test.',
    text: 'Results, from Plan Content.',
  }),
  cluster: part('Career cluster.', {
    name: 'The cluster that was chosen.',
    chosen_on: 'The day on which it was chosen.',
    course_plan: 'Whether a course plan goes with it.',
  }),
  after_school: words('Goals after high school, and what leads there.'),
  early_graduation: words('Early graduation, where it is planned.'),
  career_review: part('The review of occupational and post-secondary goals.', { reviewer: 'Who reviewed them.' }),
  agenda: part('What each conference of the year covered.', {
    first: 'Day of the first conference of the year.',
    second: 'Day of the second.',
    rows: rows('One for each item of the agenda.', {
      item: 'What is to be covered.',
      item_clause: 'Its clause.',
      in_first: '☑ or ☐; for the talk of parent and teacher alone the minutes.',
      in_second: 'The same of the second conference.',
    }),
  }),
  graduation: part('Credits for graduation, by the requirements of the student’s class.', {
    rows: rows('One for each area.', {
      area: 'Language arts, Science, …',
      required: 'Credits that the class needs.',
      earned: 'Credits earned; what is more than an area needs counts among the electives.',
      planned: 'Credits planned and not yet earned.',
      needed: 'Credits still needed beyond these.',
      rule: 'Where it is ruled.',
    }),
    required: 'All credits required.',
    earned: 'All credits earned.',
    planned: 'All credits planned.',
    needed: 'All credits still needed.',
    rules: 'Where the requirements are ruled, each once.',
  }),
  courses: part('Courses of four years, side by side.', {
    year1: 'Grade and school year of the first column.',
    year2: 'Of the second.',
    year3: 'Of the third.',
    year4: 'Of the fourth.',
    rows: rows('One for each line of the grid; at least eight, so that there is room to write.', {
      in_year1: 'A course of the first year, with its credits.',
      in_year2: 'Of the second.',
      in_year3: 'Of the third.',
      in_year4: 'Of the fourth.',
    }),
  }),
  registration: part('Registration that agrees with the plan.', {
    rows: rows('One for each course that the student is registered for and that the plan does not have.', {
      course: 'The course.',
    }),
  }),
  conferences: part('Conferences: in the elementary plan those of the year, else all on file.', {
    rows: rows('One for each conference.', {
      date: 'Day.',
      kind: 'Individual, group, …',
      result: 'Held, declined, …',
      who: 'Who came.',
      where: 'Place, or phone or video.',
    }),
  }),
  contacts: part('Letters, calls and messages about conferences.', {
    rows: rows('One for each.', {
      date: 'Day.',
      about: 'Individual or group conference.',
      how: 'Letter, phone, …',
      result: 'What came of it.',
    }),
  }),
  updates: part('What was changed, by day.', {
    rows: rows('One for each update, and one for the making of the plan.', {
      date: 'Day.',
      by: 'Who made it.',
      change: 'What was changed.',
    }),
  }),
  involvement: part('Evidence for each year that student, parent and school took part; blank to initial.', {
    rows: rows('One for each year of the plan.', {
      year: 'Grade and school year.',
      student: 'Day on which the student took part.',
      parent: 'Day on which a parent took part.',
      staff: 'Day on which the school took part.',
    }),
  }),
  signatures: part('Who signs.', {
    rows: rows('One for each person.', {
      name: 'Printed name.',
      role: 'Student, mother, counselor, …',
      signed_on: 'Day of the signature on file.',
      method: 'On paper or electronic, where that is on file.',
    }),
  }),
  adult: part('A student of 18 or older, who may sign alone.', { text: 'A sentence that says so.' }),
  file: part('What the student’s file should hold.', {
    rows: rows('One for each thing.', { item: 'What it is.', there: '☑ or ☐.' }),
  }),
  kept: part('Where the plan is kept.', { text: 'The place, where it is on file.' }),
  folder: part('Information given to the family, and the copy in the student’s folder.', {
    given_on: 'Day on which the family got it.',
    filed_on: 'Day on which the copy was filed.',
  }),
  contract: part('The plan binds nobody, where the policy says so.', { text: 'A sentence that says so.' }),
  next_steps: part('What is still to be done for this plan.', {
    rows: rows('One for each.', { what: 'What is missing.', due: 'By when.', step_clause: 'By which clause.' }),
  }),
} as const satisfies TagTable

/** What fills a template for one student. */
export type PlanValues = ValuesOf<typeof planTags>

export type PlanPart = {
  [Name in keyof PlanValues]: PlanValues[Name] extends string ? never : Name
}[keyof PlanValues]
