import { useLayoutEffect, useRef } from 'preact/hooks'
import type { MessageBox as Box } from './session.ts'

/** A message that waits for OK; the rest of the page waits with it. */
export function MessageBox({ box, close }: { readonly box: Box; close(id: number): void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog
      class="message-box"
      ref={dialog}
      aria-labelledby={box.title === '' ? undefined : 'box-title'}
      aria-describedby="box-message"
      aria-label={box.title === '' ? 'Message' : undefined}
      onClose={() => close(box.id)}
    >
      {box.title !== '' && (
        <h2 id="box-title" class="message-box-title">
          {box.title}
        </h2>
      )}
      <p id="box-message" class="message-box-text">
        {box.message}
      </p>
      <form method="dialog" class="message-box-buttons">
        <button type="submit" class="action">
          OK
        </button>
      </form>
    </dialog>
  )
}
