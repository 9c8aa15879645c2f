/** Ui and Menu: what the script shows is recorded; answers to alerts and prompts are prepared by the test. */
import type { Execution } from '../execution.ts'
import { Refusal } from '../refusal.ts'
import { EnumMember, ServiceObject } from '../service-object.ts'
import type { MenuItem, ShownMenu } from '../stores.ts'
import type { HtmlOutput } from './html.ts'

const buttonsOf: Readonly<Record<string, readonly string[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
}

interface Question {
  readonly title: string
  readonly message: string
  readonly buttons: string
}

export class Ui extends ServiceObject {
  readonly official = 'Ui'

  createMenu(caption: string): Menu {
    return new Menu(this.execution, caption)
  }

  createAddonMenu(): Menu {
    return new Menu(this.execution)
  }

  /** @throws Error when the test has prepared no answer and there is a choice. */
  alert(...given: (string | EnumMember)[]): EnumMember {
    const question = questionOf(given)
    const { ui } = this.execution.workspace
    ui.alerts.push(question)
    const answer = question.buttons === 'OK' ? 'OK' : ui.nextAnswer()
    return new EnumMember('Button', checkedAnswer(question, answer))
  }

  prompt(...given: (string | EnumMember)[]): PromptResponse {
    const question = questionOf(given)
    const { ui } = this.execution.workspace
    ui.prompts.push(question)
    const answer = ui.nextAnswer()
    if (answer === undefined) throw unanswered(question)
    const isButton = ['CLOSE', ...(buttonsOf[question.buttons] ?? [])].includes(answer)
    return new PromptResponse(
      this.execution,
      isButton ? answer : (buttonsOf[question.buttons]![0] ?? 'OK'),
      isButton ? '' : answer,
    )
  }

  showSidebar(userInterface: HtmlOutput): void {
    this.execution.workspace.ui.sidebar = userInterface.page
  }

  showModalDialog(userInterface: HtmlOutput, title: string): void {
    this.execution.workspace.ui.dialogs.push({ ...userInterface.page, title, modal: true })
  }

  showModelessDialog(userInterface: HtmlOutput, title: string): void {
    this.execution.workspace.ui.dialogs.push({ ...userInterface.page, title, modal: false })
  }
}

/** (prompt), (prompt, buttons) or (title, prompt, buttons). */
function questionOf(given: readonly (string | EnumMember)[]): Question {
  const texts = given.filter((argument) => typeof argument === 'string')
  const buttons = given.find((argument) => argument instanceof EnumMember)
  const [title, message] = texts.length === 2 ? texts : ['', texts[0]]
  return { title: title!, message: message!, buttons: buttons?.member ?? 'OK' }
}

function checkedAnswer(question: Question, answer: string | undefined): string {
  if (answer === undefined) throw unanswered(question)
  if (answer !== 'CLOSE' && !buttonsOf[question.buttons]!.includes(answer)) {
    throw new Error(`The alert "${question.message}" has no button ${answer}.`)
  }
  return answer
}

function unanswered(question: Question): Error {
  return new Error(`Nobody answers "${question.message}": prepare it with workspace.ui.answer(…).`)
}

export class PromptResponse extends ServiceObject {
  readonly official = 'PromptResponse'
  readonly #button: string
  readonly #text: string

  constructor(execution: Execution, button: string, text: string) {
    super(execution)
    this.#button = button
    this.#text = text
  }

  getSelectedButton(): EnumMember {
    return new EnumMember('Button', this.#button)
  }

  getResponseText(): string {
    return this.#text
  }
}

export class Menu extends ServiceObject {
  readonly official = 'Menu'
  readonly #title: string | undefined
  readonly #entries: (MenuItem | 'separator' | ShownMenu)[] = []

  constructor(execution: Execution, title?: string) {
    super(execution)
    this.#title = title
  }

  addItem(caption: string, functionName: string): Menu {
    this.#entries.push({ label: caption, functionName })
    return this
  }

  addSeparator(): Menu {
    this.#entries.push('separator')
    return this
  }

  addSubMenu(menu: Menu): Menu {
    this.#entries.push(menu.shown)
    return this
  }

  /** A menu replaces an earlier one of the same title. */
  addToUi(): void {
    if (this.#entries.length === 0) throw new Refusal('Menus must contain at least one item.')
    const { ui } = this.execution.workspace
    ui.menus = [...ui.menus.filter(({ title }) => title !== this.#title), this.shown]
  }

  get shown(): ShownMenu {
    return { ...(this.#title === undefined ? {} : { title: this.#title }), entries: [...this.#entries] }
  }
}
