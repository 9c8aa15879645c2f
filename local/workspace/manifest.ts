/** appsscript.json, as far as the Workspace acts on it. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { zoneOf } from './zone.ts'

export interface Manifest {
  /** The script's own zone, IANA. */
  readonly timeZone: string
  readonly oauthScopes: readonly string[]
  readonly advancedServices: readonly {
    readonly userSymbol: string
    readonly serviceId: string
    readonly version: string
  }[]
}

/**
 * Reads appsscript.json of the folder.
 * @throws Error when it is missing, or lacks a real time zone or an explicit scope list: without the list Google would
 * guess scopes from the code, which the emulation does not.
 */
export function readManifest(dist: string): Manifest {
  const file = path.join(dist, 'appsscript.json')
  const json = JSON.parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(json.oauthScopes)) throw new Error(`${file}: oauthScopes is missing; list the scopes explicitly.`)
  zoneOf(json.timeZone)
  return {
    timeZone: json.timeZone,
    oauthScopes: json.oauthScopes,
    advancedServices: json.dependencies?.enabledAdvancedServices ?? [],
  }
}
