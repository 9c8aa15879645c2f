/**
 * Nine in the morning of a day in a time zone, as epoch milliseconds: an hour at which it is that day in the office that
 * the workbook belongs to, whatever zone this machine is in.
 *
 * @param day 'YYYY-MM-DD'
 * @param timeZone IANA name, e.g. 'America/Denver'
 */
export function morningOf(day: string, timeZone: string): number {
  const wanted = Date.parse(`${day}T09:00:00Z`)
  const first = wanted - offsetAt(wanted, timeZone)
  return wanted - offsetAt(first, timeZone)
}

/** How far the zone's clock is ahead of UTC, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const [year, month, day, hour, minute, second] = ['year', 'month', 'day', 'hour', 'minute', 'second'].map((type) =>
    Number(parts.find((part) => part.type === type)?.value),
  ) as [number, number, number, number, number, number]
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}

/** The day that it is on this machine, 'YYYY-MM-DD'. */
export function localDay(now: Date): string {
  const part = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`
}
