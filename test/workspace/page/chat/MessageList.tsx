import type { ClientChannel, ClientMessage } from '../../protocol.ts'
import { useWorkspace } from '../client/Workspace.tsx'
import { Icon } from '../shell/Icon.tsx'
import { MessageItem } from './MessageItem.tsx'
import { Notice } from './Notice.tsx'
import { type Line, linesOf } from './timeline.ts'
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
  const { list, behind, toEnd } = useStayAtEnd(messages, state.me.id, address.message)
  return (
    <div className="message-frame">
      <section ref={list} className="message-list" aria-label={label}>
        {messages.length === 0 && <p className="nothing">Nothing has been said here yet.</p>}
        {linesOf(messages, state.me.zone, state.now).map((line) => (
          <LineItem key={line.key} line={line} channel={channel} inThread={inThread} />
        ))}
      </section>
      {behind && (
        <button type="button" className="to-end" onClick={toEnd}>
          New messages <Icon name="down" size={16} />
        </button>
      )}
    </div>
  )
}

function LineItem({ line, ...rest }: { line: Line; channel: ClientChannel; inThread: boolean }) {
  switch (line.type) {
    case 'day':
      return (
        <div className="day">
          <span>{line.label}</span>
        </div>
      )
    case 'notice':
      return <Notice message={line.message} users={line.users} />
    case 'message':
      return <MessageItem message={line.message} continued={line.continued} {...rest} />
  }
}
