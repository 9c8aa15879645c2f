/**
 * As much of a browser's document as Preact needs to draw the sidebar, so that its tests run without a browser.
 */

type Listener = (event: object) => void

export class SmallNode {
  parentNode: SmallElement | null = null
  readonly nodeType: number
  constructor(nodeType: number) {
    this.nodeType = nodeType
  }
  get nextSibling(): SmallNode | null {
    const siblings = this.parentNode?.childNodes ?? []
    return siblings[siblings.indexOf(this) + 1] ?? null
  }
  remove(): void {
    this.parentNode?.removeChild(this)
  }
}

export class SmallText extends SmallNode {
  data: string
  constructor(data: string) {
    super(3)
    this.data = String(data)
  }
  get text(): string {
    return this.data
  }
}

export class SmallElement extends SmallNode {
  /** The element that has the focus, if it is still on the page. */
  static focused: SmallElement | undefined
  readonly childNodes: SmallNode[] = []
  readonly localName: string
  readonly attributes = new Map<string, string>()
  readonly style = {}
  readonly listeners = new Map<string, Listener>()
  /** Preact asks whether an element knows an event. */
  onclick: Listener | null = null

  constructor(localName: string) {
    super(1)
    this.localName = localName
  }
  get firstChild(): SmallNode | null {
    return this.childNodes[0] ?? null
  }
  insertBefore(node: SmallNode, before: SmallNode | null): SmallNode {
    node.remove()
    this.childNodes.splice(before === null ? this.childNodes.length : this.childNodes.indexOf(before), 0, node)
    node.parentNode = this
    return node
  }
  appendChild(node: SmallNode): SmallNode {
    return this.insertBefore(node, null)
  }
  removeChild(node: SmallNode): SmallNode {
    this.childNodes.splice(this.childNodes.indexOf(node), 1)
    node.parentNode = null
    return node
  }
  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value))
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name)
  }
  addEventListener(name: string, listener: Listener): void {
    this.listeners.set(name, listener)
  }
  removeEventListener(name: string): void {
    this.listeners.delete(name)
  }
  focus(): void {
    SmallElement.focused = this
  }
  click(): void {
    this.listeners.get('click')?.call(this, { type: 'click', currentTarget: this, target: this })
  }

  /** Every element below this one, in the order of the page. */
  get all(): SmallElement[] {
    return this.childNodes.flatMap((node) => (node instanceof SmallElement ? [node, ...node.all] : []))
  }
  /** The text below this element, a space between elements. */
  get text(): string {
    const parts = this.childNodes.map((node) => (node as SmallText | SmallElement).text)
    const separator = this.childNodes.some((node) => node instanceof SmallElement) ? ' ' : ''
    return parts.join(separator).replace(/\s+/g, ' ').trim()
  }
}

/** A document with one empty element, found by any id. */
export function smallDocument() {
  const root = new SmallElement('div')
  return {
    root,
    getElementById: () => root,
    createElement: (name: string) => new SmallElement(name),
    createElementNS: (_namespace: string, name: string) => new SmallElement(name),
    createTextNode: (data: string) => new SmallText(data),
  }
}
