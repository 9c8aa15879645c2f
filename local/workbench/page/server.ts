/**
 * Requests to the server of this page, which runs on the same machine.
 */
import { type Failure, fileNameHeader, type Requests, tokenHeader } from '../protocol.ts'
import type { SavedFile } from './save-as.ts'

const token = document.querySelector<HTMLMetaElement>('meta[name="workbench-token"]')!.content

export type FailureCode = Failure['error']['code'] | 'NO_SERVER'

/** A request that brought nothing. The message is a sentence for the person. */
export class RequestFailed extends Error {
  readonly code: FailureCode
  constructor(code: FailureCode, message: string) {
    super(message)
    this.code = code
  }
}

/** @throws RequestFailed */
export async function ask<Name extends Exclude<keyof Requests, 'openFile' | 'saveFile' | 'downloadFile'>>(
  name: Name,
  request: Requests[Name]['request'],
): Promise<Requests[Name]['answer']> {
  const response = await post(name, JSON.stringify(request ?? null), { 'content-type': 'application/json' })
  return (await response.json()) as Requests[Name]['answer']
}

/** @throws RequestFailed */
export async function openFile(file: File): Promise<Requests['openFile']['answer']> {
  const response = await post('openFile', file, {
    'content-type': 'application/octet-stream',
    [fileNameHeader]: encodeURIComponent(file.name),
  })
  return (await response.json()) as Requests['openFile']['answer']
}

/** @throws RequestFailed */
export async function download<Name extends 'saveFile' | 'downloadFile'>(
  name: Name,
  request: Requests[Name]['request'],
): Promise<SavedFile> {
  const response = await post(name, JSON.stringify(request ?? null), { 'content-type': 'application/json' })
  const [, fileName] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  return { name: decodeURIComponent(fileName ?? name), file: await response.blob() }
}

async function post(name: string, body: BodyInit, headers: Readonly<Record<string, string>>): Promise<Response> {
  let response: Response
  try {
    response = await fetch(`/api/${name}`, { method: 'POST', headers: { ...headers, [tokenHeader]: token }, body })
  } catch {
    throw new RequestFailed('NO_SERVER', 'The workbench does not answer.')
  }
  if (response.ok) return response
  const { error } = (await response.json().catch(() => ({}))) as Partial<Failure>
  throw new RequestFailed(error?.code ?? 'FAULT', error?.message ?? 'The workbench could not do that.')
}
