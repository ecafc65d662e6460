import type { Feature } from '../feature.ts'
import type { Facts, Release } from '../releases/release.ts'
import { actions, button, headline, lines, type Message, md, message, section } from '../slack/blocks.ts'
import { acts } from './contract.ts'
import { lineOf } from './sentence.ts'
import type { KeptEvent } from './telling.ts'

/** How many entries a page shows. */
export const pageSize = 12
const inOneBlock = 4

/** A page of a release's timeline, newest first. Entries are numbered without gaps, so their numbers make the pages. */
export function drawTimeline(
  features: readonly Feature[],
  entries: readonly KeptEvent[],
  release: Release,
  facts: Facts,
): Message {
  const [newest, oldest] = [entries[0]?.seq ?? 0, entries.at(-1)?.seq ?? 0]
  const whole = entries.length === release.revision
  const which = whole ? '' : `, ${newest} to ${oldest}`
  const news = md`${release.key}: ${release.revision} entries${which}, newest first`
  const told = entries.map((entry) => lineOf(features, entry, release, facts))
  const blocks = Array.from({ length: Math.ceil(told.length / inOneBlock) }, (_, i) =>
    section(lines(...told.slice(i * inOneBlock, (i + 1) * inOneBlock))),
  )
  const page = (text: string, top: number) =>
    button({ text, action: acts.show, value: JSON.stringify({ release: release.id, top }) })
  const pages = actions([
    newest < release.revision && page('Newer', Math.min(newest + pageSize, release.revision)),
    oldest > 1 && page('Older', oldest - 1),
  ])
  return message(news, [headline(news), ...blocks, pages])
}
