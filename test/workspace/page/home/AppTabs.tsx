import type { ClientChannel } from '../../protocol.ts'
import { useWorkspace } from '../client/Workspace.tsx'
import { Tabs } from '../shell/Tabs.tsx'

interface Props {
  tab: 'home' | 'messages'
  conversation: ClientChannel | undefined
}

export function AppTabs({ tab, conversation }: Props) {
  const { go } = useWorkspace()
  const home = { id: 'home', label: 'Home' }
  const tabs = conversation ? [home, { id: conversation.id, label: <Messages {...conversation} /> }] : [home]
  return (
    <Tabs
      label="Parts of the app"
      tabs={tabs}
      current={tab === 'home' ? 'home' : (conversation?.id ?? '')}
      onGo={(place) => go({ place })}
    />
  )
}

function Messages({ unread }: ClientChannel) {
  return (
    <>
      Messages
      {unread > 0 && (
        <span className="count" role="img" aria-label={`${unread} unread`}>
          {unread}
        </span>
      )}
    </>
  )
}
