import { useEffect, useState } from 'preact/hooks'
import type { Session, Toast } from './session.ts'

/** Short messages in the corner. They go away by themselves, but not while somebody is on them. */
export function Toasts({ session, toasts }: { readonly session: Session; readonly toasts: readonly Toast[] }) {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} close={() => session.closeToast(toast.id)} />
      ))}
    </div>
  )
}

function ToastCard({ toast, close }: { readonly toast: Toast; close(): void }) {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld || toast.seconds <= 0) return
    const timer = setTimeout(close, toast.seconds * 1000)
    return () => clearTimeout(timer)
  }, [isHeld])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only the time stands still under the pointer; nothing can be done here that the cross cannot
    <div
      class="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <div>
        {toast.title !== '' && <strong>{toast.title}</strong>}
        <p class="toast-text">{toast.message}</p>
      </div>
      <button type="button" aria-label="Close the message" onClick={close}>
        ×
      </button>
    </div>
  )
}
