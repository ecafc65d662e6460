import type { ClientChannel } from '../../protocol.ts'
import { useWorkspace } from '../client/Workspace.tsx'

/** In place of the composer where one cannot write. */
export function JoinBar({ channel }: { channel: ClientChannel }) {
  const { act } = useWorkspace()
  if (channel.archived) return <footer className="join-bar">This channel has been archived.</footer>
  return (
    <footer className="join-bar">
      You are viewing <strong>#{channel.name}</strong>
      <button
        type="button"
        className="button button-primary"
        onClick={() => void act({ type: 'join', channel: channel.id })}
      >
        Join channel
      </button>
    </footer>
  )
}
