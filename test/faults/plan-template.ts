/** The shortest templates that Plan Keeper takes: a document of them is filled in a moment. */
import AdmZip from 'adm-zip'
import type { PlanKind } from '../../src/documents/plan-source.ts'
import { requiredParts } from '../../src/documents/required-parts.ts'
import { policyById } from '../../src/policy/packs.ts'
import type { PolicyId } from '../../src/policy/schema.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const contentTypes = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${office}"/></Types>`
const line = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** A .docx with the student, the counselor and every part that the policy asks for, one line each. */
export function shortTemplate(policy: PolicyId, kind: PlanKind): Buffer {
  const parts = requiredParts(policyById(policy)!, kind).map((name) => line(`{#${name}}{/${name}}`))
  const body = [line('{student_name}, {counselor}'), ...parts].join('')
  const zip = new AdmZip()
  zip.addFile('[Content_Types].xml', Buffer.from(contentTypes))
  zip.addFile(
    'word/document.xml',
    Buffer.from(
      `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  )
  return zip.toBuffer()
}
