/** Protection of a range or a sheet. */
import { overlap } from '../areas.ts'
import type { Execution } from '../execution.ts'
import type { Area, Protection as ProtectionModel, SheetModel } from '../model.ts'
import { NotEmulated, Refusal } from '../refusal.ts'
import { EnumMember, ServiceObject } from '../service-object.ts'
import { Range } from './range.ts'
import { mayEdit, sheetOf, wholeSheet } from './sheet-access.ts'
import { User } from './user.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Protects the area, or the sheet without one; who does it stays an editor. A sheet has one protection of its own. */
export function protect(execution: Execution, sheet: SheetModel, area?: Area): Protection {
  const existing =
    area === undefined ? sheet.protections.find((protection) => protection.area === undefined) : undefined
  const protection = existing ?? {
    ...(area === undefined ? {} : { area }),
    description: '',
    warningOnly: false,
    editors: [execution.user.email],
  }
  if (existing === undefined) sheet.protections.push(protection)
  return new Protection(execution, sheet.id, protection)
}

/** @param type 'RANGE' or 'SHEET' */
export function protectionsOf(execution: Execution, sheet: SheetModel, type: string): Protection[] {
  return sheet.protections
    .filter(({ area }) => (area === undefined) === (type === 'SHEET'))
    .map((protection) => new Protection(execution, sheet.id, protection))
}

export function mayEditArea(execution: Execution, sheet: SheetModel, area: Area): boolean {
  return sheet.protections.every(
    (protection) =>
      mayEdit(execution, protection) || (protection.area !== undefined && !overlap(protection.area, area)),
  )
}

export class Protection extends ServiceObject {
  readonly official = 'Protection'
  readonly #sheetId: number
  readonly #protection: Mutable<ProtectionModel>

  constructor(execution: Execution, sheetId: number, protection: ProtectionModel) {
    super(execution)
    this.#sheetId = sheetId
    this.#protection = protection
  }

  getProtectionType(): EnumMember {
    return new EnumMember('ProtectionType', this.#protection.area === undefined ? 'SHEET' : 'RANGE')
  }

  getRange(): Range {
    const { area } = this.#protection
    return new Range(this.execution, this.#sheetId, area ?? wholeSheet(sheetOf(this.execution, this.#sheetId)))
  }

  setRange(range: Range): Protection {
    if (this.#protection.area === undefined) throw new NotEmulated('Protection.setRange of a sheet protection')
    this.#change().area = range.area
    return this
  }

  getDescription(): string {
    return this.#protection.description
  }

  setDescription(description: string): Protection {
    this.#change().description = description
    return this
  }

  isWarningOnly(): boolean {
    return this.#protection.warningOnly
  }

  setWarningOnly(warningOnly: boolean): Protection {
    this.#change().warningOnly = warningOnly
    return this
  }

  canEdit(): boolean {
    return mayEdit(this.execution, this.#protection)
  }

  canDomainEdit(): boolean {
    return false
  }

  getEditors(): User[] {
    return (this.#protection.editors ?? []).map((email) => new User(this.execution, email))
  }

  addEditor(editor: string | User): Protection {
    return this.addEditors([typeof editor === 'string' ? editor : editor.email])
  }

  addEditors(emails: readonly string[]): Protection {
    this.#change().editors = [...new Set([...(this.#protection.editors ?? []), ...emails])]
    return this
  }

  removeEditor(editor: string | User): Protection {
    return this.removeEditors([editor])
  }

  removeEditors(editors: readonly (string | User)[]): Protection {
    const gone = editors.map((editor) => (typeof editor === 'string' ? editor : editor.email))
    this.#change().editors = (this.#protection.editors ?? []).filter((email) => !gone.includes(email))
    return this
  }

  remove(): void {
    this.#change()
    const { protections } = sheetOf(this.execution, this.#sheetId)
    const index = protections.indexOf(this.#protection)
    if (index >= 0) protections.splice(index, 1)
  }

  /** @throws Refusal when the user may not change it. */
  #change(): Mutable<ProtectionModel> {
    if (mayEdit(this.execution, this.#protection)) return this.#protection
    throw new Refusal(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    )
  }
}
