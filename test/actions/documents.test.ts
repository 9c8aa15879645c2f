/** Plan documents from the sidebar's calls to the files in Drive: made once, kept right, and said what became of each. */
import AdmZip from 'adm-zip'
import { describe, expect, test } from 'vitest'
import type { Workspace } from '../../local/workspace/workspace.ts'
import type { Whom } from '../../src/actions/requests/documents.ts'
import type { Lacking } from '../../src/actions/requests/students.ts'
import { ask, refusalOf } from './ask.ts'
import { links, makeAll, opened, planOf, pupils, ready, results } from './lincoln-plans.ts'

const textOf = (workspace: Workspace, last: string) =>
  new AdmZip(planOf(workspace, last).revisions.at(-1)!.content).readAsText('word/document.xml')

const template = ({ drive }: Workspace) => drive.files.find(({ name }) => name === 'Plan template, secondary grades')!

/** Types into the template of the higher grades. */
function editTemplate(workspace: Workspace, from: string, to: string): void {
  const zip = new AdmZip(template(workspace).revisions.at(-1)!.content)
  const xml = zip.readAsText('word/document.xml')
  if (!xml.includes(from)) throw new Error(`The template has no ${from}.`)
  zip.updateFile('word/document.xml', Buffer.from(xml.replace(from, to)))
  workspace.clock.advance(60_000)
  workspace.edits.drive.editDocument(template(workspace).id, zip.toBuffer())
}

describe('the preview', () => {
  test('says for whom, what is missing, and how many are left today, and makes nothing', () => {
    const workspace = ready()
    const preview = ask(workspace, 'previewDocuments', { whom: 'all' })
    expect(preview).toMatchObject({
      counts: { new: 12, changed: 0, kept: 0, 'in-trash': 0, 'up-to-date': 0 },
      total: 12,
      leftToday: 1500,
      schoolYear: '2026-27',
    })
    const [mateo] = preview.students
    expect(mateo).toMatchObject({ studentId: '00101', name: 'Ruiz, Mateo', document: 'PCCR 2026-27', need: 'new' })
    expect(mateo!.blank).toContain('plan_manager')
    expect(workspace.drive.files).toHaveLength(2)
  })

  test('takes those that are named, or those of whom something is open', () => {
    const workspace = ready()
    const some = ask(workspace, 'previewDocuments', { whom: ['00103', '00101'] })
    expect(some.students.map(({ name }) => name)).toEqual(['Ortiz, Lupe', 'Ruiz, Mateo'])
    const flagged = ask(workspace, 'previewDocuments', { whom: 'flagged' })
    expect(flagged.total).toBeGreaterThan(0)
    expect(flagged.students.map(({ studentId }) => studentId)).toContain('00102')
  })

  test('takes those of a grade, and those of a list of the overview', () => {
    const workspace = ready()
    const names = (whom: Whom) => ask(workspace, 'previewDocuments', { whom }).students.map(({ name }) => name)
    expect(names({ grade: '9' })).toEqual(['Ruiz, Mateo', 'Vea, Sione'])
    expect(names({ grade: 'K' })).toEqual([])
    const listed = (asked: Lacking) => ask(workspace, 'listStudents', asked).students.map(({ name }) => name)
    const lists: readonly Lacking[] = [
      { kind: 'late' },
      { code: 'SIGN', clause: '3.1.7' },
      { code: 'CONF2', clause: '2.1.1' },
    ]
    for (const lacking of lists) expect(names({ lacking }).sort()).toEqual(listed(lacking).sort())
    expect(names({ lacking: { code: 'CONF2', clause: '2.1.1' } })).toEqual(['Lopez, Elena', 'Young, Kai'])
    expect(names({ lacking: { code: 'CONF2', clause: '9' } })).toEqual([])
  })

  test('takes those of a counselor, by any part of the name', () => {
    const workspace = ready()
    for (const cell of ['F2', 'F5']) workspace.edits.setCell('Students', cell, 'Marisol Núñez-Ito')
    const names = (staff: string) =>
      ask(workspace, 'previewDocuments', { whom: { staff } }).students.map(({ name }) => name)
    expect(names('nunez')).toEqual(['Ruiz, Mateo', 'Smith, Noah'])
    expect(names('Ito, M.')).toEqual(['Ruiz, Mateo', 'Smith, Noah'])
    expect(names('R. Young')).toHaveLength(10)
    expect(names('Garcia')).toEqual([])
    expect(refusalOf(workspace, 'previewDocuments', { whom: { staff: ' ' } }).code).toBe('REQUEST_INVALID')
  })

  test('of a list of the overview needs a check that it comes from', () => {
    const workspace = opened()
    ask(workspace, 'setUpDocuments')
    expect(refusalOf(workspace, 'previewDocuments', { whom: { lacking: { kind: 'late' } } }).code).toBe('NOT_CHECKED')
  })

  test('knows after the making what is left of the day', () => {
    const workspace = ready()
    makeAll(workspace)
    expect(ask(workspace, 'previewDocuments', { whom: 'all' })).toMatchObject({
      counts: { new: 0, 'up-to-date': 12 },
      leftToday: 1488,
    })
    workspace.clock.advance(25 * 3_600_000)
    expect(ask(workspace, 'previewDocuments', { whom: 'all' }).leftToday).toBe(1500)
  })

  test('names every fault of a template at once, and then nothing can be made', () => {
    const workspace = ready()
    editTemplate(workspace, '{student_name}', '{student_nam} and {scool}')
    const { templates, students } = ask(workspace, 'previewDocuments', { whom: 'all' })
    expect(students).toEqual([])
    const { faults } = templates.find(({ name }) => name.includes('secondary'))!
    expect(faults.join(' ')).toMatch(/student_nam\b.*student_name.*scool\b.*school/s)
    const refused = refusalOf(workspace, 'startDocuments', { whom: 'all' })
    expect(refused.code).toBe('TEMPLATE_FAULTY')
    expect(workspace.drive.files).toHaveLength(2)
    // Students of the other template are not held up.
    expect(ask(workspace, 'startDocuments', { whom: ['00108'] }).free).toBe(1)
  })
})

describe('making', () => {
  test('gives each of the twelve one document in a folder of their own, with the link on their row', () => {
    const workspace = ready()
    expect(makeAll(workspace)).toMatchObject({ counts: { Made: 12 }, free: 0, paused: false, carriesOn: false })
    const { drive } = workspace
    expect([...drive.pathOf(planOf(workspace, 'Ruiz')), planOf(workspace, 'Ruiz').name]).toEqual([
      'Plan Keeper',
      'Lincoln High',
      'Ruiz, Mateo (00101)',
      'PCCR 2026-27 Ruiz, Mateo',
    ])
    for (const [id, last] of pupils) expect(links(workspace).get(id)).toContain(planOf(workspace, last).id)
    expect(textOf(workspace, 'Ruiz')).toContain('Mateo Ruiz')
    expect(planOf(workspace, 'Lopez').name).toContain('ILP')
  })

  test('again makes nothing', () => {
    const workspace = ready()
    makeAll(workspace)
    const before = links(workspace)
    expect(makeAll(workspace).counts).toEqual({ 'Up to date': 12 })
    expect(workspace.drive.files).toHaveLength(14)
    expect(workspace.lastExecution!.calls.byMethod).not.toHaveProperty('Drive.Files.update')
    expect(links(workspace)).toEqual(before)
  })

  test('a day later says the same: the day on which it is filled is no other content', () => {
    const workspace = ready()
    makeAll(workspace)
    workspace.clock.advance(24 * 3_600_000)
    expect(makeAll(workspace).counts).toEqual({ 'Up to date': 12 })
  })

  test('gives changed data their place in the document that is there, and asks for a new signature', () => {
    const workspace = ready()
    makeAll(workspace)
    const { id } = planOf(workspace, 'Ruiz')
    workspace.edits.setCell('Students', 'F2', 'T. Lee')
    workspace.edits.setCell('Students', 'F3', 'T. Lee')
    expect(ask(workspace, 'previewDocuments', { whom: 'all' }).counts).toMatchObject({ changed: 2, 'up-to-date': 10 })
    expect(makeAll(workspace).counts).toEqual({ Replaced: 2, 'Up to date': 10 })
    expect(planOf(workspace, 'Ruiz').id).toBe(id)
    expect(planOf(workspace, 'Ruiz').revisions).toHaveLength(2)
    expect(textOf(workspace, 'Ruiz')).toContain('T. Lee')
    expect(results(workspace, 'Replaced')).toEqual([
      '00101 | Ruiz, Mateo | Replaced | It was signed on October 2, 2026, and what it says has changed since: it needs a new signature.',
      '00102 | Begay, Ana | Replaced',
    ])
  })

  test('an edited template makes other documents of its grades', () => {
    const workspace = ready()
    makeAll(workspace)
    editTemplate(workspace, '{student_name}', '{student_name} of Lincoln')
    expect(makeAll(workspace).counts).toEqual({ Replaced: 10, 'Up to date': 2 })
    expect(textOf(workspace, 'Ruiz')).toContain('Mateo Ruiz of Lincoln')
  })

  test('keeps what was changed by hand, says so, and replaces it only when a person says so', () => {
    const workspace = ready()
    makeAll(workspace)
    workspace.clock.advance(60_000)
    workspace.edits.drive.editDocument(planOf(workspace, 'Ruiz').id)
    expect(makeAll(workspace).counts).toEqual({ 'Up to date': 12 })
    expect(results(workspace)[0]).toBe(
      '00101 | Ruiz, Mateo | Up to date | Somebody has changed it by hand; the records say the same as before. It was signed on October 2, 2026, and what it says has changed since: it needs a new signature.',
    )
    workspace.edits.setCell('Students', 'F2', 'T. Lee')
    expect(makeAll(workspace).counts).toEqual({ 'Changed by hand': 1, 'Up to date': 11 })
    expect(results(workspace, 'Changed by hand')[0]).toContain('so it stays as it is')
    expect(links(workspace).get('00101')).toContain(planOf(workspace, 'Ruiz').id)
    expect(textOf(workspace, 'Ruiz')).not.toContain('T. Lee')
    ask(workspace, 'startDocuments', { whom: ['00101'], overChanges: true })
    expect(ask(workspace, 'makeDocuments', { workers: 1 }).counts).toEqual({ Replaced: 1, 'Up to date': 11 })
    expect(textOf(workspace, 'Ruiz')).toContain('T. Lee')
  })

  test('tells of a document in the trash and makes no second one; deleted for good, it is made anew', () => {
    const workspace = ready()
    makeAll(workspace)
    const { id } = planOf(workspace, 'Begay')
    workspace.edits.drive.trash(id)
    expect(makeAll(workspace).counts).toEqual({ 'In the trash': 1, 'Up to date': 11 })
    expect(results(workspace, 'In the trash')[0]).toContain('Take it out, or delete it there for good')
    workspace.edits.drive.deleteForever(id)
    expect(makeAll(workspace).counts).toEqual({ Made: 1, 'Up to date': 11 })
    expect(links(workspace).get('00102')).toContain(planOf(workspace, 'Begay').id)
    expect(planOf(workspace, 'Begay').id).not.toBe(id)
  })

  test('is asked for again by what became of it, without those who have left or were asked for in another year', () => {
    const workspace = ready({ quotas: { documents: 7 } })
    ask(workspace, 'startDocuments', { whom: ['00101', '00104', '00112'] })
    ask(workspace, 'cancelDocuments')
    ask(workspace, 'startDocuments', { whom: ['00102'] })
    ask(workspace, 'makeDocuments', { workers: 1 })
    workspace.edits.deleteRows('Students', 13)
    workspace.edits.setCell('Students', 'D5', 13)
    const again = { whom: { state: 'Left out' } }
    expect(ask(workspace, 'previewDocuments', again).students.map(({ name }) => name)).toEqual(['Ruiz, Mateo'])
    expect(ask(workspace, 'startDocuments', again)).toMatchObject({
      counts: { 'To do': 1, Made: 1, 'Left out': 2 },
      asked: 1,
    })
    expect(refusalOf(workspace, 'startDocuments', { whom: { state: 'Not made' } }).code).toBe('NO_PLANS')
  })

  test('follows a folder that was renamed', () => {
    const workspace = ready()
    ask(workspace, 'startDocuments', { whom: ['00101'] })
    ask(workspace, 'makeDocuments', { workers: 1 })
    const folder = workspace.drive.folders.find(({ name }) => name === 'Lincoln High')!
    workspace.edits.drive.rename(folder.id, 'LHS')
    makeAll(workspace)
    expect(workspace.drive.pathOf(planOf(workspace, 'Dunn'))).toEqual(['Plan Keeper', 'LHS', 'Dunn, Liam (00112)'])
    expect(workspace.drive.files).toHaveLength(14)
  })

  test('a document that comes into a folder which was thrown away meanwhile says so, and is not made twice', () => {
    const workspace = ready()
    ask(workspace, 'startDocuments', { whom: ['00101'] })
    const userEdit = () => {
      const folder = workspace.drive.folders.find(({ name }) => name === 'Lincoln High')!
      workspace.edits.drive.trash(folder.id)
    }
    const faults = [{ at: { method: 'Drive.Files.export', nth: 1 }, userEdit }]
    workspace.execute('makeDocuments', ['{"workers":1}'], { faults })
    expect(results(workspace)[0]).toContain('Ruiz, Mateo | In the trash | ')
    expect(makeAll(workspace).counts).toEqual({ 'In the trash': 1, Made: 11 })
    expect(planOf(workspace, 'Ruiz').name).toContain('Ruiz, Mateo')
  })

  test('a document made a moment ago is found though the search does not know it yet', () => {
    const workspace = ready()
    workspace.clock.advance(600_000)
    const slow = workspace.driveLimits as { indexLag: number }
    slow.indexLag = 600_000
    makeAll(workspace)
    expect(makeAll(workspace).counts).toEqual({ 'Up to date': 12 })
    expect(workspace.drive.files).toHaveLength(14)
  })

  test.each(['startDocuments', 'makeDocuments'] as const)(
    'a row put into the roster while %s reads it costs nobody a document',
    (call) => {
      const request = { startDocuments: { whom: 'all' }, makeDocuments: { workers: 1 } }[call]
      const workspace = ready()
      if (call === 'makeDocuments') ask(workspace, 'startDocuments', { whom: 'all' })
      // The roster is among the first tabs that are read.
      for (const nth of [1, 2, 3, 4, 5, 6]) {
        const copy = workspace.copy()
        const userEdit = () => copy.edits.insertRows('Students', 4)
        copy.execute(call, [JSON.stringify(request)], {
          faults: [{ at: { method: 'Range.getValues', nth }, userEdit }],
        })
        if (call === 'startDocuments') ask(copy, 'makeDocuments', { workers: 1 })
        expect(ask(copy, 'getDocuments', {}).counts, `read ${nth}`).toEqual({ Made: 12 })
      }
    },
  )

  test('a student who left meanwhile gets none, and the row says why', () => {
    const workspace = ready()
    ask(workspace, 'startDocuments', { whom: 'all' })
    workspace.edits.deleteRows('Students', 13)
    expect(ask(workspace, 'makeDocuments', { workers: 1 }).counts).toEqual({ Made: 11, 'Not made': 1 })
    expect(results(workspace, 'Not made')[0]).toContain(
      '00112 | Dunn, Liam | Not made | Nobody on the roster has this plan',
    )
  })
})

describe('on the roster', () => {
  test('sorted while the links are written, each stands on its own student', () => {
    const made = [pupils[0], pupils[6], pupils[11]]
    const begun = () => {
      const workspace = ready()
      ask(workspace, 'startDocuments', { whom: made.map(([id]) => id) })
      return workspace
    }
    const request = JSON.stringify({ workers: 1 })
    const undisturbed = begun()
    undisturbed.execute('makeDocuments', [request])
    const { log } = undisturbed.lastExecution!.calls
    const uploaded = log.map(({ method }) => method).lastIndexOf('Drive.Files.create')
    const ofCells = ({ method, effect }: (typeof log)[number]) => effect !== 'none' && method.startsWith('Range.')
    const isAfter = (index: number) => index === uploaded || (index > uploaded && ofCells(log[index]!))
    const calls = log.flatMap((_, index) => (isAfter(index) ? [index + 1] : []))
    expect(calls.length).toBeGreaterThan(7)
    for (const at of calls) {
      const workspace = begun()
      const userEdit = () => workspace.edits.sortRows('Students', { column: 2, headingRows: 1 })
      workspace.execute('makeDocuments', [request], { faults: [{ at, userEdit }] })
      const standing = [...links(workspace)].filter(([, link]) => link !== '').sort()
      const expected = made.map(([id, last]) => [id, expect.stringContaining(planOf(workspace, last).id)])
      expect(standing, `call ${at}`).toEqual(expected)
    }
  })

  test('without our columns yet, the links wait in the tab Documents, and it is said', () => {
    const workspace = opened()
    ask(workspace, 'setUpDocuments')
    expect(makeAll(workspace).linksMissing).toContain('Check the roster once')
    ask(workspace, 'checkRoster', {})
    expect(makeAll(workspace)).not.toHaveProperty('linksMissing')
    expect(links(workspace).get('00101')).toContain(planOf(workspace, 'Ruiz').id)
  })

  test('what keeps the links from the roster is told, and the next run writes them', () => {
    const workspace = ready()
    ask(workspace, 'startDocuments', { whom: 'all' })
    // The lock for the links; the others are for taking the rows, for the folders, and for writing down what became of them.
    const faults = [{ at: { method: 'Lock.tryLock', nth: 4 }, throwBefore: 'Service error' }]
    const answer = JSON.parse(String(workspace.execute('makeDocuments', ['{"workers":1}'], { faults })))
    expect(answer).toMatchObject({ ok: true, counts: { Made: 12 }, linksMissing: expect.stringContaining('Try again') })
    expect(new Set(links(workspace).values())).toEqual(new Set(['']))
    expect(ask(workspace, 'makeDocuments', { workers: 1 })).not.toHaveProperty('linksMissing')
    for (const [id, last] of pupils) expect(links(workspace).get(id)).toContain(planOf(workspace, last).id)
  })

  test('two students with one id get no link: nobody can tell whose document it is', () => {
    const workspace = ready()
    workspace.edits.setCell('Students', 'A3', '00101')
    makeAll(workspace)
    expect(links(workspace).get('00101')).toBe('')
  })

  test('what a person wrote under Plan document stays where there is no link of ours', () => {
    const workspace = ready()
    const { values } = workspace.workbook.sheets[0]!
    const column = String.fromCharCode(65 + values[0]!.indexOf('Plan document'))
    workspace.edits.setCell('Students', `${column}3`, 'on paper')
    ask(workspace, 'startDocuments', { whom: ['00101', '00103'] })
    ask(workspace, 'makeDocuments', { workers: 1 })
    expect(links(workspace).get('00102')).toBe('on paper')
    expect(links(workspace).get('00103')).toContain(planOf(workspace, 'Ortiz').id)
  })
})

describe('a long run', () => {
  test('stops at the end of the day’s documents with a sentence, and goes on the next day', () => {
    const workspace = ready({ quotas: { documents: 7 } })
    const first = makeAll(workspace)
    expect(first).toMatchObject({ counts: { Made: 5, 'To do': 7 }, stopped: { code: 'DRIVE_DAY_USED_UP' } })
    workspace.clock.advance(25 * 3_600_000)
    expect(ask(workspace, 'makeDocuments', { workers: 1 }).counts).toEqual({ Made: 12 })
  })

  test('a worker that finds all taken does not even read the roster; who ends last links', () => {
    const workspace = ready()
    ask(workspace, 'startDocuments', { whom: 'all' })
    const request = '{"workers":1}'
    const at = { method: 'Drive.Files.create', nth: 6 }
    let calls = 0
    const runExecution = (world: Workspace) => {
      const answer = JSON.parse(String(world.execute('makeDocuments', [request])))
      expect(answer).toMatchObject({ ok: true, counts: { 'To do': 12 }, free: 0 })
      calls = world.lastExecution!.calls.total
    }
    workspace.execute('makeDocuments', [request], { faults: [{ at, runExecution }] })
    expect(calls).toBeLessThan(30)
    for (const [id, last] of pupils) expect(links(workspace).get(id)).toContain(planOf(workspace, last).id)
  })

  test('is shared by workers side by side', () => {
    const workspace = ready()
    ask(workspace, 'startDocuments', { whom: 'all' })
    const request = '{"workers":2}'
    const at = { method: 'Drive.Files.create', nth: 6 }
    let second: unknown
    workspace.execute('makeDocuments', [request], {
      faults: [
        { at, runExecution: (world) => (second = JSON.parse(String(world.execute('makeDocuments', [request])))) },
      ],
    })
    expect(second).toMatchObject({ ok: true, asked: 12, counts: { Made: 2, 'To do': 10 }, free: 0 })
    expect(ask(workspace, 'getDocuments', {}).counts).toEqual({ Made: 12 })
    expect(workspace.drive.files).toHaveLength(14)
    for (const [id, last] of pupils) expect(links(workspace).get(id)).toContain(planOf(workspace, last).id)
  })

  test('rests and goes on', () => {
    const workspace = ready()
    ask(workspace, 'startDocuments', { whom: 'all' })
    expect(ask(workspace, 'pauseDocuments', { paused: true }).paused).toBe(true)
    expect(ask(workspace, 'makeDocuments', { workers: 2 }).counts).toEqual({ 'To do': 12 })
    ask(workspace, 'pauseDocuments', { paused: false })
    expect(ask(workspace, 'makeDocuments', { workers: 1 }).counts).toEqual({ Made: 12 })
  })

  test('is left where it is when nobody wants the rest', () => {
    const workspace = ready({ quotas: { documents: 7 } })
    ask(workspace, 'startDocuments', { whom: 'all', carryOn: true })
    ask(workspace, 'makeDocuments', { workers: 1 })
    expect(ask(workspace, 'cancelDocuments')).toMatchObject({
      counts: { Made: 5, 'Left out': 7 },
      free: 0,
      carriesOn: false,
    })
  })

  test('is carried on every hour where a person wishes it, until all is made', () => {
    const workspace = ready({ quotas: { documents: 7 } })
    expect(ask(workspace, 'startDocuments', { whom: 'all', carryOn: true }).carriesOn).toBe(true)
    const [trigger] = workspace.triggers
    workspace.fireTrigger(trigger!.id)
    expect(ask(workspace, 'getDocuments', {})).toMatchObject({ counts: { Made: 5, 'To do': 7 }, carriesOn: true })
    workspace.clock.advance(25 * 3_600_000)
    workspace.fireTrigger(trigger!.id)
    expect(ask(workspace, 'getDocuments', {})).toMatchObject({ counts: { Made: 12 }, carriesOn: false })
    expect(workspace.triggers).toEqual([])
  })

  test('without a student who has a plan is refused', () => {
    const workspace = ready()
    workspace.edits.setCell('Students', 'D2', '')
    expect(refusalOf(workspace, 'startDocuments', { whom: ['00101'] }).code).toBe('NO_PLANS')
    expect(refusalOf(workspace, 'startDocuments', { whom: ['4711'] }).code).toBe('STUDENT_UNKNOWN')
    expect(refusalOf(workspace, 'makeDocuments', { workers: 9 }).code).toBe('REQUEST_INVALID')
  })
})
