/**
 * Advanced services: global under the manifest's userSymbol. None is emulated here; `advancedServices` of
 * createWorkspace is where an emulation is put in, per userSymbol.
 */
import type { Execution } from '../execution.ts'
import type { ServiceObject } from '../service-object.ts'

/** Makes the object that the script sees under the userSymbol, for one execution. */
export type AdvancedService = (execution: Execution) => ServiceObject | object

/** The advanced services that the manifest switches on. */
export function advancedServices(execution: Execution): [string, ServiceObject | object][] {
  const { manifest, advanced } = execution.workspace
  return manifest.advancedServices.map(({ userSymbol }) => [
    userSymbol,
    advanced[userSymbol]?.(execution) ?? execution.realm.anyMethod(userSymbol),
  ])
}
