import { z } from 'zod'
import type { Offset } from '../models/models.ts'
import { isZone } from '../time/zone.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const units = new Map([
  ['min', minute],
  ['minute', minute],
  ['h', hour],
  ['hour', hour],
  ['day', day],
  ['week', 7 * day],
])

/** Words of the manifest, read into what they mean. Every schema's message says what was expected, with an example. */
function phrase<T>(expected: string, read: (words: string) => T | null) {
  return z.unknown().transform((written, ctx): T => {
    const meant =
      typeof written === 'string' || typeof written === 'number' ? read(String(written).trim()) : null
    if (meant !== null) return meant
    ctx.issues.push({ code: 'custom', message: expected, input: written })
    return z.NEVER
  })
}

/** "2 working days before, 17:00", "same day, 12:00", "4 hours before". */
export const offset = phrase('"2 working days before, 17:00" or "4 hours before"', readOffset)

/** "10 min", "18 h", "3 days", "1 week", in milliseconds. */
export const duration = phrase('a duration like "18 h" or "3 days"', readDuration)

/** "1 %" or "everyone", in percent. */
export const share = phrase('"1 %" or "everyone"', readShare)

function readOffset(words: string): Offset | null {
  const wall = /^(?:same day|(\d+) working days? (before|after)), ((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(words)
  if (wall) return { workingDays: signed(Number(wall[1] ?? 0), wall[2]), at: wall[3] ?? '' }
  const [, distance, side] = /^(.+) (before|after)$/.exec(words) ?? []
  const before = distance === undefined ? null : readDuration(distance)
  return before === null ? null : { before: signed(before, side) }
}

const signed = (amount: number, side: string | undefined) =>
  side === 'after' && amount > 0 ? -amount : amount

function readDuration(words: string): number | null {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?) ?([a-z]+?)s?$/.exec(words) ?? []
  const length = units.get(unit)
  return length === undefined ? null : Math.round(Number(amount) * length)
}

function readShare(words: string): number | null {
  const percent = words === 'everyone' ? 100 : Number(/^(\d+(?:\.\d+)?) ?%$/.exec(words)?.[1] ?? Number.NaN)
  return percent > 0 && percent <= 100 ? percent : null
}

export const text = z.string('a text').trim().min(1, 'a text').max(150, 'at most 150 characters')

/** Names that become part of keys and channel names. */
export const slug = z
  .string('a name')
  .regex(/^[a-z0-9][a-z0-9-]{0,29}$/, 'a name of at most 30 small letters, digits and dashes')

export const zone = z.string('a zone').refine(isZone, 'a time zone like Europe/Berlin')
