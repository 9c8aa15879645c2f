import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { installedBrowser } from './find-browser.ts'

const only =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path)

test('a browser on the path is found, whatever else is installed', () => {
  const chromium = join('/usr/bin', 'chromium')
  const PATH = ['/usr/local/bin', '/usr/bin'].join(delimiter)
  expect(installedBrowser({ PATH }, only(chromium, '/opt/google/chrome/chrome'))).toBe(chromium)
})

test('a browser that is not on the path is found where its installer puts it', () => {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  expect(installedBrowser({ PATH: '/usr/bin' }, only(chrome))).toBe(chrome)
})

test('CHROME_PATH comes first', () => {
  const environment = { PATH: '/usr/bin', CHROME_PATH: '/home/amy/chrome' }
  expect(installedBrowser(environment, only('/home/amy/chrome', join('/usr/bin', 'chromium')))).toBe('/home/amy/chrome')
})

test('a CHROME_PATH that leads nowhere is said, and no other browser is taken', () => {
  const environment = { PATH: '/usr/bin', CHROME_PATH: '/home/amy/chrome' }
  expect(() => installedBrowser(environment, only(join('/usr/bin', 'chromium')))).toThrow(
    'CHROME_PATH names /home/amy/chrome, and there is no such file.',
  )
})

test('without any browser there is none', () => {
  expect(installedBrowser({ PATH: '/usr/bin' }, () => false)).toBeUndefined()
})
