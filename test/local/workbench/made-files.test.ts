import AdmZip from 'adm-zip'
import { describe, expect, test } from 'vitest'
import { documentBlocks } from '../../../local/workbench/document-preview.ts'
import { tokenHeader } from '../../../local/workbench/protocol.ts'
import { Refused } from '../../../local/workbench/refused.ts'
import { blob, docx, named, textOf, types } from '../workspace/school-drive.ts'
import { lincolnDesk, servedDesk } from './lincoln-desk.ts'

/** Makes a folder with Mateo's plan in it, as a Google Doc. */
const makePlan = `${types}
  const folder = Drive.Files.create({ name: 'Plan Keeper', mimeType: FOLDER })
  Drive.Files.create({ name: 'Plan of Mateo', mimeType: DOC, parents: [folder.id] }, ${blob('<w:r><w:t>Mateo, grade 7</w:t></w:r>')})
  return folder.id`

describe('what the script makes in Drive', () => {
  test('is listed with its folders, and previewed', () => {
    const { workbench } = lincolnDesk()
    expect(workbench.answers.getWorkbook(undefined).workbook.files).toEqual([])
    const { workbook } = workbench.answers.callScript({ name: 'run', args: [makePlan] })
    const [plan] = workbook.files
    expect(workbook.files).toEqual([
      {
        id: plan!.id,
        name: 'Plan of Mateo',
        folders: ['Plan Keeper'],
        changed: expect.stringMatching(/^2026-11-20 09:00$/),
        hasPreview: true,
      },
    ])
    expect(workbench.answers.previewFile({ id: plan!.id })).toEqual({
      blocks: [{ kind: 'paragraph', text: [{ text: 'Mateo, grade 7' }], isListed: false }],
    })
  })

  test('is downloaded as the Word document', async () => {
    const desk = await servedDesk()
    const { workbook } = await desk.ask('callScript', { name: 'run', args: [makePlan] })
    const body = JSON.stringify({ id: workbook.files[0]!.id })
    const answer = await desk.send('POST', '/api/downloadFile', { [tokenHeader]: desk.token }, body)
    expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''Plan%20of%20Mateo.docx")
    expect(textOf(answer.body)).toContain('Mateo, grade 7')
  })

  test('is not listed when it lies in the trash, and neither is what a person made', () => {
    const { workbench, workspace } = lincolnDesk()
    workbench.answers.callScript({ name: 'run', args: [makePlan] })
    workspace.edits.drive.makeDocument('Letter of thanks', docx('Thank you'))
    workspace.edits.drive.trash(named(workspace.drive, 'Plan Keeper').id)
    expect(workbench.answers.getWorkbook(undefined).workbook.files).toEqual([])
  })

  test('and is gone since is refused', () => {
    const { workbench } = lincolnDesk()
    const { outcome } = workbench.answers.callScript({ name: 'run', args: [makePlan] })
    const folder = outcome.ok ? String(outcome.result) : ''
    for (const id of ['gone', folder]) {
      expect(() => workbench.answers.downloadFile({ id })).toThrow(new Refused('This file is not there any more.'))
    }
  })
})

/** A Word document with this body. */
function documentOf(body: string): Buffer {
  const zip = new AdmZip()
  zip.addFile('word/document.xml', Buffer.from(`<w:document><w:body>${body}<w:sectPr/></w:body></w:document>`))
  return zip.toBuffer()
}

const run = (text: string, looks = '') => `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (content: string, looks = '') => `<w:p><w:pPr>${looks}</w:pPr>${content}</w:p>`

describe('the preview of a document', () => {
  test.each([
    ['Title', 1],
    ['Heading1', 2],
    ['Heading2', 3],
    ['heading 5', 3],
  ])('shows a paragraph of the style %s as a heading of level %i', (style, level) => {
    expect(documentBlocks(documentOf(paragraph(run('Plan'), `<w:pStyle w:val="${style}"/>`)))).toEqual([
      { kind: 'heading', text: [{ text: 'Plan' }], level },
    ])
  })

  test('keeps bold, italic, tabs, line breaks, links and insertions, and leaves out what was deleted', () => {
    const content = [
      run('Grade ', '<w:b/>'),
      run('7', '<w:b w:val="0"/><w:i/>'),
      '<w:r><w:tab/><w:t>Signed</w:t><w:br/></w:r>',
      `<w:hyperlink>${run('policy &amp; law')}</w:hyperlink>`,
      `<w:ins>${run(' new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>`,
      '<w:r><w:instrText>PAGE</w:instrText></w:r>',
    ].join('')
    expect(documentBlocks(documentOf(paragraph(content)))).toEqual([
      {
        kind: 'paragraph',
        isListed: false,
        text: [
          { text: 'Grade ', bold: true },
          { text: '7', italic: true },
          { text: '\tSigned\n' },
          { text: 'policy & law' },
          { text: ' new' },
        ],
      },
    ])
  })

  test('shows lists, tables and content controls in their order', () => {
    const listed = paragraph(run('First'), '<w:numPr/>')
    const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`
    const table = `<w:tbl><w:tr>${cell('Date')}${cell('Who came')}</w:tr><w:tr>${cell('10/16')}<w:tc/></w:tr></w:tbl>`
    const control = `<w:sdt><w:sdtContent>${paragraph(run('Last'))}</w:sdtContent></w:sdt>`
    const plain = (text: string) => ({ kind: 'paragraph', isListed: false, text: [{ text }] })
    expect(documentBlocks(documentOf(listed + table + control))).toEqual([
      { ...plain('First'), isListed: true },
      {
        kind: 'table',
        rows: [
          [[plain('Date')], [plain('Who came')]],
          [[plain('10/16')], []],
        ],
      },
      plain('Last'),
    ])
  })
})
