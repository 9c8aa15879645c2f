/**
 * How every call of the sidebar or the command line ends: with an answer as JSON, or with a refusal in one sentence.
 */
import { refusal } from './refusal.ts'
import type { Calls, DeskCalls } from './requests/calls.ts'
import type { Refused } from './requests/refused.ts'

/**
 * @param work reads the request, does what was asked, and gives the answer of that call
 * @returns the answer, or a Refused, as JSON
 */
export function answer<Name extends keyof (Calls & DeskCalls)>(
  work: () => Exclude<(Calls & DeskCalls)[Name]['answer'], Refused>,
): string {
  try {
    return JSON.stringify(work())
  } catch (error) {
    return JSON.stringify(refusal(error))
  }
}
