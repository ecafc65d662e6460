import type { ClientChannel, ClientMessage } from '../../protocol.ts'
import { useWorkspace } from '../client/Workspace.tsx'
import { MessageItem } from './MessageItem.tsx'
import { linesOf } from './timeline.ts'
import { useStayAtEnd } from './useStayAtEnd.ts'

interface Props {
  channel: ClientChannel
  messages: ClientMessage[]
  label: string
  inThread?: boolean
}

/** A conversation, newest at the bottom. */
export function MessageList({ channel, messages, label, inThread = false }: Props) {
  const { state, address } = useWorkspace()
  const list = useStayAtEnd(messages, address.message)
  return (
    <section ref={list} className="message-list" aria-label={label}>
      {linesOf(messages, state.me.zone, state.now).map((line) =>
        line.type === 'day' ? (
          <div key={line.key} className="day">
            <span>{line.label}</span>
          </div>
        ) : (
          <MessageItem
            key={line.key}
            channel={channel}
            message={line.message}
            continued={line.continued}
            inThread={inThread}
          />
        ),
      )}
    </section>
  )
}
