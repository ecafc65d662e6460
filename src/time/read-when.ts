import { casual, GB, type ParsedResult } from 'chrono-node/en'
import { differenceInHours } from 'date-fns/differenceInHours'
import { startOfMinute } from 'date-fns/startOfMinute'
import { instantOf, type WallTime, wallTime } from './wall.ts'
import { zoneAtStart } from './zones.ts'

export interface Reading {
  readonly now: Date
  /** The speaker's zone; a place named beside the time goes before it. */
  readonly zone: string
  /** Days come before months unless this is `en-US`. */
  readonly locale?: string
  /** The wall time of a day that is named without one. */
  readonly defaultTime?: string
}

export interface When {
  readonly instant: Date
  /** What was said besides the date. */
  readonly rest: string
  /** False when only a day was said. */
  readonly hasTime: boolean
}

/** Reads a date as people say it: `tue 16:00`, `1 dec 16:00 Berlin`, `tomorrow 9`, `in 2 hours`, `2026-12-01 16:00`. */
export function readWhen(text: string, reading: Reading): When | undefined {
  const said = spelledOut(text)
  const here = find(said, reading, reading.zone)
  if (!here) return undefined
  const named = zoneAtStart(said.slice(here.end))
  const zone = named?.zone ?? reading.zone
  const found = named ? find(said, reading, zone) : here
  if (!found) return undefined
  const rest = besides(said.slice(0, found.date.index), named ? named.rest : said.slice(found.end))
  return { instant: instantFrom(found, reading, zone), rest, hasTime: found.time !== undefined }
}

/** What stands around the date, without the words and marks that only tie it to its place. */
function besides(before: string, after: string): string {
  const ahead = before.trim().replace(/(?:^|\s)(?:on|at|by|until|till|to)$/i, '')
  return `${ahead.trim()} ${after.replace(/^[\s,;.]+/, '').trim()}`.trim()
}

const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*'
const hourBehindDay = new RegExp(
  `(\\d{1,2}(?:st|nd|rd|th)? ${month}|${month} \\d{1,2}(?:st|nd|rd|th)?),? ([01]?\\d|2[0-3])(?![\\w:.%/-]| ?%)`,
  'gi',
)

/** Ways of saying that chrono does not know, or reads as something else without a word: `1 dec 16` as 2016. */
function spelledOut(text: string): string {
  return text
    .replace(/\bday after tomorrow\b/gi, 'in 2 days')
    .replace(/\b(tue|wed)s\b/gi, '$1')
    .replace(new RegExp(`(?<![\\d.])(\\d{1,2})\\. ?(?=${month})`, 'gi'), '$1 ')
    .replace(/(?<![\d.])(\d{1,2})\.(\d{1,2})(?:\.(?=\s|$)|(?=,? \d{1,2}:))/g, '$1/$2')
    .replace(hourBehindDay, '$1 at $2')
}

/** A date in the text, the time of day that belongs to it, and where both end. */
interface Found {
  readonly date: ParsedResult
  readonly time: Pick<WallTime, 'hour' | 'minute'> | undefined
  readonly end: number
}

function find(text: string, { now, locale }: Reading, zone: string): Found | undefined {
  const language = locale === 'en-US' ? casual : GB
  // chrono is given what the wall shows as if it were UTC, and its fields are read, never its instants: given an
  // offset it is an hour off across a change of clocks.
  const wall = { instant: asIfUtc(wallTime(now, zone)), timezone: 0 }
  const dates = language.parse(text, wall).filter(isDate)
  const date = dates.find((one) => !/^[\d.]+$/.test(one.text)) ?? dates[0]
  return date && withTime(text, date)
}

const asIfUtc = (wall: WallTime) =>
  new Date(Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute))

/** A month alone is mostly another word ("may"), and a year far away mostly a time without its colon. */
function isDate({ text, start }: ParsedResult): boolean {
  const year = start.get('year') ?? 0
  const names = start.isCertain('day') || start.isCertain('weekday') || start.isCertain('hour')
  return names && year > 2000 && year < 2200 && !/^for\b/i.test(text)
}

const timeOfDay = /^casualReference\/(?:morning|noon|afternoon|evening|night|tonight|midnight|now)$/

function withTime(text: string, date: ParsedResult): Found {
  const end = date.index + date.text.length
  const said = date.start.isCertain('hour') || [...date.tags()].some((tag) => timeOfDay.test(tag))
  if (said) {
    return { date, end, time: { hour: date.start.get('hour') ?? 0, minute: date.start.get('minute') ?? 0 } }
  }
  const bare = /^,? (?:at )?([01]?\d|2[0-3])h?(?![\w:/%-]| ?%|[.,]\d)/i.exec(text.slice(end))
  return bare
    ? { date, end: end + bare[0].length, time: { hour: Number(bare[1]), minute: 0 } }
    : { date, end, time: undefined }
}

function instantFrom({ date, time }: Found, { now, defaultTime = '09:00' }: Reading, zone: string): Date {
  const { start } = date
  const fields = { day: start.get('day') ?? 1, month: start.get('month') ?? 1, year: start.get('year') ?? 0 }
  const [hour = 0, minute = 0] = time ? [time.hour, time.minute] : defaultTime.split(':').map(Number)
  const wall = { ...fields, hour, minute }
  if (isElapsed(date)) {
    const passing = asIfUtc(wall).getTime() - asIfUtc(wallTime(now, zone)).getTime()
    return new Date(startOfMinute(now).getTime() + passing)
  }
  const offset = start.isCertain('timezoneOffset') ? start.get('timezoneOffset') : null
  return nearest(wall, date, now, offset === null ? zone : offsetZone(offset))
}

/** `+01:00`: what `CET` or `Z` behind a time means, as a zone of its own. */
function offsetZone(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

/** "In 2 hours" is so much time that passes, whatever the clocks do meanwhile. */
function isElapsed(date: ParsedResult): boolean {
  return [...date.tags()].some((tag) => /^result\/relativeDateAndTime$|^casualReference\/now$/.test(tag))
}

/**
 * A weekday or a time is the next one that is still to come. A day of a month that has just passed has passed: taking
 * it for next year's would plan, without a word, for a day that nobody meant.
 */
function nearest(wall: WallTime, { start, text }: ParsedResult, now: Date, zone: string): Date {
  const instant = instantOf(wall, zone)
  if (instant > now || start.isCertain('year') || /^(?:last|past)\b/i.test(text)) return instant
  if (start.isCertain('day')) {
    const longAgo = differenceInHours(now, instant) > 60 * 24
    return longAgo ? instantOf({ ...wall, year: wall.year + 1 }, zone) : instant
  }
  return instantOf({ ...wall, day: wall.day + (start.isCertain('weekday') ? 7 : 1) }, zone)
}
