/**
 * What went wrong, in words that say what to do.
 */
import type { CallFailed, CallName } from './server.ts'
import { patience } from './server.ts'

export interface Trouble {
  readonly title: string
  readonly advice: string
  /** Google's own words or our code, for whoever helps; '' where there are none. */
  readonly detail: string
}

/** What did not come about. */
const failed: Readonly<Record<CallName, string>> = {
  getOverview: 'The overview could not be read',
  checkRoster: 'The check did not finish',
  listStudents: 'The list could not be read',
  findStudents: 'The search did not finish',
  getSelection: 'The selected rows could not be read',
  getStudent: 'The student could not be read',
  showStudent: 'The row could not be shown',
  getRecordForm: 'The form could not be prepared',
  saveRecord: 'It was not saved',
  undoRecord: 'It was not taken back',
  getSettings: 'The settings could not be read',
  saveSettings: 'The settings were not saved',
  setUpDocuments: 'The templates could not be set up',
  previewDocuments: 'It could not be read what there is to make',
  startDocuments: 'The documents were not asked for',
  makeDocuments: 'A run that makes documents did not finish',
  getDocuments: 'It could not be read how far the documents are',
  pauseDocuments: 'The documents were not halted',
  cancelDocuments: 'What is left was not left out',
}

/** For calls that change the sheet: what to look at when nobody knows whether they did. */
const lost: Readonly<Partial<Record<CallName, { readonly title: string; readonly advice: string }>>> = {
  checkRoster: {
    title: 'The result of the check did not arrive',
    advice: 'The check may have finished all the same: look at the tab Findings, or check again.',
  },
  saveRecord: {
    title: 'It is not known whether this was saved',
    advice:
      'Look at the last rows of the tab with these records. If your entry is not there, save again; what you typed is still here.',
  },
  undoRecord: {
    title: 'It is not known whether this was taken back',
    advice: 'Look at the last rows of the tab with these records. Undo can be tried again; it takes nothing twice.',
  },
  startDocuments: {
    title: 'It is not known whether the documents were asked for',
    advice: 'Look at the tab Documents, or try again: nothing is made twice.',
  },
  saveSettings: {
    title: 'It is not known whether this was saved',
    advice: 'Look at the tab Settings, or save again; what you chose is still here.',
  },
}

const otherAccounts =
  'This happens most when you are signed in to more than one Google account in this browser. Open the spreadsheet in a private window, or in a browser profile with your school account only, and open Plan Keeper there.'

/** Google's sentences, the more telling ones first. */
const known: readonly { readonly said: RegExp; readonly title: string; readonly advice: string }[] = [
  {
    said: /required permissions|permissions? to call|permissions are not sufficient/i,
    title: 'Part of the permission is missing',
    advice:
      'Not everything was allowed when Google asked. Choose Extensions › Plan Keeper › Check roster now and tick every box that Google shows. If Google does not ask, your administrator must allow Plan Keeper first.',
  },
  {
    said: /protected (?:cell|range|sheet|object)/i,
    title: 'A part of the sheet is protected',
    advice: 'Ask the owner of the spreadsheet to let you edit it, then try again.',
  },
  {
    said: /PERMISSION_DENIED|multiple accounts/i,
    title: 'Google did not let Plan Keeper start',
    advice: otherAccounts,
  },
  {
    said: /authoriz|permission/i,
    title: 'A permission is missing',
    advice:
      'Choose Extensions › Plan Keeper › Check roster now and allow what Google asks. If Google does not ask, your administrator must allow Plan Keeper first.',
  },
  {
    said: /network|connection|HTTP 0/i,
    title: 'No connection to Google',
    advice: 'Check the network, then try again.',
  },
  {
    said: /too many|simultaneous|too much computer time|limit exceeded/i,
    title: 'Google asks to wait',
    advice:
      'This account has used what Google allows for now. Wait a minute and try again; a daily limit ends tomorrow.',
  },
]

/**
 * @param cause what a call of the script threw
 * @param isFirst whether nothing had worked before in this sidebar; then several accounts are the likeliest reason
 */
export function troubleOf({ call, fault, said, refused }: CallFailed, isFirst = false): Trouble {
  const detail = said.split('\n')[0]?.slice(0, 200) ?? ''
  // The script looked and refused; its message already says where, what, and what to do.
  if (refused !== undefined) {
    const title = call === 'checkRoster' ? 'Nothing was checked' : failed[call]
    return { title, advice: refused.message, detail: refused.code }
  }
  if (fault === 'no-script') {
    return {
      title: 'This page is not inside a spreadsheet',
      advice: 'Open it from the spreadsheet: Extensions › Plan Keeper › Open.',
      detail: '',
    }
  }
  const telling = known.find((one) => one.said.test(said))
  if (telling !== undefined) return { title: telling.title, advice: telling.advice, detail }
  if (isFirst && fault !== 'timed-out') return { title: 'Plan Keeper could not start', advice: otherAccounts, detail }
  const unsure = lost[call]
  if (unsure !== undefined && fault !== 'failed') return { ...unsure, detail: '' }
  if (fault === 'timed-out') {
    return {
      title: `No answer after ${waited(patience[call])}`,
      advice: 'Google may be slow at the moment. Wait a little, then try again.',
      detail: '',
    }
  }
  return {
    title: failed[call],
    advice: 'Try again. If it happens again, reload the spreadsheet and open Plan Keeper once more.',
    detail,
  }
}

function waited(seconds: number): string {
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`
}
