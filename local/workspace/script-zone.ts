/**
 * The local time of the script. In Apps Script the local zone of `Date` (getHours, new Date(2026, 10, 20), toString) is
 * the time zone of the manifest, so the process takes that zone while the script runs, and gives it back after.
 */
import { zoneOf } from './zone.ts'

/** Runs `work` with the process in the zone. */
export function inZone<T>(zone: string | undefined, work: () => T): T {
  const before = process.env.TZ
  enter(zone)
  try {
    return work()
  } finally {
    enter(before)
  }
}

function enter(zone: string | undefined): void {
  if (process.env.TZ === zone) return
  if (zone === undefined) {
    delete process.env.TZ
    return
  }
  process.env.TZ = zone
  const winter = Date.UTC(2026, 0, 1)
  const expected = zoneOf(zone)
  if (-new Date(winter).getTimezoneOffset() * 60_000 !== expected.offsetAt(winter)) {
    throw new Error(`The time zone of this process cannot be set to ${zone}; run the Workspace outside worker threads.`)
  }
}
