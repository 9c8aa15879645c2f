/**
 * Languages as student systems write them (domain C3): the code of ISO 639-3, and what stood in the cell.
 */
import { plainWords, type Reading, saysNothingOrNA, textOf } from './cell-text.ts'
import type { Language } from './school.ts'
import type { Cell } from './tab.ts'

/**
 * The languages of Utah's homes and the larger ones of the world, one behind each '|': first the code of ISO 639-3, then
 * those of 639-1 and 639-2 and the English names, without blanks. 'no' is missing: under "other language?" it is a no.
 */
const table = `spa es sp spanish espanol castilian|eng en english|nav nv navajo navaho dine|ara ar arb arabic|som so somali
|vie vi vietnamese|por pt portuguese|zho zh chi chinese|cmn mandarin|yue cantonese|ton to tongan|smo sm samoan|rus ru russian
|fra fr fre french|deu de ger german|hbs sh serbocroatian|bos bs bosnian|hrv hr croatian|srp sr serbian
|swa sw swh swahili kiswahili|kin rw kinyarwanda|tgl tl tagalog|fil filipino pilipino|kor ko korean|jpn ja japanese
|nep ne nepali|mya my bur burmese|ksw kar karen sgawkaren|fas fa per farsi persian|prs dari|pus ps pashto pushto
|ukr uk ukrainian|tir ti tigrinya|amh am amharic|mah mh marshallese|ute|shh shoshone shoshoni|mul multiple
|und other unknown undetermined|zxx|ita it italian|pol pl polish|ron ro rum romanian|ell el gre greek|tur tr turkish
|hin hi hindi|urd ur urdu|ben bn bengali|pan pa punjabi panjabi|guj gu gujarati|tel te telugu|tam ta tamil|tha th thai
|lao lo laotian|khm km khmer cambodian|hmn hmong|ind id indonesian|msa ms may malay|heb he hebrew|hun hu hungarian
|ces cs cze czech|bul bg bulgarian|sqi sq alb albanian|hye hy arm armenian|kat ka geo georgian|kur ku kurdish|uzb uz uzbek
|mon mn mongolian|hat ht haitian haitiancreole|fij fj fijian|haw hawaiian|chk chuukese|pon pohnpeian|run rn kirundi
|lin ln lingala|din dinka|nus nuer|orm om oromo|yor yo yoruba|ibo ig igbo|hau ha hausa|nld nl dut dutch|swe sv swedish
|nor norwegian|dan da danish|fin fi finnish|que qu quechua|quc kiche|mam|ase asl americansignlanguage`

let codes: ReadonlyMap<string, string> | undefined

/** Made when the first language is read: a check without such a column does not pay for it. */
function codeOf(name: string): string | undefined {
  codes ??= new Map(
    table.split(/\s*\|/).flatMap((line) => {
      const names = line.split(' ')
      return names.map((one): [string, string] => [one, names[0] as string])
    }),
  )
  return codes.get(plainWords(name).replace(/ /g, ''))
}

/** Names that the table has without their blanks and signs. */
const spelt = new Map([
  ['ase', 'American Sign Language'],
  ['hbs', 'Serbo-Croatian'],
])

/** 'Spanish' for 'spa'; `undefined` for what is no language to write in: several, none, another one. */
export function languageName(code: string): string | undefined {
  const names = table
    .split(/\s*\|/)
    .map((line) => line.split(' '))
    .find(([one]) => one === code)
  if (names === undefined || /^(mul|und|zxx)$/.test(code)) return undefined
  const name = names.find((one) => one.length > 3) ?? code
  return spelt.get(code) ?? name.replace(/^./, (first) => first.toUpperCase())
}

/**
 * The language that a cell names. A number of a local code list, a name that is not known here and two languages in one
 * cell have no code: they are kept as written and never guessed.
 */
export function readLanguage(cell: Cell): Reading<Language> {
  const text = textOf(cell)
  if (saysNothingOrNA(text) || typeof cell === 'boolean') return undefined
  const bare = text.replace(/^uri:.*#/, '')
  // 'es-MX', 'zh_Hans': what follows the language is a country or a script.
  const tagged = /^([a-z]{2,3})[-_][a-z]{2,4}$/i.exec(bare)
  const code = codeOf(tagged?.[1] ?? bare) ?? codeOfParts(bare)
  return code === undefined ? { text } : { code, text }
}

/** 'Farsi (Persian)', 'Spanish; Castilian', 'Chinese - Cantonese': names of one language, of which one may be the wider. */
function codeOfParts(text: string): string | undefined {
  const found = new Set(text.split(/[(),;/-]/).flatMap((part) => codeOf(part) ?? []))
  for (const wider of ['zho', 'fil']) if (found.size > 1) found.delete(wider)
  return found.size === 1 ? [...found][0] : undefined
}
