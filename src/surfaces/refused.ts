import { reopened, shut } from '../channels/by-hand.ts'
import { homeRefused } from '../channels/home-channel.ts'
import { noteByHand } from '../channels/note-by-hand.ts'
import type { Ctx } from '../ctx.ts'
import { personLeft } from '../people/redraw.ts'
import type { Read } from '../releases/meant.ts'
import { slackWord } from '../slack/client.ts'
import { homeNameOf, type Standing } from './place.ts'
import { letGo, postAgain } from './post.ts'
import { caughtUp, type SurfaceRow } from './store.ts'
import type { Surface } from './surface.ts'

/** The channel is archived, or Shipshape is not in it: that may be mended by hand. */
const away = ['is_archived', 'is_inactive', 'not_in_channel']

/** Refusals that will not change by trying again: the message has no place any more. */
const noPlace = [
  ...away,
  'channel_not_found',
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
 * follows its name where that leads elsewhere by now. A card of the release's own channel is tried again with the next
 * change, so that it is right again when the channel is.
 */
export async function refused(ctx: Ctx, one: Refused, place: Standing | null, error: unknown): Promise<void> {
  const word = slackWord(error)
  if (word === null || !noPlace.includes(word)) throw error
  if (word === 'user_disabled' && one.row.person) await personLeft(ctx, one.row.person)
  if (word === 'is_archived' && one.read && isOfChannel(one)) await noteByHand(ctx, one.read.ref, shut)
  const home = homeNameOf(ctx, one)
  const channel = place?.channel ?? one.row.channel
  if (home === null || channel === null) {
    const comesBack = isOfChannel(one) && !one.surface.once && away.includes(word)
    return comesBack ? caughtUp(ctx.db, ctx.workspace, [one.row]) : letGo(ctx, one.row, word)
  }
  const leads = await homeRefused(ctx, home, channel, word)
  if (leads) await postAgain(ctx, place?.under ?? one.row)
}

/** Whoever missed that somebody brought the channel back sees it now. */
export async function isThereAgain(ctx: Ctx, one: Refused): Promise<void> {
  if (one.read?.release.channel?.archived && isOfChannel(one)) await noteByHand(ctx, one.read.ref, reopened)
}

const isOfChannel = ({ surface }: Refused) => surface.place.in === 'channel'
