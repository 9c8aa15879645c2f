/** Home and letter languages in the codes and names of domain C3. */
import { describe, expect, test } from 'vitest'
import { languageName, readLanguage } from '../../src/records/languages.ts'
import { codes, read, student, tab } from './tabs.ts'

const spellings: Readonly<Record<string, readonly string[]>> = {
  eng: ['eng', 'en', 'English', 'ENGLISH', 'en-US', 'en_US'],
  spa: ['spa', 'es', 'Spanish', 'SP', 'Español', 'Spanish; Castilian', 'es-MX', 'Spanish - Mexico', ' Spanish '],
  nav: ['nav', 'nv', 'Navajo', 'Diné', 'NV', 'Navajo (Diné)', 'Navajo; Navaho'],
  ara: ['ara', 'ar', 'arb', 'Arabic'],
  som: ['som', 'so', 'Somali'],
  vie: ['vie', 'vi', 'Vietnamese'],
  por: ['por', 'pt', 'Portuguese', 'pt-BR'],
  zho: ['zho', 'chi', 'zh', 'Chinese', 'zh-Hans', 'Hakka (Chinese)'],
  cmn: ['cmn', 'Mandarin', 'Mandarin (Chinese)', 'Chinese - Mandarin'],
  yue: ['yue', 'Cantonese', 'Cantonese (Chinese)', 'Chinese, Cantonese'],
  ton: ['ton', 'to', 'Tongan'],
  smo: ['smo', 'sm', 'Samoan'],
  rus: ['rus', 'ru', 'Russian'],
  fra: ['fra', 'fre', 'fr', 'French'],
  deu: ['deu', 'ger', 'de', 'German'],
  hbs: ['hbs', 'Serbo-Croatian'],
  bos: ['bos', 'bs', 'Bosnian'],
  hrv: ['hrv', 'hr', 'Croatian'],
  srp: ['srp', 'sr', 'Serbian'],
  swa: ['swa', 'swh', 'sw', 'Swahili'],
  kin: ['kin', 'rw', 'Kinyarwanda'],
  tgl: ['tgl', 'tl', 'Tagalog', 'Pilipino (Tagalog)'],
  fil: ['fil', 'Filipino', 'Pilipino'],
  kor: ['kor', 'ko', 'Korean'],
  jpn: ['jpn', 'ja', 'Japanese'],
  nep: ['nep', 'ne', 'Nepali'],
  mya: ['mya', 'bur', 'my', 'Burmese'],
  ksw: ['ksw', 'kar', 'Karen', "S'gaw Karen"],
  fas: ['fas', 'per', 'fa', 'Farsi', 'Persian', 'Farsi (Persian)'],
  prs: ['prs', 'Dari'],
  pus: ['pus', 'ps', 'Pashto', 'Pashto (Pushto)'],
  ukr: ['ukr', 'uk', 'Ukrainian'],
  tir: ['tir', 'ti', 'Tigrinya'],
  amh: ['amh', 'am', 'Amharic'],
  mah: ['mah', 'mh', 'Marshallese'],
  ute: ['ute', 'Ute'],
  shh: ['shh', 'Shoshone'],
  mul: ['mul'],
  und: ['und', 'Other', 'unknown'],
  zxx: ['zxx'],
  pan: ['Panjabi (Punjabi)'],
  khm: ['Cambodian (Khmer)'],
  ell: ['gre', 'uri://ed-fi.org/LanguageDescriptor#ell'],
}

for (const [code, cells] of Object.entries(spellings)) {
  test.each(cells.map((cell) => [cell]))(`“%s” is ${code}, and stays beside it as written`, (cell) => {
    expect(readLanguage(cell)).toEqual({ code, text: cell.trim() })
  })
}

test.each(['01', '1', '0049', 'LG7', 'Klingon', 'English/Spanish', 'not English', 'constructor', '__proto__'])(
  '“%s” has no code and is kept as written',
  (cell) => {
    expect(readLanguage(cell)).toEqual({ text: cell })
  },
)

test('a number of a local list is kept as its digits', () => {
  expect(readLanguage(1)).toEqual({ text: '1' })
})

test.each(['', ' ', 'NULL', 'null', '././.', 'N/A', 'NA', '-', false])('“%s” names none', (cell) => {
  expect(readLanguage(cell)).toBeUndefined()
})

describe('on the roster', () => {
  test('home and letter language are two things, and a blank is none', () => {
    const reading = read(
      tab(
        'Students',
        ['id', 'name', 'grade', 'Home language', 'Letter language', 'Interpreter needed'],
        ['41', 'Reyes, Mateo', '8', 'Spanish', 'en', 'N'],
        ['42', 'Begay, Ana', '1', '07', '', 'Y'],
        ['43', 'Tuala, Lupe', '2', '', '', ''],
      ),
    )
    expect(student(reading, '41')).toMatchObject({
      homeLanguage: { code: 'spa', text: 'Spanish' },
      letterLanguage: { code: 'eng', text: 'en' },
      interpreterNeeded: false,
    })
    expect(student(reading, '42')).toMatchObject({ homeLanguage: { text: '07' }, interpreterNeeded: true })
    for (const field of ['homeLanguage', 'letterLanguage', 'interpreterNeeded']) {
      expect(student(reading, '43')).not.toHaveProperty(field)
    }
    expect(codes(reading)).toEqual([])
  })

  test('the name of Clever and its code beside it are one language, and need no question', () => {
    const reading = read(
      tab(
        'students',
        ['Student_id', 'Last_name', 'First_name', 'Grade', 'Home_language', 'Home_language_code'],
        ['41', 'Reyes', 'Mateo', '8', 'Spanish', 'spa'],
      ),
    )
    expect(student(reading, '41').homeLanguage).toEqual({ code: 'spa', text: 'Spanish' })
    expect(codes(reading)).toEqual([])
  })

  test('another tab with one row a student may tell it', () => {
    const reading = read(
      tab('Student', ['StudentUSI', 'FirstName', 'LastSurname', 'Grade'], ['100000', 'Ana', 'Begay', '4']),
      tab('StudentLanguage', ['StudentUSI', 'Language'], ['100000', 'Navajo']),
    )
    expect(student(reading, '100000').homeLanguage).toEqual({ code: 'nav', text: 'Navajo' })
  })
})

test.each([
  ['spa', 'Spanish'],
  ['nav', 'Navajo'],
  ['ute', 'Ute'],
  ['ase', 'American Sign Language'],
  ['hbs', 'Serbo-Croatian'],
  ['hat', 'Haitian'],
  ['mul', undefined],
  ['und', undefined],
  ['xyz', undefined],
  ['', undefined],
])('the code “%s” is called %s', (code, name) => {
  expect(languageName(code)).toBe(name)
})

test('every language that is read has an English name, but for several, none and another one', () => {
  const unnamed = Object.keys(spellings).filter((code) => languageName(code) === undefined)
  expect(unnamed.filter((code) => !['mul', 'und', 'zxx'].includes(code))).toEqual([])
})
