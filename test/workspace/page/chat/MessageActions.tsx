import type { ClientMessage } from '../../protocol.ts'
import { Icon } from '../shell/Icon.tsx'
import { Menu } from '../shell/Menu.tsx'
import { Spinner } from '../shell/Spinner.tsx'
import { ReactionPicker } from './ReactionPicker.tsx'
import type { MessageTools } from './useMessageTools.ts'

/** The small bar over a message: react, reply, and the rest behind the dots. */
export function MessageActions({ tools, message }: { tools: MessageTools; message: ClientMessage }) {
  if (message.ephemeral) return null
  return (
    <div className="message-actions" role="toolbar" aria-label="Message actions">
      <ReactionPicker onPick={tools.react} />
      {tools.openThread && (
        <button type="button" className="icon-button" aria-label="Reply in thread" onClick={tools.openThread}>
          <Icon name="reply" />
        </button>
      )}
      {tools.menu.length > 0 && (
        <Menu label="More actions" busy={tools.busy} items={tools.menu}>
          {tools.busy ? <Spinner /> : <Icon name="more" />}
        </Menu>
      )}
    </div>
  )
}
