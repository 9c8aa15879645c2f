/**
 * Undo set-up: take back what set-up made and nobody has made use of since.
 */
import { type ActiveWorkbook, activeWorkbook, withDocumentLock } from '../workbook/active-workbook.ts'
import { unmarkedTabs } from '../workbook/make-school-tab.ts'
import { showMessage } from '../workbook/screen.ts'
import { changeMark, readSetupMarks } from '../workbook/setup-marks.ts'
import { settingsSheet, takeBackSettings } from '../workbook/take-back-settings.ts'
import { isAsMade, namedInFormulas, takeBackTab } from '../workbook/take-back-tab.ts'
import { refusal } from './refusal.ts'
import { undoText } from './set-up-text.ts'

/** From the menu: says in a message box what was taken back, and what was kept. */
export function undoSetUp(): void {
  let text: string
  try {
    const workbook = activeWorkbook()
    text = withDocumentLock(() => undo(workbook))
  } catch (error) {
    text = refusal(error).message
  }
  showMessage('Plan Keeper', text)
}

/** @returns what to tell the person */
function undo({ spreadsheet, reader }: ActiveWorkbook): string {
  const marks = readSetupMarks(spreadsheet)
  const gone: string[] = []
  const kept: string[] = []
  const tell = (name: string, isGone: boolean | undefined) => {
    if (isGone !== undefined) (isGone ? gone : kept).push(name)
  }
  const unmarked = unmarkedTabs(spreadsheet, marks)
  const isNamed = namedInFormulas(spreadsheet)
  for (const mark of marks.things) {
    const { sheet, kind } = mark
    const name = sheet.getName()
    changeMark(mark, 'leaving')
    const isGone = takeBackTab(spreadsheet, sheet, () => isAsMade(sheet, kind) && !isNamed(name))
    if (!isGone) changeMark(mark, 'made')
    tell(name, isGone)
  }
  for (const { sheet, kind } of unmarked) {
    tell(
      sheet.getName(),
      takeBackTab(spreadsheet, sheet, () => isAsMade(sheet, kind)),
    )
  }
  if (marks.before) {
    const settings = settingsSheet(spreadsheet, marks.before)
    if (settings) tell(settings.getName(), takeBackSettings(spreadsheet, settings, marks.before, reader, isNamed))
    if (kept.length === 0) marks.before.mark.remove()
  }
  return undoText(gone, kept)
}
