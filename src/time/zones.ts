import { placeName } from './words.ts'
import { isZone } from './zone.ts'

/** Where people sit; `Pacific/Wake` or `Antarctica/Casey` would read other words as places. */
const inhabited = /^(?:Africa|America|Asia|Australia|Europe)\/[^/]+$|^Pacific\/(?:Auckland|Honolulu)$/

const places = new Map(
  Intl.supportedValuesOf('timeZone')
    .filter((zone) => inhabited.test(zone))
    .map((zone) => [placeName(zone).toLowerCase(), zone]),
)

/** The zone that people mean by a place: `New York`, `berlin`, `Europe/Berlin`. */
export function zoneNamed(name: string): string | undefined {
  return places.get(name.toLowerCase()) ?? (name.includes('/') && isZone(name) ? name : undefined)
}

/** A place right at the beginning of a text: `Berlin`, `in New York time`, `(Europe/Berlin)`; and what follows it. */
export function zoneAtStart(text: string): { zone: string; rest: string } | undefined {
  const [lead = ''] = /^[\s,(]*(?:in\s+)?/i.exec(text) ?? []
  const words = /^(?:[\p{L}/_'+-]+\d{0,2} ?){1,3}/u.exec(text.slice(lead.length))?.[0].split(' ') ?? []
  for (let count = words.length; count > 0; count--) {
    const name = words.slice(0, count).join(' ')
    const zone = zoneNamed(name)
    if (zone) return { zone, rest: text.slice(lead.length + name.length).replace(/^(?:\s+time\b)?\)?/i, '') }
  }
  return undefined
}
