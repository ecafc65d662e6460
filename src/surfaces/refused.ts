import { reopened, shut } from '../channels/by-hand.ts'
import type { Shut } from '../channels/channels.ts'
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

/** The channel is archived, or Shipshape is not in it, as a private one looks gone: that may be mended by hand. */
const closes: Readonly<Record<string, Shut>> = {
  is_archived: 'archived',
  is_inactive: 'archived',
  not_in_channel: 'not invited',
  channel_not_found: 'not invited',
}

/** Refusals that will not change by trying again: the message has no place any more. */
const noPlace = [
  ...Object.keys(closes),
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
  const why = closes[word]
  if (why && one.read && isOfChannel(one)) await noteByHand(ctx, one.read.ref, shut(why))
  const home = homeNameOf(ctx, one)
  const channel = place?.channel ?? one.row.channel
  if (home === null || channel === null) {
    const comesBack = isOfChannel(one) && !one.surface.once && word in closes
    return comesBack ? caughtUp(ctx.db, ctx.workspace, [one.row]) : letGo(ctx, one.row, word)
  }
  const leads = await homeRefused(ctx, home, channel, word)
  if (leads) await postAgain(ctx, place?.under ?? one.row)
}

/** Whoever missed that somebody brought the channel back sees it now. An edit is let through to who is not in it. */
export async function isThereAgain(ctx: Ctx, one: Refused, by: 'edit' | 'post'): Promise<void> {
  const why = one.read?.release.channel?.shut?.why
  const isSure = by === 'post' || why === 'archived'
  if (one.read && why && isSure && isOfChannel(one)) await noteByHand(ctx, one.read.ref, reopened)
}

const isOfChannel = ({ surface }: Refused) => surface.place.in === 'channel'
