import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWorkbookFile } from '../../../../local/files/workbook-file.ts'
import { writeXlsx } from '../../../../local/files/xlsx/write-workbook.ts'
import { isGoogleName } from '../../../../local/workspace/formulas/functions/names.ts'
import { sheetFunctions } from '../../../../local/workspace/formulas/functions/table.ts'
import type { SheetModel } from '../../../../local/workspace/model.ts'
import { convertWithLibreOffice } from '../../libreoffice.ts'
import { scratchFolder } from '../../scratch.ts'
import { formulas, school } from './school.ts'

/** The grid that a formula in F2 of Students shows, as many rows and columns as it has. */
function spilled(formula: string): unknown[][] {
  const { type, at, students } = formulas()
  type('F2', formula)
  at('F2')
  const { spill } = students.spilled![1]![5]!
  return students.values.slice(1, 1 + spill.rows).map((row) => Array.from(row).slice(5, 5 + spill.columns))
}

type Case = readonly [formula: string, result: unknown]

/** What every spreadsheet program answers. */
const everywhere: readonly Case[] = [
  ['=SUM(A1:B4)', 0],
  ['=AVERAGE(C2:C4)', 22 / 3],
  ['=AVERAGE(B2:B4)', '#DIV/0!'],
  ['=MIN(C2:C4)&MAX(C2:C4)', '78'],
  ['=MAX(B2:B4)', 0],
  ['=COUNT(A1:D4)&COUNTA(B1:B4)&COUNTBLANK(B1:B4)', '531'],
  ['=ROUND(1.005,2)', 1.01],
  ['=ROUND(-2.5)', -3],
  ['=ROUNDUP(2.1)&ROUNDDOWN(-2.9)', '3-2'],
  ['=ROUND(1234,-2)', 1200],
  ['=INT(-2.1)&ABS(-3)', '-33'],
  ['=MOD(-1,3)', 2],
  ['=MOD(1,0)', '#DIV/0!'],
  ['=TEXT(D2,"mmm d, yyyy")', 'Nov 20, 2026'],
  ['=TEXT("2026-11-20","m/d/yy")', '11/20/26'],
  ['=TEXT(0.256,"0.0%")&TEXT("Ana","0")', '25.6%Ana'],
  ['=LEFT("Mateo")&LEFT("Mateo",2)&RIGHT("Mateo",2)', 'MMaeo'],
  ['=LEFT("Mateo",E2)', ''],
  ['=LEFT("Mateo",-1)', '#VALUE!'],
  ['=MID("Mateo",2,3)&LEN("Mateo")', 'ate5'],
  ['=TRIM("  Ana   Ruiz ")', 'Ana Ruiz'],
  ['=UPPER("ana")&LOWER("ANA")', 'ANAana'],
  ['=PROPER("ana o\'neil-ruiz")', "Ana O'Neil-Ruiz"],
  ['=REPT("ab",2)', 'abab'],
  ['=EXACT("Ana","ana")', false],
  ['=FIND("n","Ana")&SEARCH("A","ana",2)', '23'],
  ['=FIND("A","ana")', '#VALUE!'],
  ['=SUBSTITUTE("7-8-9","-","$&")', '7$&8$&9'],
  ['=VALUE("1,234.5")', 1234.5],
  ['=TEXTJOIN(", ",TRUE,B2:B4,"Lupe")', 'Mateo, Ana, Lupe'],
  ['=AND(B2:B4)', '#VALUE!'],
  ['=COUNTIF(C2:C4,7)&COUNTIF(C2:C4,">7")', '21'],
  ['=COUNTIF(B2:B4,"ma*")&COUNTIF(B2:B4,"?na")', '11'],
  ['=COUNTIF(B2:B4,"")&COUNTIF(B2:B4,"<>")&COUNTIF(B2:B4,"<>ana")', '122'],
  ['=COUNTIF({"a*b";"axb"},"a~*b")', 1],
  ['=COUNTIF(D2:D4,D2)', 1],
  ['=COUNTIF(D2:D4,">=2026-11-21")', 1],
  ['=COUNTIFS(C2:C4,7,B2:B4,"<>")', 1],
  ['=COUNTIFS(C2:C4,7,B2:B3,"<>")', '#VALUE!'],
  ['=SUMIF(C2:C4,7)&SUMIF(B2:B4,"Ana",C2:C4)', '148'],
  ['=SUMIFS(C2:C4,B2:B4,"Ana")', 8],
  ['=AVERAGEIF(B2:B4,"<>",C2:C4)', 7.5],
  ['=AVERAGEIFS(C2:C4,C2:C4,9)', '#DIV/0!'],
  ['=VLOOKUP("00124",A2:C4,3,FALSE)', 8],
  ['=VLOOKUP("0012?",A2:C4,2,)', 'Mateo'],
  ['=VLOOKUP("00999",A2:C4,2,FALSE)', '#N/A'],
  ['=VLOOKUP(7.5,{1,"one";7,"seven";9,"nine"},2)', 'seven'],
  ['=VLOOKUP(0,{1,"one"},2,TRUE)', '#N/A'],
  ['=MATCH("ana",B1:B4,0)&MATCH(5,{1,4,9})', '32'],
  ['=INDEX(A1:C4,2,3)', 7],
  ['=SUM(INDEX(A1:C4,0,3))', 22],
  ['=HYPERLINK("#gid=0&range=A"&2,"Mateo")', 'Mateo'],
]

/** Where Google Sheets answers otherwise than LibreOffice, or has a function or a way of writing that LibreOffice has not. */
const inGoogleOnly: readonly Case[] = [
  ['=SUM(C2:C4,"3",TRUE)', 26],
  ['=CONCATENATE("a",1,B2:B3)', 'a1MateoAna'],
  ['=JOIN(", ",B2:B4)', 'Mateo, Ana, '],
  ['=AND(C2=7,C3=8)&OR(C2=8,FALSE)&NOT(C2=7)', 'TRUEFALSEFALSE'],
  ['=ISNUMBER(D2)&ISTEXT(A2)&ISERROR(1/0)&ISNA(NA())', 'TRUETRUETRUETRUE'],
  ['=ISERROR(#REF!)&ISNA(1/0)', 'TRUEFALSE'],
  ['=VLOOKUP("00124",A2:C4,4,FALSE)', '#REF!'],
  ['=XLOOKUP("Ana",B2:B4,A2:A4)', '00124'],
  ['=XLOOKUP("Lupe",B2:B4,A2:A4,"nobody")', 'nobody'],
  ['=INDEX(A1:C4,9,1)', '#NUM!'],
  ['=ROWS(A2:A)&COLUMNS(A:C)', '113'],
]

test.each([...everywhere, ...inGoogleOnly])('%s is %s', (formula, result) => {
  const { type, at } = formulas()
  type('F2', formula)
  expect(at('F2')).toBe(result)
})

test('LibreOffice computes the same from the same cells', async () => {
  const workbook = school()
  const [students] = workbook.sheets as [SheetModel]
  students.columnCount = 10 + everywhere.length
  students.formulas[1] = [...new Array<undefined>(10), ...everywhere.map(([formula]) => formula)]
  const path = join(scratchFolder(), 'formulas.xlsx')
  await writeXlsx(workbook, path)
  const computed = (await readWorkbookFile(await convertWithLibreOffice(path, 'xlsx', scratchFolder()))).sheets[0]!
  const answers = everywhere.map(([formula], index) => {
    const value = computed.values[1]![10 + index] ?? ''
    return [formula, typeof value === 'object' ? value.error : value]
  })
  expect(answers).toEqual(
    everywhere.map(([formula, result]) => [formula, isNumber(result) ? inDigits(result) : result]),
  )
})

const isNumber = (value: unknown): value is number => typeof value === 'number'

/** LibreOffice writes fifteen digits of a number. */
const inDigits = (number: number) => Number(number.toPrecision(15))

test.each`
  formula                              | rows
  ${'=FILTER(A2:B4,C2:C4=7)'}          | ${[['00123', 'Mateo'], ['00125', undefined]]}
  ${'=FILTER(A1:C2,A1:C1<>"Name")'}    | ${[['ID', 'Grade'], ['00123', 7]]}
  ${'=UNIQUE(C2:C4)'}                  | ${[[7], [8]]}
  ${'=SORT(A2:C4,3,TRUE,1,FALSE)'}     | ${[['00125', undefined, 7], ['00123', 'Mateo', 7], ['00124', 'Ana', 8]]}
  ${'=SORT(B2:B4)'}                    | ${[['Ana'], ['Mateo'], [undefined]]}
  ${'=SORT(FILTER(A2:A4,C2:C4=7))'}    | ${[['00123'], ['00125']]}
  ${'=TRANSPOSE(A2:B4)'}               | ${[['00123', '00124', '00125'], ['Mateo', 'Ana', undefined]]}
  ${'=SEQUENCE(2,2,5,10)'}             | ${[[5, 15], [25, 35]]}
  ${'=INDEX(A1:C4,3)'}                 | ${[['00124', 'Ana', 8]]}
  ${'={A2:A3,C2:C3;"all",TODAY()-D2}'} | ${[['00123', 7], ['00124', 8], ['all', 0]]}
`('$formula spills', ({ formula, rows }) => {
  expect(spilled(formula)).toEqual(rows)
})

test('FILTER without a match is #N/A, as Google says', () => {
  const { type, at, sentence } = formulas()
  type('F2', '=FILTER(A2:B4,C2:C4=12)')
  expect([at('F2'), sentence('F2')]).toEqual(['#N/A', 'No matches are found in FILTER evaluation.'])
})

test.each([
  '=COUNTIF(A2:A4,"00123")',
  '=COUNTIF(C2:C4,E2)',
  '=VLOOKUP(7,{9,"nine";1,"one"},2)',
  '=MATCH(1,C2:C4,-1)',
  '=SUBSTITUTE("a-b","-","+",1)',
  '=FILTER(A2:B4,A2:A4)',
  '=SUMIF(A2:A4,"x",C2:C3)',
])('%s stays without a result rather than have a doubtful one', (formula) => {
  const { type, at, reason } = formulas()
  type('F2', formula)
  expect(at('F2')).toBe(undefined)
  expect(reason('F2')).toMatch(/^not emulated: /)
})

test('every function that is emulated is one of Google’s', () => {
  for (const name of sheetFunctions.keys()) expect(isGoogleName(name), name).toBe(true)
})

test('the functions that docs/workspace.md lists are those that there are', () => {
  const text = readFileSync(new URL('../../../../docs/workspace.md', import.meta.url), 'utf8')
  const listed = /<!-- functions -->\n([\s\S]*?)\n<!-- \/functions -->/.exec(text)![1]!.match(/[A-Z]+/g)
  const lazy = ['ARRAYFORMULA', 'IF', 'IFS', 'IFERROR', 'IFNA', 'LET']
  expect([...listed!].sort()).toEqual([...sheetFunctions.keys(), ...lazy].sort())
})
