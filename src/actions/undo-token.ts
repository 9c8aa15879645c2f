/**
 * What saveRecord hands out so that undoRecord finds the rows again: where they stand and a hash of each as it was read back.
 */
import * as z from 'zod/mini'

const savedRows = () =>
  z.array(
    z.strictObject({
      sheetId: z.number(),
      hash: z.string(),
      /** The cells that were filled in, with what stood there before; none for a row that was added. */
      columns: z.array(
        z.strictObject({
          index: z.number().check(z.int(), z.gte(0)),
          before: z.union([z.string(), z.number(), z.boolean()]),
        }),
      ),
    }),
  )

export type SavedRow = z.output<ReturnType<typeof savedRows>>[number]

/** Nothing of a student is in it but the day, the signer and the method of a signature that a newer one took the place of. */
export function undoToken(rows: readonly SavedRow[]): string {
  return JSON.stringify(rows)
}

/** @returns undefined for a text that is no token */
export function rowsOfToken(token: string): readonly SavedRow[] | undefined {
  try {
    const read = savedRows().safeParse(JSON.parse(token))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}
