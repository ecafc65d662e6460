import { useId, useRef } from 'react'
import type { ClientChannel } from '../../protocol.ts'
import { nameOf, useWorkspace } from '../client/Workspace.tsx'
import { focusWhenOpened, moveFocus } from '../shell/arrows.ts'
import { Icon } from '../shell/Icon.tsx'
import { summaryOf } from '../text/summary.ts'

/** How many messages are pinned, and which. */
export function Pins({ channel }: { channel: ClientChannel }) {
  const { state, go } = useWorkspace()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const pinned = channel.messages.filter(({ ts }) => channel.pins.includes(ts))
  if (pinned.length === 0) return null
  return (
    <>
      <button
        type="button"
        className="head-button"
        aria-label={`Pinned messages: ${pinned.length}`}
        popoverTarget={id}
      >
        <Icon name="pin" size={16} /> {pinned.length}
      </button>
      <div
        id={id}
        ref={list}
        popover="auto"
        className="popover pins"
        role="dialog"
        aria-label="Pinned messages"
        tabIndex={-1}
        onKeyDown={(event) => moveFocus(event)}
      >
        {pinned.map((message, index) => (
          <button
            key={message.ts}
            ref={index === 0 ? focusWhenOpened : undefined}
            type="button"
            className="pin"
            onClick={() => {
              list.current?.hidePopover()
              go({ message: message.ts })
            }}
          >
            <strong>{nameOf(state, message.user)}</strong>
            <span>{summaryOf(message.text, state)}</span>
          </button>
        ))}
      </div>
    </>
  )
}
