import type { ClientChannel, ClientMessage } from '../../protocol.ts'
import { nameOf, personOf, useWorkspace } from '../client/Workspace.tsx'
import { Avatar } from '../shell/Avatar.tsx'
import { instantOf, timeLabel } from '../text/dates.ts'
import { EditMessage } from './EditMessage.tsx'
import { MessageActions } from './MessageActions.tsx'
import { MessageBody } from './MessageBody.tsx'
import { MessageHead } from './MessageHead.tsx'
import { MessageNote } from './MessageNote.tsx'
import { Reactions } from './Reactions.tsx'
import { ReplySummary } from './ReplySummary.tsx'
import { useMessageTools } from './useMessageTools.ts'

export interface MessageProps {
  channel: ClientChannel
  message: ClientMessage
  continued: boolean
  /** Whether it is shown in its thread, beside the channel. */
  inThread: boolean
}

/** One message with everything that hangs on it. */
export function MessageItem({ channel, message, continued, inThread }: MessageProps) {
  const { state, address } = useWorkspace()
  const tools = useMessageTools(channel, message, inThread)
  const author = personOf(state, message.user)
  const time = timeLabel(instantOf(message.ts), state.me.zone)
  const name = message.username ?? nameOf(state, message.user)
  const pinned = !inThread && channel.pins.includes(message.ts)
  const marks = [
    'message',
    continued ? 'message-continued' : '',
    message.ephemeral ? 'message-ephemeral' : '',
    pinned ? 'message-pinned' : '',
    address.message === message.ts ? 'message-sought' : '',
  ]
  return (
    <article className={marks.filter(Boolean).join(' ')} data-ts={message.ts} aria-label={`${name}, ${time}`}>
      <div className="message-side">
        {continued ? <time>{time}</time> : <Avatar person={author} icon={message.icon} />}
      </div>
      <div className="message-main">
        <MessageNote message={message} pinned={pinned} onDismiss={tools.dismiss} />
        {!continued && <MessageHead name={name} author={author} time={time} edited={message.edited} />}
        {tools.editing ? (
          <EditMessage text={message.text} onSave={tools.save} onCancel={tools.stopEditing} />
        ) : (
          <MessageBody channel={channel} message={message} inThread={inThread} editedHere={continued} />
        )}
        {tools.trouble && (
          <p role="alert" className="trouble">
            {tools.trouble}
          </p>
        )}
        <Reactions message={message} onReact={tools.react} />
        {!inThread && <ReplySummary channel={channel} message={message} />}
      </div>
      <MessageActions tools={tools} message={message} />
    </article>
  )
}
