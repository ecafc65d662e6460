import { useEffect } from 'react'
import type { ClientChannel } from '../../protocol.ts'
import { Bookmarks } from '../chat/Bookmarks.tsx'
import { useRead } from '../chat/ChannelView.tsx'
import { MessageList } from '../chat/MessageList.tsx'
import { channelMessages } from '../chat/timeline.ts'
import { appConversation, personOf, useWorkspace } from '../client/Workspace.tsx'
import { Composer } from '../composer/Composer.tsx'
import { Avatar } from '../shell/Avatar.tsx'
import { DrawerButton } from '../shell/DrawerButton.tsx'
import { AppTabs } from './AppTabs.tsx'
import { HomeTab } from './HomeTab.tsx'

/** The app: its Home, and its messages to the acting person. */
export function AppView({ tab }: { tab: 'home' | 'messages' }) {
  const { state, act, go } = useWorkspace()
  const { app, me } = state
  const conversation = appConversation(state)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each visit is told once, by each person
  useEffect(() => {
    if (tab === 'home') void act({ type: 'home' })
  }, [act, tab, me.id])

  const startChat = async () => {
    const { channel: place, ts: thread } = await act({ type: 'chat' })
    if (place) go({ place, thread })
  }

  return (
    <main className="channel" aria-label={app.name}>
      <header className="head">
        <DrawerButton />
        <h1 className="head-title">
          <Avatar person={personOf(state, app.botUserId)} size={26} />
          <span>{app.name}</span>
        </h1>
        <AppTabs tab={tab} conversation={conversation} />
        {app.isAgent && (
          <button type="button" className="button" onClick={() => void startChat()}>
            New chat
          </button>
        )}
      </header>
      {tab === 'home' && <HomeTab view={state.home} name={app.name} />}
      {tab === 'messages' && conversation && <Messages channel={conversation} name={app.name} />}
    </main>
  )
}

function Messages({ channel, name }: { channel: ClientChannel; name: string }) {
  const { me } = useWorkspace().state
  useRead(channel)
  return (
    <>
      <Bookmarks channel={channel} />
      <MessageList channel={channel} messages={channelMessages(channel)} label={`Messages from ${name}`} />
      <Composer key={me.id} channel={channel} label={`Message ${name}`} />
    </>
  )
}
