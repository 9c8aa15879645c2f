import {writeFileSync} from 'node:fs'
import { templateDocx } from './build/templates/template-docx.ts'
import { openTemplate } from './src/documents/open-template.ts'
for (const kind of ['elementary','secondary'] as const) {
  const bytes = await templateDocx('.', kind)
  writeFileSync(`/tmp/${kind}.docx`, bytes)
  const o = openTemplate(bytes)
  console.log(kind, bytes.length, o.errors, o.uses.length)
}
