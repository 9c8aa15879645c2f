/**
 * Settings as the sidebar shows and changes them. They live on the Settings tab; a change is typed there as a person would.
 */
import * as z from 'zod/mini'
import type { SettingName } from '../../compliance/settings.ts'
import type { AnsweredMapping } from './check.ts'
import { readRequest } from './read-request.ts'
import type { Refused } from './refused.ts'

const choice = () => z.exactOptional(z.string().check(z.trim(), z.maxLength(200)))

const settingsRequest = () =>
  z.strictObject({
    /** As typed beside the label, '' for blank; what is absent stays as it is. A policy by its id. */
    policy: choice(),
    schoolYear: choice(),
    firstDay: choice(),
    lastDay: choice(),
    asOf: choice(),
    schoolName: choice(),
    planManager: choice(),
    /** Choices of columns; with the field 'tab', of what a whole tab is: a heading is then one of `kinds`. */
    columns: z.exactOptional(
      z.array(
        z.strictObject({
          /** Of the tab. */
          signature: z.string(),
          field: z.string(),
          /** As AnsweredField.own, where the row has one. */
          own: z.exactOptional(z.string()),
          /** A heading as in AnsweredColumn.label, '' for "not in this tab", null to go back to the guess. */
          heading: z.exactOptional(z.nullable(z.string())),
          dates: z.exactOptional(z.enum(['day-first', 'month-first'])),
        }),
      ),
    ),
  })

export type SettingsRequest = z.output<ReturnType<typeof settingsRequest>>

/** @throws RequestInvalid */
export function readSettingsRequest(request: string): SettingsRequest {
  return readRequest(request, settingsRequest())
}

/** One of the settings. */
export interface AnsweredSetting {
  readonly name: SettingName
  readonly label: string
  /** What a person chose, '' for nothing; a policy by its id. */
  readonly chosen: string
  /** What is used, in words. */
  readonly used: string
  /** What it means and what a blank stands for. */
  readonly meaning: string
  /** Why what stands on the tab cannot be used; absent where it can. */
  readonly refused?: string
}

/** How the policy's text is read where it leaves room. */
export interface AnsweredReading {
  /** 'R9' */
  readonly id: string
  readonly question: string
  /** In words. */
  readonly value: string
  readonly because: string
  /** Whether this policy reads it in its own way. */
  readonly isOwn: boolean
}

/** A column as a choice names it: its heading, and where that stands twice its letter too. */
export interface AnsweredColumn {
  readonly label: string
  /** Up to three values. */
  readonly samples: readonly string[]
}

/** Something that can stand in a tab of its kind. */
export interface AnsweredField {
  readonly field: string
  /** In words: 'Grade'. */
  readonly name: string
  /** Label of the one column that this is about, where a roster may keep several of a field, such as 'Fall conf'. */
  readonly own?: string
  /** Label of the column that is read, '' where there is none. */
  readonly readFrom: string
  /** Absent where no column is read. */
  readonly certainty?: AnsweredMapping['columns'][number]['certainty']
  /** Undefined where nobody chose; else as in the request. */
  readonly chosen?: string
  readonly dates?: 'day-first' | 'month-first'
}

/** A tab and its columns. */
export interface AnsweredTab extends Omit<AnsweredMapping, 'columns'> {
  /** In words: 'roster'. */
  readonly kindName: string
  /** Whether a person said so. */
  readonly isNamed: boolean
  readonly signature: string
  readonly questions: readonly {
    readonly asks: 'column' | 'date-order'
    readonly field: string
    readonly columns: readonly AnsweredColumn[]
  }[]
  /**
   * What is read first, what is not in this tab last; what is asked stands here too. None where there is nothing to choose:
   * the tab is not read, has the headings that set-up gives it, or those of a tab above it, with which it shares its choices.
   */
  readonly fields: readonly AnsweredField[]
  readonly columns: readonly AnsweredColumn[]
}

export interface SettingsShown {
  readonly ok: true
  readonly settings: readonly AnsweredSetting[]
  readonly policies: readonly { readonly id: string; readonly name: string }[]
  readonly readings: readonly AnsweredReading[]
  readonly tabs: readonly AnsweredTab[]
  /** What a tab can be, in words. */
  readonly kinds: readonly string[]
  /** Columns that a check writes: name and place, e.g. 'Students!N'; '' before the first check. */
  readonly managed: readonly { readonly name: string; readonly place: string }[]
  /** Home and letter languages of the roster, the most frequent first. */
  readonly languages: readonly {
    /** As the school writes it. */
    readonly text: string
    /** In English; absent where it is not known: those families get English letters. */
    readonly name?: string
    readonly students: number
  }[]
}

export type SettingsAnswer = SettingsShown | Refused
