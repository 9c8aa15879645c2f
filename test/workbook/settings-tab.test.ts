import { describe, expect, test } from 'vitest'
import { readSettingsTab } from '../../src/workbook/settings-tab.ts'

const typed = (label: string, choice: string) => [
  ['Plan Keeper settings', ''],
  ['Setting', 'Your choice'],
  [label, choice],
]

describe('what a person types on Settings', () => {
  test.each`
    label                    | choice           | settings
    ${'School year'}         | ${'2026-27'}     | ${{ schoolYear: '2026-27' }}
    ${'School year'}         | ${'2026-2027'}   | ${{ schoolYear: '2026-27' }}
    ${'As-of date'}          | ${'2027-03-01'}  | ${{ asOf: '2027-03-01' }}
    ${'As-of date'}          | ${'3/1/2027'}    | ${{ asOf: '2027-03-01' }}
    ${'First day of school'} | ${' 8/17/2026 '} | ${{ firstDay: '2026-08-17' }}
    ${'as of'}               | ${'3/1/2027'}    | ${{ asOf: '2027-03-01' }}
    ${'LAST DAY'}            | ${'2027-05-28'}  | ${{ lastDay: '2027-05-28' }}
    ${'As-of date'}          | ${''}            | ${{}}
    ${'Bus driver'}          | ${'Ruiz'}        | ${{}}
  `('$label: "$choice"', ({ label, choice, settings }) => {
    expect(readSettingsTab(typed(label, choice), 'Settings')).toEqual(settings)
  })

  test.each(['Spectrum Academy 4IP-401', 'spectrum-4ip-401'])('the policy by name or id: %s', (choice) => {
    expect(readSettingsTab(typed('Policy', choice), 'Settings').policy?.id).toBe('spectrum-4ip-401')
  })

  test.each`
    label                   | choice
    ${'Policy'}             | ${'Davis'}
    ${'School year'}        | ${'2026-28'}
    ${'School year'}        | ${'this year'}
    ${'Last day of school'} | ${'2027-02-30'}
    ${'As-of date'}         | ${'soon'}
  `('$label: "$choice" stops the check and names the cell', ({ label, choice }) => {
    expect(() => readSettingsTab(typed(label, choice), 'Settings')).toThrow(
      expect.objectContaining({
        code: 'SETTING_UNREADABLE',
        message: expect.stringContaining(`${label} in cell B3 of the tab Settings is “${choice}”`),
      }),
    )
  })
})
