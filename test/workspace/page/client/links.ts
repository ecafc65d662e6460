import type { Address } from './address.ts'

/** The place in this workspace that a Slack address leads to, or null when it leads elsewhere. */
export function placeOf(url: string): Pick<Address, 'place' | 'thread' | 'message'> | null {
  const archive = /\/archives\/([CDG]\w+)(?:\/p(\d{10})(\d{6}))?/.exec(url)
  if (archive?.[1]) {
    const message = archive[2] ? `${archive[2]}.${archive[3]}` : undefined
    return { place: archive[1], thread: /[?&]thread_ts=(\d+\.\d+)/.exec(url)?.[1], message }
  }
  const channel =
    /\/app_redirect\?(?:.*&)?channel=([CDG]\w+)/.exec(url) ??
    /^slack:\/\/channel\?(?:.*&)?id=([CDG]\w+)/.exec(url) ??
    /\/client\/T\w+\/([CDG]\w+)/.exec(url)
  if (channel?.[1]) return { place: channel[1] }
  return /^slack:\/\/app\?/.test(url) ? { place: 'home' } : null
}
