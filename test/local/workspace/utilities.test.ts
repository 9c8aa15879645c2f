import { expect, test } from 'vitest'
import { lincoln } from './lincoln.ts'

test.each`
  pattern                             | zone                | shown
  ${'yyyy-MM-dd'}                     | ${'America/Denver'} | ${'2026-11-20'}
  ${'yyyy-MM-dd'}                     | ${'Asia/Tokyo'}     | ${'2026-11-21'}
  ${"EEEE, MMMM d, yyyy 'at' h:mm a"} | ${'America/Denver'} | ${'Friday, November 20, 2026 at 9:05 AM'}
  ${'EEE d MMM yy HH:mm:ss.SSS'}      | ${'America/Denver'} | ${'Fri 20 Nov 26 09:05:07.089'}
  ${"yyyy-MM-dd'T'HH:mm:ssXXX"}       | ${'America/Denver'} | ${'2026-11-20T09:05:07-07:00'}
  ${"yyyyMMdd'T'HHmmssZ"}             | ${'Etc/GMT'}        | ${'20261120T160507+0000'}
  ${"h 'o''clock'"}                   | ${'America/Denver'} | ${"9 o'clock"}
  ${'D u k K'}                        | ${'America/Denver'} | ${'324 5 9 9'}
  ${'z'}                              | ${'America/Denver'} | ${'MST'}
`('formatDate $pattern in $zone', ({ pattern, zone, shown }) => {
  expect(
    lincoln().run(
      `return Utilities.formatDate(new Date(Date.UTC(2026, 10, 20, 16, 5, 7, 89)), '${zone}', ${JSON.stringify(pattern)})`,
    ),
  ).toBe(shown)
})

test('formatDate refuses a text for a date, an unknown zone, an unknown letter', () => {
  const { refusal } = lincoln()
  expect(refusal(`Utilities.formatDate('2026-11-20', 'UTC', 'yyyy')`)).toBe(
    "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
  )
  expect(refusal(`Utilities.formatDate(new Date(), 'Denver', 'yyyy')`)).toContain('timeZone')
  expect(refusal(`Utilities.formatDate(new Date(), 'UTC', 'yyyy-bb')`)).toBe("Illegal pattern character 'b'")
})

test('digests are signed bytes, as in Java', () => {
  const { run } = lincoln()
  expect(run(`return Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'Ana').slice(0, 4)`)).toEqual([
    -102, -70, 69, -89,
  ])
  expect(
    run(
      `return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, '').map((byte) => (byte & 255).toString(16).padStart(2, '0')).join('')`,
    ),
  ).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

test('base64, with bytes and with text', () => {
  expect(
    lincoln().run(`const text = 'Peña'
      return [Utilities.base64Encode(text), Utilities.base64EncodeWebSafe([-1, -2, -3]), Utilities.base64Decode('UGXDsWE='),
        Utilities.newBlob(Utilities.base64Decode('UGXDsWE=')).getDataAsString()]`),
  ).toEqual(['UGXDsWE=', '__79', [80, 101, -61, -79, 97], 'Peña'])
})

test('a blob has bytes, a type and a name', () => {
  expect(
    lincoln().run(`const blob = Utilities.newBlob('a,b', 'text/csv', 'list.csv')
      return [blob.getBytes(), blob.getContentType(), blob.setName('other.csv').getName(), blob.getDataAsString()]`),
  ).toEqual([[97, 44, 98], 'text/csv', 'other.csv', 'a,b'])
})

test('ids are different, well-formed, and the same in the same run', () => {
  const ids = lincoln().run('return [Utilities.getUuid(), Utilities.getUuid()]') as string[]
  expect(ids[0]).not.toBe(ids[1])
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(lincoln().run('return [Utilities.getUuid(), Utilities.getUuid()]')).toEqual(ids)
})

test('sleep takes at most five minutes', () => {
  expect(lincoln().refusal('Utilities.sleep(300001)')).toBe('Invalid argument: milliseconds')
})

test('formatString with plain marks; with widths it says that it does not know', () => {
  const { run, refusal } = lincoln()
  expect(run(`return Utilities.formatString('%s of %s', 3, 12)`)).toBe('3 of 12')
  expect(refusal(`Utilities.formatString('%05d', 3)`)).toContain('not emulated')
})
