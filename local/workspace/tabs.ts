/** Tabs of a workbook: names, order, existence. */
import type { SheetModel, WorkbookModel } from './model.ts'
import { Refusal } from './refusal.ts'

/** An id that no tab has. */
export function nextSheetId(workbook: WorkbookModel): number {
  return workbook.sheets.reduce((highest, { id }) => Math.max(highest, id), 0) + 1
}

/** The name that Google gives to a new tab: 'Sheet4' in a workbook of three. */
export function freeTabName({ sheets }: WorkbookModel): string {
  let count = sheets.length + 1
  while (sheets.some(({ name }) => name === `Sheet${count}`)) count++
  return `Sheet${count}`
}

/** @throws Refusal when another tab has the name. */
export function checkTabName(workbook: WorkbookModel, name: string, except?: SheetModel): void {
  if (name === '') throw new Refusal('Sheet name cannot be empty.')
  if (workbook.sheets.some((sheet) => sheet !== except && sheet.name.toLowerCase() === name.toLowerCase())) {
    throw new Refusal(`A sheet with the name "${name}" already exists. Please enter another name.`)
  }
}

/** Renames a tab, and with it every formula that names it. */
export function rename(workbook: WorkbookModel, sheet: SheetModel, name: string): void {
  checkTabName(workbook, name, sheet)
  const written = (tab: string) => (/^[A-Za-z_]\w*$/.test(tab) ? tab : `'${tab.replaceAll("'", "''")}'`)
  const quoted = `'${sheet.name.replaceAll("'", "''")}'!`
  const bare = `${sheet.name}!`
  for (const { formulas } of workbook.sheets) {
    for (const row of formulas) {
      row?.forEach((formula, column) => {
        if (formula === undefined || !(formula.includes(quoted) || formula.includes(bare))) return
        row[column] = formula
          .split(/("(?:[^"]|"")*")/)
          .map((part, index) =>
            index % 2 === 1 ? part : renamedIn(part, { quoted, bare, after: `${written(name)}!` }),
          )
          .join('')
      })
    }
  }
  sheet.name = name
}

function renamedIn(text: string, names: { quoted: string; bare: string; after: string }): string {
  const plain = new RegExp(`(?<![\\w'.])${names.bare.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'g')
  return text.replaceAll(names.quoted, () => names.after).replace(plain, () => names.after)
}

/** @throws Refusal for the last visible tab. */
export function removeTab(workbook: WorkbookModel, sheet: SheetModel): void {
  if (workbook.sheets.length === 1) throw new Refusal("You can't remove all the sheets in a document.")
  if (workbook.sheets.every((other) => other === sheet || other.hidden)) {
    throw new Refusal("You can't remove all the visible sheets in a document.")
  }
  workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1)
  workbook.namedRanges = workbook.namedRanges.filter(({ sheetId }) => sheetId !== sheet.id)
}
