import { expect, test } from 'vitest'
import { lincoln } from './lincoln.ts'
import { blob, docx, named, textOf, types } from './school-drive.ts'

/** Statements of a script in which DOC, DOCX and FOLDER are known. */
function drive(options?: Parameters<typeof lincoln>[0]) {
  const { run, refusal, workspace } = lincoln(options)
  return {
    workspace,
    run: (source: string, how?: Parameters<typeof run>[1]) => run(types + source, how),
    refusal: (source: string) => refusal(types + source),
  }
}

const created = `const { id } = Drive.Files.create(
  { name: 'Mateo', mimeType: DOC, appProperties: { key: 'k1' } }, ${blob('first')}, { fields: 'id' })`

test('a .docx becomes a Google Doc in one call, and is kept as its .docx', () => {
  const { run, workspace } = drive()
  const answer = run(`return Drive.Files.create({ name: 'Mateo', mimeType: DOC }, ${blob('first')})`)
  const file = named(workspace.drive, 'Mateo')
  expect(answer).toEqual({
    kind: 'drive#file',
    id: file.id,
    name: 'Mateo',
    mimeType: 'application/vnd.google-apps.document',
  })
  expect(textOf(workspace.drive.content(file.id))).toBe('first')
  expect(workspace.lastExecution!.calls.byMethod['Drive.Files.create']).toBe(1)
})

test('the export of a document gives the .docx back, and needs alt=media', () => {
  const { run, refusal } = drive()
  const bytes = run(`${created}; return Drive.Files.export(id, DOCX, { alt: 'media' }).getBytes()`)
  expect(textOf(Buffer.from(bytes as number[]))).toBe('first')
  expect(refusal(`${created}; Drive.Files.export(id, DOCX)`)).toBe(
    'API call to drive.files.export failed with error: Export requires alt=media to download the exported content.',
  )
  expect(refusal(`${created}; Drive.Files.export(id, 'application/pdf', { alt: 'media' })`)).toBe(
    'not emulated: Drive.Files.export of application/vnd.google-apps.document to application/pdf',
  )
})

test('new content keeps the id and leaves the old one as a revision', () => {
  const { run, workspace } = drive()
  const answer = run(`${created}
    Utilities.sleep(60000)
    const update = Drive.Files.update({ appProperties: { key: 'k2' } }, id, ${blob('second')},
      { fields: 'id,version,appProperties,modifiedTime' })
    return { id, update, revisions: Drive.Revisions.list(id, { fields: 'revisions(id,modifiedTime)' }).revisions }`)
  expect(answer).toEqual({
    id: expect.any(String),
    update: {
      id: expect.any(String),
      version: '2',
      appProperties: { key: 'k2' },
      modifiedTime: '2026-11-20T16:01:02.500Z',
    },
    revisions: [
      { id: '1', modifiedTime: '2026-11-20T16:00:00.000Z' },
      { id: '2', modifiedTime: '2026-11-20T16:01:02.500Z' },
    ],
  })
  const { id, revisions } = named(workspace.drive, 'Mateo')
  expect(textOf(workspace.drive.content(id))).toBe('second')
  expect(textOf(revisions[0]!.content)).toBe('first')
})

test('a time that the script writes as modifiedTime stays', () => {
  const { run } = drive()
  const time = '2026-11-20T15:00:00.000Z'
  expect(
    run(`return Drive.Files.create({ name: 'Ana', mimeType: DOC, modifiedTime: '${time}' }, ${blob('Ana')},
      { fields: 'modifiedTime,lastModifyingUser(displayName,me)' })`),
  ).toEqual({ modifiedTime: time, lastModifyingUser: { displayName: 'secretary', me: true } })
})

test('check sum and head revision are told of plain files and never of Google Docs', () => {
  const { run } = drive()
  const fields = `{ fields: 'headRevisionId,md5Checksum,size' }`
  expect(run(`${created}; return Drive.Files.get(id, ${fields})`)).toEqual({})
  expect(run(`return Drive.Files.create({ name: 'Ana.docx' }, ${blob('Ana')}, ${fields})`)).toEqual({
    headRevisionId: expect.any(String),
    md5Checksum: expect.stringMatching(/^[0-9a-f]{32}$/),
    size: String(docx('Ana').length),
  })
})

test('folders hold files, and a file moves by addParents and removeParents', () => {
  const { run, workspace } = drive()
  run(`const folder = (name, parent) =>
      Drive.Files.create({ name, mimeType: FOLDER, parents: parent ? [parent] : ['root'] }, null, { fields: 'id' }).id
    const plans = folder('Plans')
    const school = folder('Lincoln High', plans)
    ${created}
    Drive.Files.update({}, id, null, { addParents: school, removeParents: Drive.Files.get(id, { fields: 'parents' }).parents[0] })`)
  expect(workspace.drive.pathOf(named(workspace.drive, 'Mateo'))).toEqual(['Plans', 'Lincoln High'])
})

test('what lies in a folder in the trash is in the trash as well, and comes back with it', () => {
  const { run } = drive()
  expect(
    run(`const folder = Drive.Files.create({ name: 'Plans', mimeType: FOLDER }).id
      const { id } = Drive.Files.create({ name: 'Mateo', mimeType: DOC, parents: [folder] }, ${blob('Mateo')})
      const seen = () => Drive.Files.get(id, { fields: 'trashed,explicitlyTrashed' })
      Drive.Files.update({ trashed: true }, folder)
      const gone = seen()
      Drive.Files.update({ trashed: false }, folder)
      return [gone, seen()]`),
  ).toEqual([
    { trashed: true, explicitlyTrashed: false },
    { trashed: false, explicitlyTrashed: false },
  ])
})

test('a copy has the content and the properties of its source', () => {
  const { run, workspace } = drive()
  run(`${created}; Drive.Files.copy({ name: 'Copy' }, id)`)
  const copy = named(workspace.drive, 'Copy')
  expect([textOf(workspace.drive.content(copy.id)), copy.appProperties.get('key')]).toEqual(['first', 'k1'])
})

test('a file that is deleted is gone for good, a folder with everything in it', () => {
  const { run, workspace } = drive()
  run(`const folder = Drive.Files.create({ name: 'Plans', mimeType: FOLDER }).id
    Drive.Files.create({ name: 'Mateo', mimeType: DOC, parents: [folder] }, ${blob('Mateo')})
    Drive.Files.remove(folder)`)
  expect(workspace.drive.entries).toEqual([])
})

test('an id made beforehand is taken for a folder and refused for a Google Doc', () => {
  const { run, refusal, workspace } = drive()
  const id = run(`const [id] = Drive.Files.generateIds({ count: 1 }).ids
    return Drive.Files.create({ id, name: 'Plans', mimeType: FOLDER }).id`)
  expect(named(workspace.drive, 'Plans').id).toBe(id)
  expect(
    refusal(`const [id] = Drive.Files.generateIds({ count: 1 }).ids
      Drive.Files.create({ id, name: 'Mateo', mimeType: DOC }, ${blob('Mateo')})`),
  ).toBe('API call to drive.files.create failed with error: Generated IDs are not supported for Docs Editors formats.')
})

test('an error carries code and reason for the script', () => {
  const { run } = drive()
  expect(
    run(`try { Drive.Files.get('nowhere') } catch (error) {
      return [error.name, error.details.code, error.details.errors[0].reason, error instanceof Error] }`),
  ).toEqual(['GoogleJsonResponseException', 404, 'notFound', true])
})

test.each`
  source                                                                    | text
  ${`Drive.Files.get('nowhere')`}                                           | ${'get failed with error: File not found: nowhere.'}
  ${`Drive.Files.create({ name: 'A', parents: ['nowhere'] })`}              | ${'create failed with error: File not found: nowhere.'}
  ${`Drive.Files.update({ parents: ['root'] }, Drive.Files.create({}).id)`} | ${'update failed with error: The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.'}
  ${`Drive.Files.create({ parents: [Drive.Files.create({}).id] })`}         | ${'create failed with error: The specified parent is not a folder.'}
  ${`Drive.Files.create({}, null, { fields: 'id,nme' })`}                   | ${'create failed with error: Invalid field selection nme'}
  ${`Drive.Files.create({ mimeType: DOC }, Utilities.newBlob([1], DOCX))`}  | ${'create failed with error: Bad Request'}
  ${`Drive.Files.list({ pageSize: 1001 })`}                                 | ${"list failed with error: Invalid value '1001'. Values must be within the range: [1, 1000]"}
  ${`Drive.Files.list({ q: 'name is Mateo' })`}                             | ${'list failed with error: Invalid Value'}
`('Google refuses $source', ({ source, text }) => {
  expect(drive().refusal(source)).toBe(`API call to drive.files.${text}`)
})

test.each`
  source                                               | text
  ${`Drive.Files.create()`}                            | ${'Invalid number of arguments provided. Expected 1-3 only'}
  ${`Drive.Files.create({}, 'bytes')`}                 | ${"The parameters ((class),String) don't match the method signature for Drive.Files.create."}
  ${`Drive.Files.create({ title: 'Mateo' })`}          | ${'not emulated: files.create with title'}
  ${`Drive.Files.create({}, null, { convert: true })`} | ${'not emulated: files.create with convert'}
  ${`Drive.Files.list({ q: "fullText = 'plan'" })`}    | ${'not emulated: files.list asking for fullText'}
  ${`Drive.Permissions.list('x')`}                     | ${'not emulated: Drive.Permissions.list'}
  ${`Drive.Files.watch({}, 'x')`}                      | ${'not emulated: Drive.Files.watch'}
`('a wrong or unknown argument is not passed over: $source', ({ source, text }) => {
  expect(drive().refusal(source)).toBe(text)
})

test('a property holds 124 bytes of key and value, letters of two bytes count twice', () => {
  const { run, refusal } = drive()
  const make = (value: string) => `Drive.Files.create({ appProperties: { key: '${value}' } })`
  run(make('é'.repeat(60)))
  expect(refusal(make('é'.repeat(61)))).toContain('124 bytes')
})

test('a file has at most 30 properties of an app, and null takes one away', () => {
  const { run, refusal } = drive()
  const thirty = `const properties = {}; for (let i = 0; i < 30; i++) properties['p' + i] = 'x'
    const { id } = Drive.Files.create({ appProperties: properties })`
  run(`${thirty}; Drive.Files.update({ appProperties: { p0: null, more: 'x' } }, id)`)
  expect(refusal(`${thirty}; Drive.Files.update({ appProperties: { more: 'x' } }, id)`)).toContain(
    'limit of properties',
  )
})
