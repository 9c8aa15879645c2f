/**
 * The room of documents (src/documents), which lies packed in Documents.html so that no formula pays for it.
 */
export type DocumentEngine = typeof import('../documents/engine.ts')

let engine: DocumentEngine | undefined

/** Unpacked and evaluated at the first call of a run. */
export function documentEngine(): DocumentEngine {
  engine ??= evaluated()
  return engine
}

function evaluated(): DocumentEngine {
  const page = HtmlService.createHtmlOutputFromFile('Documents').getContent()
  const packed = /<script[^>]*>([^<]*)</.exec(page)?.[1] ?? ''
  const blob = Utilities.newBlob(Utilities.base64Decode(packed), 'application/x-gzip')
  return Function(`${Utilities.ungzip(blob).getDataAsString()};return PlanDocuments`)()
}
