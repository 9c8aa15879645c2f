import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'

import { lincoln, script } from './lincoln.ts'
import { blob, docx, named, textOf, types } from './school-drive.ts'

const mateo = `${types}; return Drive.Files.create({ name: 'Mateo', mimeType: DOC }, ${blob('plan')}).id`
const seen = (id: string, fields: string) => `return Drive.Files.get('${id}', { fields: '${fields}' })`

test('a person edits a document: another revision, another time, another name', () => {
  const { run, workspace } = lincoln()
  const id = run(mateo) as string
  workspace.clock.advance(60_000)
  workspace.edits.drive.editDocument(id, docx('plan, with a goal'), 'counselor@school.example')
  expect(run(seen(id, 'version,modifiedTime,modifiedByMe,lastModifyingUser/emailAddress'))).toEqual({
    version: '2',
    modifiedTime: '2026-11-20T16:01:02.500Z',
    modifiedByMe: false,
    lastModifyingUser: { emailAddress: 'counselor@school.example' },
  })
  expect(textOf(workspace.drive.content(id))).toBe('plan, with a goal')
  expect(named(workspace.drive, 'Mateo').revisions).toHaveLength(2)
})

test('a new name and a new place leave the time of the last modification alone', () => {
  const { run, workspace } = lincoln()
  const id = run(mateo) as string
  const folder = workspace.edits.drive.makeFolder('By hand')
  const before = run(seen(id, 'modifiedTime'))
  workspace.clock.advance(60_000)
  workspace.edits.drive.rename(id, 'Mateo, signed')
  workspace.edits.drive.move(id, folder)
  expect(run(seen(id, 'modifiedTime'))).toEqual(before)
  expect(run(seen(id, 'name,version,parents'))).toEqual({ name: 'Mateo, signed', version: '3', parents: [folder] })
})

test('a person trashes a document, takes it back, and deletes it for good', () => {
  const { run, refusal, workspace } = lincoln()
  const id = run(mateo) as string
  workspace.edits.drive.trash(id)
  expect(run(seen(id, 'trashed'))).toEqual({ trashed: true })
  workspace.edits.drive.restore(id)
  expect(run(seen(id, 'trashed'))).toEqual({ trashed: false })
  workspace.edits.drive.deleteForever(id)
  expect(refusal(seen(id, 'trashed'))).toContain(`File not found: ${id}.`)
})

test('what a person made by hand does not exist for the app', () => {
  const { refusal, run, workspace } = lincoln()
  const id = workspace.edits.drive.makeDocument('Letterhead', docx('Lincoln High'))
  expect(refusal(seen(id, 'id'))).toBe(`API call to drive.files.get failed with error: File not found: ${id}.`)
  expect(run('return Drive.Files.list().files')).toEqual([])
})

test('what lies in a shared drive is there only for calls that support them', () => {
  const { run, refusal, workspace } = lincoln()
  const id = run(mateo) as string
  const district = workspace.edits.drive.makeSharedDrive('District')
  workspace.edits.drive.move(id, district)
  expect(refusal(seen(id, 'id'))).toContain('File not found')
  expect(run(`return Drive.Files.get('${id}', { supportsAllDrives: true, fields: 'driveId' })`)).toEqual({
    driveId: district,
  })
  expect(run(`return Drive.Files.list({ supportsAllDrives: true }).files`)).toEqual([])
  expect(
    run(`return Drive.Files.list({ supportsAllDrives: true, includeItemsFromAllDrives: true, fields: 'files/name' })`),
  ).toEqual({ files: [{ name: 'Mateo' }] })
  expect(workspace.drive.pathOf(named(workspace.drive, 'Mateo'))).toEqual(['District'])
})

test('a person can act between two calls of a script', () => {
  const { run, workspace } = lincoln()
  const gone = run(`${mateo.replace('return', 'const id =')}; return Drive.Files.get(id, { fields: 'trashed' })`, {
    faults: [
      {
        at: { method: 'Drive.Files.get', nth: 1 },
        userEdit: (edits) => edits.drive.trash(named(workspace.drive, 'Mateo').id),
      },
    ],
  })
  expect(gone).toEqual({ trashed: true })
})

test.each(['LIMITED', 'NONE', 'CUSTOM_FUNCTION'] as const)('Drive is closed to a run in mode %s', (authMode) => {
  expect(() => lincoln().run('Drive.Files.list()', { authMode })).toThrow('You do not have permission')
})

test('without the drive.file permission every call is refused', () => {
  const dist = mkdtempSync(path.join(tmpdir(), 'no-drive-'))
  cpSync(script, dist, { recursive: true })
  const manifest = path.join(dist, 'appsscript.json')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('auth/drive.file', 'auth/script.scriptapp'))
  try {
    expect(lincoln({ dist }).refusal('Drive.Files.list()')).toBe(
      'API call to drive.files.list failed with error: Request had insufficient authentication scopes.',
    )
  } finally {
    rmSync(dist, { recursive: true })
  }
})

test('what the app made for one person does not exist for it when another person runs it', () => {
  const { run, refusal } = lincoln()
  const id = run(mateo) as string
  const user = { email: 'principal@school.example' }
  expect(refusal(seen(id, 'id'), { user })).toContain('File not found')
  expect(run('return Drive.Files.list().files', { user })).toEqual([])
})
