/** Truth, and what kind of thing a value is. IF and its family, which leave arguments aside, are in evaluate.ts. */
import { truth } from '../operators.ts'
import { FormulaError, Grid, plainNumber, type Scalar, type Value } from '../values.ts'
import { ofRanges, ofValues, type SheetFunction } from './sheet-function.ts'

/** The truths among the arguments: in ranges text and blanks are passed over. */
function truthsIn(given: readonly Value[]): boolean[] | FormulaError {
  const found: boolean[] = []
  for (const value of given) {
    const inRange = value instanceof Grid
    for (const cell of inRange ? value.rows.flat() : [value]) {
      if (inRange && (typeof cell === 'string' || cell === undefined)) continue
      const answer = truth(cell)
      if (answer instanceof FormulaError) return answer
      found.push(answer)
    }
  }
  return found.length > 0 ? found : new FormulaError('#VALUE!', 'There are no logical values.')
}

function ofTruths(of: (truths: readonly boolean[]) => boolean): SheetFunction {
  return ofRanges([1, 255], (...given) => {
    const truths = truthsIn(given)
    return truths instanceof FormulaError ? truths : of(truths)
  })
}

function kindIs(of: (value: Scalar) => boolean): SheetFunction {
  return ofValues([1, 1], of, { seesErrors: true })
}

export const logicFunctions: Readonly<Record<string, SheetFunction>> = {
  AND: ofTruths((truths) => truths.every(Boolean)),
  OR: ofTruths((truths) => truths.some(Boolean)),
  NOT: ofValues([1, 1], (value) => {
    const answer = truth(value)
    return answer instanceof FormulaError ? answer : !answer
  }),
  TRUE: ofValues([0, 0], () => true),
  FALSE: ofValues([0, 0], () => false),
  NA: ofValues([0, 0], () => new FormulaError('#N/A')),
  ISBLANK: kindIs((value) => value === undefined),
  ISTEXT: kindIs((value) => typeof value === 'string'),
  ISNUMBER: kindIs((value) => plainNumber(value) !== undefined),
  ISERROR: kindIs((value) => value instanceof FormulaError),
  ISNA: kindIs((value) => value instanceof FormulaError && value.code === '#N/A'),
}
