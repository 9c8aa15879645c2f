/** Date patterns of Java's SimpleDateFormat, as Utilities.formatDate takes them; English names. */
import { NotEmulated, Refusal } from '../refusal.ts'
import { isDaylightTime, offsetText, type Zone } from '../zone.ts'

const months = 'January February March April May June July August September October November December'.split(' ')
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/**
 * @param instant epoch ms
 * @throws Refusal for a letter that the pattern language does not have
 */
export function formatPattern(instant: number, zone: Zone, pattern: string): string {
  const tokens = pattern.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g) ?? []
  return tokens
    .map((token) => {
      if (token === "''") return "'"
      if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'")
      return /^[A-Za-z]/.test(token) ? field(token, instant, zone) : token
    })
    .join('')
}

function field(token: string, instant: number, zone: Zone): string {
  const time = new Date(zone.wallOf(instant))
  const padded = (count: number) => String(count).padStart(token.length, '0')
  const hours = time.getUTCHours()
  const year = time.getUTCFullYear()
  switch (token[0]) {
    case 'y':
      return token.length === 2 ? String(year % 100).padStart(2, '0') : padded(year)
    case 'M':
    case 'L': {
      const month = months[time.getUTCMonth()]!
      return token.length >= 4 ? month : token.length === 3 ? month.slice(0, 3) : padded(time.getUTCMonth() + 1)
    }
    case 'd':
      return padded(time.getUTCDate())
    case 'D':
      return padded(
        Math.floor((Date.UTC(year, time.getUTCMonth(), time.getUTCDate()) - Date.UTC(year, 0, 0)) / 86_400_000),
      )
    case 'E':
      return token.length >= 4 ? days[time.getUTCDay()]! : days[time.getUTCDay()]!.slice(0, 3)
    case 'u':
      return padded(time.getUTCDay() || 7)
    case 'a':
      return hours < 12 ? 'AM' : 'PM'
    case 'H':
      return padded(hours)
    case 'k':
      return padded(hours || 24)
    case 'K':
      return padded(hours % 12)
    case 'h':
      return padded(hours % 12 || 12)
    case 'm':
      return padded(time.getUTCMinutes())
    case 's':
      return padded(time.getUTCSeconds())
    case 'S':
      return padded(time.getUTCMilliseconds())
    case 'G':
      return 'AD'
    case 'Z':
      return offsetText(zone.offsetAt(instant))
    case 'X': {
      const offset = zone.offsetAt(instant)
      if (offset === 0) return 'Z'
      return token.length === 1 ? offsetText(offset).slice(0, 3) : offsetText(offset, token.length === 3 ? ':' : '')
    }
    case 'z':
      return zoneText(token, instant, zone)
    case 'Y':
    case 'w':
    case 'W':
    case 'F':
      throw new NotEmulated(`Utilities.formatDate with ${token}`)
    default:
      throw new Refusal(`Illegal pattern character '${token[0]}'`)
  }
}

function zoneText(token: string, instant: number, zone: Zone): string {
  const timeZoneName = token.length >= 4 ? 'long' : 'short'
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone.name, timeZoneName }).formatToParts(instant)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value
  return name ?? (isDaylightTime(zone, instant) ? 'DST' : 'GMT')
}
