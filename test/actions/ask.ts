/** A call of the sidebar, as the page makes it: JSON in, JSON out, over the built script. */
import type { Workspace } from '../../local/workspace/workspace.ts'
import type { Calls } from '../../src/actions/requests/calls.ts'
import type { Refused } from '../../src/actions/requests/refused.ts'

type Done<Name extends keyof Calls> = Exclude<Calls[Name]['answer'], Refused>

function raw(workspace: Workspace, call: string, request: unknown): Calls[keyof Calls]['answer'] {
  const text = typeof request === 'string' ? request : JSON.stringify(request)
  return JSON.parse(String(workspace.execute(call, request === undefined ? [] : [text])))
}

/** The answer of a call that is not refused. */
export function ask<Name extends keyof Calls>(workspace: Workspace, call: Name, request?: unknown): Done<Name> {
  const answer = raw(workspace, call, request)
  if (!answer.ok) throw new Error(`${call} was refused: ${answer.code}: ${answer.message}`)
  return answer as Done<Name>
}

/** Why a call is refused. */
export function refusalOf(workspace: Workspace, call: keyof Calls, request?: unknown): Refused {
  const answer = raw(workspace, call, request)
  if (answer.ok) throw new Error(`${call} was not refused.`)
  return answer
}

/** Calls of the last execution that read or wrote cells. */
export function rangeCalls({ lastExecution }: Workspace): number {
  if (lastExecution === undefined) throw new Error('Nothing ran.')
  return lastExecution.calls.rangeCalls
}
