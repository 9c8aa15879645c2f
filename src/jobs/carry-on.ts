/** The clock of Google that goes on with documents every hour, when nobody looks on. It is the person's who set it. */

export function isCarryingOn(): boolean {
  return standing().length > 0
}

export function setCarryingOn(wanted: boolean): void {
  const triggers = standing()
  if (!wanted) for (const trigger of triggers) ScriptApp.deleteTrigger(trigger)
  else if (triggers.length === 0) ScriptApp.newTrigger('carryOnDocuments').timeBased().everyHours(1).create()
}

function standing(): readonly GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === 'carryOnDocuments')
}
