import { homeChannels } from '../../src/channels/feature.ts'
import { execution } from '../../src/execution/feature.ts'
import type { Changed, Effect, Feature } from '../../src/feature.ts'
import { people } from '../../src/people/feature.ts'
import { nameOf } from '../../src/people/permissions.ts'
import { releases } from '../../src/releases/feature.ts'
import { headline, md, message } from '../../src/slack/blocks.ts'
import type { OfRelease } from '../../src/surfaces/surface.ts'

/** Line one is all that these draw: who runs the release, and whether it is held. */
const drawn =
  (kind: string): OfRelease['draw'] =>
  ({ release, facts, posted }) => {
    const state = release.hold ? md`held: ${release.hold.why}` : md`goes on`
    const news = md`${kind} of ${release.key}, run by ${nameOf(facts, release.manager)}, ${state}`
    return message(news, [headline(posted('card') === null ? news : md`${news}.`)])
  }

const card: OfRelease = {
  kind: 'card',
  place: { in: 'home channel' },
  priority: 3,
  pinned: true,
  draw: drawn('Card'),
}
const reply: OfRelease = {
  kind: 'reply',
  place: { in: 'thread', under: 'card' },
  priority: 1,
  once: true,
  draw: drawn('Reply'),
}
const ask: OfRelease = { kind: 'ask', place: { in: 'direct message' }, priority: 2, draw: drawn('Ask') }

const posts = ({ after, events }: Changed): Effect[] =>
  events.flatMap(({ type, seq }) => {
    if (type === 'releasePlanned') {
      return [
        { post: 'card', key: '' },
        { post: 'ask', key: '', person: after.manager },
      ]
    }
    return type === 'releaseHeld' ? [{ post: 'reply', key: String(seq) }] : []
  })

/** Releases that can be planned, held and resumed, with one card, one direct message and replies of this test's own. */
export const withCards: readonly Feature[] = [
  people,
  homeChannels,
  { ...releases, surfaces: [], react: () => [] },
  { ...execution, surfaces: [], react: () => [] },
  { name: 'cards', surfaces: [card, reply, ask], react: posts },
]
