import { useId, useRef, useState } from 'react'
import { Icon } from '../shell/Icon.tsx'
import { EmojiGrid } from './EmojiGrid.tsx'

/** Reactions to choose from; drawn once it is opened. */
export function ReactionPicker({ onPick }: { onPick: (name: string) => void }) {
  const id = useId()
  const picker = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label="Add reaction"
        aria-haspopup="dialog"
        popoverTarget={id}
      >
        <Icon name="smile" />
      </button>
      <div
        id={id}
        ref={picker}
        popover="auto"
        role="dialog"
        aria-label="Reactions"
        className="popover reaction-picker"
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && (
          <EmojiGrid
            onPick={(name) => {
              picker.current?.hidePopover()
              onPick(name)
            }}
          />
        )}
      </div>
    </>
  )
}
