import { expect, test } from 'vitest'
import { built } from './built.ts'

const manifest = JSON.parse(built('appsscript.json'))

test('the manifest asks for exactly four permissions', () => {
  expect([...manifest.oauthScopes].sort()).toEqual([
    'https://www.googleapis.com/auth/drive.file',
    'https://www.googleapis.com/auth/script.container.ui',
    'https://www.googleapis.com/auth/script.scriptapp',
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
  ])
})

test('the manifest enables Drive v3 and Sheets v4 and no other advanced service', () => {
  expect(manifest.dependencies).toEqual({
    enabledAdvancedServices: [
      { userSymbol: 'Drive', serviceId: 'drive', version: 'v3' },
      { userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' },
    ],
  })
})

test('the script runs on V8 in Utah time and sends no exception to a log', () => {
  expect(manifest).toMatchObject({ runtimeVersion: 'V8', timeZone: 'America/Denver', exceptionLogging: 'NONE' })
})

test('the manifest opens no web app, no API and no card add-on', () => {
  expect(Object.keys(manifest).sort()).toEqual([
    'dependencies',
    'exceptionLogging',
    'oauthScopes',
    'runtimeVersion',
    'timeZone',
  ])
})
