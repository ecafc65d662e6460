import { useState } from 'react'
import type { Act, ClientChannel } from '../../protocol.ts'
import { uploadFile } from '../client/server.ts'
import { useWorkspace } from '../client/Workspace.tsx'
import { commandTrouble, refusedInThread, troubleWords } from '../client/words.ts'
import { commandIn } from './completion.ts'

interface Draft {
  change: (text: string) => void
  /** Puts a text back unless another was begun meanwhile. */
  giveBack: (text: string) => void
}

/** Sends what was typed as a message or a command; a failure gives the text back. */
export function useSend(channel: ClientChannel, thread: string | undefined, draft: Draft) {
  const { act, state } = useWorkspace()
  const [sending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)

  const send = async (text: string) => {
    const command = commandIn(text)
    if (text.trim() === '') return
    if (command && thread) return setTrouble(refusedInThread(command))
    setTrouble(null)
    draft.change('')
    setSending(true)
    const result = await act(actOf(text.trim(), command, channel.id, thread))
    setSending(false)
    if (result.ok) return
    setTrouble(command ? commandTrouble(result.error) : troubleWords(result.error))
    draft.giveBack(text)
  }
  /** Sends files, with what was typed as their comment. */
  const share = async (chosen: File[], text: string) => {
    setTrouble(null)
    setSending(true)
    const files = await Promise.all(chosen.map((one) => uploadFile(state.me.id, one))).catch(() => null)
    const ids = files?.map(({ id }) => id) ?? []
    const result = files
      ? await act({ type: 'share', channel: channel.id, files: ids, text: text.trim(), ...inThread(thread) })
      : { ok: false, error: 'network_error' }
    setSending(false)
    if (result.ok) draft.change('')
    else setTrouble(troubleWords(result.error))
  }
  return { send, share, sending, trouble }
}

function actOf(text: string, command: string | null, channel: string, threadTs: string | undefined): Act {
  if (command) return { type: 'command', channel, text }
  return { type: 'say', channel, text, ...inThread(threadTs) }
}

function inThread(threadTs: string | undefined): { threadTs?: string } {
  return threadTs ? { threadTs } : {}
}
