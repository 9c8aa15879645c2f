/**
 * docs/template-tags.md, made from the table of tags itself.
 */
import { clauseTag, planTags, type Tag, type TagTable } from '../src/documents/template-tags.ts'

const head = `# The tags of a template

A template is a Word document (.docx) or a Google Doc. What stands in braces is filled for each student; everything else is yours: wording, order, letterhead.
This page is made from the code by \`npm run tags\`.

- **A text**: \`{student_name}\`. Capitals, blanks and hyphens do not matter: \`{Student name}\` is the same.
- **A line that goes where nothing fills it**: \`Goes by {preferred_name?}\`. Without the question mark the place stays empty.
- **A part**: \`{#goals}\` … \`{/goals}\`, each on a line of its own. What is between them is there only where the plan has that part; \`{^goals}\` … \`{/goals}\` only where it has not. A text may stand there too: \`{^text}\` … \`{/text}\` is for room to write.
- **Rows**: inside their part, \`{#rows}\` … \`{/rows}\`, once for each. Around the cells of a row of a table they give a table row each.
- Tags may stand in the text, in tables, in the header and in the footer. They may not stand in the address of a link, in a field or in the description of a picture; the check of a template says so.
- What a school has written is never a tag and never formatting: it comes out as it was typed.

Every part has \`{clause}\`: ${clauseTag.charAt(0).toLowerCase()}${clauseTag.slice(1)}
`

/** The whole page. */
export function tagsPage(): string {
  const texts = Object.entries<Tag>(planTags).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const parts = Object.entries<Tag>(planTags).flatMap(([name, tag]) =>
    typeof tag === 'string' || !('part' in tag) ? [] : [partOf(name, tag.about, tag.part)],
  )
  const table = texts.map(([name, about]) => `| \`{${name}}\` | ${about} |`)
  return `${head}
## Texts

| Tag | What it says |
| --- | --- |
${table.join('\n')}

## Parts

| Part | Tag in it | What it says |
| --- | --- | --- |
${parts.join('\n')}
`
}

function partOf(name: string, about: string, tags: TagTable): string {
  const lines = [`| \`{#${name}}\` | | **${about}** |`]
  for (const [inner, tag] of Object.entries(tags)) {
    if (typeof tag === 'string') lines.push(`| | \`{${inner}}\` | ${tag} |`)
    else {
      lines.push(`| | \`{#${inner}}\` | ${tag.about} |`)
      const rows = 'rows' in tag ? tag.rows : tag.part
      for (const [cell, words] of Object.entries(rows)) lines.push(`| | \`{${cell}}\` in a row | ${String(words)} |`)
    }
  }
  return lines.join('\n')
}
