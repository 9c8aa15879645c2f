/** From the tree of a formula to its value. */
import type { ArrayExpression, AstExpression, CallExpression, LetExpression } from '@borgar/fx'
import type { Area } from '../model.ts'
import { NotEmulated } from '../refusal.ts'
import { isGoogleName } from './functions/names.ts'
import type { Moment, SheetFunction } from './functions/sheet-function.ts'
import { sheetFunctions } from './functions/table.ts'
import { binary, lifted, truth, unary } from './operators.ts'
import { FormulaError, firstError, Grid, rowsOf, type Scalar, type Value } from './values.ts'

/** What a formula can reach from its cell. */
export interface Surroundings extends Moment {
  /** The cell in which it stands, for references that mean the cell beside it. */
  readonly home: Pick<Area, 'row' | 'column'>
  /** The cells of 'B2', "'Fall ''26'!A2:D" or the name of a range; an error where there are none. */
  cells(reference: string): Grid | FormulaError
  /** The script's function of that name, written in any case; undefined when it has none. */
  custom(name: string): ((given: readonly Value[]) => Value) | undefined
  /** How many volatile values were read so far; a custom function may not be given any. */
  volatileReads: number
}

/** A name that LET gave. */
interface Named {
  readonly value: Value
  readonly volatile: boolean
}

type Names = ReadonlyMap<string, Named>

/** Inside ARRAYFORMULA single values are gone through cell by cell. */
type Mode = 'single' | 'arrays'

const volatileNames = new Set(['NOW', 'RAND', 'RANDARRAY', 'RANDBETWEEN'])

const volatileRefusal = new FormulaError(
  '#ERROR!',
  'This function is not allowed to reference a cell with NOW(), RAND(), RANDARRAY(), or RANDBETWEEN().',
)

/**
 * The value of a formula: an array spills, a reference that is more than a cell stands for the cell beside the formula.
 * @throws NotEmulated for everything of which it is not known what Google makes of it
 */
export function evaluated(tree: AstExpression, surroundings: Surroundings): Value {
  const value = new Evaluation(surroundings).value(tree, new Map(), 'single')
  return value instanceof Grid && value.place !== undefined ? besideHome(value, surroundings.home) : value
}

/** Of a range only the cell in the row or column of the formula is meant. */
function besideHome({ rows, place }: Grid, home: Surroundings['home']): Scalar {
  if (rows.length === 1 && rows[0]!.length === 1) return rows[0]![0]
  const { area } = place!
  const row = area.rows === 1 ? 0 : area.columns === 1 ? home.row - area.row : -1
  const column = area.rows === 1 && area.columns > 1 ? home.column - area.column : 0
  const cells = rows[row]
  return cells !== undefined && column >= 0 && column < cells.length
    ? cells[column]
    : new FormulaError('#VALUE!', 'An array value could not be found.')
}

class Evaluation {
  readonly #around: Surroundings

  constructor(surroundings: Surroundings) {
    this.#around = surroundings
  }

  value(node: AstExpression, names: Names, mode: Mode): Value {
    switch (node.type) {
      case 'Literal':
        return node.value
      case 'ErrorLiteral':
        return new FormulaError(node.value)
      case 'ReferenceIdentifier':
        return this.#reference(node.value, names)
      case 'UnaryExpression': {
        const [operand] = node.arguments
        return this.#onCells([this.value(operand!, names, mode)], mode, (cell) => unary(node.operator, cell))
      }
      case 'BinaryExpression': {
        const operands = node.arguments.map((operand) => this.value(operand, names, mode))
        return this.#onCells(operands, mode, (left, right) => binary(node.operator, left, right))
      }
      case 'ArrayExpression':
        return this.#array(node, names)
      case 'LetExpression':
        return this.#let(node, names, mode)
      case 'CallExpression':
        return this.#call(node, names, mode)
      default:
        throw new NotEmulated('LAMBDA')
    }
  }

  /** Single values; a range stands for the cell beside the formula, unless arrays are gone through. */
  #onCells(values: readonly Value[], mode: Mode, of: (...cells: Scalar[]) => Scalar): Value {
    return lifted(mode === 'arrays' ? values : values.map((value) => this.#single(value)), of)
  }

  #single(value: Value): Scalar {
    if (!(value instanceof Grid)) return value
    if (value.place !== undefined) return besideHome(value, this.#around.home)
    if (value.height === 1 && value.width === 1) return value.rows[0]![0]
    throw new NotEmulated('an array in place of one value, outside ARRAYFORMULA')
  }

  #reference(text: string, names: Names): Value {
    const named = names.get(text.toLowerCase())
    if (named === undefined) return this.#around.cells(text)
    if (named.volatile) this.#around.volatileReads++
    return named.value
  }

  /** {1,2;A1:B2}: elements stand beside each other, rows below each other. */
  #array(node: ArrayExpression, names: Names): Value {
    const rows: (readonly Scalar[])[] = []
    for (const line of node.elements) {
      const parts = line.map((element) => this.value(element as AstExpression, names, 'arrays'))
      const error = parts.find((part) => part instanceof FormulaError && line.length > 1)
      if (error !== undefined) throw new NotEmulated('an error in an array')
      const grids = parts.map(rowsOf)
      const height = grids[0]!.length
      const width = grids.reduce((sum, cells) => sum + cells[0]!.length, 0)
      if (grids.some((cells) => cells.length !== height) || (rows[0] !== undefined && rows[0].length !== width)) {
        return new FormulaError(
          '#VALUE!',
          'In ARRAY_LITERAL, an Array Literal was missing values for one or more rows.',
        )
      }
      for (let row = 0; row < height; row++) rows.push(grids.flatMap((cells) => cells[row]!))
    }
    return new Grid(rows)
  }

  #let(node: LetExpression, names: Names, mode: Mode): Value {
    const known = new Map(names)
    for (const { id, init } of node.declarations) {
      const before = this.#around.volatileReads
      const value = init === null ? undefined : this.value(init, known, mode)
      known.set(id.name.toLowerCase(), { value, volatile: this.#around.volatileReads > before })
    }
    return node.body === null ? undefined : this.value(node.body, known, mode)
  }

  #call(node: CallExpression, names: Names, mode: Mode): Value {
    const name = node.callee.name.toUpperCase()
    const given = node.arguments as readonly (AstExpression | null)[]
    const argument = (index: number, inMode = mode): Value => {
      const tree = given[index]
      return tree === null || tree === undefined ? undefined : this.value(tree, names, inMode)
    }
    if (volatileNames.has(name)) this.#around.volatileReads++
    switch (name) {
      case 'ARRAYFORMULA':
        return wrongCount(name, given.length, [1, 1]) ?? withoutPlace(argument(0, 'arrays'))
      case 'IF':
        return wrongCount(name, given.length, [2, 3]) ?? this.#if(argument, given.length, mode)
      case 'IFS':
        return this.#ifs(argument, given.length, mode)
      case 'IFERROR':
      case 'IFNA':
        return wrongCount(name, given.length, [1, 2]) ?? this.#instead(name, argument, mode)
    }
    const known = sheetFunctions.get(name)
    if (known !== undefined) return this.#apply(name, known, argument, given.length, mode)
    if (isGoogleName(name)) throw new NotEmulated(`the function ${name}`)
    const custom = this.#around.custom(name)
    if (custom === undefined) return new FormulaError('#NAME?', `Unknown function: '${name}'.`)
    const before = this.#around.volatileReads
    const values = given.map((_, index) => argument(index))
    // A cell with an error is handed on as its code; an argument that is itself an error, such as a lost tab, is not.
    if (this.#around.volatileReads === before) return firstError(values) ?? custom(values)
    return volatileRefusal
  }

  #apply(
    name: string,
    { takes, whole, arrays, seesErrors, of }: SheetFunction,
    argument: (index: number, inMode?: Mode) => Value,
    count: number,
    mode: Mode,
  ): Value {
    const wrong = wrongCount(name, count, takes)
    if (wrong !== undefined) return wrong
    const values = Array.from({ length: count }, (_, index) => {
      const value = argument(index, arrays ? 'arrays' : mode)
      return whole(index) || mode === 'arrays' ? value : this.#single(value)
    })
    const on = (given: readonly Value[]): Value =>
      (seesErrors ? undefined : firstError(given)) ?? of(given, this.#around)
    const many = values.some((value, index) => !whole(index) && value instanceof Grid)
    if (!many) return on(values)
    const singles = values.filter((_, index) => !whole(index))
    return lifted(singles, (...cells) => {
      let next = 0
      const result = on(values.map((value, index) => (whole(index) ? value : cells[next++])))
      if (result instanceof Grid) throw new NotEmulated(`${name} with several results in ARRAYFORMULA`)
      return result
    })
  }

  #if(argument: (index: number) => Value, count: number, mode: Mode): Value {
    const condition = mode === 'arrays' ? argument(0) : this.#single(argument(0))
    const otherwise = () => (count < 3 ? false : argument(2))
    if (!(condition instanceof Grid)) {
      const answer = truth(condition)
      if (answer instanceof FormulaError) return answer
      return answer ? argument(1) : otherwise()
    }
    return lifted([condition, argument(1), otherwise()], (cell, yes, no) => {
      const answer = truth(cell)
      return answer instanceof FormulaError ? answer : answer ? yes : no
    })
  }

  #ifs(argument: (index: number) => Value, count: number, mode: Mode): Value {
    if (mode === 'arrays') throw new NotEmulated('IFS in ARRAYFORMULA')
    for (let index = 0; index + 1 < count; index += 2) {
      const answer = truth(this.#single(argument(index)))
      if (answer instanceof FormulaError) return answer
      if (answer) return argument(index + 1)
    }
    return new FormulaError('#N/A', 'No match.')
  }

  /** IFERROR and IFNA. */
  #instead(name: string, argument: (index: number) => Value, mode: Mode): Value {
    const caught = (cell: Scalar) => cell instanceof FormulaError && (name === 'IFERROR' || cell.code === '#N/A')
    const value = argument(0)
    if (!(value instanceof Grid)) return caught(value) ? argument(1) : value
    if (mode === 'single' && value.place !== undefined) {
      const cell = this.#single(value)
      return caught(cell) ? argument(1) : cell
    }
    if (!value.rows.some((row) => row.some(caught))) return value
    return lifted([value, argument(1)], (cell, fallback) => (caught(cell) ? fallback : cell))
  }
}

const withoutPlace = (value: Value): Value => (value instanceof Grid ? new Grid(value.rows) : value)

function wrongCount(name: string, count: number, [least, most]: readonly [number, number]): FormulaError | undefined {
  if (count >= least && count <= most) return undefined
  const expected = least === most ? String(least) : `between ${least} and ${most}`
  return new FormulaError(
    '#N/A',
    `Wrong number of arguments to ${name}. Expected ${expected} arguments, but got ${count} arguments.`,
  )
}
