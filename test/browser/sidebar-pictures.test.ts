/**
 * Every screen of the sidebar, light and dark: looked at by axe, and kept as a picture to be looked at by people.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as answers from '../sidebar/answers.ts'
import * as documents from '../sidebar/documents-answers.ts'
import { accessibilityFaults } from './accessibility.ts'
import { launchBrowser } from './open-page.ts'
import { fails, openSidebar, type PlayedScript, silence } from './opened-sidebar.ts'
import { takePicture } from './pictures.ts'
import * as hands from './played-school.ts'
import { school } from './played-school.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
})

/** A list of five with every kind of name, and one of them with nothing missing. */
const five: PlayedScript = {
  ...school,
  listStudents: () => answers.studentList,
  getStudent: ({ id }) =>
    id === answers.ana.id ? answers.anaInFull : answers.nothingMissing({ ...answers.longName, id }),
}

interface Scene {
  readonly script?: PlayedScript
  /** Goes to the screen; what is seen then is the scene. */
  readonly go?: (page: Page) => Promise<unknown>
  /** Stands there when the scene does. */
  readonly shows: string | RegExp
}

/** CSS pixels: of a long list a part is enough to look at. */
const tallest = 1600

const press = (name: string | RegExp) => (page: Page) => hands.press(page, name)
const to = press
const inTurn =
  (...steps: readonly ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page) => {
    for (const step of steps) await step(page)
  }

const scenes: Readonly<Record<string, Scene>> = {
  opening: { script: { getOverview: () => silence }, shows: 'Opening…' },
  'never-checked': { script: { getOverview: () => answers.overview }, shows: 'First time here?' },
  overview: { shows: 'What is missing' },
  'out-of-date': {
    script: { getOverview: () => ({ ...answers.overviewAfterCheck, outOfDate: true }) },
    shows: /have changed since the last check/,
  },
  checking: { script: { checkRoster: () => silence }, go: press('Check now'), shows: 'Checking…' },
  checked: { go: press('Check now'), shows: /checked just now/ },
  'nothing-missing': {
    script: { getOverview: () => ({ ...answers.overviewAfterCheck, gaps: answers.noGaps }) },
    shows: 'Nothing is missing on this day.',
  },
  'two-accounts': {
    script: { getOverview: () => fails('PERMISSION_DENIED: reading from storage') },
    shows: 'Google did not let Plan Keeper start',
  },
  'no-roster': {
    script: {
      checkRoster: () => answers.refused('NO_ROSTER', 'No tab looks like a roster. Put the students on one tab.'),
    },
    go: press('Check now'),
    shows: 'No tab looks like a roster.',
  },
  list: { go: press(/Late$/), shows: 'Silva, Ana' },
  'list-of-143': {
    script: { listStudents: () => answers.pageOf143(0) },
    go: press(/Plan signature/),
    shows: 'Student, Number 1',
  },
  'list-empty': {
    script: { listStudents: () => ({ ...answers.studentList, students: [], total: 0 }) },
    go: press(/Plan signature/),
    shows: /Nobody any more/,
  },
  student: { go: to('Student'), shows: 'No PCCR on file.' },
  'student-walk': { go: inTurn(press(/Late$/), press(/Silva/)), shows: 'No PCCR on file.' },
  'student-long-name': {
    script: { getSelection: () => answers.selectedRows(answers.longName) },
    go: to('Student'),
    shows: 'Nothing is missing.',
  },
  'student-nobody': {
    script: { getSelection: () => ({ ...answers.selectedRows(), hasStudents: false }) },
    go: to('Student'),
    shows: /This tab has no students/,
  },
  'student-rows': {
    script: { getSelection: () => answers.fiveSelected },
    go: to('Student'),
    shows: 'Record for all 5',
  },
  'student-search': {
    go: inTurn(to('Student'), (page) => page.getByLabel('Search for').fill('an'), press('Search')),
    shows: /5 students for/,
  },
  record: { script: { getSelection: () => answers.fiveSelected }, go: to('Record'), shows: 'Who came' },
  'record-nobody': { script: { getSelection: () => answers.selectedRows() }, go: to('Record'), shows: 'Who came' },
  'record-all-open': {
    go: inTurn(
      to('Record'),
      (page) => page.locator('summary').first().click(),
      (page) => page.locator('summary').nth(1).click(),
    ),
    shows: 'Copy filed on',
  },
  'record-small-group': {
    script: { getSelection: () => answers.selectedRows(answers.ana, answers.mateo, answers.layla, answers.lupe) },
    go: inTurn(
      to('Record'),
      (page) => page.getByLabel('Kind').selectOption('Small group'),
      (page) => page.getByLabel('How many were invited').fill('7'),
    ),
    shows: /7 are invited/,
  },
  'record-refused': {
    go: inTurn(to('Record'), (page) => page.getByLabel('Day').fill(''), press('Save')),
    shows: 'Choose a day.',
  },
  'record-to-confirm': {
    script: { saveRecord: () => answers.toConfirm },
    go: inTurn(to('Record'), (page) => page.getByText('Silva').waitFor(), press('Save')),
    shows: 'Save all the same',
  },
  'record-failed': {
    script: { saveRecord: () => fails('Service invoked too many times in a short time') },
    go: inTurn(to('Record'), (page) => page.getByText('Silva').waitFor(), press('Save')),
    shows: 'Google asks to wait',
  },
  'record-saved': {
    go: inTurn(to('Record'), (page) => page.getByText('Silva').waitFor(), press('Save')),
    shows: /5 rows saved on the tab/,
  },
  'record-undone': {
    go: inTurn(to('Record'), (page) => page.getByText('Silva').waitFor(), press('Save'), press('Undo')),
    shows: /5 entries taken back/,
  },
  'record-contact': {
    go: inTurn(to('Record'), (page) =>
      page.getByLabel('What', { exact: true }).selectOption('Contact with the family'),
    ),
    shows: 'What came of it',
  },
  'record-blocked': {
    script: {
      getRecordForm: () => ({
        ...answers.recordForm,
        blocked: [
          { type: 'conference', reason: 'This workbook has no tab for conferences. Set up this workbook makes one.' },
        ],
      }),
    },
    go: to('Record'),
    shows: 'no tab for conferences',
  },
  'documents-first': {
    script: { getDocuments: () => documents.noDocuments },
    go: to('Documents'),
    shows: 'First: set up documents',
  },
  'documents-set-up': {
    script: { getDocuments: () => documents.noDocuments },
    go: inTurn(to('Documents'), press('Set up documents')),
    shows: 'Documents are set up.',
  },
  'documents-missing': {
    script: { previewDocuments: () => documents.documentsNotSetUp },
    go: inTurn(to('Documents'), press('Preview')),
    shows: 'The templates are missing',
  },
  'documents-preview': { go: inTurn(to('Documents'), press('Preview')), shows: 'Make 2 documents' },
  'documents-whole-school': {
    script: { previewDocuments: () => documents.wholeSchoolPreview },
    go: inTurn(
      to('Documents'),
      (page) => page.getByLabel('One grade').check(),
      press('Preview'),
      (page) => page.getByText('Details').click(),
    ),
    shows: /The other 155 go on tomorrow/,
  },
  'documents-faulty-template': {
    script: { previewDocuments: () => documents.faultyPreview },
    go: inTurn(to('Documents'), press('Preview')),
    shows: 'A template has to be mended first',
  },
  'documents-of-a-list': {
    go: inTurn(press(/Late$/), press('Documents for these students')),
    shows: '5 documents for 2026-27',
  },
  'documents-at-work': {
    script: {
      startDocuments: () => documents.standingOf({ Made: 115, 'To do': 28 }),
      makeDocuments: () => silence,
      getDocuments: () => documents.pageOfResults(2, { underWay: 9, free: 0 }),
    },
    go: inTurn(to('Documents'), press('Go on')),
    shows: '4 documents at a time',
  },
  'documents-cancel': {
    script: { getDocuments: () => documents.pageOfResults(0, { paused: true }) },
    go: inTurn(to('Documents'), press('Cancel')),
    shows: 'Leave out the 28 documents to do?',
  },
  'documents-day-used-up': {
    script: {
      getDocuments: () => documents.pageOfResults(2),
      makeDocuments: () => ({
        ...documents.standingOf({ Made: 115, 'To do': 28 }),
        stopped: {
          code: 'DRIVE_DAY_USED_UP',
          message:
            'Google lets an account make so many documents a day, and today’s are used up. What is made stays; go on tomorrow.',
        },
        linksMissing: 'Somebody is editing the roster, so not every link stands in its column Plan document yet.',
      }),
    },
    go: inTurn(to('Documents'), press('Go on')),
    shows: /Press Go on then/,
  },
  'documents-held': {
    script: {
      getDocuments: () => documents.pageOfResults(2, { free: 0, heldUntil: Date.UTC(2099, 0, 5, 17, 30) }),
    },
    go: to('Documents'),
    shows: /come free at 10:30 AM/,
  },
  'documents-done': {
    go: inTurn(to('Documents'), press('Preview'), press('Make 2 documents')),
    shows: '1 document was not made. The reasons stand below.',
  },
  'documents-results': { go: inTurn(to('Documents'), press(/^Not made/)), shows: 'Make 1 document again' },
  settings: { go: to('Settings'), shows: 'Tabs and columns' },
  'settings-changed': {
    go: inTurn(to('Settings'), (page) => page.getByLabel('School year').fill('2027-28')),
    shows: '1 change not saved',
  },
  'settings-refused': {
    script: {
      saveSettings: () =>
        answers.refused('REQUEST_INVALID', 'Write a school year.', {
          schoolYear: 'Write a school year such as 2026-27.',
        }),
    },
    go: inTurn(to('Settings'), (page) => page.getByLabel('School year').fill('soon'), press('Save')),
    shows: 'Write a school year such as 2026-27.',
  },
  'settings-readings': {
    go: inTurn(to('Settings'), (page) => page.getByText('How the policy is read').click()),
    shows: 'An update in October',
  },
}

test.each(Object.keys(scenes))(
  '%s: axe finds no fault, light or dark, and at twice the size nothing has to be scrolled sideways',
  async (name) => {
    const { script, go, shows } = scenes[name] as Scene
    const { page, faults } = await openSidebar(browser, { ...five, ...script }, { scale: 2 })
    if (go !== undefined) {
      await page.getByRole('heading', { name: 'Overview' }).waitFor()
      await go(page)
    }
    await page.getByText(shows).first().waitFor()
    const widen = async (width: number) => {
      await page.setViewportSize({ width, height: 300 })
      const height = await page.evaluate<number>('document.documentElement.scrollHeight')
      await page.setViewportSize({ width, height: Math.min(height, tallest) })
    }
    await widen(300)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await takePicture(page, `sidebar-${name}-${colorScheme}`)
      expect(await accessibilityFaults(page), colorScheme).toEqual([])
    }
    await widen(150)
    await takePicture(page, `sidebar-${name}-zoomed`)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(150)
    expect(faults).toEqual([])
    await page.context().close()
  },
)
