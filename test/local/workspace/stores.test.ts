import { expect, test } from 'vitest'
import { lincoln } from './lincoln.ts'

test('properties outlive a run, per store and per user', () => {
  const { run } = lincoln()
  run(`PropertiesService.getDocumentProperties().setProperty('year', '2026-27')
    PropertiesService.getUserProperties().setProperties({ seen: 'yes', count: 3 })`)
  expect(
    run(`const user = PropertiesService.getUserProperties()
      return [PropertiesService.getDocumentProperties().getProperty('year'), user.getKeys(), user.getProperties(),
        PropertiesService.getScriptProperties().getProperty('year')]`),
  ).toEqual(['2026-27', ['seen', 'count'], { seen: 'yes', count: '3' }, null])
  expect(
    run(`return PropertiesService.getUserProperties().getKeys()`, { user: { email: 'counselor@school.example' } }),
  ).toEqual([])
})

test('a value of more than 9 KB is refused, and so is a store of more than 500 KB', () => {
  const { run, refusal } = lincoln()
  run(`PropertiesService.getDocumentProperties().setProperty('fits', 'x'.repeat(9 * 1024))`)
  expect(refusal(`PropertiesService.getDocumentProperties().setProperty('too big', 'é'.repeat(4609))`)).toBe(
    'Argument too large: value',
  )
  expect(
    refusal(`const store = PropertiesService.getScriptProperties()
    for (let i = 0; i < 60; i++) store.setProperty('key' + i, 'x'.repeat(9000))`),
  ).toBe('You have exceeded the property storage quota. Please remove some properties and try again.')
  expect(refusal(`PropertiesService.getScriptProperties().setProperty('a', 1)`)).toBe(
    "The parameters (String,number) don't match the method signature for PropertiesService.Properties.setProperty.",
  )
})

test('reads and writes of properties count against the day, and come back after 24 hours', () => {
  const { run, refusal, workspace } = lincoln({ quotas: { properties: 2 } })
  run(`PropertiesService.getDocumentProperties().setProperty('a', 'b')`)
  expect(refusal(`const store = PropertiesService.getDocumentProperties(); store.getKeys(); store.getKeys()`)).toBe(
    'Service invoked too many times for one day: properties.',
  )
  workspace.clock.advance(24 * 3_600_000)
  expect(run(`return PropertiesService.getDocumentProperties().getProperty('a')`)).toBe('b')
})

test('a cached value is gone after its time, ten minutes unless told', () => {
  const { run, workspace } = lincoln()
  run(`CacheService.getDocumentCache().put('overview', '{}'); CacheService.getDocumentCache().put('long', '1', 21600)`)
  workspace.clock.advance(599_000)
  expect(run(`return CacheService.getDocumentCache().get('overview')`)).toBe('{}')
  workspace.clock.advance(2_000)
  expect(run(`return CacheService.getDocumentCache().getAll(['overview', 'long'])`)).toEqual({ long: '1' })
})

test('a cache takes keys of 250 characters, values of 100 KB, six hours and a thousand items', () => {
  const { refusal, run, workspace } = lincoln()
  expect(refusal(`CacheService.getUserCache().put('k'.repeat(251), 'v')`)).toBe('Argument too large: key')
  expect(refusal(`CacheService.getUserCache().put('k', 'v'.repeat(102401))`)).toBe('Argument too large: value')
  expect(refusal(`CacheService.getUserCache().put('k', 'v', 21601)`)).toContain('expirationInSeconds')
  run(`for (let i = 0; i < 1005; i++) CacheService.getScriptCache().put('k' + i, 'v')`)
  expect(workspace.cacheStore('script').size).toBe(1000)
})

test("an add-on's time trigger runs hourly at most, and one of a kind", () => {
  const { run, refusal, workspace } = lincoln()
  expect(refusal(`ScriptApp.newTrigger('check').timeBased().everyMinutes(5).create()`)).toContain(
    'once an hour at most',
  )
  run(`ScriptApp.newTrigger('check').timeBased().everyHours(1).create()`)
  expect(refusal(`ScriptApp.newTrigger('check').timeBased().everyHours(1).create()`)).toBe(
    'This add-on has created too many time-based triggers in this document for this Google user account.',
  )
  expect(
    run(`return ScriptApp.getProjectTriggers().map((one) => [one.getHandlerFunction(), String(one.getEventType())])`),
  ).toEqual([['check', 'CLOCK']])
  workspace.fireTrigger(workspace.triggers[0]!.id)
  expect(workspace.lastExecution!.functionName).toBe('check')
  run(`ScriptApp.getProjectTriggers().forEach((one) => ScriptApp.deleteTrigger(one))`)
  expect(workspace.triggers).toEqual([])
})

test('a bound script may run every five minutes, and has no window in a time trigger', () => {
  const { run, workspace } = lincoln({ installed: 'bound' })
  run(`ScriptApp.newTrigger('onOpen').timeBased().everyMinutes(5).create()`)
  expect(() => workspace.fireTrigger(workspace.triggers[0]!.id)).toThrow(
    'Cannot call SpreadsheetApp.getUi() from this context.',
  )
})
