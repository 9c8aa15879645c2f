/**
 * What a policy is: dated data with clause numbers.
 *
 * A pack under `packs/` is one constant of type {@link Policy}. Adding a policy is adding such a constant; adding a new
 * kind of demand is adding a member to {@link Requirement} here and its check in `compliance/`.
 */
import type { Readings } from './readings.ts'

/** 'YYYY-MM-DD'. */
export type IsoDate = string

/** '2026-27'. */
export type SchoolYear = string

/** −1 preschool, 0 kindergarten, 1 … 12, 13 post-high. */
export type Grade = number

export type PolicyId =
  | 'davis-4i-101'
  | 'spectrum-4ip-401'
  | 'ega-2019'
  | 'ega-2012'
  | 'washington-4030'
  | 'utah-r277-462-5'

/** First and last grade, both included. */
export type GradeRange = readonly [first: Grade, last: Grade]

export interface Policy {
  readonly id: PolicyId
  /** As a school would say it: 'Davis School District 4I-101'. */
  readonly name: string
  /** 'policy' binds; 'guidance' is a text for a board to adapt; 'rule' is state law. */
  readonly force: 'policy' | 'guidance' | 'rule'
  /** The revision that the pack states, and from which day it holds. */
  readonly revision: { readonly text: string; readonly effectiveFrom: IsoDate }
  /** What this policy calls the two plans. */
  readonly terms: { readonly elementary: 'ILP' | 'SEP'; readonly secondary: 'PCCR' | 'SEOP' }
  /** The last grade that the policy treats as elementary (reading R18). */
  readonly elementaryTopGrade: Grade
  readonly readings: Readings
  readonly requirements: readonly Requirement[]
  /** Clauses that no column can prove, each with how the product helps all the same. Every clause of the text stands in one of the two lists. */
  readonly notExamined: readonly UnexaminedClause[]
}

export interface UnexaminedClause {
  readonly clause: string
  readonly about: string
  readonly help: string
  /** The part of the plan document that answers it, where one does. */
  readonly printedWith?: 'participants' | 'access' | 'contract'
  /** Of which grades' plan; of all where it is absent. */
  readonly grades?: readonly GradeRange[]
}

interface Demand {
  /** '3.3.2', or the section's name where a policy has no numbers. */
  readonly clause: string
  /** Who: one or more ranges of grades. */
  readonly grades: readonly GradeRange[]
  /** What it asks, in our own words, as a phrase that a principal may read aloud. */
  readonly asks: string
}

/** Conferences held: so many, of this format, in this window. */
export interface ConferencesRequirement extends Demand {
  readonly type: 'conferences'
  readonly code: 'CONF2' | 'CONF-I' | 'CONF-G' | 'CONF-SG'
  readonly format: 'individual' | 'group' | 'small-group'
  readonly count: number
  /** One counting year, or a band of grades that counts as one window (R4). */
  readonly window: 'year' | { readonly band: GradeRange }
  /** Who must have come: 'held' R9, 'all-three' R11, 'parent-invited' R12. */
  readonly party: 'held' | 'all-three' | 'parent-invited'
  /** For students with an IEP one IEP meeting a year counts without the ILP tick, and no more than one (R17). */
  readonly iepMeetingCounts?: true
}

/** One of the year's conferences is part of the annual IEP meeting (students with an IEP). */
export interface IepConferenceRequirement extends Demand {
  readonly type: 'iep-conference'
  readonly code: 'IEPCONF'
}

/** Documented effort where families did not all come (R10). It looks at the conferences requirement of the same grade and format. */
export interface EffortRequirement extends Demand {
  readonly type: 'effort'
  readonly code: 'EFFORT' | 'EFFORT-I' | 'EFFORT-G'
  readonly of: 'CONF2' | 'CONF-I' | 'CONF-G'
}

/** At least one individual conference offered this year (R13). */
export interface OfferRequirement extends Demand {
  readonly type: 'offer'
  readonly code: 'OFFER'
}

/** An opportunity for parents to take part this year. */
export interface OpportunityRequirement extends Demand {
  readonly type: 'opportunity'
  readonly code: 'OPP'
}

/** Note on a group event to which more students were invited than a small group may hold (R15). */
export interface GroupSizeRequirement extends Demand {
  readonly type: 'group-size'
  readonly code: 'GROUP>5'
}

/** The plan itself. */
export interface PlanRequirement extends Demand {
  readonly type: 'plan'
  readonly code: 'PLAN'
  /** Which plans fit; a plan of unstated kind always fits. */
  readonly kind: 'elementary' | 'secondary' | 'either'
  /** 'start-of-grade-7' R3; 'year-end' R24; 'first-secondary-year' R277-462-5(3)(a)(ii). */
  readonly due: 'start-of-grade-7' | 'year-end' | 'first-secondary-year'
}

export type SectionName =
  | 'grad'
  | 'work'
  | 'goals'
  | 'courses'
  | 'links'
  | 'progress'
  | 'strengths'
  | 'test'
  | 'prepared'

/** Sections that the plan must have, each with its clause. */
export interface SectionsRequirement extends Demand {
  readonly type: 'sections'
  readonly code: 'SECT'
  readonly parts: readonly { readonly part: SectionName; readonly clause: string; readonly grades?: GradeRange }[]
}

export interface SignatureRequirement extends Demand {
  readonly type: 'signature'
  readonly code: 'SIGN'
}

export interface UpdateRequirement extends Demand {
  readonly type: 'update'
  readonly code: 'UPDATE'
}

export type Party = 'P' | 'S' | 'T'

/** Evidence, each year, that parent (P), student (S) and staff (T) had a part (R22). */
export interface InvolvementRequirement extends Demand {
  readonly type: 'involvement'
  readonly code: 'INVOLVE'
  readonly parties: readonly Party[]
}

/** Information given to parents and a copy filed, for each counted conference. */
export interface FolderRequirement extends Demand {
  readonly type: 'folder'
  readonly code: 'FOLDER'
}

export type AgendaItem = 'strengths' | 'data' | 'studentGoals' | 'supportPlan' | 'private'

/** What each counted conference must have on its agenda. */
export interface AgendaRequirement extends Demand {
  readonly type: 'agenda'
  readonly code: 'AGENDA'
  readonly parts: readonly { readonly part: AgendaItem; readonly clause: string }[]
}

export interface KeptRequirement extends Demand {
  readonly type: 'kept'
  readonly code: 'KEPT'
}

/** What the student's file should hold; a gap is something to confirm, never late. */
export interface FileRequirement extends Demand {
  readonly type: 'file'
  readonly code: 'FILE'
  readonly parts: readonly ('registration' | 'teachers' | 'reportCards' | 'participants')[]
}

/** A plan with such objectives should be reviewed by the staff member for career preparation; something to confirm, never late. */
export interface CareerRequirement extends Demand {
  readonly type: 'career'
  readonly code: 'CAREER'
  readonly objectives: readonly ('occupational' | 'post-secondary' | 'both')[]
}

/** Career cluster and matching course plan by the end of a grade (R23). */
export interface ClusterRequirement extends Demand {
  readonly type: 'cluster'
  readonly code: 'CLUSTER'
  readonly byGrade: Grade
}

export interface EarlyGraduationRequirement extends Demand {
  readonly type: 'early-graduation'
  readonly code: 'EARLY'
}

/** Course registration agrees with the plan; examined only where both lists exist. */
export interface RegistrationRequirement extends Demand {
  readonly type: 'registration'
  readonly code: 'COURSES'
}

/** A yearly duty of the school as a whole. */
export interface DutyRequirement extends Demand {
  readonly type: 'duty'
  readonly code: 'REPORT' | 'TRAIN' | 'CONSULT'
  readonly item: 'annual_report' | 'training' | 'consultation'
  /** The log must name who took part. */
  readonly participants?: true
}

export type Requirement =
  | ConferencesRequirement
  | IepConferenceRequirement
  | EffortRequirement
  | OfferRequirement
  | OpportunityRequirement
  | GroupSizeRequirement
  | PlanRequirement
  | SectionsRequirement
  | SignatureRequirement
  | UpdateRequirement
  | InvolvementRequirement
  | FolderRequirement
  | AgendaRequirement
  | KeptRequirement
  | FileRequirement
  | CareerRequirement
  | ClusterRequirement
  | EarlyGraduationRequirement
  | RegistrationRequirement
  | DutyRequirement

export type RequirementCode = Requirement['code']
