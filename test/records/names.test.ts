import { expect, test } from 'vitest'
import { sortKey, splitName } from '../../src/records/names.ts'

test.each([
  ['Garcia Lopez, Ana María', 'Garcia Lopez', 'Ana María'],
  ["O'Neil-Smith, J.R. III", "O'Neil-Smith III", 'J.R.'],
  ['Smith Jr., John', 'Smith Jr.', 'John'],
  ['Smith, John, Jr.', 'Smith Jr.', 'John'],
  ['Smith, Jr., John', 'Smith Jr.', 'John'],
  ['Fake Student, First', 'Fake Student', 'First'],
  ['Mateo Reyes', 'Reyes', 'Mateo'],
  ['Mateo de la Cruz', 'de la Cruz', 'Mateo'],
  ['John Smith Jr.', 'Smith Jr.', 'John'],
  ['Pita V', 'V', 'Pita'],
  ['Tukuʻaho, Siaosi', 'Tukuʻaho', 'Siaosi'],
  ['D’Angelo, Mary', 'D’Angelo', 'Mary'],
  ["O'Neill, Ta'ala", "O'Neill", "Ta'ala"],
  ['Fonoimoana-Tuiasosopo, ʻAna Siaosipaletau Lavenia', 'Fonoimoana-Tuiasosopo', 'ʻAna Siaosipaletau Lavenia'],
  ['De Simoni, La verne', 'De Simoni', 'La verne'],
  ['Tsinajinnie, Shándíín', 'Tsinajinnie', 'Shándíín'],
  ['Sukarno', 'Sukarno', ''],
  ['Smith，John', 'Smith', 'John'],
  ['الحسن، ليلى', 'الحسن', 'ليلى'],
  ['Smith, John ', 'Smith', 'John'],
  ['łóńą', 'łóńą', ''],
  ['  Begay ,  Ana ', 'Begay', 'Ana'],
  ['Begay,', 'Begay', ''],
  ['', '', ''],
])('“%s” is “%s”, “%s”', (text, last, first) => {
  expect(splitName(text)).toEqual({ last, first })
})

test('names are sorted without accents, apostrophes and case', () => {
  const names = ['Zuni', 'Łį́į́ʼ', 'Álvarez', 'O’Neil', 'alvarez, Bo', 'ʻOfa', 'Begay', "O'Neil, Al", 'Mahe']
  const sorted = [...names].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  expect(sorted).toEqual(['Álvarez', 'alvarez, Bo', 'Begay', 'Łį́į́ʼ', 'Mahe', 'ʻOfa', 'O’Neil', "O'Neil, Al", 'Zuni'])
})
