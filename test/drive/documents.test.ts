import { expect, test } from 'vitest'
import { docx, named, textOf } from '../local/workspace/school-drive.ts'
import { scriptOf } from '../script-of.ts'
import { ana, lincolnHigh, lupe, mateo, plan, tree } from './school.ts'

const dist = scriptOf('test/drive/drive-script.ts', 'PlanDrive')

const create = { method: 'Drive.Files.create', nth: 4 }
const rateLimit = 'API call to drive.files.create failed with error: User rate limit exceeded.'

test('a plan lies in the folder of its student, and its link is Google’s', () => {
  const { workspace, make } = lincolnHigh(dist())
  const [document] = make([mateo])
  expect(tree(workspace)).toEqual([
    'Plan Keeper',
    'Plan Keeper / Lincoln High',
    'Plan Keeper / Lincoln High / Ruiz, Mateo (00123)',
    'Plan Keeper / Lincoln High / Ruiz, Mateo (00123) / Ruiz, Mateo: PCCR 2026-27',
  ])
  expect(document).toMatchObject({ state: 'as written', content: mateo.content })
  expect(document!.link).toBe(`https://docs.google.com/document/d/${document!.id}/edit?usp=drivesdk`)
})

test('what is made already is not made again', () => {
  const { workspace, make } = lincolnHigh(dist())
  const first = make([mateo, ana])
  expect(make([mateo, ana])).toEqual(first)
  expect(workspace.drive.files).toHaveLength(2)
  expect(workspace.lastExecution!.calls.byMethod['Drive.Files.create']).toBeUndefined()
})

test('200 documents take one call each, and one for each folder that is not there yet', () => {
  const { workspace, make } = lincolnHigh(dist(), { drive: { latency: () => 400 } })
  const students = Array.from({ length: 200 }, (_, index) => plan(String(10_000 + index), `Student ${index}, A`))
  make(students)
  expect(workspace.lastExecution!.calls.driveCalls).toBe(200 + 200 + 2 + 4)
  for (const file of workspace.drive.files) workspace.drive.remove(file)
  make(students)
  expect(workspace.lastExecution!.calls.driveCalls).toBe(200 + 3)
})

test('nothing outside of a student’s folder names a student, and no property does', () => {
  const { workspace, make } = lincolnHigh(dist())
  make([mateo, ana])
  for (const entry of workspace.drive.entries) {
    const properties = [...entry.appProperties].flat().join(' ')
    expect(properties).not.toMatch(/Ruiz|Mateo|00123|Begay|Ana|00124|Lincoln/)
  }
  const above = workspace.drive.folders.filter((folder) => workspace.drive.pathOf(folder).length < 2)
  expect(above.map(({ name }) => name)).toEqual(['Plan Keeper', 'Lincoln High'])
})

test('folders that people rename and move are used all the same', () => {
  const { workspace, make } = lincolnHigh(dist())
  make([mateo])
  const { edits, drive } = workspace
  edits.drive.rename(named(drive, 'Plan Keeper').id, 'Plans of our school')
  edits.drive.rename(named(drive, 'Lincoln High').id, 'LHS')
  edits.drive.rename(named(drive, 'Ruiz, Mateo (00123)').id, 'Mateo R.')
  edits.drive.move(named(drive, 'Mateo R.').id, edits.drive.makeFolder('Grade 7'))
  for (const file of drive.files) drive.remove(file)
  make([mateo, ana])
  expect(tree(workspace).filter((place) => place.includes('PCCR'))).toEqual([
    'Grade 7 / Mateo R. / Ruiz, Mateo: PCCR 2026-27',
    'Plans of our school / LHS / Begay, Ana (00124) / Begay, Ana: PCCR 2026-27',
  ])
})

test('a tree that lies in a shared drive is found there', () => {
  const { workspace, make } = lincolnHigh(dist())
  make([mateo])
  workspace.edits.drive.move(
    named(workspace.drive, 'Plan Keeper').id,
    workspace.edits.drive.makeSharedDrive('District'),
  )
  expect(make([mateo, ana]).map(({ state }) => state)).toEqual(['as written', 'as written'])
  expect(tree(workspace)).toContain(
    'District / Plan Keeper / Lincoln High / Begay, Ana (00124) / Begay, Ana: PCCR 2026-27',
  )
  expect(workspace.drive.files).toHaveLength(2)
})

test('a folder in the trash is not written into: another one is made', () => {
  const { workspace, make } = lincolnHigh(dist())
  make([mateo])
  workspace.edits.drive.trash(named(workspace.drive, 'Lincoln High').id)
  make([ana])
  expect(tree(workspace).filter((place) => place.includes('Begay'))).toEqual([
    'Plan Keeper / Lincoln High / Begay, Ana (00124)',
    'Plan Keeper / Lincoln High / Begay, Ana (00124) / Begay, Ana: PCCR 2026-27',
  ])
})

test('a document in the trash is told and not made a second time', () => {
  const { workspace, make } = lincolnHigh(dist())
  const [document] = make([mateo])
  workspace.edits.drive.trash(document!.id)
  expect(make([mateo])).toEqual([{ ...document, state: 'in the trash' }])
  expect(workspace.drive.files).toHaveLength(1)
})

test('new content takes the place of the old one, which stays as a revision', () => {
  const { workspace, make } = lincolnHigh(dist())
  const [before] = make([mateo])
  workspace.clock.advance(60_000)
  const [after] = make([plan('00123', 'Ruiz, Mateo', 'second')])
  expect(after).toEqual({ ...before, content: 'content second' })
  const [file] = workspace.drive.files
  expect(file!.revisions.map(({ content }) => textOf(content))).toEqual(['first', 'second'])
  expect(workspace.lastExecution!.calls.byMethod).toMatchObject({ 'Drive.Files.get': 1, 'Drive.Files.update': 1 })
})

test('the day is known on which another plan took its place, whatever else is written later', () => {
  const { workspace, make, look } = lincolnHigh(dist(), { now: '2026-11-05T09:00:00-07:00' })
  const content = (text: string) => [{ ...mateo, content: text }]
  const { id } = make(content('goal1 signed-no'))[0]!
  const days = ['goal1 signed-yes', 'goal2 signed-yes', 'goal2 signed-again'].map((text) => {
    workspace.clock.advance(24 * 3_600_000)
    make(content(text))
    return look(id).changedAt
  })
  const changed = Date.parse('2026-11-07T09:00:00-07:00')
  expect(days.map((day) => day && day - (day % 60_000))).toEqual([undefined, changed, changed])
})

test('what is typed by hand is a change of its hour, and so is putting ours over it', () => {
  const { workspace, make, look } = lincolnHigh(dist())
  const { id } = make([mateo])[0]!
  workspace.clock.advance(60_000)
  workspace.edits.drive.editDocument(id)
  const typedAt = workspace.clock.now()
  workspace.clock.advance(60_000)
  expect(look(id).changedAt).toBe(typedAt)
  make([plan('00123', 'Ruiz, Mateo', 'second')], {}, true)
  expect(look(id)).toMatchObject({ state: 'as written', changedAt: expect.any(Number) })
  expect(look(id).changedAt).toBeGreaterThan(typedAt)
})

test('what somebody typed by hand is kept, said, and goes only when a person says so', () => {
  const { workspace, make, look } = lincolnHigh(dist())
  const { id } = make([mateo])[0]!
  workspace.clock.advance(60_000)
  workspace.edits.drive.editDocument(id, docx('with a goal of her own'), 'counselor@school.example')
  expect(look(id)).toMatchObject({ state: 'changed by hand', changedBy: 'counselor' })
  const second = plan('00123', 'Ruiz, Mateo', 'second')
  expect(make([second])).toEqual([
    {
      refused: 'CHANGED_BY_HAND',
      message: 'Somebody has changed this document by hand, so it was left as it is.',
    },
  ])
  expect(textOf(workspace.drive.content(id))).toBe('with a goal of her own')
  expect(make([second], {}, true)[0]).toMatchObject({ id, state: 'as written', content: 'content second' })
  expect(workspace.drive.find(id)!.revisions).toHaveLength(3)
})

test('a change that the same person makes by hand is one too', () => {
  const { workspace, make, look } = lincolnHigh(dist())
  const { id } = make([mateo])[0]!
  workspace.clock.advance(1000)
  workspace.edits.drive.editDocument(id, docx('mine'), workspace.user.email)
  expect(look(id).state).toBe('changed by hand')
})

test('a change between the list and the replacement is seen', () => {
  const { workspace, make } = lincolnHigh(dist())
  const { id } = make([mateo])[0]!
  const outcome = make([plan('00123', 'Ruiz, Mateo', 'second')], {
    faults: [
      { at: { method: 'Drive.Files.get', nth: 1 }, userEdit: (edits) => edits.drive.editDocument(id, docx('mine')) },
    ],
  })
  expect(outcome[0]!.refused).toBe('CHANGED_BY_HAND')
  expect(textOf(workspace.drive.content(id))).toBe('mine')
})

test('another name and another folder are no change of what a document says', () => {
  const { workspace, make, look } = lincolnHigh(dist())
  const { id } = make([mateo])[0]!
  workspace.clock.advance(60_000)
  workspace.edits.drive.rename(id, 'Mateo, signed')
  workspace.edits.drive.move(id, workspace.edits.drive.makeFolder('Signed'))
  expect(look(id).state).toBe('as written')
})

test('a document that another person made is not seen', () => {
  const { workspace, make } = lincolnHigh(dist())
  const { id } = make([mateo], { user: { email: 'principal@school.example' } })[0]!
  expect(() => workspace.execute('PlanDrive.look', [id])).toThrow('another person made it with their account')
})

test('Drive is asked again when it is busy, each time after a longer wait', () => {
  const { workspace, make } = lincolnHigh(dist())
  const faults = [1, 2, 3].map((nth) => ({ at: { method: 'Drive.Files.create', nth }, throwBefore: rateLimit }))
  const started = workspace.clock.now()
  expect(make([mateo], { faults })[0]!.state).toBe('as written')
  const sleeps = workspace.lastExecution!.calls.log.filter(({ method }) => method === 'Utilities.sleep')
  expect(sleeps.map(({ at }) => at - started)).toEqual([600, 1600, 3600])
})

test('after six tries it is left for later, and nothing was made', () => {
  const { workspace, make } = lincolnHigh(dist(), { drive: { writesPerSecond: 0 } })
  expect(() => make([mateo])).toThrow('Google Drive takes no more for the moment.')
  expect(workspace.lastExecution!.calls.byMethod['Drive.Files.create']).toBe(6)
  expect(workspace.drive.entries).toEqual([])
})

test('the end of the day’s documents is said at once', () => {
  const { workspace, make } = lincolnHigh(dist(), { quotas: { documents: 2 } })
  const outcomes = make([mateo, ana, lupe])
  expect(outcomes.map(({ refused }) => refused)).toEqual([undefined, undefined, 'DRIVE_DAY_USED_UP'])
  expect(workspace.drive.files).toHaveLength(2)
  expect(workspace.lastExecution!.calls.byMethod['Utilities.sleep']).toBeUndefined()
})

test('a document that was made although its call failed is found', () => {
  const { workspace, make } = lincolnHigh(dist())
  const [document] = make([mateo], { faults: [{ at: create, throwAfter: 'Empty response' }] })
  expect(document).toMatchObject({ state: 'as written', content: mateo.content })
  expect(workspace.drive.files).toHaveLength(1)
})

test('while the search lags behind, nobody claims to know, and nothing is made twice', () => {
  const { workspace, make, find } = lincolnHigh(dist(), { drive: { indexLag: 30_000 } })
  const [outcome] = make([mateo], { faults: [{ at: create, throwAfter: 'Empty response' }] })
  expect(outcome!.refused).toBe('DRIVE_UNSURE')
  expect(find(mateo)).toBeUndefined()
  workspace.clock.advance(30_000)
  expect(find(mateo)).toMatchObject({ content: mateo.content })
  make([mateo])
  expect(workspace.drive.files).toHaveLength(1)
})

test('a replacement that was made although its call failed counts', () => {
  const { workspace, make } = lincolnHigh(dist())
  make([mateo])
  const [after] = make([plan('00123', 'Ruiz, Mateo', 'second')], {
    faults: [{ at: { method: 'Drive.Files.update', nth: 1 }, throwAfter: 'Empty response' }],
  })
  expect(after).toMatchObject({ state: 'as written', content: 'content second' })
  expect(workspace.drive.files[0]!.revisions).toHaveLength(2)
})

test('whatever call fails, before or after it took effect, the next run leaves one document for each student', () => {
  const undisturbed = lincolnHigh(dist())
  undisturbed.make([mateo, ana, lupe])
  const calls = undisturbed.workspace.lastExecution!.calls.total
  const whole = tree(undisturbed.workspace)
  expect(calls).toBeGreaterThan(10)
  for (let at = 1; at <= calls; at++) {
    for (const fault of [
      { throwBefore: 'Empty response' },
      { throwAfter: 'Empty response' },
      { throwBefore: rateLimit },
      { stopBefore: true },
      { stopAfter: true },
    ] as const) {
      const { workspace, make } = lincolnHigh(dist())
      try {
        make([mateo, ana, lupe], { faults: [{ at, ...fault }] })
      } catch {
        // A run that was ended; the next one goes on.
      }
      expect(make([mateo, ana, lupe]).map(({ state }) => state)).toEqual(['as written', 'as written', 'as written'])
      expect(tree(workspace), `call ${at}, ${Object.keys(fault)}`).toEqual(whole)
    }
  }
})
