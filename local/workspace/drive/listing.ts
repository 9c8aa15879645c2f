/** Order and pages of files.list. */
import { NotEmulated } from '../refusal.ts'
import { type DriveFile, folderType } from './drive.ts'
import { invalid, type Parameters } from './request.ts'

/** The page after this many files. It holds for the query that it came from. */
export function pageToken(parameters: Parameters, from: number): string {
  return Buffer.from(JSON.stringify([from, parameters.q ?? ''])).toString('base64url')
}

/** How many files come before the asked page. */
export function pageOf(parameters: Parameters, total: number, call: string): number {
  const { pageToken: token } = parameters
  if (token === undefined) return 0
  const from = total === 0 ? undefined : placeIn(token)
  if (from === undefined || pageToken(parameters, from) !== token) throw invalid(call, 'Invalid Value')
  return from
}

function placeIn(token: string): number | undefined {
  try {
    return Number(JSON.parse(Buffer.from(token, 'base64url').toString())[0])
  } catch {
    return undefined
  }
}

const orders: Readonly<Record<string, (a: DriveFile, b: DriveFile) => number>> = {
  createdTime: (a, b) => a.createdAt - b.createdAt,
  modifiedTime: (a, b) => a.modifiedAt - b.modifiedAt,
  name: (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  folder: (a, b) => Number(b.mimeType === folderType) - Number(a.mimeType === folderType),
}

/** Without a wish the last changed comes first; Google promises no order then. */
export function orderOf(written = 'modifiedTime desc'): (a: DriveFile, b: DriveFile) => number {
  const keys = written.split(',').map((part) => {
    const [key, direction] = part.trim().split(/\s+/)
    const order = orders[key!]
    if (order === undefined) throw new NotEmulated(`files.list ordered by ${key}`)
    return { order, sign: direction === 'desc' ? -1 : 1 }
  })
  return (a, b) => {
    for (const { order, sign } of keys) {
      const difference = order(a, b) * sign
      if (difference !== 0) return difference
    }
    return 0
  }
}
