import { useState } from 'react'
import { moveFocus } from '../shell/arrows.ts'
import { emojiCharacter, emojiNamed } from '../text/emoji.ts'

const columns = 6

/** Emoji to choose from, found by name. */
export function EmojiGrid({ onPick }: { onPick: (name: string) => void }) {
  const [words, setWords] = useState('')
  const names = emojiNamed(words)
  const [first] = names
  return (
    <>
      <input
        type="search"
        className="text-field"
        aria-label="Search emoji"
        placeholder="Search emoji"
        ref={takeFocus}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !first) return
          // Else the button that gets the focus back is pressed by the same key.
          event.preventDefault()
          onPick(first)
        }}
      />
      {names.length === 0 && <p className="listbox-empty">No emoji of that name here</p>}
      <div
        role="menu"
        tabIndex={-1}
        aria-label="Emoji"
        className="emoji-grid"
        onKeyDown={(event) => moveFocus(event, columns)}
      >
        {names.map((name) => (
          <button
            key={name}
            type="button"
            role="menuitem"
            tabIndex={name === first ? 0 : -1}
            aria-label={name}
            title={`:${name}:`}
            onClick={() => onPick(name)}
          >
            {emojiCharacter(name)}
          </button>
        ))}
      </div>
    </>
  )
}

function takeFocus(field: HTMLElement | null) {
  field?.focus()
}
