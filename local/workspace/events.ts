/** The event objects that triggers hand to the script. */
import type { Execution } from './execution.ts'
import type { Area, WorkbookModel } from './model.ts'
import { EnumMember } from './service-object.ts'
import { Range } from './services/range.ts'
import { Spreadsheet } from './services/spreadsheet.ts'
import { User } from './services/user.ts'

type Value = WorkbookModel['sheets'][number]['values'][number][number]

/** The event object that every trigger gets. */
export function eventOf(execution: Execution, more: object): object {
  const source =
    execution.authMode === 'NONE' || execution.workspace.container === 'none'
      ? {}
      : { source: new Spreadsheet(execution) }
  return {
    authMode: new EnumMember('AuthMode', execution.authMode),
    user: new User(execution, execution.trigger === 'simple' ? '' : execution.user.email),
    ...source,
    ...more,
  }
}

/** What onEdit gets: the cells, and for one cell what stands in it and what stood there before. */
export function editOf(execution: Execution, sheetId: number, area: Area, value: Value, oldValue: Value): object {
  const isOne = area.rows * area.columns === 1
  return {
    range: new Range(execution, sheetId, area),
    ...(isOne ? { value: eventValue(value), oldValue: eventValue(oldValue) } : {}),
  }
}

/** e.value and e.oldValue are texts; undefined for a blank. */
function eventValue(value: Value): string | undefined {
  if (value === undefined || value === '') return undefined
  return typeof value === 'object' ? value.error : String(value)
}
