/**
 * Who may call what: the scopes of the manifest and the AuthMode of the run.
 *
 * Sources: developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle (the table of AuthModes),
 * /apps-script/guides/sheets/functions (what a custom function may call), and the Authorization section of each
 * method's reference page (its scopes).
 */
import type { Effect } from './calls.ts'
import { Refusal } from './refusal.ts'

export type AuthMode = 'NONE' | 'LIMITED' | 'FULL' | 'CUSTOM_FUNCTION'

const auth = 'https://www.googleapis.com/auth/'
const currentSpreadsheet = [`${auth}spreadsheets.currentonly`, `${auth}spreadsheets`]
const anySpreadsheet = [`${auth}spreadsheets`]
const ownWindow = [`${auth}script.container.ui`]
const triggers = [`${auth}script.scriptapp`]
const ownFiles = [`${auth}drive.file`, `${auth}drive`]

/** Methods whose scopes differ from those of their class; any one of the scopes is enough. */
const scopesOfMethod: Readonly<Record<string, readonly string[]>> = {
  'SpreadsheetApp.create': anySpreadsheet,
  'SpreadsheetApp.open': anySpreadsheet,
  'SpreadsheetApp.openById': anySpreadsheet,
  'SpreadsheetApp.openByUrl': anySpreadsheet,
  'Spreadsheet.copy': anySpreadsheet,
  'Ui.alert': ownWindow,
  'Ui.prompt': ownWindow,
  'Ui.showSidebar': ownWindow,
  'Ui.showModalDialog': ownWindow,
  'Ui.showModelessDialog': ownWindow,
  'Ui.showDialog': ownWindow,
  'ScriptApp.newTrigger': triggers,
  'ScriptApp.deleteTrigger': triggers,
  'ScriptApp.getProjectTriggers': triggers,
  'ScriptApp.getUserTriggers': triggers,
  'Session.getActiveUser': [`${auth}userinfo.email`],
  'Session.getEffectiveUser': [`${auth}userinfo.email`],
  'Session.getUser': [`${auth}userinfo.email`],
}

/** Services that the emulation knows only by the scope that they need. */
export const scopesOfOtherServices: Readonly<Record<string, readonly string[]>> = {
  UrlFetchApp: [`${auth}script.external_request`],
  DriveApp: [`${auth}drive`],
  DocumentApp: [`${auth}documents`],
  SlidesApp: [`${auth}presentations`],
  FormApp: [`${auth}forms`],
  MailApp: [`${auth}script.send_mail`],
  GmailApp: ['https://mail.google.com/'],
  CalendarApp: [`${auth}calendar`],
  ContactsApp: ['https://www.google.com/m8/feeds'],
  GroupsApp: [`${auth}groups`],
  SitesApp: ['https://sites.google.com/feeds'],
  Jdbc: [`${auth}script.external_request`],
  LanguageApp: [],
  LinearOptimizationService: [],
  Maps: [],
  Charts: [],
  CardService: [],
  ContentService: [],
  XmlService: [],
  Browser: ownWindow,
}

const spreadsheetClasses =
  /^(SpreadsheetApp|Spreadsheet|Sheet|Range|RangeList|Selection|NamedRange|Protection|Filter|DeveloperMetadata\w*)$/
const menus = /^(Menu|Ui\.createMenu|Ui\.createAddonMenu|SpreadsheetApp\.getUi)\b/
const windows = /^Ui\.(alert|prompt|show)/
const stores = /^(Properties|PropertiesService)\b/
const ofTheUser =
  /^(Session\.get(ActiveUser|EffectiveUser|User|TemporaryActiveUserKey)$|ScriptApp\.(newTrigger|deleteTrigger|get\w*Triggers|getOAuthToken|getIdentityToken|invalidateAuth|require\w*))/
const withoutDocument =
  /^(Utilities|Blob|Logger|console|Session\.(getActiveUserLocale|getScriptTimeZone|getTimeZone))\b/

export interface Asked {
  /** 'Range.setValues', as counted. */
  readonly method: string
  readonly className: string
  /** 'SpreadsheetApp.Range.setValues', as Google names it in messages. */
  readonly qualified: string
  readonly effect: Effect
}

/**
 * Refuses a call that the manifest's scopes or the AuthMode do not cover.
 * @throws Refusal with Google's text.
 */
export function authorize(asked: Asked, mode: AuthMode, granted: readonly string[]): void {
  const scopes = scopesNeeded(asked)
  if (isAdvanced(asked) && !scopes.some((scope) => granted.includes(scope))) {
    throw new Refusal(
      `API call to ${asked.method.toLowerCase()} failed with error: Request had insufficient authentication scopes.`,
    )
  }
  if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope))) {
    throw new Refusal(
      `Specified permissions are not sufficient to call ${asked.qualified}. Required permissions: ${named(scopes)}`,
    )
  }
  if (allowedIn(mode, asked)) return
  if (mode === 'CUSTOM_FUNCTION') {
    if (asked.method === 'SpreadsheetApp.getUi')
      throw new Refusal('Cannot call SpreadsheetApp.getUi() from this context.')
    throw new Refusal(`You do not have permission to call ${asked.method.slice(asked.method.lastIndexOf('.') + 1)}`)
  }
  const required = scopes.length > 0 ? ` Required permissions: ${named(scopes)}` : ''
  throw new Refusal(`You do not have permission to call ${asked.qualified}.${required}`)
}

/** Advanced services have names such as Drive.Files. */
function isAdvanced({ className }: Asked): boolean {
  return className.startsWith('Drive.')
}

function scopesNeeded(asked: Asked): readonly string[] {
  if (isAdvanced(asked)) return ownFiles
  const own = scopesOfMethod[asked.method] ?? scopesOfOtherServices[asked.className]
  if (own !== undefined) return own
  return spreadsheetClasses.test(asked.className) && asked.effect !== 'none' ? currentSpreadsheet : []
}

function allowedIn(mode: AuthMode, asked: Asked): boolean {
  const { method, className, effect } = asked
  if (isAdvanced(asked)) return mode === 'FULL'
  switch (mode) {
    case 'FULL':
      return true
    case 'LIMITED':
      return !windows.test(method) && !ofTheUser.test(method)
    case 'NONE':
      return menus.test(method) || withoutDocument.test(method)
    case 'CUSTOM_FUNCTION':
      if (menus.test(method) || windows.test(method) || ofTheUser.test(method)) return false
      if (spreadsheetClasses.test(className) || stores.test(method))
        return effect !== 'writes' && effect !== 'writes-range'
      return true
  }
}

function named(scopes: readonly string[]): string {
  return scopes.length === 1 ? scopes[0]! : `(${scopes.join(' || ')})`
}
