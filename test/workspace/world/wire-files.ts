import { getMimeType } from 'hono/utils/mime'
import type { SlackFile } from './shapes.ts'
import type { World } from './world.ts'

/** A file as Slack sends it. */
export function wireFile(world: World, id: string) {
  const file = world.files.get(id)
  if (file?.state !== 'complete') return { id, mode: 'tombstone' }
  const { name, title, user, created, size, url, altText, shares } = file
  const of = (kind: 'public' | 'other') =>
    shares.filter(({ channel }) => (world.channels.get(channel)?.kind === 'public') === (kind === 'public'))
  const filetype = name.includes('.') ? name.split('.').at(-1) : 'text'
  return {
    id,
    created,
    timestamp: created,
    name,
    title,
    mimetype: mimeTypeOf(file),
    filetype,
    user,
    size,
    mode: 'hosted',
    is_external: false,
    is_public: of('public').length > 0,
    url_private: url,
    url_private_download: url,
    ...(altText && { alt_txt: altText }),
    channels: of('public').map(({ channel }) => channel),
    shares: { public: byChannel(of('public')), private: byChannel(of('other')) },
  }
}

/** By its name, as Slack guesses it too. */
export function mimeTypeOf({ name }: SlackFile): string {
  return getMimeType(name)?.split(';')[0] ?? 'text/plain'
}

function byChannel(shares: SlackFile['shares']) {
  const grouped = Object.groupBy(shares, ({ channel }) => channel)
  return Object.fromEntries(
    Object.entries(grouped).map(([channel, all = []]) => [channel, all.map(({ ts }) => ({ ts }))]),
  )
}
