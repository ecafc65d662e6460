import { homeRefused } from '../channels/home-channel.ts'
import type { Ctx } from '../ctx.ts'
import { personLeft } from '../people/redraw.ts'
import type { Read } from '../releases/meant.ts'
import { slackWord } from '../slack/client.ts'
import { homeNameOf, type Standing } from './place.ts'
import { letGo, postAgain } from './post.ts'
import type { SurfaceRow } from './store.ts'
import type { Surface } from './surface.ts'

/** Refusals that will not change by trying again: the message has no place any more. */
const noPlace = [
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'is_inactive',
  'user_not_found',
  'messages_tab_disabled',
  'user_disabled',
  'user_not_visible',
]

interface Refused {
  readonly row: SurfaceRow
  readonly surface: Surface
  readonly read: Read | null
}

/**
 * A message without a place is let go, so that nobody tries for ever. What belongs in a home channel waits for it, and
 * follows its name where that leads elsewhere by now.
 */
export async function refused(ctx: Ctx, one: Refused, place: Standing | null, error: unknown): Promise<void> {
  const word = slackWord(error)
  if (word === null || !noPlace.includes(word)) throw error
  if (word === 'user_disabled' && one.row.person) await personLeft(ctx, one.row.person)
  const home = homeNameOf(ctx, one)
  const channel = place?.channel ?? one.row.channel
  if (home === null || channel === null) return letGo(ctx, one.row, word)
  const leads = await homeRefused(ctx, home, channel, word)
  if (leads) await postAgain(ctx, place?.under ?? one.row)
}
