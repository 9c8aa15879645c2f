/** Every kind of plan as LibreOffice lays it out: it opens, and it has as many pages as it should. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TemplateKind, templateDocx } from '../../build/templates/template-docx.ts'
import { root } from '../../build/write-dist.ts'
import { templateFiller } from '../../src/documents/fill-template.ts'
import type { PlanValues } from '../../src/documents/template-tags.ts'
import type { PolicyId } from '../../src/policy/schema.ts'
import { convertAllWithLibreOffice } from '../local/libreoffice.ts'
import { tab } from '../records/tabs.ts'
import { planOf } from './lincoln.ts'

const longName = 'Fa‘aleagāleamālie '.repeat(6).trim()

const full = [
  tab(
    'Conferences',
    [
      'student_id',
      'kind',
      'date',
      'status',
      'student_attended',
      'parent_attended',
      'parent_names',
      'staff_names',
      'place',
      'mode',
    ],
    ...Array.from({ length: 24 }, (_, index) => [
      '000041',
      index % 2 ? 'group' : 'individual',
      `20${23 + Math.floor(index / 8)}-${10 + (index % 3)}-${String(1 + index).padStart(2, '0')}`,
      'held',
      'Y',
      'Y',
      'Maria Reyes and Fernando Reyes Ortega',
      'R. Young',
      'Counseling office',
      'in person',
    ]),
  ),
  tab(
    'Courses',
    ['student_id', 'course', 'subject area', 'grade', 'list', 'credits'],
    ...[9, 10, 11, 12].flatMap((grade) =>
      [
        'English',
        'Mathematics',
        'Biology',
        'World geography',
        'Welding and metal fabrication',
        'Choir',
        'PE',
        'Seminar',
        'Yearbook',
        'Spanish',
      ].map((course) => ['000041', `${course} ${grade}`, course, grade, 'planned', 0.5]),
    ),
  ),
  tab(
    'Plan Content',
    [
      'student_id',
      'strengths',
      'progress',
      'goals',
      'after high school',
      'workplace skills',
      'support at home',
      'support at school',
    ],
    [
      '000041',
      'Patient with younger students.\nBuilds things that last. '.repeat(8),
      'Reads at grade level.',
      'مرحبا: I want to be a welder. '.repeat(10),
      'Davis Technical College',
      'Summer job',
      'Quiet hour',
      'Tutoring',
    ],
    [
      '000042',
      'Kind. '.repeat(40),
      'Counts to 100. '.repeat(20),
      'I want to read to my brother. '.repeat(12),
      '',
      '',
      'We read each evening. '.repeat(10),
      'Small group. '.repeat(10),
    ],
  ),
]

interface Case {
  readonly name: string
  readonly kind: TemplateKind
  readonly pages: readonly [least: number, most: number]
  readonly plan: PlanValues
}

const one = (
  name: string,
  kind: TemplateKind,
  id: string,
  policyId: PolicyId,
  pages: Case['pages'],
  ...tabs: typeof full
) => ({
  name,
  kind,
  pages,
  plan: planOf(id, policyId, ...tabs),
})

const onePage = [1, 1] as const
const cases: readonly Case[] = [
  one('ilp-davis-blank', 'elementary', '000042', 'davis-4i-101', onePage),
  one('ilp-davis-full', 'elementary', '000042', 'davis-4i-101', onePage, ...full),
  one('ilp-spectrum', 'elementary', '000044', 'spectrum-4ip-401', onePage),
  one('ilp-ega', 'elementary', '000042', 'ega-2019', onePage),
  one('sep-ega', 'elementary', '000042', 'ega-2012', onePage),
  one('sep-washington', 'elementary', '000042', 'washington-4030', onePage),
  one('pccr-davis-blank', 'secondary', '000041', 'davis-4i-101', [2, 3]),
  one('pccr-davis-full', 'secondary', '000041', 'davis-4i-101', [4, 6], ...full),
  one('pccr-spectrum', 'secondary', '000043', 'spectrum-4ip-401', [2, 4]),
  one('pccr-utah', 'secondary', '000041', 'utah-r277-462-5', [2, 4]),
  one('seop-washington', 'secondary', '000043', 'washington-4030', [3, 5]),
  one('seop-ega', 'secondary', '000041', 'ega-2012', [3, 5]),
  {
    name: 'pccr-long-names',
    kind: 'secondary',
    pages: [3, 5],
    plan: {
      ...planOf('000041'),
      student_name: longName,
      school: 'شيماء בית ספר',
      participants: { clause: '3.1.2', rows: [{ name: 'A'.repeat(300), role: longName, contact: '', address: '' }] },
    },
  },
]

const folder = mkdtempSync(join(tmpdir(), 'plan-pages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('as LibreOffice prints it', () => {
  beforeAll(async () => {
    const fillers = new Map(
      await Promise.all(
        (['elementary', 'secondary'] as const).map(
          async (kind) => [kind, templateFiller(await templateDocx(root, kind))] as const,
        ),
      ),
    )
    const files = cases.map(({ name, kind, plan }) => {
      const file = join(folder, `${name}.docx`)
      writeFileSync(file, fillers.get(kind)?.(plan).bytes ?? '')
      return file
    })
    await convertAllWithLibreOffice(files, 'pdf', folder)
  })

  test.each(cases)('$name has $pages pages', ({ name, plan, pages: [least, most] }) => {
    const pdf = join(folder, `${name}.pdf`)
    const pages = Number(/^Pages:\s+(\d+)$/m.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1])
    expect(pages).toBeGreaterThanOrEqual(least)
    expect(pages).toBeLessThanOrEqual(most)
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
    expect(text).toContain(plan.plan_name)
    expect(text).not.toMatch(/[{}]|undefined|\[object/)
  })
})
