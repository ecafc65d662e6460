import type { ClientPerson } from '../../protocol.ts'

interface Props {
  name: string
  author: ClientPerson | undefined
  time: string
  edited: boolean
}

/** Who says it, and when. */
export function MessageHead({ name, author, time, edited }: Props) {
  return (
    <div className="message-head">
      <strong>{name}</strong>
      {author?.isBot && <span className="badge">App</span>}
      {author?.isGuest && <span className="badge">Guest</span>}
      <time>{time}</time>
      {edited && <span className="edited">(edited)</span>}
    </div>
  )
}
