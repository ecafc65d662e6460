import type { ClientChannel, ClientMessage } from '../../protocol.ts'
import { formatDate } from '../../text/dates.ts'
import { personOf, useWorkspace } from '../client/Workspace.tsx'
import { Avatar } from '../shell/Avatar.tsx'
import { instantOf } from '../text/dates.ts'
import { isReply, repliesTo } from './timeline.ts'

/** How many replies a message has, from whom, the last when; opens the thread. */
export function ReplySummary({ channel, message }: { channel: ClientChannel; message: ClientMessage }) {
  const { state, go } = useWorkspace()
  const replies = isReply(message) ? null : repliesTo(channel, message.ts)
  if (!replies) return null
  const unix = Math.floor(instantOf(replies.last) / 1000)
  const last = formatDate('{date_short_pretty} at {time}', unix, state.me.zone, state.now)
  return (
    <button type="button" className="replies" onClick={() => go({ thread: message.ts })}>
      {replies.users.slice(0, 4).map((id) => (
        <Avatar key={id} person={personOf(state, id)} size={22} />
      ))}
      <strong>{replies.count === 1 ? '1 reply' : `${replies.count} replies`}</strong>
      <span className="muted">Last: {last}</span>
    </button>
  )
}
