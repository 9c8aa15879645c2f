/**
 * `npx tsx test/sidebar/pictures.ts [FOLDER]`: pictures of the built sidebar in every state, light and dark, to be
 * looked at. It needs Chromium on this machine and a built dist/.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { root } from '../../build/write-dist.ts'
import { checkDone, overview, overviewAfterCheck } from './answers.ts'

/** What each function of the script does: answer, fail with a sentence, or stay silent. */
interface Scene {
  readonly getOverview: { answer?: unknown; error?: string }
  readonly checkRoster?: { answer?: unknown; error?: string }
  readonly dark?: true
}

const scenes: Readonly<Record<string, Scene>> = {
  opening: { getOverview: {} },
  'never-checked': { getOverview: { answer: overview } },
  'last-check': { getOverview: { answer: overviewAfterCheck } },
  checking: { getOverview: { answer: overviewAfterCheck }, checkRoster: {} },
  checked: { getOverview: { answer: overview }, checkRoster: { answer: checkDone } },
  'nothing-missing': {
    getOverview: { answer: overview },
    checkRoster: { answer: { ...checkDone, counts: { MET: 99 }, byCode: [], problems: [], school: [], notes: [] } },
  },
  'named-sections': {
    getOverview: { answer: { ...overview, policy: 'ega-2012' } },
    checkRoster: {
      answer: {
        ...checkDone,
        policy: 'ega-2012',
        byCode: [
          { code: 'OFFER', clause: 'SEP conferences', status: 'OPEN', count: 140 },
          { code: 'CAREER', clause: 'Occupational preparation', status: 'CHECK', count: 17 },
        ],
      },
    },
  },
  'two-accounts': { getOverview: { error: 'PERMISSION_DENIED: reading from storage' } },
  refused: {
    getOverview: { answer: overview },
    checkRoster: {
      answer: {
        ok: false,
        code: 'NO_ROSTER',
        message:
          'No tab has a heading for the student number. Name one "Student ID" on the tab with the students, then check again.',
      },
    },
  },
}

const width = 300
const height = 900
const folder = resolve(process.argv[2] ?? join(root, 'out/sidebar'))
const html = readFileSync(join(root, 'dist/Sidebar.html'), 'utf8')
const work = mkdtempSync(join(tmpdir(), 'sidebar-'))
mkdirSync(folder, { recursive: true })

for (const [name, scene] of Object.entries(scenes)) {
  take(name, scene)
  take(`${name}-dark`, { ...scene, dark: true })
}
rmSync(work, { recursive: true })

function take(name: string, { dark, ...script }: Scene): void {
  const page = join(work, `${name}.html`)
  writeFileSync(
    page,
    html.replace('<script>', () => `<script>${fakeRun(script)}</script><script>`),
  )
  // The frame gives the page Google's width, which is narrower than Chromium lets a window be.
  const frame = join(work, `${name}-frame.html`)
  writeFileSync(
    frame,
    `<style>body{margin:0}iframe{border:0;width:${width}px;height:${height}px}</style><iframe src="${name}.html"></iframe>`,
  )
  execFileSync(
    'chromium',
    [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--hide-scrollbars'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ...(dark ? ['--blink-settings=preferredColorScheme=0'] : []),
      `--user-data-dir=${join(work, 'profile')}`,
      `--window-size=${width},${height}`,
      '--force-device-scale-factor=2',
      '--virtual-time-budget=3000',
      `--screenshot=${join(folder, `${name}.png`)}`,
      `file://${frame}`,
    ],
    { stdio: 'ignore' },
  )
}

/** A google.script.run that plays the scene, and a press on the first button when the scene has a check. */
function fakeRun(script: Scene): string {
  return `
    const scene = ${JSON.stringify(script).replace(/</g, '\\u003c')};
    const runner = (onAnswer, onError) => new Proxy({}, { get: (_, name) =>
      name === 'withSuccessHandler' ? (handler) => runner(handler, onError)
      : name === 'withFailureHandler' ? (handler) => runner(onAnswer, handler)
      : () => setTimeout(() => {
          const { answer, error } = scene[name];
          if (error) onError(new Error(error));
          else if (answer) onAnswer(JSON.stringify(answer));
        }, 20) });
    var google = { script: { run: runner() } };
    if (scene.checkRoster) setTimeout(() => document.querySelector('button').click(), 500);
  `
}
