/** Generated rosters that keep everything in columns of their own. */
import fc from 'fast-check'
import { test } from 'vitest'
import { wideWorkbook } from './generated-workbooks.ts'
import { asLongAsItTakes, runs } from './how-many.ts'
import { check, expectLawful } from './laws-of-a-check.ts'

test(
  'whatever stands on a home-made roster, a check ends with an answer and changes nothing but our columns and tabs',
  () => {
    fc.assert(
      fc.property(wideWorkbook, (workbook) => {
        expectLawful(workbook, check(workbook))
      }),
      runs(0.5),
    )
  },
  asLongAsItTakes,
)
