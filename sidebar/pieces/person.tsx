/** A name as the school writes it, in whichever direction its letters run. */
export function Name({ name, id }: { readonly name: string; readonly id: string }) {
  return (
    <span class="name" dir="auto">
      {name === '' ? `Student ${id}` : name}
    </span>
  )
}
