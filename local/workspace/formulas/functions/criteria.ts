/** Counting and adding what meets a criterion: COUNTIF and its family. */
import { NotEmulated } from '../../refusal.ts'
import { finite } from '../operators.ts'
import { FormulaError, Grid, numberInText, plainNumber, rowsOf, type Scalar, type Value } from '../values.ts'
import { ofRanges, type SheetFunction } from './sheet-function.ts'

type Test = (cell: Scalar) => boolean

const operatorFirst = /^(<=|>=|<>|<|>|=)?(.*)$/s

/** The test that a criterion such as 5, "Late", "<>", ">=3" or "Ma*" stands for. Text is compared without regard to case. */
export function criterion(wanted: Scalar): Test {
  if (wanted instanceof FormulaError || wanted === undefined)
    throw new NotEmulated('a blank or an error as a criterion')
  if (typeof wanted === 'boolean') return (cell) => cell === wanted
  const number = plainNumber(wanted)
  if (number !== undefined) return numberTest('=', number)
  const [, operator = '=', operand] = operatorFirst.exec(wanted as string)! as unknown as [string, string?, string?]
  if (operand === undefined || operand === '') return emptyTest(wanted as string, operator)
  const asNumber = numberInText(operand)
  if (asNumber !== undefined) return numberTest(operator, asNumber)
  if (/^(true|false)$/i.test(operand)) throw new NotEmulated('the text TRUE or FALSE as a criterion')
  if (operator !== '=' && operator !== '<>') throw new NotEmulated(`the criterion ${operator} before text`)
  const pattern = wildcards(operand)
  const matches: Test = (cell) => typeof cell === 'string' && pattern.test(cell)
  return operator === '=' ? matches : (cell) => !matches(cell)
}

function emptyTest(wanted: string, operator: string): Test {
  if (wanted === '') return (cell) => cell === undefined || cell === ''
  if (operator === '=') return (cell) => cell === undefined
  if (operator === '<>') return (cell) => cell !== undefined
  throw new NotEmulated(`the criterion ${wanted}`)
}

const orders: Readonly<Record<string, (cell: number, number: number) => boolean>> = {
  '=': (cell, number) => cell === number,
  '<>': (cell, number) => cell !== number,
  '<': (cell, number) => cell < number,
  '>': (cell, number) => cell > number,
  '<=': (cell, number) => cell <= number,
  '>=': (cell, number) => cell >= number,
}

function numberTest(operator: string, number: number): Test {
  return (cell) => {
    const value = plainNumber(cell)
    if (value !== undefined) return orders[operator]!(value, number)
    if (typeof cell === 'string' && cell.trim() !== '' && Number(cell) === number) {
      throw new NotEmulated('a number as a criterion on a number that is kept as text')
    }
    return operator === '<>'
  }
}

/** `*` is any text, `?` any character, `~` takes the next one as it is. */
export function wildcards(text: string): RegExp {
  const source = text.replace(/~?[*?]|~~|[\\^$.|+()[\]{}]/g, (found) => {
    if (found === '*') return '.*'
    if (found === '?') return '.'
    return `\\${found.at(-1)}`
  })
  return new RegExp(`^${source}$`, 'isu')
}

interface Criterion {
  readonly cells: readonly Scalar[]
  readonly test: Test
}

/** Pairs of a range and its criterion; all ranges have to be of one shape. */
function criteriaOf(pairs: readonly Value[], shape: Value | undefined): readonly Criterion[] | FormulaError {
  const model = shape ?? pairs[0]
  const criteria: Criterion[] = []
  for (let index = 0; index < pairs.length; index += 2) {
    const range = pairs[index]
    if (!sameShape(range, model)) {
      return new FormulaError('#VALUE!', 'Array arguments to COUNTIFS are of different size.')
    }
    criteria.push({ cells: cellsOf(range), test: criterion(rowsOf(pairs[index + 1])[0]![0]) })
  }
  return criteria
}

function sameShape(a: Value, b: Value): boolean {
  const [first, second] = [rowsOf(a), rowsOf(b)]
  return first.length === second.length && first[0]!.length === second[0]!.length
}

const cellsOf = (value: Value): readonly Scalar[] => rowsOf(value).flat()

/** The cells of `values` on whose place all criteria are met. */
function meeting(values: readonly Scalar[], criteria: readonly Criterion[]): Scalar[] {
  return values.filter((_, index) => criteria.every(({ cells, test }) => test(cells[index])))
}

function count(...pairs: Value[]): Value {
  const criteria = criteriaOf(pairs, undefined)
  return criteria instanceof FormulaError ? criteria : meeting(cellsOf(pairs[0]), criteria).length
}

/** Adds or averages the numbers of a range on whose place the criteria are met. */
function aggregate(range: Value, pairs: readonly Value[], of: (numbers: readonly number[]) => Scalar): Value {
  const criteria = criteriaOf(pairs, range)
  if (criteria instanceof FormulaError) return criteria
  const met = meeting(cellsOf(range), criteria)
  const error = met.find((cell) => cell instanceof FormulaError)
  return error ?? of(met.flatMap((cell) => plainNumber(cell) ?? []))
}

const sum = (numbers: readonly number[]) => finite(numbers.reduce((total, number) => total + number, 0))
const average = (numbers: readonly number[]) =>
  numbers.length === 0
    ? new FormulaError('#DIV/0!', 'Evaluation of function AVERAGEIF caused a divide by zero error.')
    : finite(numbers.reduce((total, number) => total + number, 0) / numbers.length)

/** Ranges stand at 0, 2, 4…, criteria between them. */
const everySecond = { whole: (index: number) => index % 2 === 0 }
const afterTheFirst = { whole: (index: number) => index === 0 || index % 2 === 1 }

/** SUMIF(range, criterion, [what is added]). */
function withOne(of: (numbers: readonly number[]) => Scalar): SheetFunction {
  return ofRanges(
    [2, 3],
    (range, wanted, added = range) => {
      if (added instanceof Grid && !sameShape(added, range))
        throw new NotEmulated('SUMIF over ranges of different size')
      return aggregate(added, [range, wanted], of)
    },
    everySecond,
  )
}

export const criteriaFunctions: Readonly<Record<string, SheetFunction>> = {
  COUNTIF: ofRanges([2, 2], count, everySecond),
  COUNTIFS: ofRanges([2, 254], count, everySecond),
  SUMIF: withOne(sum),
  AVERAGEIF: withOne(average),
  SUMIFS: ofRanges([3, 255], (range, ...pairs) => aggregate(range, pairs, sum), afterTheFirst),
  AVERAGEIFS: ofRanges([3, 255], (range, ...pairs) => aggregate(range, pairs, average), afterTheFirst),
}
