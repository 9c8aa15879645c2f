/** HtmlService: pages from the files of the script, and their templates. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Execution } from '../execution.ts'
import { Refusal } from '../refusal.ts'
import { ServiceObject } from '../service-object.ts'
import type { ShownPage } from '../stores.ts'

export class HtmlService extends ServiceObject {
  readonly official = 'HtmlService'

  createHtmlOutput(html = ''): HtmlOutput {
    return new HtmlOutput(this.execution, html)
  }

  createHtmlOutputFromFile(filename: string): HtmlOutput {
    return new HtmlOutput(this.execution, htmlFile(this.execution, filename))
  }

  createTemplate(html: string): HtmlTemplate {
    return new HtmlTemplate(this.execution, html)
  }

  createTemplateFromFile(filename: string): HtmlTemplate {
    return new HtmlTemplate(this.execution, htmlFile(this.execution, filename))
  }
}

/** @throws Refusal when the script has no such file; names go without their ending. */
function htmlFile(execution: Execution, name: string): string {
  const file = path.join(execution.workspace.dist, name.endsWith('.html') ? name : `${name}.html`)
  if (!existsSync(file)) throw new Refusal(`No HTML file named ${name} was found.`)
  return readFileSync(file, 'utf8')
}

export class HtmlOutput extends ServiceObject {
  readonly official = 'HtmlOutput'
  #page: ShownPage

  constructor(execution: Execution, content: string) {
    super(execution)
    this.#page = { title: '', content }
  }

  get page(): ShownPage {
    return this.#page
  }

  getContent(): string {
    return this.#page.content
  }

  setContent(content: string): HtmlOutput {
    return this.#set({ content })
  }

  append(addedContent: string): HtmlOutput {
    return this.#set({ content: this.#page.content + addedContent })
  }

  appendUntrusted(addedContent: string): HtmlOutput {
    return this.append(escaped(addedContent))
  }

  clear(): HtmlOutput {
    return this.#set({ content: '' })
  }

  getTitle(): string {
    return this.#page.title
  }

  setTitle(title: string): HtmlOutput {
    return this.#set({ title })
  }

  getWidth(): number | null {
    return this.#page.width ?? null
  }

  /** Of a dialog; a sidebar is 300 pixels wide whatever is set. */
  setWidth(width: number): HtmlOutput {
    return this.#set({ width })
  }

  getHeight(): number | null {
    return this.#page.height ?? null
  }

  setHeight(height: number): HtmlOutput {
    return this.#set({ height })
  }

  #set(change: Partial<ShownPage>): HtmlOutput {
    this.#page = { ...this.#page, ...change }
    return this
  }
}

export class HtmlTemplate extends ServiceObject {
  readonly official = 'HtmlTemplate'
  readonly #html: string

  constructor(execution: Execution, html: string) {
    super(execution)
    this.#html = html
  }

  getRawContent(): string {
    return this.#html
  }

  /** Runs the scriptlets in the script's context; what was set on the template is in scope. */
  evaluate(): HtmlOutput {
    const { realm, script } = this.execution
    const facade = realm.facade(this) as Record<string, unknown>
    const names = Object.keys(facade)
    const run = script.evaluate(
      `(function (${['__out', '__escape', ...names].join(',')}) {${templateCode(this.#html)}\n})`,
    ) as (...values: unknown[]) => void
    const parts: string[] = []
    run((text: unknown) => parts.push(String(text ?? '')), escaped, ...names.map((name) => facade[name]))
    return new HtmlOutput(this.execution, parts.join(''))
  }
}

/** `<? code ?>`, `<?= escaped ?>`, `<?!= raw ?>`. */
function templateCode(html: string): string {
  return html
    .split(/(<\?[\s\S]*?\?>)/)
    .map((part) => {
      const scriptlet = /^<\?(!=|=)?([\s\S]*)\?>$/.exec(part)
      if (scriptlet === null) return `__out(${JSON.stringify(part)});`
      const code = scriptlet[2]!.trim().replace(/;$/, '')
      if (scriptlet[1] === undefined) return `${scriptlet[2]}\n`
      return scriptlet[1] === '=' ? `__out(__escape(${code}));` : `__out(${code});`
    })
    .join('')
}

function escaped(text: unknown): string {
  return String(text ?? '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
