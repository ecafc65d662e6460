import { useState } from 'react'

interface Props {
  text: string
  onSave: (text: string) => void
  onCancel: () => void
}

/** A message of one's own, being rewritten. */
export function EditMessage({ text, onSave, onCancel }: Props) {
  const [typed, setTyped] = useState(text)
  return (
    <form
      className="edit-message"
      onSubmit={(event) => {
        event.preventDefault()
        onSave(typed)
      }}
    >
      <textarea
        className="text-field"
        aria-label="Edit message"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
          if (event.key !== 'Enter' || event.shiftKey) return
          event.preventDefault()
          onSave(typed)
        }}
      />
      <div className="dialog-foot">
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" className="button button-primary">
          Save
        </button>
      </div>
    </form>
  )
}
