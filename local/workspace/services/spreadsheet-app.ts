/** SpreadsheetApp: the way in to the open workbook. */

import { Refusal } from '../refusal.ts'
import { ServiceObject } from '../service-object.ts'
import { ConditionalFormatRuleBuilder } from './conditional-format.ts'
import { DataValidationBuilder } from './data-validation.ts'
import type { Range } from './range.ts'
import type { RangeList } from './range-list.ts'
import { RichTextValueBuilder, TextStyleBuilder } from './rich-text.ts'
import type { Sheet } from './sheet.ts'
import { Spreadsheet } from './spreadsheet.ts'
import { Ui } from './ui.ts'

export class SpreadsheetApp extends ServiceObject {
  readonly official = 'SpreadsheetApp'

  getActive(): Spreadsheet | null {
    return this.getActiveSpreadsheet()
  }

  getActiveSpreadsheet(): Spreadsheet | null {
    return this.execution.workspace.container === 'none' ? null : new Spreadsheet(this.execution)
  }

  getActiveSheet(): Sheet | null {
    return this.getActiveSpreadsheet()?.getActiveSheet() ?? null
  }

  getActiveRange(): Range | null {
    return this.getActiveSpreadsheet()?.getActiveRange() ?? null
  }

  getActiveRangeList(): RangeList | null {
    return this.getActiveSpreadsheet()?.getActiveRangeList() ?? null
  }

  getCurrentCell(): Range | null {
    return this.getActiveSpreadsheet()?.getCurrentCell() ?? null
  }

  setActiveSheet(sheet: Sheet): Sheet {
    return new Spreadsheet(this.execution).setActiveSheet(sheet)
  }

  setActiveRange(range: Range): Range {
    return range.activate()
  }

  setActiveRangeList(rangeList: RangeList): RangeList {
    return rangeList.activate()
  }

  /** @throws Refusal in a run that no window belongs to, such as a time trigger. */
  getUi(): Ui {
    if (this.execution.trigger === 'time' || this.execution.workspace.container === 'none') {
      throw new Refusal('Cannot call SpreadsheetApp.getUi() from this context.')
    }
    return new Ui(this.execution)
  }

  flush(): void {
    this.execution.unflushed = false
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.execution)
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this.execution)
  }

  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.execution)
  }

  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder(this.execution, {})
  }
}
