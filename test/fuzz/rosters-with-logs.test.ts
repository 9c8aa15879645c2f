/** Generated rosters with logs beside them. */
import fc from 'fast-check'
import { test } from 'vitest'
import { workbookWithLogs } from './generated-workbooks.ts'
import { asLongAsItTakes, runs } from './how-many.ts'
import { check, expectLawful } from './laws-of-a-check.ts'

test(
  'whatever stands in a workbook, a check ends with an answer and changes nothing but our columns and tabs',
  () => {
    fc.assert(
      fc.property(workbookWithLogs, (workbook) => {
        expectLawful(workbook, check(workbook))
      }),
      runs(0.5),
    )
  },
  asLongAsItTakes,
)
