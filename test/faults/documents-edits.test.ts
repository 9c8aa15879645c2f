/**
 * While a run makes twelve plan documents, somebody edits the workbook or Drive at any call: nothing is doubled, nothing is lost,
 * and what became of each is said.
 */
import { describe, expect, test, vi } from 'vitest'
import type { Call } from '../../local/workspace/calls.ts'
import type { Workspace } from '../../local/workspace/workspace.ts'
import { links } from '../actions/lincoln-plans.ts'
import {
  againFor,
  asked,
  callsOf,
  disturbed,
  documents,
  expectMade,
  expectQuiet,
  expectWhole,
  finish,
  nameOf,
  numbersOf,
  rowsOf,
  sees,
  unlike,
} from './plan-documents.ts'

vi.setConfig({ testTimeout: 600_000 })

const toMake = asked()
const request = { workers: 1 }
const calls = callsOf(toMake, 'makeDocuments', request)

/**
 * @param isSeen whether a call sees the edit
 * @param edit gives false where there is nothing to edit yet
 */
function editAtEach(
  isSeen: (call: Call) => boolean,
  edit: (workspace: Workspace) => unknown,
  andThen: (workspace: Workspace, at: string, filesBefore: number) => void,
): void {
  let tried = 0
  const isNew = unlike()
  for (const at of numbersOf(calls, isSeen)) {
    const workspace = toMake.copy()
    let hasEdited = true
    let filesBefore = 0
    const userEdit = () => {
      filesBefore = workspace.drive.files.length
      hasEdited = edit(workspace) !== false
    }
    disturbed(workspace, 'makeDocuments', request, { at, userEdit })
    if (!hasEdited) continue
    tried++
    if (isNew(workspace)) andThen(workspace, `call ${at}, ${calls[at - 1]!.method}`, filesBefore)
  }
  expect(tried).toBeGreaterThan(5)
}

describe('nothing is doubled, nothing is lost and each is said, whatever call meets', () => {
  test.each`
    what                                   | edit
    ${'sorts the roster'}                  | ${({ edits }: Workspace) => edits.sortRows('Students', { column: 2, headingRows: 1 })}
    ${'puts a row into the roster'}        | ${({ edits }: Workspace) => edits.insertRows('Students', 6)}
    ${'sorts the tab Documents'}           | ${({ edits }: Workspace) => edits.sortRows('Documents', { column: 2, headingRows: 2 })}
    ${'puts a row into the tab Documents'} | ${({ edits }: Workspace) => edits.insertRows('Documents', 5)}
  `('somebody who $what', ({ edit }) => editAtEach(sees.rows, edit, expectMade))

  test.each`
    from           | to
    ${'Students'}  | ${'Roster'}
    ${'Documents'} | ${'Plans made'}
  `('somebody who renames the tab $from', ({ from, to }) =>
    editAtEach(
      sees.names,
      ({ edits }) => edits.renameTab(from, to),
      (workspace, at) => {
        finish(workspace)
        workspace.edits.renameTab(to, from)
        expectWhole(workspace, at)
        expectQuiet(workspace, at)
      },
    ),
  )

  test('somebody who deletes a student from the roster: what is made stays, and else the row says why there is none', () =>
    editAtEach(
      sees.rows,
      ({ edits }) => edits.deleteRows('Students', 3),
      (workspace, at) => {
        finish(workspace)
        const begay = rowsOf(workspace).find(({ studentId }) => studentId === '00102')
        const made = documents(workspace).get('Begay, Ana') ?? []
        if (made.length > 0)
          expect([begay?.state, made.length, begay?.link.includes(made[0]!.id)], at).toEqual(['Made', 1, true])
        else
          expect(begay, at).toMatchObject({ state: 'Not made', note: expect.stringContaining('Nobody on the roster') })
        workspace.edits.insertRows('Students', 3)
        workspace.edits.setCells('Students', 'A3', [['00102', 'Begay', 'Ana', 8, 'Lincoln High', 'R. Young']])
        againFor(workspace)
        expectWhole(workspace, at)
      },
    ))

  test('somebody who deletes a row of the tab Documents: it is there again with its document, or asked for again', () =>
    editAtEach(
      sees.rows,
      ({ edits }) => edits.deleteRows('Documents', 4),
      (workspace, at) => {
        finish(workspace)
        const ids = rowsOf(workspace).map(({ studentId }) => studentId)
        expect(new Set(ids).size, at).toBe(ids.length)
        const listed = new Set(ids.map((id) => nameOf.get(id)))
        expect(
          [...documents(workspace)].every(
            ([name, files]) => files.length === 1 && (listed.has(name) || name === 'Begay, Ana'),
          ),
          at,
        ).toBe(true)
        againFor(workspace)
        expectWhole(workspace, at)
        expectQuiet(workspace, at)
      },
    ))

  test('somebody who deletes the tab Documents: asked again, every document is found', () =>
    editAtEach(
      sees.rows,
      ({ edits }) => edits.deleteTab('Documents'),
      (workspace, at) => {
        againFor(workspace)
        expectWhole(workspace, at)
      },
    ))

  test('somebody who renames the folder of the school', () => {
    editAtEach(
      sees.drive,
      (workspace) => onFolder(workspace, 'Lincoln High', (id) => workspace.edits.drive.rename(id, 'LHS')),
      (workspace, at) => {
        finish(workspace)
        expectWhole(workspace, at, ['Plan Keeper', 'LHS'])
        expectQuiet(workspace, at)
      },
    )
  })

  test('somebody who moves the folder of the school', () =>
    editAtEach(
      sees.drive,
      (workspace) =>
        onFolder(workspace, 'Lincoln High', (id) =>
          workspace.edits.drive.move(id, workspace.edits.drive.makeFolder('Counseling')),
        ),
      (workspace, at) => {
        finish(workspace)
        againFor(workspace)
        const { drive } = workspace
        const counseling = drive.folders.find(({ name }) => name === 'Counseling')!
        workspace.edits.drive.move(drive.folders.find(({ name }) => name === 'Lincoln High')!.id, drive.folders[0]!.id)
        workspace.edits.drive.deleteForever(counseling.id)
        expectWhole(workspace, at)
        expectQuiet(workspace, at)
      },
    ))

  test.each`
    what                          | edit
    ${'a document'}               | ${(w: Workspace) => onDocument(w, (id) => w.edits.drive.trash(id))}
    ${'the folder of a student'}  | ${(w: Workspace) => onFolder(w, 'Ruiz, Mateo (00101)', (id) => w.edits.drive.trash(id))}
    ${'the folder of the school'} | ${(w: Workspace) => onFolder(w, 'Lincoln High', (id) => w.edits.drive.trash(id))}
  `('somebody who throws away $what: no second document is made, and each that lies in the trash says so', ({ edit }) =>
    editAtEach(sees.drive, edit, (workspace, at, filesBefore) => {
      finish(workspace)
      const madeSince = workspace.drive.files.slice(filesBefore)
      for (const { name, state } of rowsOf(workspace)) {
        const [file] = documents(workspace).get(name)!
        if (madeSince.includes(file!))
          expect(state === 'In the trash', `${name}, ${at}`).toBe(workspace.drive.isTrashed(file!))
      }
      expectSaid(workspace, at)
      for (const { id, trashed } of workspace.drive.entries) if (trashed) workspace.edits.drive.restore(id)
      againFor(workspace)
      expectEach(workspace, at)
    }),
  )

  test('somebody who types into a document: it stays as they left it, and it is said when documents are asked for again', () =>
    editAtEach(
      sees.drive,
      (workspace) => {
        workspace.clock.advance(1000)
        return onDocument(workspace, (id) => workspace.edits.drive.editDocument(id))
      },
      (workspace, at) => {
        finish(workspace)
        againFor(workspace)
        expectWhole(workspace, at)
        const [ruiz] = documents(workspace).get('Ruiz, Mateo')!
        expect(ruiz!.revisions.at(-1)!.modifiedBy, at).toBe('counselor@school.example')
        expect(rowsOf(workspace)[0]!.note, at).toContain('Somebody has changed it by hand')
      },
    ))
})

/** Mateo Ruiz has no document yet: false. */
function onDocument(workspace: Workspace, edit: (id: string) => void): unknown {
  const [ruiz] = documents(workspace).get('Ruiz, Mateo') ?? []
  return ruiz === undefined ? false : edit(ruiz.id)
}

function onFolder({ drive }: Workspace, name: string, edit: (id: string) => void): unknown {
  const folder = drive.folders.find((one) => one.name === name)
  return folder === undefined ? false : edit(folder.id)
}

/** Whoever has a document has one, and its row says where it is: in the trash, or made with its link on the roster. */
function expectSaid(workspace: Workspace, at: string): void {
  const found = documents(workspace)
  againFor(workspace)
  expect(
    [...documents(workspace).values()].every(({ length }) => length === 1),
    at,
  ).toBe(true)
  for (const { name, state, note, link } of rowsOf(workspace)) {
    const [file] = found.get(name) ?? documents(workspace).get(name)!
    expect(link, `${name}, ${at}`).toContain(file!.id)
    const isTrashed = workspace.drive.isTrashed(file!)
    expect([state === 'In the trash', note.includes('trash')], `${name} ${state}, ${at}`).toEqual([
      isTrashed,
      isTrashed,
    ])
  }
}

/** One document for each student, whichever folder it lies in. */
function expectEach(workspace: Workspace, at: string): void {
  const found = documents(workspace)
  const onRoster = links(workspace)
  for (const [id, name] of nameOf) {
    expect(found.get(name)?.length, `${name}, ${at}`).toBe(1)
    expect(onRoster.get(id), `${name}, ${at}`).toContain(found.get(name)![0]!.id)
  }
}
