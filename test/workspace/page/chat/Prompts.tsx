import type { ClientChannel } from '../../protocol.ts'
import { useWorkspace } from '../client/Workspace.tsx'

/** What one may begin a conversation with the agent with. */
export function Prompts({ channel, chat }: { channel: string; chat: ClientChannel['chats'][number] }) {
  const { act } = useWorkspace()
  const { threadTs, lead, prompts } = chat
  if (prompts.length === 0) return null
  return (
    <section className="prompts" aria-label="Suggested prompts">
      {lead && <p>{lead}</p>}
      {prompts.map(({ title, message }) => (
        <button
          key={title}
          type="button"
          className="button"
          onClick={() => void act({ type: 'say', channel, text: message, threadTs })}
        >
          {title}
        </button>
      ))}
    </section>
  )
}
