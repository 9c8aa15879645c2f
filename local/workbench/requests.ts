/** Reads what the page asks for. Nothing else of the workbench sees a request that was not read here. */
import * as z from 'zod/mini'
import type { Requests } from './protocol.ts'

/** What getCells answers at once. */
const mostCells = 50_000
/** A paste of a whole year's log. */
const mostTyped = 1_000_000
const mostRows = 100_000
const widest = 2_000

/** The requests that are JSON. */
export type JsonRequest = Exclude<keyof Requests, 'openFile'>

const index = () => z.number().check(z.int(), z.gte(0))
const size = () => z.number().check(z.int(), z.gte(1))
const area = () => z.strictObject({ row: index(), column: index(), rows: size(), columns: size() })
const nothing = () =>
  z.pipe(
    z.null(),
    z.transform(() => undefined),
  )
const ranges = () =>
  z.strictObject({ sheetId: index(), areas: z.array(area()).check(z.minLength(1), z.maxLength(1_000)) })
const rows = () => z.strictObject({ sheetId: index(), row: index(), count: size().check(z.lte(mostRows)) })

const schemas: { readonly [Name in JsonRequest]: z.ZodMiniType<Requests[Name]['request']> } = {
  getWorkbook: nothing(),
  getCells: z.strictObject({
    sheetId: index(),
    area: area().check(z.refine(({ rows, columns }) => rows * columns <= mostCells)),
  }),
  select: ranges(),
  edit: z.strictObject({
    sheetId: index(),
    row: index(),
    column: index(),
    typed: z.array(z.array(z.string()).check(z.minLength(1))).check(
      z.minLength(1),
      z.refine((lines) => lines.reduce((sum, { length }) => sum + length, 0) <= mostTyped),
    ),
  }),
  clear: ranges(),
  insertRows: rows(),
  deleteRows: rows(),
  setColumnWidth: z.strictObject({ sheetId: index(), column: index(), pixels: size().check(z.lte(widest)) }),
  addTab: nothing(),
  runMenuItem: z.strictObject({ label: z.string() }),
  callScript: z.strictObject({ name: z.string(), args: z.array(z.unknown()) }),
  previewFile: z.strictObject({ id: z.string() }),
  downloadFile: z.strictObject({ id: z.string() }),
  closeSidebar: nothing(),
  reset: nothing(),
  saveFile: nothing(),
}

/** The page asked for something that is no request: an error of ours. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest'
}

export function isJsonRequest(name: string): name is JsonRequest {
  return Object.hasOwn(schemas, name)
}

/**
 * @param text JSON
 * @throws BadRequest
 */
export function readRequest<Name extends JsonRequest>(name: Name, text: string): Requests[Name]['request'] {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    throw new BadRequest(`The request ${name} is not JSON.`)
  }
  const read = schemas[name].safeParse(raw)
  if (read.success) return read.data as Requests[Name]['request']
  const { path, message } = read.error.issues[0]!
  throw new BadRequest(`The request ${name} does not fit at “${path.join('.')}”: ${message}`)
}
