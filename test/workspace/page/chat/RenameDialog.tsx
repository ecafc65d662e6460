import { useState } from 'react'
import { Dialog } from '../shell/Dialog.tsx'

interface Props {
  name: string
  onRename: (name: string) => void
  onClose: () => void
}

/** Asks for a channel's new name. */
export function RenameDialog({ name, onRename, onClose }: Props) {
  const [typed, setTyped] = useState(name)
  return (
    <Dialog label="Rename channel" onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
          if (typed && typed !== name) onRename(typed)
        }}
      >
        <label className="input-label" htmlFor="channel-name">
          Channel name
        </label>
        <input
          id="channel-name"
          className="text-field"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button button-primary">
            Rename
          </button>
        </div>
      </form>
    </Dialog>
  )
}
