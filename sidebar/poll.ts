/**
 * Asking the script over and over. Google tells a sidebar nothing, so it has to ask.
 */

/** Seconds between questions that fail, at most. */
const longestSeconds = 60

/** Seconds until the next question, longer after each failure in a row: what fails twice will not work in a second. */
export function secondsUntilNext(everySeconds: number, failures: number): number {
  return Math.min(everySeconds * 2 ** failures, longestSeconds)
}

/**
 * Asks at once and then again and again, while the page can be seen; never twice at once.
 *
 * @param ask says whether it worked
 * @returns ends it
 */
export function pollWhileSeen(ask: () => Promise<boolean>, everySeconds: number): () => void {
  let ended = false
  let asking = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function askAgain(): Promise<void> {
    clearTimeout(timer)
    if (ended || asking || document.hidden) return
    asking = true
    failures = (await ask()) ? 0 : failures + 1
    asking = false
    timer = setTimeout(askAgain, secondsUntilNext(everySeconds, failures) * 1000)
  }

  const seen = () => void askAgain()
  document.addEventListener('visibilitychange', seen)
  seen()
  return () => {
    ended = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', seen)
  }
}
