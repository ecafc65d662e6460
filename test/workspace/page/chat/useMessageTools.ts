import { useState } from 'react'
import type { Act, ClientChannel, ClientMessage } from '../../protocol.ts'
import { useWorkspace } from '../client/Workspace.tsx'
import { troubleWords } from '../client/words.ts'
import type { MenuItem } from '../shell/Menu.tsx'

export interface MessageTools {
  editing: boolean
  stopEditing: () => void
  save: (text: string) => void
  dismiss: () => void
  react: (name: string) => void
  openThread: (() => void) | null
  menu: MenuItem[]
  trouble: string | null
  busy: boolean
}

/** What the acting person may do to a message, besides what its own controls do. */
export function useMessageTools(
  channel: ClientChannel,
  message: ClientMessage,
  inThread: boolean,
): MessageTools {
  const { state, act, go } = useWorkspace()
  const [editing, setEditing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const at = { channel: channel.id, ts: message.ts }
  const send = async (one: Act) => {
    setBusy(true)
    const result = await act(one)
    setBusy(false)
    setTrouble(result.ok ? null : troubleWords(result.error))
  }
  const shortcuts: MenuItem[] = state.app.shortcuts
    .filter(({ type }) => type === 'message')
    .map(({ name, callbackId }) => ({
      label: name,
      detail: state.app.name,
      onSelect: () => void send({ type: 'shortcut', callbackId, message: at }),
    }))
  const own: MenuItem[] = [
    { label: 'Edit message', onSelect: () => setEditing(true) },
    { label: 'Delete message', danger: true, onSelect: () => void send({ type: 'delete', ...at }) },
  ]
  const isPinned = channel.pins.includes(message.ts)
  const pin: MenuItem = isPinned
    ? { label: 'Unpin from channel', onSelect: () => void send({ type: 'unpin', ...at }) }
    : { label: 'Pin to channel', onSelect: () => void send({ type: 'pin', ...at }) }
  const stored = !message.ephemeral
  return {
    editing,
    stopEditing: () => setEditing(false),
    save: (text) => {
      setEditing(false)
      void send({ type: 'edit', ...at, text })
    },
    dismiss: () => void send({ type: 'delete', ...at }),
    react: (name) => {
      const mine = message.reactions.some((one) => one.name === name && one.users.includes(state.me.id))
      void send({ type: 'react', ...at, name, ...(mine ? { remove: true } : {}) })
    },
    openThread: inThread || !stored ? null : () => go({ thread: message.threadTs ?? message.ts }),
    menu: stored ? [...shortcuts, pin, ...(message.user === state.me.id ? own : [])] : [],
    trouble,
    busy,
  }
}
