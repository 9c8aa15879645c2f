import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { parseCsv } from '../../../local/files/csv.ts'
import { readWorkbookFile } from '../../../local/files/workbook-file.ts'
import { writeXlsx, xlsxBytes } from '../../../local/files/xlsx/write-workbook.ts'
import { readZip, writeZip } from '../../../local/files/zip.ts'
import type { SheetModel, WorkbookModel } from '../../../local/workspace/model.ts'
import { convertWithLibreOffice } from '../libreoffice.ts'
import { scratchFolder } from '../scratch.ts'
import { formulas } from '../workspace/formulas/school.ts'

vi.setConfig({ testTimeout: 120_000 })

/** Mateo's row holds a formula of each kind; what they show is what the file has to show. */
function withFormulas(): WorkbookModel {
  const { workspace, type } = formulas()
  type('E2', '=C2*2')
  type('F2', '=DOUBLE(C2:C3)')
  type('G2', '=SUM(C2:C)')
  type('H2', '=ARRAYFORMULA(IF(B2:B3="Ana","say ""hi""",B2:B3))')
  type('I2', `=REPT("${'signed by "him" '.repeat(14).replaceAll('"', '""')}",2)&DOUBLE(1)`)
  type('J2', '=DOUBLE(NOW())')
  type('E5', '=RETURNS("object")')
  type('F5', '=NEXT_DAY(D2)')
  type('G5', `=LEN("${'x'.repeat(9000)}")+DOUBLE(1)`)
  workspace.recalculate()
  return workspace.workbook
}

/** The formulas of the first tab as a file has them. */
async function inFile(): Promise<SheetModel['formulas']> {
  const path = join(scratchFolder(), 'formulas.xlsx')
  await writeXlsx(withFormulas(), path)
  return (await readWorkbookFile(path)).sheets[0]!.formulas
}

test.each`
  cell    | formula
  ${'E2'} | ${'=C2*2'}
  ${'F2'} | ${'=IFERROR(__xludf.DUMMYFUNCTION("DOUBLE(C2:C3)"),14)'}
  ${'F3'} | ${'=IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),16)'}
  ${'G2'} | ${'=IFERROR(__xludf.DUMMYFUNCTION("SUM(C2:C)"),22)'}
  ${'H2'} | ${'=IFERROR(__xludf.DUMMYFUNCTION("ARRAYFORMULA(IF(B2:B3=""Ana"",""say """"hi"""""",B2:B3))"),"Mateo")'}
  ${'H3'} | ${'=IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),"say ""hi""")'}
  ${'J2'} | ${'=IFERROR(__xludf.DUMMYFUNCTION("DOUBLE(NOW())"),#VALUE!)'}
  ${'E5'} | ${'=IFERROR(__xludf.DUMMYFUNCTION("RETURNS(""object"")"),"Loading...")'}
  ${'F5'} | ${'=IFERROR(__xludf.DUMMYFUNCTION("NEXT_DAY(D2)"),46347)'}
  ${'G5'} | ${undefined}
`('$cell is written as $formula', async ({ cell, formula }) => {
  expect((await inFile())[Number(cell[1]) - 1]?.[cell.charCodeAt(0) - 65]).toBe(formula)
})

test('no text in a formula is longer than Excel takes', async () => {
  const texts = (await inFile())[1]![8]!.match(/"(?:[^"]|"")*"/g)!
  expect(texts.length).toBeGreaterThan(3)
  for (const text of texts) expect(text.slice(1, -1).replaceAll('""', '"').length).toBeLessThanOrEqual(255)
})

test('LibreOffice shows every result, also when it has to compute them', async () => {
  const folder = scratchFolder()
  const parts = readZip(xlsxBytes(withFormulas()))
  const name = 'xl/worksheets/sheet1.xml'
  const withoutResults = parts
    .get(name)!
    .toString()
    .replace(/<\/f><v>[^<]*<\/v>/g, '</f>')
  parts.set(name, Buffer.from(withoutResults))
  const path = join(folder, 'formulas.xlsx')
  writeFileSync(path, writeZip(parts))
  const rows = parseCsv(readFileSync(await convertWithLibreOffice(path, 'csv', folder)), 'formulas.csv')
  expect(rows.slice(1, 5).map((row) => row.slice(4).map((cell) => cell.slice(0, 12)))).toEqual([
    ['14', '14', '22', 'Mateo', 'signed by "h', '#VALUE!'],
    ['', '16', '', 'say "hi"', '', ''],
    ['', '', '', '', '', ''],
    ['Loading...', '11/21/2026', '9002', '', '', ''],
  ])
})
