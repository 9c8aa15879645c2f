/** Families of the sample school: one surname, one or two households, and the adults whom the school may write to. */
import type { Chance } from './chance.ts'
import { firstDayOf, later, schoolDay, THIS_YEAR } from './days.ts'
import { ENGLISH, ORIGINS, type Origin, type OriginName, SETTLERS } from './origins.ts'
import { foldedName } from './sorting.ts'

export interface Guardian {
  readonly firstName: string
  readonly lastName: string
  readonly relation: string
  readonly phone: string
  /** '' where the school has none. */
  readonly email: string
}

/** Where a letter goes. */
export interface Household {
  readonly addressee: string
  readonly street: string
  readonly city: string
  readonly zip: string
}

export interface Family {
  readonly origin: Origin
  /** As on legal documents; '' where its people have one name each. */
  readonly surname: string
  readonly ownSurname: string | undefined
  /** At most two; those of two households are at different addresses, in the order of the households. */
  readonly guardians: readonly Guardian[]
  /** One or two; none where no address is on file. */
  readonly households: readonly Household[]
  /** As the office wrote it. */
  readonly homeLanguage: string
  readonly letterLanguage: string
  readonly needsInterpreter: boolean
  /** A court order forbids contact with one of the adults. */
  readonly noContact: boolean
  /** The day on which the family came to this school; a child begins in kindergarten at the earliest. */
  readonly cameOn: string
  /** Whether the former school sent its records, for a family that came with older children. */
  readonly hasFormerRecords: boolean
  /** '' while they are here. */
  readonly leftOn: string
  /** Roughly when in the year the birthdays are, in days after 2 September: two children are never months apart. */
  readonly birthday: number
}

/** Who the adults are, in a hundred families, and whether they live at two addresses. */
const ADULTS = [
  { share: 60, relations: ['Mother', 'Father'], apart: false },
  { share: 11, relations: ['Mother', 'Father'], apart: true },
  { share: 17, relations: ['Mother'], apart: false },
  { share: 4, relations: ['Father'], apart: false },
  { share: 1.5, relations: ['Mother', 'Stepfather'], apart: false },
  { share: 2.5, relations: ['Grandmother'], apart: false },
  { share: 1, relations: ['Grandmother', 'Grandfather'], apart: false },
  { share: 1, relations: ['Aunt'], apart: false },
  { share: 1, relations: ['Foster parent'], apart: false },
  { share: 1, relations: [], apart: false },
] as const

/** How a family came, in a hundred of them. */
const ARRIVALS = [
  { share: 89, when: 'before' },
  { share: 6.5, when: 'august' },
  { share: 4, when: 'mid-year' },
  { share: 0.5, when: 'soon' },
] as const

/** Signs that offices type for the ʻokina and the apostrophe. */
const APOSTROPHES = ['ʻ', '’', "'", "'", '‘', '`']

/** Made up, as are the two towns; their ZIP codes are not in use. */
const STREETS: readonly string[] = [
  'Sagebrush Hollow Ln',
  'Quail Feather Ct',
  'Copper Kettle Rd',
  'Juniper Bench Dr',
  'Meadowlark Loop',
  'Three Cottonwoods Way',
  'Old Creamery Rd',
  'Sego Lily Cir',
  'Coyote Gulch Dr',
  'Beehive Orchard Ave',
  'Windmill Flat Rd',
  'Painted Pony Way',
  'Sunstone Terrace',
  'Hay Barn Ln',
]

export function newFamily(chance: Chance): Family {
  const origin = chance.pickByShare(ORIGINS)
  const { surname, ownSurname } = surnameOf(origin, chance)
  const { relations, apart } = chance.pickByShare(ADULTS)
  const guardians: Guardian[] = relations.map((relation, place) => guardian(origin, surname, relation, place, chance))
  const speaksIt = chance.percent(origin.speakIt)
  const spoken = speaksIt ? origin.language : ENGLISH
  const homeLanguage = chance.percent(80) ? (spoken[0] as string) : chance.pick(spoken)
  const isOther = spoken !== ENGLISH
  const { when } = chance.pickByShare(ARRIVALS)
  const leaves = (when === 'before' || when === 'august') && chance.percent(2.5)
  return {
    origin,
    surname,
    ownSurname,
    guardians,
    households: chance.percent(0.7) ? [] : householdsOf(guardians, apart, chance),
    homeLanguage,
    letterLanguage: isOther && chance.percent(60) ? (spoken[0] as string) : 'English',
    needsInterpreter: isOther && chance.percent(45),
    noContact: apart && chance.percent(6),
    cameOn: arrival(when, chance),
    hasFormerRecords: chance.percent(75),
    leftOn: leaves ? schoolDay(later('2026-08-24', chance.between(0, 84))) : '',
    birthday: chance.between(40, 323),
  }
}

/** A child's forename that fits the family; some families of every origin choose one that is common here. */
export function forename({ origin, surname }: Family, sex: 'girls' | 'boys', chance: Chance): OriginName {
  // A single name of two words would be taken for a forename and a surname.
  if (surname === '') return chance.pick(origin[sex].filter(({ latin }) => !latin.includes(' ')))
  return chance.pick((origin !== SETTLERS && chance.percent(15) ? SETTLERS : origin)[sex])
}

function surnameOf(origin: Origin, chance: Chance): { surname: string; ownSurname: string | undefined } {
  if (origin.singleNames && chance.percent(35)) return { surname: '', ownSurname: undefined }
  const { latin, own } = chance.pick(origin.surnames)
  const second = chance.pick(origin.surnames).latin
  const isDouble = second !== latin && !latin.includes(' ')
  if (origin.bothSurnames && isDouble && chance.percent(60)) {
    return { surname: `${latin}${chance.percent(10) ? '-' : ' '}${second}`, ownSurname: undefined }
  }
  if (origin === SETTLERS && isDouble && chance.percent(3)) {
    return { surname: `${latin}-${second}`, ownSurname: undefined }
  }
  // Whoever enrolled the family chose the sign, and it stays with all of them.
  const surname = chance.percent(60) ? latin.replace(/[ʻʼ’]/g, chance.pick(APOSTROPHES)) : latin
  return { surname, ownSurname: own }
}

function guardian(origin: Origin, surname: string, relation: string, place: number, chance: Chance): Guardian {
  const isMale = relation === 'Father' || relation === 'Stepfather' || relation === 'Grandfather'
  const { latin: firstName } = chance.pick(isMale ? (origin.men ?? origin.boys) : (origin.women ?? origin.girls))
  const lastName = surnameOfAdult(origin, surname, relation, place, chance)
  const reachable = chance.percent(72)
  const letters = foldedName(`${firstName}${lastName}`).replace(/[^a-z]/g, '')
  return {
    firstName,
    lastName,
    relation,
    phone: `${chance.pick(['801', '801', '385', '435'])}-555-0${chance.between(100, 199)}`,
    email: reachable ? `${letters.slice(0, 14)}${chance.between(2, 99)}@${chance.pick(MAIL_HOSTS)}` : '',
  }
}

/** The father's is that of the children; of two surnames each parent gave one; others may have kept their own. */
function surnameOfAdult(origin: Origin, surname: string, relation: string, place: number, chance: Chance): string {
  const [first, second] = origin.bothSurnames ? surname.split(/ (?=[^ ]+$)|-/) : [surname]
  if (second !== undefined && relation === 'Mother') return second
  const keepsOwn = relation !== 'Father' && chance.percent(place > 0 ? 60 : origin === SETTLERS ? 12 : 40)
  return keepsOwn && surname !== '' ? chance.pick(origin.surnames).latin : (first as string)
}

/** Names that RFC 2606 keeps for examples, so that no letter can ever arrive. */
const MAIL_HOSTS = ['example.com', 'example.com', 'example.org', 'example.net']

function householdsOf(guardians: readonly Guardian[], apart: boolean, chance: Chance): Household[] {
  if (apart) return guardians.map((one, place) => household(fullName(one), place === 1 && chance.percent(50), chance))
  const [first, second] = guardians
  if (first === undefined) return [household('', false, chance)]
  if (second === undefined) return [household(fullName(first), false, chance)]
  const one = first.lastName === second.lastName ? first.firstName : fullName(first)
  return [household(`${one} & ${fullName(second)}`, false, chance)]
}

/** 'Ana García López'; one name alone for people who have no surname. */
export function fullName({ firstName, lastName }: Pick<Guardian, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`.trim()
}

function household(addressee: string, elsewhere: boolean, chance: Chance): Household {
  const block = (): number => chance.between(1, 19) * 100
  const grid = chance.percent(45)
  const street = grid
    ? `${chance.between(12, 980)} ${chance.pick(['E', 'W'])} ${block()} ${chance.pick(['N', 'S'])}`
    : `${chance.between(10, 990)} ${chance.pick(STREETS)}${chance.percent(12) ? ` #${chance.between(1, 40)}` : ''}`
  return elsewhere
    ? { addressee, street, city: 'Juniper Flats', zip: '84698' }
    : { addressee, street, city: 'Cedar Ridge', zip: '84699' }
}

function arrival(when: (typeof ARRIVALS)[number]['when'], chance: Chance): string {
  switch (when) {
    case 'before':
      return firstDayOf(THIS_YEAR - chance.between(1, 14))
    case 'august':
      return firstDayOf(THIS_YEAR)
    case 'mid-year':
      return schoolDay(later('2026-08-31', chance.between(0, 79)))
    case 'soon':
      return schoolDay(later('2026-11-27', chance.between(0, 12)))
  }
}
