import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lincoln, script, sheet } from './lincoln.ts'

test.each`
  call                                          | text
  ${`SpreadsheetApp.openById('1')`}             | ${'SpreadsheetApp.openById. Required permissions: https://www.googleapis.com/auth/spreadsheets'}
  ${`SpreadsheetApp.openByUrl('1')`}            | ${'SpreadsheetApp.openByUrl. Required permissions: https://www.googleapis.com/auth/spreadsheets'}
  ${`SpreadsheetApp.create('New')`}             | ${'SpreadsheetApp.create. Required permissions: https://www.googleapis.com/auth/spreadsheets'}
  ${`DriveApp.createFolder('Plans')`}           | ${'DriveApp.createFolder. Required permissions: https://www.googleapis.com/auth/drive'}
  ${`DocumentApp.openById('1')`}                | ${'DocumentApp.openById. Required permissions: https://www.googleapis.com/auth/documents'}
  ${`UrlFetchApp.fetch('https://example.com')`} | ${'UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request'}
  ${`MailApp.sendEmail('a', 'b', 'c')`}         | ${'MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail'}
  ${`Session.getActiveUser().getEmail()`}       | ${'Session.getActiveUser. Required permissions: https://www.googleapis.com/auth/userinfo.email'}
`('$call is refused: the manifest has no such scope', ({ call, text }) => {
  expect(lincoln().refusal(call)).toBe(`Specified permissions are not sufficient to call ${text}`)
})

test('the advanced Drive service is there because the manifest switches it on, and says what is not emulated', () => {
  expect(lincoln().refusal('Drive.Files.emptyTrash()')).toBe('not emulated: Drive.Files.emptyTrash')
})

test('an advanced service that the manifest does not switch on does not exist', () => {
  expect(lincoln().run('return typeof Sheets')).toBe('undefined')
})

test('onOpen of an add-on that is only installed may build its menu', () => {
  const { workspace } = lincoln()
  workspace.open('NONE')
  expect(workspace.ui.menus).toEqual([
    {
      entries: [
        { label: 'Check', functionName: 'check' },
        'separator',
        { title: 'More', entries: [{ label: 'Side', functionName: 'side' }] },
      ],
    },
  ])
})

test.each([
  'SpreadsheetApp.getActive()',
  'PropertiesService.getUserProperties()',
  'CacheService.getUserCache()',
  'LockService.getScriptLock()',
  "SpreadsheetApp.getUi().alert('Hello')",
  'ScriptApp.getProjectTriggers()',
])('and nothing else: %s is refused in NONE', (call) => {
  expect(lincoln().refusal(call, { authMode: 'NONE' })).toMatch(/^You do not have permission to call /)
})

test('NONE leaves Logger, Utilities and the locale', () => {
  expect(
    lincoln().run(
      `Logger.log('x'); return [Utilities.formatDate(new Date(0), 'UTC', 'yyyy'), Session.getActiveUserLocale()]`,
      {
        authMode: 'NONE',
      },
    ),
  ).toEqual(['1970', 'en'])
})

test.each([
  `SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))`,
  `SpreadsheetApp.getUi().alert('Hello')`,
  `ScriptApp.newTrigger('check')`,
])('LIMITED does not reach %s', (call) => {
  expect(lincoln().refusal(call, { authMode: 'LIMITED' })).toMatch(/^You do not have permission to call /)
})

test('LIMITED reads and writes the document it is in', () => {
  expect(
    lincoln().run(`${sheet}.getRange('F1').setValue('x'); return ${sheet}.getRange('F1').getValue()`, {
      authMode: 'LIMITED',
    }),
  ).toBe('x')
})

test.each`
  call                                                                 | text
  ${`${sheet}.getRange('A1').setValue(1)`}                             | ${'You do not have permission to call setValue'}
  ${`${sheet}.appendRow([1])`}                                         | ${'You do not have permission to call appendRow'}
  ${`PropertiesService.getDocumentProperties().setProperty('a', 'b')`} | ${'You do not have permission to call setProperty'}
  ${`SpreadsheetApp.getUi()`}                                          | ${'Cannot call SpreadsheetApp.getUi() from this context.'}
`('a custom function may not $call', ({ call, text }) => {
  expect(lincoln().refusal(call, { authMode: 'CUSTOM_FUNCTION' })).toBe(text)
})

test('a custom function reads cells and properties', () => {
  expect(
    lincoln().run(
      `return [${sheet}.getRange('B2').getValue(), PropertiesService.getDocumentProperties().getProperty('a')]`,
      {
        authMode: 'CUSTOM_FUNCTION',
      },
    ),
  ).toEqual(['Mateo', null])
})

test('onInstall runs with everything allowed', () => {
  const { workspace } = lincoln()
  workspace.install()
  expect(workspace.propertyStore('document').get('installed')).toBe('yes')
})

test('a run that no document belongs to has no spreadsheet, document lock, document properties or window', () => {
  const { run, refusal } = lincoln({ container: 'none' })
  expect(
    run(`return [SpreadsheetApp.getActive(), SpreadsheetApp.getActiveSpreadsheet(), LockService.getDocumentLock(),
      PropertiesService.getDocumentProperties(), CacheService.getDocumentCache()]`),
  ).toEqual([null, null, null, null, null])
  expect(refusal('SpreadsheetApp.getUi()')).toBe('Cannot call SpreadsheetApp.getUi() from this context.')
})

test('a protected range or sheet takes no write from somebody who is no editor of it', () => {
  const { refusal, run, students } = lincoln()
  students.protections.push({
    area: { row: 0, column: 0, rows: 1, columns: 4 },
    description: 'Headings',
    warningOnly: false,
  })
  const text =
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.'
  expect(refusal(`${sheet}.getRange('A1').setValue('Id')`)).toBe(text)
  expect(refusal(`${sheet}.getRange('A1:A2').clearContent()`)).toBe(text)
  expect(refusal(`${sheet}.deleteColumn(2)`)).toBe(text)
  expect(refusal(`${sheet}.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].remove()`)).toBe(text)
  expect(run(`${sheet}.getRange('A2').setValue('x'); return ${sheet}.getRange('A1').canEdit()`)).toBe(false)
  run(`${sheet}.getRange('A1').setValue('Id')`, { user: { email: 'principal@school.example', owner: true } })
  expect(students.values[0]![0]).toBe('Id')
})

test('a protection that only warns holds nothing back, and who protects a range stays its editor', () => {
  const { run, students } = lincoln()
  run(`const protection = ${sheet}.getRange('E:E').protect().setDescription('Written by Plan Keeper').setWarningOnly(true)
    ${sheet}.getRange('F:F').protect(); ${sheet}.getRange('E1:F1').setValues([['Status', 'Next due']])`)
  expect(students.protections).toEqual([
    expect.objectContaining({
      description: 'Written by Plan Keeper',
      warningOnly: true,
      area: { row: 0, column: 4, rows: 10, columns: 1 },
    }),
    expect.objectContaining({ warningOnly: false, editors: ['secretary@school.example'] }),
  ])
})

test('a restricted call while the script loads makes the whole menu vanish', () => {
  const dist = mkdtempSync(path.join(tmpdir(), 'script-'))
  copyFileSync(path.join(script, 'appsscript.json'), path.join(dist, 'appsscript.json'))
  writeFileSync(
    path.join(dist, 'Code.js'),
    'const book = SpreadsheetApp.getActive()\nfunction onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem("Check", "check").addToUi() }',
  )
  const { workspace } = lincoln({ dist })
  expect(() => workspace.open('NONE')).toThrow('You do not have permission to call SpreadsheetApp.getActive.')
  expect(workspace.ui.menus).toEqual([])
  workspace.open('LIMITED')
  expect(workspace.ui.menus).toHaveLength(1)
})
