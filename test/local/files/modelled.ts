import type { WorkbookModel } from '../../../local/workspace/model.ts'

/**
 * A copy of the model for comparing: without what is only carried, blanks and empty rows at the end cut off, '' and
 * "nothing" the same.
 */
export function modelled(workbook: WorkbookModel): WorkbookModel {
  const { carried: _, ...rest } = workbook
  return {
    ...rest,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      values: dense(sheet.values, (value) => (value === '' ? undefined : value)),
      formulas: dense(sheet.formulas),
      notes: dense(sheet.notes),
      validations: dense(sheet.validations),
      styles: dense(sheet.styles, (style) => {
        const { carried: __, ...fields } = style
        return Object.keys(fields).length === 0 ? undefined : fields
      }),
      conditionalFormats: sheet.conditionalFormats.map(({ carried: __, ...format }) => format),
    })),
  }
}

function dense<Content>(
  grid: readonly (readonly (Content | undefined)[] | undefined)[],
  plain: (content: Content) => Content | undefined = (content) => content,
): (Content | undefined)[][] {
  const rows = Array.from(grid, (cells) => {
    const row = Array.from(cells ?? [], (content) => (content === undefined ? undefined : plain(content)))
    while (row.length > 0 && row[row.length - 1] === undefined) row.pop()
    return row
  })
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop()
  return rows
}
