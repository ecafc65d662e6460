import { toldIn } from './dates.ts'
import type { Md } from './text.ts'

/**
 * The notification text: one sentence for phones and screen readers. Dates become words (in `zone`, else in the
 * zone they were made with), links their label, formatting goes; mentions stay, Slack shows the name there.
 */
export function plain(text: Md, zone?: string): string {
  return text.mrkdwn
    .split(/(<[^<>]*>)/)
    .map((part) => (part.startsWith('<') ? told(part, zone) : unformatted(part)))
    .join('')
}

function told(token: string, zone: string | undefined): string {
  const date = /^<!date\^(\d+)\^([^|^]*)\|(.*)>$/.exec(token)
  if (date) {
    const [, seconds, format = '', fallback = ''] = date
    return (zone && toldIn(zone, Number(seconds), format)) || fallback
  }
  return /^<https?:[^|]*\|(.*)>$/.exec(token)?.[1] ?? token
}

/** People's own `*_~` were replaced by look-alikes, so whatever is left is ours. */
const unformatted = (text: string) => text.replace(/[*~`]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '')
