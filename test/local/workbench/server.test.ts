import { createServer } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { tokenHeader } from '../../../local/workbench/protocol.ts'
import { serve } from '../../../local/workbench/server.ts'
import { SidebarFrame } from '../../../local/workbench/sidebar-frame.ts'
import { lincolnDesk, servedDesk } from './lincoln-desk.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('who is let in', () => {
  test('a person who types the address gets the page, which nothing may come into from outside', async () => {
    const { send, server } = await servedDesk()
    const { status, headers } = await send('GET', '/', { 'sec-fetch-site': 'none' })
    expect(status).toBe(200)
    expect(server.address).toBe(`http://127.0.0.1:${server.port}`)
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    })
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w+/=]{20,}'; /)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  test('every page has another nonce, and every start another token', async () => {
    const [first, second] = [await servedDesk(), await servedDesk()]
    expect(first.token).not.toBe(second.token)
    const [one, two] = [await first.send('GET', '/'), await first.send('GET', '/')]
    expect(one.headers['content-security-policy']).not.toBe(two.headers['content-security-policy'])
  })

  test.each([
    ['another name for this machine', { host: 'school.example:4160' }],
    ['this address with another port', { host: '127.0.0.1:1' }],
    ['the name alone', { host: 'localhost' }],
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a frame without an origin', { origin: 'null' }],
    ['a link on another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour on this machine', { 'sec-fetch-site': 'same-site' }],
  ])('%s is refused, with the token or without', async (_, headers) => {
    const { send, token } = await servedDesk()
    for (const path of ['/', '/workbench.js', '/sidebar/x', '/nothing']) {
      expect((await send('GET', path, headers)).status).toBe(403)
    }
    const posted = await send('POST', '/api/getWorkbook', { [tokenHeader]: token, ...headers }, 'null')
    expect(posted.status).toBe(403)
    expect(posted.body.toString()).not.toContain('Students')
  })

  test('by its own name and by localhost the page is let in', async () => {
    const { send, token, server } = await servedDesk()
    for (const name of ['127.0.0.1', 'localhost']) {
      const host = `${name}:${server.port}`
      const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin', [tokenHeader]: token }
      expect((await send('POST', '/api/getWorkbook', headers, 'null')).status).toBe(200)
    }
  })

  test.each([
    ['', 'no'],
    ['x'.repeat(43), 'a wrong'],
    ['é', 'a strange'],
  ])('%s: %s token changes nothing', async (token) => {
    const { send, workspace } = await servedDesk()
    const typed = JSON.stringify({ sheetId: 0, row: 1, column: 1, typed: [['Lupe']] })
    const { status, body } = await send('POST', '/api/edit', { [tokenHeader]: encodeURIComponent(token) }, typed)
    expect(status).toBe(403)
    expect(JSON.parse(body.toString())).toEqual({
      error: { code: 'STALE_PAGE', message: 'The workbench was started anew since. Load this page again.' },
    })
    expect(workspace.workbook.sheets[0]!.values[1]![1]).toBe('Mateo')
  })

  test.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'])('%s asks nothing of it', async (method) => {
    const { send, token } = await servedDesk()
    const { status, headers } = await send(method, '/api/getWorkbook', { [tokenHeader]: token })
    expect(status).toBe(405)
    expect(headers).not.toHaveProperty('access-control-allow-origin')
    if (method !== 'GET') expect((await send(method, '/')).status).toBe(405)
  })

  test.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '//etc/passwd',
    '/sidebar/../../x',
    '/page/main.tsx',
  ])('no file of this machine is had by %s', async (path) => {
    const { send } = await servedDesk()
    expect(await send('GET', path)).toMatchObject({ status: 404, body: Buffer.from('There is nothing here.\n') })
  })
})

describe('what is asked wrongly is said and changes nothing', () => {
  test.each([
    ['no JSON', 'edit', '{'],
    ['a field that is missing', 'edit', '{"sheetId":0,"row":0,"column":0}'],
    ['a field too many', 'select', '{"sheetId":0,"areas":[{"row":0,"column":0,"rows":1,"columns":1}],"x":1}'],
    ['a row below zero', 'getCells', '{"sheetId":0,"area":{"row":-1,"column":0,"rows":1,"columns":1}}'],
    [
      'more cells than are answered at once',
      'getCells',
      '{"sheetId":0,"area":{"row":0,"column":0,"rows":50001,"columns":1}}',
    ],
    ['no cells', 'edit', '{"sheetId":0,"row":0,"column":0,"typed":[]}'],
    ['an unknown request', 'deleteEverything', 'null'],
    ['a name of every object', 'constructor', 'null'],
    ['a private function of the script', 'callScript', '{"name":"hidden_","args":[]}'],
    ['a function that the script does not have', 'callScript', '{"name":"format","args":[]}'],
  ])('%s', async (_, name, body) => {
    const { send, token, log } = await servedDesk()
    const answer = await send('POST', `/api/${name}`, { [tokenHeader]: token }, body)
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body.toString())).toMatchObject({ error: { code: 'BAD_REQUEST' } })
    expect(log).toEqual([])
  })

  test('a body beyond all measure', async () => {
    const { send, token } = await servedDesk()
    const headers = { [tokenHeader]: token, 'content-length': String(2 ** 30) }
    const answer = await send('POST', '/api/openFile', headers, '').catch((error: Error) => error.message)
    expect(answer).toMatchObject({ status: 413 })
  })

  test('a tab that is gone', async () => {
    const { send, token } = await servedDesk()
    const body = JSON.stringify({ sheetId: 99, area: { row: 0, column: 0, rows: 1, columns: 1 } })
    const answer = await send('POST', '/api/getCells', { [tokenHeader]: token }, body)
    expect(answer.status).toBe(422)
    expect(JSON.parse(answer.body.toString()).error).toEqual({
      code: 'REFUSED',
      message: 'This tab is not there any more.',
    })
  })
})

test('an error of our own is told without what it says, which may be a student’s', async () => {
  const { send, token, workbench, log } = await servedDesk()
  vi.spyOn(workbench, 'openFile').mockImplementation(() => {
    throw new RangeError('Mateo is 7')
  })
  const answer = await send('POST', '/api/openFile', { [tokenHeader]: token }, 'x')
  expect(answer.status).toBe(500)
  expect(answer.body.toString()).not.toContain('Mateo')
  expect(log.join('\n')).toMatch(/^RangeError\n\s+at /)
  expect(log.join('\n')).not.toContain('Mateo')
})

test('ten calls at once are answered, one after the other', async () => {
  const { ask } = await servedDesk()
  const counting = `const cell = SpreadsheetApp.getActive().getSheetByName('Log').getRange('A1')
    cell.setValue(Number(cell.getValue()) + 1); return cell.getValue()`
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => ask('callScript', { name: 'run', args: [counting] })),
  )
  const counts = answers.map(({ outcome }) => (outcome.ok ? outcome.result : outcome.message))
  expect(counts.sort((a, b) => Number(a) - Number(b))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('where the port is taken the next free one serves', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as { port: number }
  const frame = await SidebarFrame.bundled()
  const page = { html: () => '', script: '', style: '' }
  const server = await serve({ ...lincolnDesk(), page, frame, log: () => undefined }, port)
  expect(server.port).toBeGreaterThan(port)
  await server.close()
  await new Promise((resolve) => taken.close(resolve))
})

describe('the sidebar', () => {
  test('is a document without an origin that can load nothing, with google.script in front', async () => {
    const { ask, send } = await servedDesk()
    const { workbook } = await ask('runMenuItem', { label: 'Side' })
    expect(workbook.sidebar?.title).toBe('Plan Keeper')
    const { status, headers, body } = await send('GET', workbook.sidebar!.address, { 'sec-fetch-site': 'same-origin' })
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toMatch(/^sandbox allow-scripts allow-forms; default-src 'none'; /)
    expect(body.toString()).toMatch(
      /^<!DOCTYPE html><script>\{const publicFunctions=\["run",.*<\/script><p>Overview<\/p>/s,
    )
    expect(body.toString()).not.toContain('hidden_')
  })

  test('has another address each time it is opened, and none once it is closed', async () => {
    const { ask, send } = await servedDesk()
    const first = (await ask('runMenuItem', { label: 'Side' })).workbook.sidebar!.address
    const second = (await ask('runMenuItem', { label: 'Side' })).workbook.sidebar!.address
    expect(second).not.toBe(first)
    expect((await send('GET', first)).status).toBe(404)
    expect((await ask('closeSidebar', undefined)).workbook).not.toHaveProperty('sidebar')
    expect((await send('GET', second)).status).toBe(404)
  })
})
