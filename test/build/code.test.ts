import { transform } from 'esbuild'
import { describe, expect, test } from 'vitest'
import type { SidebarCalls } from '../../src/actions/requests/calls.ts'
import * as main from '../../src/main.ts'
import { built, load, serviceNames } from './built.ts'

/** A service that cannot be touched: every use of it throws its name. */
function untouchable(name: string): unknown {
  const fail = () => {
    throw new Error(`${name} was touched`)
  }
  return new Proxy(fail, { get: fail, set: fail, has: fail, apply: fail, construct: fail, ownKeys: fail })
}

function allUntouchable(): Record<string, unknown> {
  return Object.fromEntries(serviceNames().map((name) => [name, untouchable(name)]))
}

/** The stubs as they stand in Code.js: comment, name, parameters and body. */
function stubs() {
  const pattern = /^\/\*\*\n((?: \*.*\n)+?) \*\/\nfunction (\w+)\(([^)]*)\) \{\n {2}(.*)\n\}$/gm
  return [...built('Code.js').matchAll(pattern)].map(([, comment, name, parameters, body]) => ({
    comment: comment as string,
    name: name as string,
    parameters: (parameters as string).split(',').flatMap((each) => each.trim() || []),
    body: body as string,
  }))
}

function exports(): string[] {
  return Object.keys(load().PlanKeeper as object).sort()
}

describe('the stubs', () => {
  test('are one for each export, and no other function is global', () => {
    const global = load()
    const functions = Object.keys(global).filter((name) => typeof global[name] === 'function')
    expect(functions.sort()).toEqual(exports())
    expect(
      stubs()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(exports())
  })

  test('pass their arguments on and do nothing else', () => {
    for (const { name, parameters, body } of stubs()) {
      expect(body).toBe(`return PlanKeeper.${name}(${parameters.join(', ')})`)
    }
  })

  test('take every parameter that the function behind them takes', () => {
    const script = load().PlanKeeper as Record<string, (...args: unknown[]) => unknown>
    for (const { name, parameters } of stubs()) {
      expect(parameters.length, name).toBeGreaterThanOrEqual(script[name]!.length)
    }
  })

  test('offer the sidebar what it calls, with the arguments that it gives', () => {
    // The compiler compares the two; the test runs where the names are no longer typed.
    const calls: SidebarCalls = main
    expect(Object.keys(calls).sort()).toEqual(exports())
  })

  test('have no name that Apps Script hides from the sidebar', () => {
    expect(exports().filter((name) => name.endsWith('_'))).toEqual([])
  })

  test('of custom functions keep @customfunction, and @param and @return in words', () => {
    const custom = stubs().filter(({ name }) => name === name.toUpperCase())
    expect(custom.map(({ name }) => name).sort()).toEqual([
      'PLAN_CONFERENCES',
      'PLAN_FLAGS',
      'PLAN_GRADE',
      'PLAN_RATES',
      'PLAN_REQUIREMENTS',
      'PLAN_STATUS',
      'SCHOOL_YEAR',
    ])
    for (const { comment, parameters } of custom) {
      expect(comment).toMatch(/@customfunction$/m)
      expect(comment).toMatch(/@return \{[^}]+\} \S+/)
      const documented = [...comment.matchAll(/@param \{[^}]+\} \[?(\w+)\]? \S+/g)].map(([, name]) => name)
      expect(documented).toEqual(parameters)
    }
  })

  test('of other functions are not offered in cells', () => {
    const others = stubs().filter(({ name }) => name !== name.toUpperCase())
    expect(others.filter(({ comment }) => comment.includes('@customfunction'))).toEqual([])
  })
})

describe('loading', () => {
  test('touches no service, so that the menu cannot vanish', () => {
    expect(() => load(allUntouchable())).not.toThrow()
  })

  test('is a test that can fail: using a service throws its name', () => {
    const script = load(allUntouchable())
    expect(() => (script.openSidebar as () => void)()).toThrow('SpreadsheetApp was touched')
  })

  test('needs no URL, no timer, no TextEncoder, no console: nothing but the language', () => {
    expect(() => load({ console: undefined, Intl: undefined, WebAssembly: undefined })).not.toThrow()
  })
})

describe('the menu', () => {
  function open() {
    const items: string[] = []
    const menu = {
      addItem(_caption: string, runs: string) {
        items.push(runs)
        return menu
      },
      addSeparator: () => menu,
      addToUi: () => items.push('shown'),
    }
    const services = {
      ...allUntouchable(),
      SpreadsheetApp: new Proxy(
        { getUi: () => ({ createAddonMenu: () => menu }) },
        {
          get(target, name) {
            if (name in target) return target[name as 'getUi']
            throw new Error(`SpreadsheetApp.${String(name)} is not allowed before the file is enabled`)
          },
        },
      ),
    }
    return { script: load(services), items }
  }

  test.each(['onOpen', 'onInstall'])('is built by %s with what a merely installed add-on may call', (trigger) => {
    const { script, items } = open()
    ;(script[trigger] as (event: object) => void)({ authMode: 'NONE' })
    expect(items.at(-1)).toBe('shown')
    expect(items.length).toBeGreaterThan(2)
  })

  test('names only functions that exist', () => {
    const { script, items } = open()
    ;(script.onOpen as () => void)()
    for (const name of items.slice(0, -1)) expect(exports(), name).toContain(name)
  })

  test('and every trigger that the script installs names a function that exists', () => {
    const handlers = [...built('Code.js').matchAll(/newTrigger\(\s*["']?([\w$]+)/g)].map(([, name]) => name as string)
    for (const name of handlers) expect(exports()).toContain(name)
  })
})

describe('the text of Code.js', () => {
  /** What the design uses; every other built-in or advanced service is a wider one. */
  const allowed = [
    'CacheService',
    'Drive',
    'HtmlService',
    'LockService',
    'PropertiesService',
    'ScriptApp',
    'Session',
    'Sheets',
    'SpreadsheetApp',
    'Utilities',
  ]

  test('names no wider service', () => {
    const code = built('Code.js')
    const wider = serviceNames().filter((name) => !allowed.includes(name))
    expect(wider).toContain('UrlFetchApp')
    expect(wider).toContain('DriveApp')
    expect(wider).toContain('Gmail')
    const used = wider.filter((name) => new RegExp(`(?<![\\w$."'-])${name}\\s*[.?[(]`).test(code))
    expect(used).toEqual([])
  })

  test.each([
    'UrlFetchApp',
    'DriveApp',
    'DocumentApp',
    'GmailApp',
    'MailApp',
    'CalendarApp',
    'ContactsApp',
    'FormApp',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'sendBeacon',
    'openById',
    'openByUrl',
    'getOAuthToken',
  ])('does not hold the word %s', (word) => {
    expect(built('Code.js')).not.toContain(word)
  })

  test('calls no host and names no address', () => {
    expect(built('Code.js')).not.toMatch(/\bfetch\s*\(/)
    expect(built('Code.js').match(/\w+:\/\/[^\s"']+/g) ?? []).toEqual([])
  })

  test('writes to no log', () => {
    expect(built('Code.js')).not.toMatch(/\bconsole\.|\bLogger\./)
  })

  test('parses as es2020: lowering it changes nothing', async () => {
    const code = built('Code.js')
    expect(await loweringChanges(code)).toBe(false)
  })

  test.each(['class A { #x = 1 }', 'class A { static x = 1 }', 'class A { x = 1 }', 'a ||= b'])(
    'would be refused with %s in it',
    async (later) => {
      expect(await loweringChanges(later)).toBe(true)
    },
  )

  async function loweringChanges(code: string): Promise<boolean> {
    const [asIs, lowered] = await Promise.all([
      transform(code, { target: 'esnext' }),
      transform(code, { target: 'es2020' }),
    ])
    return asIs.code !== lowered.code
  }

  test('carries the licence of every library in it', () => {
    const licences = /^\/\*\nThis file contains:\n([\s\S]*?)\*\//.exec(built('Code.js'))?.[1] ?? ''
    expect(licences).toContain('Colin McDonnell')
    expect(licences.match(/Permission is hereby granted/g)?.length).toBe(licences.match(/^Copyright \(c\)/gm)?.length)
  })
})
