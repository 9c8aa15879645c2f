import { expect, test } from 'vitest'
import { lincoln } from './lincoln.ts'
import { blob, types } from './school-drive.ts'

/** Plans with a folder each for Lincoln High and Roosevelt; Mateo and Ana at Lincoln, Lupe at Roosevelt and in the trash. */
const files = `${types}
  const made = {}
  const make = (name, parent, resource, media = null) => {
    made[name] = Drive.Files.create({ name, ...(parent ? { parents: [made[parent]] } : {}), ...resource }, media).id
    Utilities.sleep(1000)
  }
  make('Plans', '', { mimeType: FOLDER })
  make('Lincoln', 'Plans', { mimeType: FOLDER })
  make('Roosevelt', 'Plans', { mimeType: FOLDER })
  make('Mateo', 'Lincoln', { mimeType: DOC, appProperties: { key: 'm7', kind: 'PCCR' } }, ${blob('Mateo')})
  make("Ana O'Neil", 'Lincoln', { mimeType: DOC, appProperties: { key: 'a8', kind: 'PCCR' } }, ${blob('Ana')})
  make('Lupe', 'Roosevelt', { mimeType: DOC, appProperties: { key: 'l7', kind: 'SEP' }, trashed: false }, ${blob('Lupe')})
  Drive.Files.update({ trashed: true }, made.Lupe)
  const names = (parameters) => Drive.Files.list({ orderBy: 'name', ...parameters }).files.map(({ name }) => name)
`

test.each`
  query                                                                                                   | names
  ${`"appProperties has { key='key' and value='m7' }"`}                                                   | ${['Mateo']}
  ${`"appProperties has { key='key' and value='m7' } or appProperties has { key='key' and value='a8' }"`} | ${["Ana O'Neil", 'Mateo']}
  ${`"appProperties has { key='kind' and value='PCCR' } and not name = 'Mateo'"`}                         | ${["Ana O'Neil"]}
  ${`"name = 'Ana O\\\\'Neil'"`}                                                                          | ${["Ana O'Neil"]}
  ${`"mimeType = '" + FOLDER + "' and name != 'Plans'"`}                                                  | ${['Lincoln', 'Roosevelt']}
  ${`"'" + made.Lincoln + "' in parents"`}                                                                | ${["Ana O'Neil", 'Mateo']}
  ${`"'root' in parents"`}                                                                                | ${['Plans']}
  ${`"trashed = true"`}                                                                                   | ${['Lupe']}
  ${`"mimeType='" + DOC + "' and trashed=false and (name='Lupe' or name='Mateo')"`}                       | ${['Mateo']}
`('$query finds $names', ({ query, names }) => {
  expect(lincoln().run(`${files}; return names({ q: ${query} })`)).toEqual(names)
})

test('a list without a query has everything, also what is in the trash', () => {
  expect(lincoln().run(`${files}; return names({})`)).toEqual([
    "Ana O'Neil",
    'Lincoln',
    'Lupe',
    'Mateo',
    'Plans',
    'Roosevelt',
  ])
})

test('a list comes in pages, and a page token belongs to its query', () => {
  const { run, refusal } = lincoln()
  const paged = `${files}
    const q = 'trashed = false'
    const first = Drive.Files.list({ q, orderBy: 'createdTime', pageSize: 3, fields: 'nextPageToken,files/name' })`
  expect(
    run(`${paged}
      const second = Drive.Files.list({ q, orderBy: 'createdTime', pageSize: 3, pageToken: first.nextPageToken })
      return [first.files, second.files.map(({ name }) => name), second.nextPageToken === undefined]`),
  ).toEqual([[{ name: 'Plans' }, { name: 'Lincoln' }, { name: 'Roosevelt' }], ['Mateo', "Ana O'Neil"], true])
  expect(refusal(`${paged}; Drive.Files.list({ pageToken: first.nextPageToken })`)).toContain('Invalid Value')
})

test('a folder that the app does not see cannot be searched', () => {
  const { run, refusal, workspace } = lincoln()
  const byHand = workspace.edits.drive.makeFolder('By hand')
  expect(refusal(`Drive.Files.list({ q: "'${byHand}' in parents" })`)).toBe(
    'API call to drive.files.list failed with error: File not found: .',
  )
  expect(run(`return Drive.Files.list({ q: "mimeType = 'application/vnd.google-apps.folder'" }).files`)).toEqual([])
})

test('the index of properties lags behind; everything else is found at once', () => {
  const { run } = lincoln({ drive: { indexLag: 5000 } })
  expect(
    run(`Drive.Files.create({ name: 'Plans', appProperties: { key: 'k1' } })
      const found = (q) => Drive.Files.list({ q }).files.length
      const byKey = "appProperties has { key='key' and value='k1' }"
      const atOnce = [found(byKey), found("name = 'Plans'")]
      Utilities.sleep(5000)
      return [...atOnce, found(byKey)]`),
  ).toEqual([0, 1, 1])
})
