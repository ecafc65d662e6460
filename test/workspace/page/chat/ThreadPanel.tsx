import type { ClientChannel } from '../../protocol.ts'
import { conversationName, useWorkspace } from '../client/Workspace.tsx'
import { Composer } from '../composer/Composer.tsx'
import { Icon } from '../shell/Icon.tsx'
import { MessageList } from './MessageList.tsx'
import { Prompts } from './Prompts.tsx'
import { threadMessages } from './timeline.ts'

/** A thread, beside its channel; on a phone, over it. */
export function ThreadPanel({ channel, thread }: { channel: ClientChannel; thread: string }) {
  const { state, go } = useWorkspace()
  const name = conversationName(state, channel)
  const chat = channel.chats.find(({ threadTs }) => threadTs === thread)
  const messages = threadMessages(channel, thread)
  const begun = messages.some(({ user }) => user === state.me.id)
  const status = channel.statuses.find(({ threadTs }) => threadTs === thread)
  return (
    <aside
      className="thread"
      aria-label="Thread"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) go({})
      }}
    >
      <header className="head">
        <h2 className="head-title">{chat?.title || 'Thread'}</h2>
        <div className="head-topic">{channel.kind === 'dm' ? name : `#${name}`}</div>
        <button type="button" className="icon-button" aria-label="Close thread" onClick={() => go({})}>
          <Icon name="close" />
        </button>
      </header>
      <MessageList key={thread} channel={channel} messages={messages} label="Thread" inThread />
      {chat && !begun && <Prompts channel={channel.id} chat={chat} />}
      {status && (
        <output className="thread-status">
          {state.app.name} {status.words}
        </output>
      )}
      {channel.member && !channel.archived && (
        <Composer key={`${thread} ${state.me.id}`} channel={channel} thread={thread} label="Reply…" />
      )}
    </aside>
  )
}
