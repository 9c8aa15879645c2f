/**
 * The words in which a pack is written: one function for each kind of requirement, so that a pack reads like its policy.
 */
import type {
  AgendaRequirement,
  CareerRequirement,
  ClusterRequirement,
  ConferencesRequirement,
  DutyRequirement,
  EarlyGraduationRequirement,
  EffortRequirement,
  FileRequirement,
  FolderRequirement,
  Grade,
  GroupSizeRequirement,
  IepConferenceRequirement,
  InvolvementRequirement,
  KeptRequirement,
  OfferRequirement,
  OpportunityRequirement,
  PlanRequirement,
  RegistrationRequirement,
  Requirement,
  SectionsRequirement,
  SignatureRequirement,
  UpdateRequirement,
} from './schema.ts'

/** Kindergarten. */
export const K: Grade = 0

/** Post-high, transition, "18-22". */
export const POST_HIGH: Grade = 13

/** What a pack writes: everything but the type, and the code where it follows from the type. */
type Written<R extends Requirement, Given extends keyof R = 'type'> = Omit<R, Given>

export const conferences = (r: Written<ConferencesRequirement>): ConferencesRequirement => ({
  type: 'conferences',
  ...r,
})

export const iepConference = (r: Written<IepConferenceRequirement, 'type' | 'code'>): IepConferenceRequirement => ({
  type: 'iep-conference',
  code: 'IEPCONF',
  ...r,
})

export const effort = (r: Written<EffortRequirement>): EffortRequirement => ({ type: 'effort', ...r })

export const offer = (r: Written<OfferRequirement, 'type' | 'code'>): OfferRequirement => ({
  type: 'offer',
  code: 'OFFER',
  ...r,
})

export const opportunity = (r: Written<OpportunityRequirement, 'type' | 'code'>): OpportunityRequirement => ({
  type: 'opportunity',
  code: 'OPP',
  ...r,
})

export const groupSize = (r: Written<GroupSizeRequirement, 'type' | 'code'>): GroupSizeRequirement => ({
  type: 'group-size',
  code: 'GROUP>5',
  ...r,
})

export const plan = (r: Written<PlanRequirement, 'type' | 'code'>): PlanRequirement => ({
  type: 'plan',
  code: 'PLAN',
  ...r,
})

export const sections = (r: Written<SectionsRequirement, 'type' | 'code'>): SectionsRequirement => ({
  type: 'sections',
  code: 'SECT',
  ...r,
})

export const signature = (r: Written<SignatureRequirement, 'type' | 'code'>): SignatureRequirement => ({
  type: 'signature',
  code: 'SIGN',
  ...r,
})

export const yearlyUpdate = (r: Written<UpdateRequirement, 'type' | 'code'>): UpdateRequirement => ({
  type: 'update',
  code: 'UPDATE',
  ...r,
})

export const involvement = (r: Written<InvolvementRequirement, 'type' | 'code'>): InvolvementRequirement => ({
  type: 'involvement',
  code: 'INVOLVE',
  ...r,
})

export const folderCopy = (r: Written<FolderRequirement, 'type' | 'code'>): FolderRequirement => ({
  type: 'folder',
  code: 'FOLDER',
  ...r,
})

export const agenda = (r: Written<AgendaRequirement, 'type' | 'code'>): AgendaRequirement => ({
  type: 'agenda',
  code: 'AGENDA',
  ...r,
})

export const kept = (r: Written<KeptRequirement, 'type' | 'code'>): KeptRequirement => ({
  type: 'kept',
  code: 'KEPT',
  ...r,
})

export const fileContents = (r: Written<FileRequirement, 'type' | 'code'>): FileRequirement => ({
  type: 'file',
  code: 'FILE',
  ...r,
})

export const careerReview = (r: Written<CareerRequirement, 'type' | 'code'>): CareerRequirement => ({
  type: 'career',
  code: 'CAREER',
  ...r,
})

export const careerCluster = (r: Written<ClusterRequirement, 'type' | 'code'>): ClusterRequirement => ({
  type: 'cluster',
  code: 'CLUSTER',
  ...r,
})

export const earlyGraduation = (
  r: Written<EarlyGraduationRequirement, 'type' | 'code'>,
): EarlyGraduationRequirement => ({
  type: 'early-graduation',
  code: 'EARLY',
  ...r,
})

export const registration = (r: Written<RegistrationRequirement, 'type' | 'code'>): RegistrationRequirement => ({
  type: 'registration',
  code: 'COURSES',
  ...r,
})

export const duty = (r: Written<DutyRequirement>): DutyRequirement => ({ type: 'duty', ...r })
