import { useEffect } from 'react'
import type { ClientChannel } from '../../protocol.ts'
import { conversationName, useWorkspace } from '../client/Workspace.tsx'
import { Composer } from '../composer/Composer.tsx'
import { Bookmarks } from './Bookmarks.tsx'
import { ChannelHeader } from './ChannelHeader.tsx'
import { JoinBar } from './JoinBar.tsx'
import { MessageList } from './MessageList.tsx'
import { channelMessages } from './timeline.ts'

/** One conversation, open. */
export function ChannelView({ channel }: { channel: ClientChannel }) {
  const { state } = useWorkspace()
  const name = conversationName(state, channel)
  const title = channel.kind === 'dm' ? name : `#${name}`
  useRead(channel)
  return (
    <main className="channel" aria-label={title}>
      <ChannelHeader channel={channel} name={name} />
      <Bookmarks channel={channel} />
      <MessageList
        key={channel.id}
        channel={channel}
        messages={channelMessages(channel)}
        label={`Messages in ${title}`}
      />
      {channel.member && !channel.archived ? (
        <Composer key={`${channel.id} ${state.me.id}`} channel={channel} label={`Message ${title}`} />
      ) : (
        <JoinBar channel={channel} />
      )}
    </main>
  )
}

/** What is on the screen counts as read, as soon as the window is looked at. */
export function useRead({ id, unread }: ClientChannel) {
  const { act } = useWorkspace()
  useEffect(() => {
    if (unread === 0) return
    const read = () => {
      if (document.visibilityState === 'visible') void act({ type: 'read', channel: id })
    }
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [act, id, unread])
}
