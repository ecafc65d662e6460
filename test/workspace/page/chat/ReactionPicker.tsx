import { useId, useRef } from 'react'
import { Icon } from '../shell/Icon.tsx'
import { commonReactions, emojiCharacter } from '../text/emoji.ts'

/** A few reactions to choose from. */
export function ReactionPicker({ onPick }: { onPick: (name: string) => void }) {
  const id = useId()
  const picker = useRef<HTMLDivElement>(null)
  return (
    <>
      <button type="button" className="icon-button" aria-label="Add reaction" popoverTarget={id}>
        <Icon name="smile" />
      </button>
      <div
        id={id}
        ref={picker}
        popover="auto"
        role="menu"
        aria-label="Reactions"
        className="popover reaction-picker"
      >
        {commonReactions.map((name) => (
          <button
            key={name}
            type="button"
            role="menuitem"
            aria-label={name}
            title={`:${name}:`}
            onClick={() => {
              picker.current?.hidePopover()
              onPick(name)
            }}
          >
            {emojiCharacter(name)}
          </button>
        ))}
      </div>
    </>
  )
}
