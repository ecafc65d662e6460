import { useState } from 'react'
import type { Act, ClientChannel } from '../../protocol.ts'
import { useWorkspace } from '../client/Workspace.tsx'
import { troubleWords } from '../client/words.ts'
import { Icon } from '../shell/Icon.tsx'
import { Menu, type MenuItem } from '../shell/Menu.tsx'
import { RenameDialog } from './RenameDialog.tsx'

/** What people do to a channel by hand. */
export function ChannelMenu({ channel }: { channel: ClientChannel }) {
  const { act } = useWorkspace()
  const [renaming, setRenaming] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const send = async (one: Act) => {
    const result = await act(one)
    setTrouble(result.ok ? null : troubleWords(result.error))
  }
  const items: MenuItem[] = [
    { label: 'Rename channel', onSelect: () => setRenaming(true) },
    { label: 'Leave channel', onSelect: () => void send({ type: 'leave', channel: channel.id }) },
    {
      label: 'Archive channel',
      danger: true,
      onSelect: () => void send({ type: 'archive', channel: channel.id }),
    },
  ]
  if (!channel.member || channel.archived) return null
  return (
    <>
      <Menu label="Channel actions" items={items}>
        <Icon name="more" />
      </Menu>
      {trouble && (
        <p role="alert" className="trouble">
          {trouble}
        </p>
      )}
      {renaming && (
        <RenameDialog
          name={channel.name}
          onClose={() => setRenaming(false)}
          onRename={(name) => void send({ type: 'rename', channel: channel.id, name })}
        />
      )}
    </>
  )
}
