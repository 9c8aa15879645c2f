/** Formats that a file names by number alone (ECMA-376 18.8.30), as they show in the United States. */
const BUILT_IN = new Map<number, string>([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'm/d/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yyyy h:mm'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
])

/** The first number that a file may give to a format of its own. */
export const FIRST_OWN_FORMAT = 164

/** The format of that number; undefined for General. Numbers kept for East Asian dates show as ISO dates. */
export function builtInFormat(id: number): string | undefined {
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'yyyy-mm-dd'
  return BUILT_IN.get(id)
}

/** The number of a format that needs no definition. */
export function builtInNumber(format: string): number | undefined {
  for (const [id, code] of BUILT_IN) if (code === format) return id
  return undefined
}

/** Whether a number in this format shows as a date or a time. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined) return false
  const code = format.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return !/general/i.test(code) && /[ymdhs]/i.test(code)
}
