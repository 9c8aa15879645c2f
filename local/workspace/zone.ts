/**
 * Wall time of a time zone. A cell holds wall time without a zone; a Date holds an instant. Everything that turns one
 * into the other goes through here, with the daylight shifts of the zone itself.
 */

export const millisecondsADay = 86_400_000
const mostRemembered = 100_000
const millisecondsAnHour = 3_600_000

/** Days from 1899-12-30, where the serial numbers of a spreadsheet begin, to 1970-01-01. */
export const serialOfEpoch = 25_569

interface Shift {
  /** The instant from which on the offset holds. */
  readonly from: number
  /** Wall time minus UTC, in ms. */
  readonly offset: number
}

const zones = new Map<string, Zone>()

/**
 * The zone of an IANA name.
 * @throws RangeError when there is no such zone.
 */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name)
  if (zone === undefined) {
    zone = new Zone(name)
    zones.set(name, zone)
  }
  return zone
}

export class Zone {
  readonly name: string
  readonly #format: Intl.DateTimeFormat
  /** Shifts by UTC year, the one that holds at its beginning first: asking Intl for every cell would take seconds. */
  readonly #years = new Map<number, readonly Shift[]>()
  /** Instants by serial number: a column of dates holds few different ones. */
  readonly #instants = new Map<number, number>()

  constructor(name: string) {
    this.name = name
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  }

  /** Wall time minus UTC at an instant, in ms. */
  offsetAt(instant: number): number {
    let offset = 0
    for (const shift of this.#shifts(new Date(instant).getUTCFullYear())) {
      if (shift.from > instant) break
      offset = shift.offset
    }
    return offset
  }

  /** The wall time of an instant, as the ms that the same wall time would have in UTC. */
  wallOf(instant: number): number {
    return instant + this.offsetAt(instant)
  }

  /**
   * The instant of a wall time. A wall time that the clocks skip is read with the offset before the gap (02:30 becomes
   * 03:30); one that comes twice is its first occurrence.
   */
  instantOf(wall: number): number {
    const before = this.offsetAt(wall - millisecondsADay)
    const after = this.offsetAt(wall + millisecondsADay)
    if (before === after) return wall - before
    const first = wall - before
    if (this.offsetAt(first) === before) return first
    const second = wall - after
    return this.offsetAt(second) === after ? second : first
  }

  /** The serial number of the cell that shows this instant. */
  serialOf(instant: number): number {
    return this.wallOf(instant) / millisecondsADay + serialOfEpoch
  }

  /** The instant that a cell with this serial number stands for, to the millisecond. */
  instantOfSerial(serial: number): number {
    let instant = this.#instants.get(serial)
    if (instant === undefined) {
      instant = this.instantOf(Math.round((serial - serialOfEpoch) * millisecondsADay))
      if (this.#instants.size < mostRemembered) this.#instants.set(serial, instant)
    }
    return instant
  }

  #shifts(year: number): readonly Shift[] {
    let shifts = this.#years.get(year)
    if (shifts === undefined) {
      shifts = this.#findShifts(year)
      this.#years.set(year, shifts)
    }
    return shifts
  }

  #findShifts(year: number): readonly Shift[] {
    const start = utcYear(year)
    const end = utcYear(year + 1)
    const shifts: Shift[] = [{ from: Number.NEGATIVE_INFINITY, offset: this.#ask(start) }]
    const step = 7 * millisecondsADay
    for (let at = start; at < end; at += step) {
      const offset = shifts[shifts.length - 1]!.offset
      const next = Math.min(at + step, end)
      if (this.#ask(next) === offset) continue
      let low = at
      let high = next
      while (high - low > 1000) {
        const middle = Math.floor((low + high) / 2000) * 1000
        if (this.#ask(middle) === offset) low = middle
        else high = middle
      }
      if (high < end) shifts.push({ from: high, offset: this.#ask(high) })
    }
    return shifts
  }

  #ask(instant: number): number {
    const part: Record<string, string> = {}
    for (const { type, value } of this.#format.formatToParts(instant)) part[type] = value
    const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year)
    const wall = new Date(0)
    wall.setUTCFullYear(year, Number(part.month) - 1, Number(part.day))
    wall.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second))
    return wall.getTime() - Math.floor(instant / 1000) * 1000
  }
}

function utcYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1)
}

/** Hours and minutes as '-0700' or, with a colon, '-07:00'. */
export function offsetText(offset: number, colon = ''): string {
  const minutes = Math.round(Math.abs(offset) / 60_000)
  const two = (count: number) => String(count).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`
}

/** Whether clocks in the zone are ahead of its winter time at the instant. */
export function isDaylightTime(zone: Zone, instant: number): boolean {
  const year = new Date(instant).getUTCFullYear()
  const winter = Math.min(zone.offsetAt(Date.UTC(year, 0, 1)), zone.offsetAt(Date.UTC(year, 6, 1)))
  return zone.offsetAt(instant) > winter && Math.abs(zone.offsetAt(instant) - winter) <= 2 * millisecondsAnHour
}
