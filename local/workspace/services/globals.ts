/** The services as global names of the script. */
import { scopesOfOtherServices } from '../authority.ts'
import type { Execution } from '../execution.ts'
import type { ServiceObject } from '../service-object.ts'
import { advancedServices } from './advanced.ts'
import { CacheService } from './cache.ts'
import { HtmlService } from './html.ts'
import { LockService } from './lock.ts'
import { Logger, ScriptConsole } from './log.ts'
import { PropertiesService } from './properties.ts'
import { ScriptApp } from './script-app.ts'
import { Session } from './session.ts'
import { SpreadsheetApp } from './spreadsheet-app.ts'
import { Utilities } from './utilities.ts'

/** Name and object of everything that is global in the script: services, services that are refused, advanced services. */
export function globalServices(execution: Execution): [string, ServiceObject | object][] {
  return [
    ['SpreadsheetApp', new SpreadsheetApp(execution)],
    ['HtmlService', new HtmlService(execution)],
    ['LockService', new LockService(execution)],
    ['PropertiesService', new PropertiesService(execution)],
    ['CacheService', new CacheService(execution)],
    ['Utilities', new Utilities(execution)],
    ['Session', new Session(execution)],
    ['ScriptApp', new ScriptApp(execution)],
    ['Logger', new Logger(execution)],
    ['console', new ScriptConsole(execution)],
    ...Object.keys(scopesOfOtherServices).map((name): [string, object] => [name, execution.realm.anyMethod(name)]),
    ...advancedServices(execution),
  ]
}
