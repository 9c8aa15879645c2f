import { useLayoutEffect, useRef } from 'preact/hooks'
import type { DocumentBlock, PreviewAnswer, TextRun } from '../protocol.ts'

interface DocumentPreviewProps {
  readonly name: string
  readonly preview: PreviewAnswer
  close(): void
}

/** What a document says, on a sheet of paper over the page. */
export function DocumentPreview({ name, preview, close }: DocumentPreviewProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} class="message-box document-preview" aria-labelledby="document-name" onClose={close}>
      <h2 id="document-name" class="message-box-title">
        {name}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long document is scrolled with the keyboard */}
      <div class="document" role="document" tabIndex={0}>
        <Blocks blocks={preview.blocks} />
      </div>
      <form method="dialog" class="message-box-buttons">
        <button type="submit" class="action">
          Close
        </button>
      </form>
    </dialog>
  )
}

function Blocks({ blocks }: { readonly blocks: readonly DocumentBlock[] }) {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') {
      return (
        <p class={block.isListed ? 'listed' : undefined}>
          <Runs text={block.text} />
        </p>
      )
    }
    if (block.kind === 'heading') {
      const Heading = (['h3', 'h4', 'h5'] as const)[block.level - 1]!
      return (
        <Heading>
          <Runs text={block.text} />
        </Heading>
      )
    }
    return (
      <table>
        <tbody>
          {block.rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>
                  <Blocks blocks={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )
  })
}

function Runs({ text }: { readonly text: readonly TextRun[] }) {
  return text.map((run) => {
    const words = run.italic === true ? <em>{run.text}</em> : run.text
    return run.bold === true ? <strong>{words}</strong> : words
  })
}
