import { timeShown } from '../execution/words.ts'
import type { Known } from '../releases/release.ts'
import {
  actions,
  bold,
  button,
  headline,
  joined,
  lines,
  type Md,
  type Message,
  md,
  message,
  section,
} from '../slack/blocks.ts'
import { weekdayDay } from '../time/words.ts'
import { openVote } from '../votes/votes.ts'
import type { Digest, Section } from './digest.ts'
import { lineIn } from './lines.ts'

const most = 8

const labels: readonly (readonly [Section, string])[] = [
  ['decide', 'Decide'],
  ['atRisk', 'At risk'],
  ['watching', 'Watching'],
  ['coming', 'Coming'],
  ['shipped', 'Shipped'],
  ['rolledBack', 'Rolled back'],
]

/** The morning of a channel, from the releases alone. */
export function drawDigest(digest: Digest, now: Date, zone: string): Message {
  const news = md`Releases, ${weekdayDay(now, zone)}: ${counts(digest, now)}`
  const told = labels.flatMap(([name, label]) => {
    const shown = linesOf(name, digest[name], now)
    return shown.length > 0 ? [section(labelled(name, label, shown))] : []
  })
  const mine = button({ text: 'My part', action: 'command.run', value: JSON.stringify({ run: '' }) })
  return message(news, [headline(news), ...told, actions([mine])], zone)
}

function linesOf(name: Section, known: readonly Known[], now: Date): Md[] {
  const shown = known.slice(0, most).map((one) => lineIn[name](one, now))
  return known.length > most ? [...shown, md`and ${known.length - most} more`] : shown
}

/** What is coming stands in one line; everything else has a line for each release. */
function labelled(name: Section, label: string, [first, ...rest]: readonly Md[]): Md {
  if (name === 'coming') return md`${bold(label)} ${joined([first, ...rest])}`
  return lines(md`${bold(label)} ${first}`, ...rest)
}

/** `1 to decide by 12:00, 1 at risk`; on a quiet day what else there is. */
function counts({ decide, atRisk, watching, coming, shipped, rolledBack }: Digest, now: Date): Md {
  const urgent = [
    decide.length > 0 && md`${decide.length} to decide${byWhen(decide, now)}`,
    atRisk.length > 0 && md`${atRisk.length} at risk`,
    rolledBack.length > 0 && md`${rolledBack.length} rolled back`,
  ].filter((one) => one !== false)
  if (urgent.length > 0) return joined(urgent, ', ')
  const quiet = [
    watching.length > 0 && md`${watching.length} watched`,
    shipped.length > 0 && md`${shipped.length} shipped`,
    coming.length > 0 && md`${coming.length} coming`,
  ]
  return joined(quiet, ', ')
}

function byWhen(decide: readonly Known[], now: Date): Md | null {
  const votes = decide.flatMap(({ release, facts }) => {
    const vote = openVote(release)
    return vote ? [{ closes: vote.closes, facts }] : []
  })
  const [first] = votes.toSorted((a, b) => a.closes.getTime() - b.closes.getTime())
  return first ? md` by ${timeShown(first.closes, now, first.facts)}` : null
}
