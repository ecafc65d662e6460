import type { ClientMessage } from '../../protocol.ts'
import { Mrkdwn } from '../text/Mrkdwn.tsx'

/** "joined the channel" and its kin. */
export function Notice({ name, time, message }: { name: string; time: string; message: ClientMessage }) {
  return (
    <div className="notice" data-ts={message.ts}>
      <time>{time}</time> <strong>{name}</strong>{' '}
      <Mrkdwn text={message.text.replace(/^<@\w+(?:\|[^>]*)?> /, '')} />
    </div>
  )
}
