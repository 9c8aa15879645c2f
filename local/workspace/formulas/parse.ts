/** The tree of a formula, by the parser of @borgar/fx. */
import { type AstExpression, parse, tokenize } from '@borgar/fx'
import { NotEmulated } from '../refusal.ts'

/** Formulas that are filled down differ in each cell, so that remembering more would seldom help. */
const mostRemembered = 10_000
const trees = new Map<string, AstExpression>()

/**
 * @param formula with its '='
 * @throws NotEmulated for what the parser does not take; Google may know it all the same
 */
export function parsed(formula: string): AstExpression {
  let tree = trees.get(formula)
  if (tree === undefined) {
    tree = treeOf(formula)
    if (trees.size >= mostRemembered) trees.clear()
    trees.set(formula, tree)
  }
  return tree
}

function treeOf(formula: string): AstExpression {
  try {
    const tokens = tokenize(formula, { allowTernary: true, mergeRefs: true, negativeNumbers: true })
    return parse(tokens, { permitArrayRanges: true, permitArrayCalls: true })
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    throw new NotEmulated(`the formula ${formula} (${cause.message})`)
  }
}
