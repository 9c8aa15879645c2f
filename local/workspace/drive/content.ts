/** What Drive keeps of an upload, and what it converts. */
import AdmZip from 'adm-zip'
import { NotEmulated } from '../refusal.ts'
import type { Blob } from '../services/blob.ts'
import { documentType, docxType, googleFormat } from './drive.ts'
import { ApiRefusal } from './request.ts'

export interface Content {
  readonly content: Buffer
  readonly contentType: string
  readonly isConversion: boolean
}

/** What is kept of an upload: a .docx that becomes a Google Doc stays a .docx. */
export function contentFor(mimeType: string, media: Blob, call: string): Content {
  const content = Buffer.from(media.content)
  const contentType = media.getContentType() ?? 'application/octet-stream'
  if (!mimeType.startsWith(googleFormat)) return { content, contentType, isConversion: false }
  if (mimeType !== documentType)
    throw new ApiRefusal(call, 400, 'conversionUnsupportedConversionPath', 'The requested conversion is not supported.')
  if (contentType !== docxType) throw new NotEmulated(`conversion of ${contentType} to a Google Doc`)
  if (!isDocx(content)) throw new ApiRefusal(call, 400, 'badRequest', 'Bad Request')
  return { content, contentType, isConversion: true }
}

/** A zip with a Word document in it; what the document says is not looked at. */
function isDocx(content: Buffer): boolean {
  try {
    return new AdmZip(content).getEntry('word/document.xml') !== null
  } catch {
    return false
  }
}
