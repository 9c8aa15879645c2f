/** Sheet: one tab, its name and its place among the others. */
import { Refusal } from '../refusal.ts'
import { EnumMember } from '../service-object.ts'
import { rename } from '../tabs.ts'
import { workbookOf } from './sheet-access.ts'
import { SheetRules } from './sheet-rules.ts'
import { Spreadsheet } from './spreadsheet.ts'

export class Sheet extends SheetRules {
  getSheetId(): number {
    return this.model.id
  }

  getName(): string {
    return this.model.name
  }

  getSheetName(): string {
    return this.model.name
  }

  setName(name: string): this {
    rename(workbookOf(this.execution), this.model, name)
    return this
  }

  getParent(): Spreadsheet {
    return new Spreadsheet(this.execution)
  }

  /** Counted from 1. */
  getIndex(): number {
    return workbookOf(this.execution).sheets.indexOf(this.model) + 1
  }

  getType(): EnumMember {
    return new EnumMember('SheetType', 'GRID')
  }

  activate(): this {
    this.execution.workspace.selectSheet(this.model.id)
    return this
  }

  hideSheet(): this {
    const { model } = this
    if (workbookOf(this.execution).sheets.every((sheet) => sheet === model || sheet.hidden)) {
      throw new Refusal("You can't hide all the sheets in a document.")
    }
    model.hidden = true
    return this
  }

  showSheet(): this {
    this.model.hidden = false
    return this
  }

  isSheetHidden(): boolean {
    return this.model.hidden
  }

  getTabColor(): string | null {
    return this.model.tabColor ?? null
  }

  setTabColor(color: string | null): this {
    if (color === null) delete this.model.tabColor
    else this.model.tabColor = color
    return this
  }
}
