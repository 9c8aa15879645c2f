/**
 * The choices of a drop-down under the cell that is being edited: a combobox as ARIA describes it.
 */

let listsSoFar = 0

export class ChoiceList {
  readonly #input: HTMLInputElement
  readonly #choices: readonly string[]
  readonly #list = document.createElement('ul')
  readonly #strict: boolean
  readonly #take: (choice: string) => void
  #shown: readonly string[] = []
  #at = -1

  /**
   * @param strict nothing but a choice may be typed, so that Enter takes the first that fits
   * @param take is given the choice that the person takes
   */
  constructor(input: HTMLInputElement, choices: readonly string[], strict: boolean, take: (choice: string) => void) {
    this.#input = input
    this.#choices = choices
    this.#strict = strict
    this.#take = take
    this.#list.className = 'choices'
    this.#list.id = `choices-${++listsSoFar}`
    this.#list.setAttribute('role', 'listbox')
    this.#list.setAttribute('aria-label', 'Choices')
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-expanded', 'true')
    input.setAttribute('aria-controls', this.#list.id)
    // A press on the list must not take the focus from the input.
    this.#list.addEventListener('mousedown', (event) => {
      event.preventDefault()
      event.stopPropagation()
      const choice = (event.target as Element).closest('li')?.textContent
      if (choice !== undefined && choice !== null) this.#take(choice)
    })
    input.closest('main')!.append(this.#list)
  }

  /** The choice that Enter takes; undefined when the person has gone to none. */
  get choice(): string | undefined {
    return this.#shown[this.#at]
  }

  /** Shows every choice, with the one that stands in the cell. */
  showAll(): void {
    this.#show(this.#choices, this.#choices.indexOf(this.#input.value))
  }

  /** Shows what fits the typed text. */
  filter(): void {
    const typed = this.#input.value.trim().toLowerCase()
    const fitting = this.#choices.filter((choice) => choice.toLowerCase().includes(typed))
    this.#show(fitting, this.#strict && typed !== '' ? 0 : -1)
  }

  /** Goes to the next choice, or back. */
  move(by: 1 | -1): void {
    const count = this.#shown.length
    if (count > 0) this.#goTo((this.#at + by + count) % count)
  }

  close(): void {
    this.#list.remove()
  }

  #show(choices: readonly string[], at: number): void {
    this.#shown = choices
    this.#list.replaceChildren(
      ...choices.map((choice, index) => {
        const item = document.createElement('li')
        item.id = `${this.#list.id}-${index}`
        item.setAttribute('role', 'option')
        item.setAttribute('aria-selected', 'false')
        item.textContent = choice
        return item
      }),
    )
    this.#list.hidden = choices.length === 0
    this.#input.setAttribute('aria-expanded', String(choices.length > 0))
    this.#goTo(at)
    this.#place()
  }

  #goTo(at: number): void {
    this.#list.children[this.#at]?.setAttribute('aria-selected', 'false')
    this.#at = at
    const item = this.#list.children[at]
    if (item === undefined) this.#input.removeAttribute('aria-activedescendant')
    else {
      item.setAttribute('aria-selected', 'true')
      item.scrollIntoView({ block: 'nearest' })
      this.#input.setAttribute('aria-activedescendant', item.id)
    }
  }

  /** Under the cell, or above it where there is no room below. */
  #place(): void {
    const cell = this.#input.parentElement!.getBoundingClientRect()
    const { style } = this.#list
    style.minWidth = `${cell.width}px`
    style.left = `${Math.max(0, Math.min(cell.left, innerWidth - this.#list.offsetWidth))}px`
    const below = cell.bottom + this.#list.offsetHeight <= innerHeight
    style.top = `${below ? cell.bottom + 2 : Math.max(0, cell.top - this.#list.offsetHeight - 2)}px`
  }
}
