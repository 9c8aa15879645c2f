/** What is laid over the cells of a Sheet: conditional formats, protections, filter, names, metadata. */
import { Refusal } from '../refusal.ts'
import type { EnumMember } from '../service-object.ts'
import { ConditionalFormatRule } from './conditional-format.ts'
import {
  addMetadata,
  type DeveloperMetadata,
  DeveloperMetadataFinder,
  type MetadataArguments,
  ownMetadata,
} from './developer-metadata.ts'
import { Filter } from './filter.ts'
import { NamedRange } from './named-range.ts'
import { type Protection, protect, protectionsOf } from './protection.ts'
import { checkEditable, workbookOf } from './sheet-access.ts'
import { SheetRowsAndColumns } from './sheet-rows-and-columns.ts'

export abstract class SheetRules extends SheetRowsAndColumns {
  getConditionalFormatRules(): ConditionalFormatRule[] {
    return this.model.conditionalFormats.map((rule) => new ConditionalFormatRule(this.execution, rule, this.id))
  }

  setConditionalFormatRules(rules: readonly ConditionalFormatRule[]): void {
    const { model } = this
    checkEditable(this.execution, model)
    for (const rule of rules) {
      if (rule.sheetId !== this.id) throw new Refusal('Conditional format rule cannot reference a different sheet.')
    }
    model.conditionalFormats = rules.map(({ rule }) => rule)
  }

  clearConditionalFormatRules(): void {
    this.model.conditionalFormats = []
  }

  protect(): Protection {
    return protect(this.execution, this.model)
  }

  getProtections(type: EnumMember): Protection[] {
    return protectionsOf(this.execution, this.model, type.member)
  }

  getFilter(): Filter | null {
    return this.model.filter === undefined ? null : new Filter(this.execution, this.id)
  }

  getNamedRanges(): NamedRange[] {
    return workbookOf(this.execution)
      .namedRanges.filter(({ sheetId }) => sheetId === this.id)
      .map((named) => new NamedRange(this.execution, named))
  }

  addDeveloperMetadata(...given: MetadataArguments): this {
    addMetadata(this.execution, this.model, { type: 'SHEET' }, given)
    return this
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return ownMetadata(this.execution, this.model, ({ type }) => type === 'SHEET')
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.execution, { sheetId: this.id })
  }
}
