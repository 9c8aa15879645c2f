import { useEffect, useState } from 'preact/hooks'

/** How long before it is said that it still goes on. */
const longSeconds = 10

/** What goes on, and after a while that it still does. */
export function Busy({ text, long }: { readonly text: string; readonly long?: string }) {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), longSeconds * 1000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <span class="busy">
        <span class="spinner" aria-hidden="true" />
        {text}
      </span>
      {long !== undefined && isLong && <span class="long-busy">{long}</span>}
    </>
  )
}
