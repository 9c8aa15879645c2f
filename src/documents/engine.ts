/**
 * What the script reaches when it makes documents: bundled into Documents.html, and evaluated when the first is made.
 */
import type { PlanKind } from './plan-source.ts'

export { checkTemplate } from './check-template.ts'
export { templateFiller } from './fill-template.ts'
export { planContent } from './plan-content.ts'
export { planFile } from './plan-file.ts'
export { planKindOf } from './plan-source.ts'
export { requiredParts } from './required-parts.ts'

/** Put in by the build: the .docx files that src/documents/templates/ makes, in base64. */
declare const SHIPPED_TEMPLATES: Readonly<Record<PlanKind, string>>

/** The template that the product brings along, as base64 of a .docx file. */
export function shippedTemplate(kind: PlanKind): string {
  return SHIPPED_TEMPLATES[kind]
}
