/** `npm run tags`: writes docs/template-tags.md. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tagsPage } from './tags-page.ts'
import { root } from './write-dist.ts'

await writeFile(join(root, 'docs/template-tags.md'), tagsPage())
