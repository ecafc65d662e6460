import { useState } from 'react'
import { useWorkspace } from '../client/Workspace.tsx'
import { troubleWords } from '../client/words.ts'
import { Dialog } from '../shell/Dialog.tsx'
import { Icon } from '../shell/Icon.tsx'

/** Makes a channel and goes there. */
export function NewChannel() {
  const { act, go } = useWorkspace()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [isPrivate, setPrivate] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const create = async () => {
    const result = await act({ type: 'create', name, private: isPrivate })
    if (!result.ok || !result.channel) return setTrouble(troubleWords(result.error))
    setOpen(false)
    setName('')
    go({ place: result.channel })
  }
  return (
    <li>
      <button type="button" className="line" onClick={() => setOpen(true)}>
        <Icon name="plus" size={16} /> <span className="line-name">Add a channel</span>
      </button>
      {open && (
        <Dialog label="Add a channel" onClose={() => setOpen(false)}>
          <form
            className="dialog-body"
            onSubmit={(event) => {
              event.preventDefault()
              void create()
            }}
          >
            <label className="input-label" htmlFor="new-channel">
              Channel name
            </label>
            <input
              id="new-channel"
              className="text-field"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <label className="check">
              <input
                type="checkbox"
                checked={isPrivate}
                onChange={(event) => setPrivate(event.target.checked)}
              />{' '}
              Private
            </label>
            {trouble && (
              <p role="alert" className="trouble">
                {trouble}
              </p>
            )}
            <div className="dialog-foot">
              <button type="button" className="button" onClick={() => setOpen(false)}>
                Cancel
              </button>
              <button type="submit" className="button button-primary">
                Create
              </button>
            </div>
          </form>
        </Dialog>
      )}
    </li>
  )
}
