import type { ClientMessage } from '../../protocol.ts'
import { nameOf, useWorkspace } from '../client/Workspace.tsx'
import { Emoji } from '../text/Inlines.tsx'

/** The reactions under a message; pressing one adds or takes back the acting person's own. */
export function Reactions({ message, onReact }: { message: ClientMessage; onReact: (name: string) => void }) {
  const { state } = useWorkspace()
  if (message.reactions.length === 0) return null
  return (
    <div className="reactions">
      {message.reactions.map(({ name, users }) => {
        const who = users.map((id) => nameOf(state, id)).join(', ')
        return (
          <button
            key={name}
            type="button"
            className="reaction"
            aria-pressed={users.includes(state.me.id)}
            aria-label={`${name}, ${users.length}: ${who}`}
            title={`${who} reacted with :${name}:`}
            onClick={() => onReact(name)}
          >
            <Emoji name={name} /> {users.length}
          </button>
        )
      })}
    </div>
  )
}
