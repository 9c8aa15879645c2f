import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../build/write-dist.ts'
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

test('NOTICE names every library that the built files contain', () => {
  const notice = readFileSync(join(root, 'NOTICE'), 'utf8')
  const bundled = [built('Code.js'), built('Documents.html'), built('Sidebar.html')].flatMap((text) => {
    const licences = /(?:\/\*|<!--)\nThis file contains:\n([\s\S]*?)(?:\*\/|-->)/.exec(text)?.[1] ?? ''
    return [...licences.matchAll(/^([@\w/-]+)\n\n.*licen[cs]e/gim)].map(([, name]) => name as string)
  })
  expect(bundled).toContain('preact')
  expect(bundled).toContain('docxtemplater')
  for (const name of bundled) expect(notice).toMatch(new RegExp(`^ +${name} `, 'm'))
})

test('clasp would push exactly the four built files', () => {
  const clasp = join(root, 'node_modules/.bin/clasp')
  const status = JSON.parse(execFileSync(clasp, ['show-file-status', '--json'], { cwd: root, encoding: 'utf8' }))
  expect([...status.filesToPush].sort()).toEqual([
    'dist/Code.js',
    'dist/Documents.html',
    'dist/Sidebar.html',
    'dist/appsscript.json',
  ])
}, 60_000)
