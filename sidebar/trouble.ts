/**
 * What went wrong, in words that say what to do.
 */
import type { Refused } from '../src/actions/requests/refused.ts'
import type { CallFailed } from './server.ts'

export interface Trouble {
  readonly title: string
  readonly advice: string
  /** Google's own words or our code, for whoever helps; '' where there are none. */
  readonly detail: string
}

const otherAccounts =
  'This happens most when you are signed in to more than one Google account in this browser. Open the spreadsheet in a private window, or in a browser profile with your school account only, and open Plan Keeper there.'

/**
 * @param cause what a call of the script threw
 * @param firstCall whether nothing had worked before in this sidebar; then several accounts are the likeliest reason
 */
export function troubleOf(cause: CallFailed, firstCall: boolean): Trouble {
  const { fault, said } = cause
  if (fault === 'no-script') {
    return {
      title: 'This page is not inside a spreadsheet',
      advice: 'Open it from the spreadsheet: Extensions › Plan Keeper › Open.',
      detail: '',
    }
  }
  if (fault === 'timed-out') {
    return {
      title: 'No answer after 5 minutes',
      advice: 'Google ends a check after 6 minutes. Wait two minutes, then try again.',
      detail: '',
    }
  }
  if (/PERMISSION_DENIED|multiple accounts/i.test(said)) {
    return { title: 'Google did not let Plan Keeper start', advice: otherAccounts, detail: said }
  }
  if (/authoriz|permission/i.test(said)) {
    return {
      title: 'A permission is missing',
      advice:
        'Choose Extensions › Plan Keeper › Check roster now and allow what Google asks. If Google does not ask, your administrator must allow Plan Keeper first.',
      detail: said,
    }
  }
  if (/network|connection|HTTP 0/i.test(said)) {
    return { title: 'No connection to Google', advice: 'Check the network, then try again.', detail: said }
  }
  if (/too many|simultaneous|too much computer time|limit exceeded/i.test(said)) {
    return {
      title: 'Google asks to wait',
      advice:
        'This account has used what Google allows for now. Wait a minute and try again; a daily limit ends tomorrow.',
      detail: said,
    }
  }
  if (fault === 'no-answer' && !firstCall) {
    return {
      title: 'The answer did not arrive whole',
      advice: 'The check may have finished: look at the tab Findings, or try again.',
      detail: '',
    }
  }
  if (firstCall) return { title: 'Plan Keeper could not start', advice: otherAccounts, detail: said }
  return {
    title: 'The check did not finish',
    advice: 'Try again. If it happens again, reload the spreadsheet and open Plan Keeper once more.',
    detail: said,
  }
}

/** The script looked and refused; its message already says where, what, and what to do. */
export function troubleOfRefusal(refused: Refused): Trouble {
  return { title: 'Nothing was checked', advice: refused.message, detail: refused.code }
}
