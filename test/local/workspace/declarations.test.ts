import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { officialTypes } from '../../../local/workspace/official-types.ts'
import { ServiceObject } from '../../../local/workspace/service-object.ts'

const services = fileURLToPath(new URL('../../../local/workspace/services', import.meta.url))

/** Every emulated class, with the names of its methods. */
async function emulated(): Promise<Map<string, string[]>> {
  const classes = new Map<string, string[]>()
  for (const file of readdirSync(services)) {
    for (const made of Object.values(await import(`${services}/${file}`))) {
      if (typeof made !== 'function' || !(made.prototype instanceof ServiceObject)) continue
      const methods = Object.entries(Object.getOwnPropertyDescriptors(made.prototype))
        .filter(([name, property]) => name !== 'constructor' && typeof property.value === 'function')
        .map(([name]) => name)
      // Range and Sheet are written in several files, one subject each.
      const name = made.name
        .replace(/^(Range|Sheet)(Place|Contents|Formats|Cells|RowsAndColumns|Rules)$/, '$1')
        .replace(/^Drive(?=[A-Z])/, 'Drive.')
      classes.set(name, [...(classes.get(name) ?? []), ...methods])
    }
  }
  return classes
}

test('every emulated method stands in the official declarations', async () => {
  const { classes } = officialTypes()
  const unknown: string[] = []
  for (const [name, methods] of await emulated()) {
    if (name === 'ScriptConsole') continue
    for (const method of methods) if (!classes.get(name)?.methods.has(method)) unknown.push(`${name}.${method}`)
  }
  expect(unknown).toEqual([])
})

test('the classes that a check needs are emulated', async () => {
  expect([...(await emulated()).keys()]).toEqual(
    expect.arrayContaining([
      'SpreadsheetApp',
      'Spreadsheet',
      'Sheet',
      'Range',
      'DeveloperMetadataFinder',
      'ConditionalFormatRuleBuilder',
      'Lock',
      'Properties',
    ]),
  )
})

test('overloads, unions, aliases and enums of the declarations are understood', () => {
  const { classes, enums } = officialTypes()
  const range = classes.get('Range')!
  expect(range.qualifiedName).toBe('SpreadsheetApp.Range')
  expect(classes.get('Sheet')!.methods.get('getRange')).toHaveLength(4)
  expect(range.methods.get('setFontWeight')![0]!.parameters[0]!.kind).toBe('union')
  expect(enums.get('ProtectionType')).toEqual(['RANGE', 'SHEET'])
  expect(classes.get('SpreadsheetApp')!.enums.get('WrapStrategy')).toBe('WrapStrategy')
})
