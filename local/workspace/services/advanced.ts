/**
 * Advanced services: global under the manifest's userSymbol. Drive v3 is emulated; `advancedServices` of createWorkspace
 * is where another emulation is put in, per userSymbol.
 */
import type { Execution } from '../execution.ts'
import { officialTypes } from '../official-types.ts'
import type { ServiceObject } from '../service-object.ts'
import { DriveFiles } from './drive-files.ts'
import { DriveRevisions } from './drive-revisions.ts'

/** Makes the object that the script sees under the userSymbol, for one execution. */
export type AdvancedService = (execution: Execution) => ServiceObject | object

/** The advanced services that the manifest switches on. */
export function advancedServices(execution: Execution): [string, ServiceObject | object][] {
  const { manifest, advanced } = execution.workspace
  return manifest.advancedServices.map(({ userSymbol, serviceId, version }) => [
    userSymbol,
    advanced[userSymbol]?.(execution) ??
      (serviceId === 'drive' && version === 'v3' ? drive(execution) : execution.realm.anyMethod(userSymbol)),
  ])
}

/** Files and Revisions; every other collection says that it is not emulated. */
function drive(execution: Execution): object {
  const emulated = new Map<string, ServiceObject>(
    [new DriveFiles(execution), new DriveRevisions(execution)].map((collection) => [collection.official, collection]),
  )
  const collections = [...officialTypes().classes.keys()].filter((name) => name.startsWith('Drive.'))
  return execution.realm.toScript(
    new Map(
      collections.map((name) => [name.slice('Drive.'.length), emulated.get(name) ?? execution.realm.anyMethod(name)]),
    ),
  ) as object
}
