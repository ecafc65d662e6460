import { freshId } from './ids.ts'
import type { Channel, Message } from './shapes.ts'
import type { World } from './world.ts'

interface Link {
  url: string
  domain: string
}

/** The links of a message to places that the app has said it can preview. */
export function linksIn(world: World, { text }: Message): Link[] {
  const urls = [...text.matchAll(/<(https?:\/\/[^|>\s]+)(?:\|[^>]*)?>/g)].map(([, url = '']) => url)
  return urls.flatMap((url) => {
    const domain = unfurlDomain(world, url)
    return domain ? [{ url, domain }] : []
  })
}

/** Which of the domains in the app's manifest an address belongs to. */
export function unfurlDomain({ app }: World, url: string): string | undefined {
  const host = URL.parse(url)?.hostname ?? ''
  return app.manifest.features.unfurl_domains?.find((one) => host === one || host.endsWith(`.${one}`))
}

/** Tells the app of links that it may preview; of its own it hears nothing. */
export function tellLinks(world: World, channel: Channel, message: Message): void {
  const links = message.byApp ? [] : linksIn(world, message)
  if (links.length === 0) return
  const unfurlId = freshId('U')
  world.unfurls.set(unfurlId, { channel, message })
  const body = {
    type: 'link_shared',
    user: message.user,
    channel: channel.id,
    is_bot_user_member: channel.members.has(world.app.botUserId),
    message_ts: message.ts,
    ...(message.threadTs && { thread_ts: message.threadTs }),
    unfurl_id: unfurlId,
    source: 'conversations_history',
    links,
    event_ts: world.nextTs(),
  }
  world.tell({ declaredAs: 'link_shared', body, ...(channel.kind !== 'public' && { channel }) })
}
