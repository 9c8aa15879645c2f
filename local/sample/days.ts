/** Days of the sample school, as 'YYYY-MM-DD', as a spreadsheet keeps them, and as people type them. */

const DAY = 86_400_000
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The day as a spreadsheet's number: days since 30 December 1899. */
export function serial(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY + 25_569
}

/** The day so many days later. */
export function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** The same day, or the Monday after it when it falls on a weekend. */
export function schoolDay(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 6 ? later(day, 2) : weekday === 0 ? later(day, 1) : day
}

/** As somebody in an office types it: one of four ways. */
export function typed(day: string, way: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  switch (way % 4) {
    case 0:
      return `${month}/${date}/${String(year).slice(2)}`
    case 1:
      return `${MONTHS[month - 1]} ${date}, ${year}`
    case 2:
      return day
    default:
      return `${date}-${MONTHS[month - 1]}-${String(year).slice(2)}`
  }
}
