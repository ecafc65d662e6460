import type { ClientChannel } from '../../protocol.ts'
import { useWorkspace } from '../client/Workspace.tsx'

interface Props {
  tab: 'home' | 'messages'
  conversation: ClientChannel | undefined
}

export function AppTabs({ tab, conversation }: Props) {
  const { go } = useWorkspace()
  return (
    <div role="tablist" className="tabs" aria-label="Parts of the app">
      <button type="button" role="tab" aria-selected={tab === 'home'} onClick={() => go({ place: 'home' })}>
        Home
      </button>
      {conversation && (
        <button
          type="button"
          role="tab"
          aria-selected={tab === 'messages'}
          onClick={() => go({ place: conversation.id })}
        >
          Messages
          {conversation.unread > 0 && <span className="count">{conversation.unread}</span>}
        </button>
      )}
    </div>
  )
}
