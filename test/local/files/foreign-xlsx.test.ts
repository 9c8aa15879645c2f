import { join } from 'node:path'
import ExcelJS from '@protobi/exceljs'
import { expect, test, vi } from 'vitest'
import { readWorkbookFile } from '../../../local/files/workbook-file.ts'
import { readXlsx } from '../../../local/files/xlsx/read-workbook.ts'
import { writeXlsx, xlsxBytes } from '../../../local/files/xlsx/write-workbook.ts'
import { readZip, writeZip } from '../../../local/files/zip.ts'
import type { SheetModel, WorkbookModel } from '../../../local/workspace/model.ts'
import { convertWithLibreOffice } from '../libreoffice.ts'
import { scratchFolder } from '../scratch.ts'
import { shared } from '../shared-material.ts'
import { modelled } from './modelled.ts'

vi.setConfig({ testTimeout: 120_000 })

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** An .xlsx file from its parts, as another program might write them. */
function xlsx(parts: Record<string, string>): Buffer {
  const whole = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/xl/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>',
    '_rels/.rels': relations(['officeDocument', '/xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Students" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(['worksheet', '/xl/worksheets/sheet1.xml']),
    ...parts,
  }
  return writeZip(new Map(Object.entries(whole).map(([name, text]) => [name, Buffer.from(text)])))
}

function relations(...entries: [kind: string, target: string, mode?: string][]): string {
  const list = entries.map(
    ([kind, target, mode], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${kind}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
}

function sheetXml(content: string): string {
  return `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${content}</worksheet>`
}

function onlySheet(bytes: Uint8Array): SheetModel {
  return readXlsx(bytes, 'Foreign', 'Foreign.xlsx').sheets[0] as SheetModel
}

function partsOf(model: WorkbookModel): Record<string, string> {
  return Object.fromEntries(
    [...readZip(xlsxBytes(model))].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
  )
}

test('a writer that prefixes every element, leaves cells unnamed and puts texts into the cells', () => {
  const sheet = onlySheet(
    xlsx({
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>00123</x:t></x:is></x:c><x:c t="str"><x:v>Mateo &amp; Ana</x:v></x:c><x:c t="d"><x:v>2026-10-08</x:v></x:c><x:c><x:v>7</x:v></x:c></x:row><x:row r="4"><x:c r="C4" t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    }),
  )
  expect(sheet.values[0]).toEqual(['00123', 'Mateo & Ana', 46303, 7])
  expect(sheet.values[3]).toEqual([undefined, undefined, true, { error: '#N/A' }])
})

test('notes of a writer that names their part by an absolute path and gives plain text', () => {
  const sheet = onlySheet(
    xlsx({
      'xl/worksheets/sheet1.xml': sheetXml('<sheetData/>'),
      'xl/worksheets/_rels/sheet1.xml.rels': relations(['comments', '/xl/comments/comment1.xml']),
      'xl/comments/comment1.xml': `<comments xmlns="${MAIN}"><authors><author>R. Smith</author></authors><commentList><comment ref="B2" authorId="0"><text><t>Ask the mother</t></text></comment></commentList></comments>`,
    }),
  )
  expect(sheet.notes[1]?.[1]).toBe('Ask the mother')
})

test('shared formulas are filled from the cell that has their text', () => {
  const sheet = onlySheet(
    xlsx({
      'xl/worksheets/sheet1.xml': sheetXml(
        `<sheetData><row r="2"><c r="C2"><f t="shared" ref="C2:D4" si="0">IF($A2&lt;&gt;"A1",B2+$B$1*LOG10(B2),'A1 of'!B2+SUM(B:B)+SUM(2:2))</f><v>1</v></c><c r="D2"><f t="shared" si="0"/><v>2</v></c></row><row r="4"><c r="C4"><f t="shared" si="0"/><v>3</v></c></row></sheetData>`,
      ),
    }),
  )
  expect(sheet.formulas[1]).toEqual([
    undefined,
    undefined,
    `=IF($A2<>"A1",B2+$B$1*LOG10(B2),'A1 of'!B2+SUM(B:B)+SUM(2:2))`,
    `=IF($A2<>"A1",C2+$B$1*LOG10(C2),'A1 of'!C2+SUM(C:C)+SUM(2:2))`,
  ])
  expect(sheet.formulas[3]?.[2]).toBe(`=IF($A4<>"A1",B4+$B$1*LOG10(B4),'A1 of'!B4+SUM(B:B)+SUM(4:4))`)
  expect(sheet.values[3]?.[2]).toBe(3)
})

test('a workbook that counts its days from 1904 shows the same days', () => {
  const sheet = onlySheet(
    xlsx({
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="1"/><sheets><sheet name="Students" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
      'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
      'xl/worksheets/sheet1.xml': sheetXml(
        '<sheetData><row r="1"><c r="A1" s="1"><v>44841</v></c><c r="B1"><v>44841</v></c></row></sheetData>',
      ),
    }),
  )
  expect(sheet.values[0]).toEqual([46303, 44841])
})

const chart = '<c:chart xmlns:c="urn:chart">school chart</c:chart>'
const full = {
  'xl/_rels/workbook.xml.rels': relations(
    ['worksheet', 'worksheets/sheet1.xml'],
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ),
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="0" xWindow="5"/></bookViews><sheets><sheet name="Students" sheetId="7" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">Students!$1:$1</definedName><definedName name="Rate">0.5</definedName><definedName name="Whole">Students!$A:$B</definedName></definedNames></workbook>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts><font><sz val="11"/><color theme="1"/><name val="Calibri"/></font><font><b/><sz val="11"/><color theme="4" tint="-0.25"/><name val="Calibri"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><gradientFill degree="90"><stop position="0"><color rgb="FF00FF00"/></stop><stop position="1"><color rgb="FFFFFFFF"/></stop></gradientFill></fill></fills><borders><border/><border><left style="thick"><color auto="1"/></left></border></borders><cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="1" fillId="1" borderId="1"><alignment horizontal="fill" textRotation="45" indent="2"/><protection locked="0"/></xf></cellXfs><dxfs><dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs></styleSheet>`,
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><r><t>Mateo </t></r><r><rPr><b/></rPr><t>García</t></r></si><si><t>漢字</t><rPh sb="0" eb="1"><t>カン</t></rPh></si></sst>`,
  'xl/worksheets/_rels/sheet1.xml.rels': relations(
    ['drawing', '../drawings/drawing1.xml'],
    ['hyperlink', 'https://school.example/a?b=1&amp;c=2', 'External'],
  ),
  'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="urn:drawing"/>',
  'xl/drawings/_rels/drawing1.xml.rels': relations(['chart', '../charts/chart1.xml'], ['image', '../media/logo.png']),
  'xl/charts/chart1.xml': chart,
  'xl/media/logo.png': 'picture',
  'xl/worksheets/sheet1.xml': sheetXml(
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><cols><col min="3" max="16384" width="3" style="1" hidden="1" customWidth="1"/></cols>` +
      `<sheetData><row r="1" outlineLevel="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><f t="array" ref="A2:A3">_xlfn._xlws.SORT(B1:B2)</f><v>4</v></c></row><row r="3"><c r="A3"><v>5</v></c></row></sheetData>` +
      `<sheetProtection sheet="1" algorithmName="SHA-512" hashValue="abc" saltValue="def" spinCount="100000"/><autoFilter ref="A1:B3"><filterColumn colId="0"><filters><filter val="4"/></filters></filterColumn></autoFilter>` +
      `<conditionalFormatting sqref="A1:A1048576"><cfRule type="colorScale" priority="2"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FF00FF00"/></colorScale></cfRule><cfRule type="duplicateValues" dxfId="0" priority="1" stopIfTrue="1"/></conditionalFormatting>` +
      `<dataValidations count="1"><dataValidation type="textLength" operator="lessThan" showErrorMessage="1" errorTitle="Too long" error="Nine at most" sqref="A2:A1048576"><formula1>10</formula1></dataValidation></dataValidations>` +
      `<hyperlinks><hyperlink ref="B1" r:id="rId2" tooltip="Its page"/><hyperlink ref="A2" location="Students!B1"/></hyperlinks>` +
      `<pageMargins left="0.1" right="0.1" top="0.1" bottom="0.1" header="0.1" footer="0.1"/><pageSetup orientation="landscape"/><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter><drawing r:id="rId1"/>` +
      `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="urn:x14"><x14:dataValidations count="1" xmlns:xm="urn:xm"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B2:B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
  ),
}

test('what the model knows of a full sheet', () => {
  const model = readXlsx(xlsx(full), 'Foreign', 'Foreign.xlsx')
  const sheet = model.sheets[0] as SheetModel
  expect(sheet.values).toEqual([['Mateo García', '漢字'], [4], [5]])
  expect(sheet.formulas[1]).toEqual(['=SORT(B1:B2)'])
  expect(modelled(model).sheets[0]?.styles[0]?.[0]).toEqual({ bold: true, fontColor: '#2f5597' })
  expect(sheet.validations[1]?.[0]).toMatchObject({
    criteria: 'CUSTOM_FORMULA',
    values: ['=LEN(A2)<10'],
    allowInvalid: false,
  })
  expect(sheet.validations[1]?.[1]).toMatchObject({ criteria: 'VALUE_IN_RANGE', values: ['=Lists!$A$1:$A$3'] })
  expect(sheet.conditionalFormats.map(({ criteria, style }) => [criteria, style])).toEqual([
    ['OTHER', { background: '#ffc7ce' }],
    ['OTHER', {}],
  ])
  expect(sheet.protections).toEqual([{ description: '', warningOnly: false }])
  expect(model.namedRanges).toEqual([
    { name: 'Whole', sheetId: 7, area: { row: 0, column: 0, rows: 1000, columns: 2 } },
  ])
  expect([...sheet.hiddenColumns].length).toBe(24)
})

test('what the model does not know is in the written file as it was', () => {
  const model = readXlsx(xlsx(full), 'Foreign', 'Foreign.xlsx')
  const sheet = model.sheets[0] as SheetModel
  sheet.values[4] = ['added by the script']
  const parts = partsOf(model)
  const written = parts['xl/worksheets/sheet1.xml'] as string
  for (const kept of [
    '<sheetView showGridLines="0"',
    '<col min="3" max="16384" width="3" style="1" hidden="1" customWidth="1"/>',
    ' outlineLevel="1"',
    '<f t="array" ref="A2:A3">_xlfn._xlws.SORT(B1:B2)</f><v>4</v>',
    'hashValue="abc"',
    '<filterColumn colId="0"><filters><filter val="4"/></filters></filterColumn>',
    'sqref="A1:A1048576"',
    '<colorScale><cfvo type="min"/>',
    '<cfRule type="duplicateValues" dxfId="0" priority="1" stopIfTrue="1"/>',
    'errorTitle="Too long"',
    'sqref="A2:A1048576"',
    '<formula1>Lists!$A$1:$A$3</formula1>',
    'tooltip="Its page"',
    'location="Students!B1"',
    '<pageSetup orientation="landscape"/>',
    '<oddFooter>&amp;P</oddFooter>',
    '<drawing r:id="rId1"/>',
  ]) {
    expect(written).toContain(kept)
  }
  expect(parts['xl/charts/chart1.xml']).toBe(chart)
  expect(parts['xl/media/logo.png']).toBe('picture')
  expect(parts['[Content_Types].xml']).toContain('PartName="/xl/charts/chart1.xml"')
  expect(parts['xl/worksheets/_rels/sheet1.xml.rels']).toContain(
    'Target="https://school.example/a?b=1&amp;c=2" TargetMode="External"',
  )
  expect(parts['xl/sharedStrings.xml']).toContain('<r><rPr><b/></rPr><t>García</t></r>')
  expect(parts['xl/styles.xml']).toContain('gradientFill')
  expect(parts['xl/styles.xml']).toContain('textRotation="45"')
  expect(parts['xl/workbook.xml']).toContain(
    '<definedName name="_xlnm.Print_Titles" localSheetId="0">Students!$1:$1</definedName>',
  )
  expect(parts['xl/workbook.xml']).toContain('<definedName name="Rate">0.5</definedName>')
  expect(parts['xl/workbook.xml']).toContain('<definedName name="Whole">Students!$A:$B</definedName>')
  expect(parts['xl/workbook.xml']).toContain('sheetId="7"')
})

test('the copy of a workbook with macros is one without, as its name says', () => {
  const content = '[Content_Types].xml'
  const vba = '/xl/vbaProject.bin'
  const parts = readZip(xlsx(full))
  const changed = (name: string, from: string, to: string) => {
    const text = Buffer.from(parts.get(name) as Uint8Array).toString()
    expect(text).toContain(from)
    parts.set(name, Buffer.from(text.replace(from, to)))
  }
  parts.set('xl/vbaProject.bin', Buffer.from('macros'))
  changed(
    content,
    '</Types>',
    `<Override PartName="${vba}" ContentType="application/vnd.ms-office.vbaProject"/></Types>`,
  )
  changed(
    'xl/_rels/workbook.xml.rels',
    '</Relationships>',
    `<Relationship Id="macros" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="${vba}"/></Relationships>`,
  )
  const written = partsOf(readXlsx(writeZip(parts), 'Macros', 'Macros.xlsm'))
  expect(Object.keys(written)).not.toContain('xl/vbaProject.bin')
  expect(JSON.stringify([written[content], written['xl/_rels/workbook.xml.rels']])).not.toContain('vbaProject')
  expect(written[content]).toContain('spreadsheetml.sheet.main+xml')
})

test('a text that the script changes loses the formats inside it, a link stays with its cell', () => {
  const model = readXlsx(xlsx(full), 'Foreign', 'Foreign.xlsx')
  const sheet = model.sheets[0] as SheetModel
  sheet.values[0]![0] = 'Mateo'
  for (const grid of [sheet.values, sheet.styles] as unknown[][]) grid.unshift([])
  const parts = partsOf(model)
  expect(parts['xl/sharedStrings.xml']).not.toContain('García')
  expect(parts['xl/worksheets/sheet1.xml']).toContain('<hyperlink ref="B2"')
})

/** Every cell as the other library sees it, by sheet and name. */
async function cellsOf(path: string): Promise<Map<string, unknown>> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const cells = new Map<string, unknown>()
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        cells.set(`${sheet.name}!${cell.address}`, [
          cell.value,
          cell.numFmt,
          cell.font,
          cell.fill,
          cell.border,
          cell.alignment,
          cell.note,
        ])
      })
    })
  }
  return cells
}

test.each([
  'csv-edge-csvkit/dummy.xlsx',
  'csv-edge-csvkit/sheets.xlsx',
  'csv-edge-csvkit/test.xlsx',
  'csv-edge-csvkit/test_skip_lines.xlsx',
  'csv-edge-csvlint/spreadsheet.xlsx',
  'poi-mail-merge/Lines.xlsx',
  'docxtemplater-examples/simple.xlsx',
])('%s, read and written, has the same cells to another library', async (name) => {
  const path = join(scratchFolder(), 'Written.xlsx')
  const model = await readWorkbookFile(shared(`data/${name}`))
  await writeXlsx(model, path)
  expect(await cellsOf(path)).toEqual(await cellsOf(shared(`data/${name}`)))
  expect(modelled({ ...(await readWorkbookFile(path)), name: model.name })).toEqual(modelled(model))
})

test('a workbook that LibreOffice made, read and written, has the same cells to another library', async () => {
  const folder = scratchFolder()
  const made = await convertWithLibreOffice(shared('cases/2026-11-22/Conferences.csv'), 'xlsx', folder)
  const path = join(folder, 'Written.xlsx')
  await writeXlsx(await readWorkbookFile(made), path)
  const before = await cellsOf(made)
  expect(before.size).toBeGreaterThan(500)
  expect(await cellsOf(path)).toEqual(before)
})
