/** The sheet's own functions that are emulated, by name. */
import { arrayFunctions } from './arrays.ts'
import { criteriaFunctions } from './criteria.ts'
import { dateFunctions } from './dates.ts'
import { logicFunctions } from './logic.ts'
import { lookupFunctions } from './lookup.ts'
import { numberFunctions } from './numbers.ts'
import type { SheetFunction } from './sheet-function.ts'
import { textFunctions } from './text.ts'

export const sheetFunctions: ReadonlyMap<string, SheetFunction> = new Map(
  [
    logicFunctions,
    numberFunctions,
    textFunctions,
    dateFunctions,
    criteriaFunctions,
    lookupFunctions,
    arrayFunctions,
  ].flatMap((functions) => Object.entries(functions)),
)
