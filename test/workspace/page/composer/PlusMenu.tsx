import { useRef, useState } from 'react'
import { useWorkspace } from '../client/Workspace.tsx'
import { Icon } from '../shell/Icon.tsx'
import { Menu, type MenuItem } from '../shell/Menu.tsx'
import { Spinner } from '../shell/Spinner.tsx'

interface Props {
  onCommand: (command: string) => void
  onFiles: (files: File[]) => void
}

/** The app's global shortcuts, and its commands for those who do not know them yet. */
export function PlusMenu({ onCommand, onFiles }: Props) {
  const { state, act } = useWorkspace()
  const [busy, setBusy] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const run = async (callbackId: string) => {
    setBusy(true)
    await act({ type: 'shortcut', callbackId })
    setBusy(false)
  }
  const shortcuts: MenuItem[] = state.app.shortcuts
    .filter(({ type }) => type === 'global')
    .map(({ name, callbackId }) => ({
      label: name,
      detail: state.app.name,
      onSelect: () => void run(callbackId),
    }))
  const commands: MenuItem[] = state.app.commands.map(({ command, description }) => ({
    label: command,
    detail: description,
    onSelect: () => onCommand(command),
  }))
  const files: MenuItem = { label: 'Upload files…', onSelect: () => picker.current?.click() }
  return (
    <>
      <Menu label="Shortcuts" items={[...shortcuts, ...commands, files]} busy={busy}>
        {busy ? <Spinner /> : <Icon name="plus" />}
      </Menu>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label="Files to upload"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
    </>
  )
}
