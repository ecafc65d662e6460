import { clock, full, placeName, weekdayClock, weekdayDay } from '../time/words.ts'
import { type Md, md } from './text.ts'

type Words = (instant: Date, zone: string) => string
const withPlace =
  (words: Words): Words =>
  (instant, zone) =>
    `${words(instant, zone)} ${placeName(zone)}`

// Every reader sees their own zone and language, so a weekday written by us could be wrong for them. Of Slack's
// tokens only `day_divider_pretty` names the weekday, leaves out this year, and says today and tomorrow. A format that
// opens with it says "Today", wherever it stands; behind a space without width it says "today".
const kinds = {
  when: { format: md`\u200b{day_divider_pretty}, {time}`, words: withPlace(full) },
  at: { format: md`{time}`, words: withPlace(clock) },
  day: { format: md`\u200b{day_divider_pretty}`, words: weekdayDay },
}

type Kind = keyof typeof kinds

const date = (kind: Kind) => (instant: Date, zone: string) =>
  md`<!date^${Math.floor(instant.getTime() / 1000)}^${kinds[kind].format}|${kinds[kind].words(instant, zone)}>`

/** Day and time for each reader; notifications say it in product time: `Tue 1 Dec, 16:00 Berlin`. */
export const when = date('when')

/** Only the time of day, where the day is clear: `16:00 Berlin`. */
export const at = date('at')

/** Only the day: `Tue 1 Dec`. For a day without a time, hand in its noon. */
export const day = date('day')

/** Product time in plain letters, said once beside the target: `in Berlin: Tue 16:00`. */
export function inPlace(instant: Date, zone: string): Md {
  return md`in ${placeName(zone)}: ${weekdayClock(instant, zone)}`
}

/** What a date token says where it cannot be drawn, told in another zone: for a message to one person. */
export function toldIn(zone: string, seconds: number, format: string): string | undefined {
  const kind = Object.values(kinds).find((one) => one.format.mrkdwn === format)
  return kind?.words(new Date(seconds * 1000), zone)
}
