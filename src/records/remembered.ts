/** More answers than this are not kept: words and days repeat, names and numbers do not. */
const mostKept = 5000

/**
 * The function, asked once for each argument: a log of 400,000 rows has few different words and days.
 *
 * @param ask gives the same answer each time
 */
export function remembered<Asked, Answer>(ask: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<Asked, Answer>()
  return (asked) => {
    const found = known.get(asked)
    if (found !== undefined || known.has(asked)) return found as Answer
    const answer = ask(asked)
    if (known.size < mostKept) known.set(asked, answer)
    return answer
  }
}
