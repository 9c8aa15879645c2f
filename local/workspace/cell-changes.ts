/** Which cells a call may change, so that formulas know what hangs on them. */
import type { Area } from './model.ts'

export interface CellChange {
  /** Absent: only names of tabs and ranges come and go. */
  readonly sheetId?: number
  /** Whose content changes. Absent: rows or columns may move, so that anything may stand anywhere on the sheet. */
  readonly areas?: readonly Area[]
}

const besideContent = new RegExp(
  `^(?:set(?:NumberFormat|Background|Font|Horizontal|Vertical|Wrap|TextStyle|Note|DataValidation|Frozen|ColumnWidth|
  RowHeight|TabColor|Conditional|Active)|clear(?:Format|Note|DataValidations|Conditional)|breakApart|createFilter|protect|
  addDeveloperMetadata|activate|autoResize|hide|show|toast|moveActiveSheet|rename$)`.replace(/\s+/g, ''),
)

/** Whether a writing method leaves all content where it is. One that is not known to do so counts as changing it. */
export function isBesideContent(method: string): boolean {
  return besideContent.test(method)
}
