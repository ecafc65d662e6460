import type { ClientMessage } from '../../protocol.ts'
import { Icon } from '../shell/Icon.tsx'

interface Props {
  message: ClientMessage
  pinned: boolean
  onDismiss: () => void
}

/** Above a message: that nobody else sees it, or that it is pinned. */
export function MessageNote({ message, pinned, onDismiss }: Props) {
  if (message.ephemeral) {
    return (
      <p className="message-note">
        <Icon name="eye" size={14} /> Only visible to you
        <button type="button" className="text-button" onClick={onDismiss}>
          Dismiss
        </button>
      </p>
    )
  }
  if (!pinned) return null
  return (
    <p className="message-note">
      <Icon name="pin" size={14} /> Pinned
    </p>
  )
}
