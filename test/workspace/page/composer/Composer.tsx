import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { ClientChannel } from '../../protocol.ts'
import { useWorkspace } from '../client/Workspace.tsx'
import { Icon } from '../shell/Icon.tsx'
import { Spinner } from '../shell/Spinner.tsx'
import { commandIn, complete, completionAt, type Suggestion } from './completion.ts'
import { PlusMenu } from './PlusMenu.tsx'
import { Suggestions } from './Suggestions.tsx'
import { useDraft } from './useDraft.ts'
import { useSend } from './useSend.ts'

interface Props {
  channel: ClientChannel
  label: string
  thread?: string
}

/** Where messages and commands are typed: Enter sends, Shift+Enter begins a new line. */
export function Composer({ channel, label, thread }: Props) {
  const { state } = useWorkspace()
  const listId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = useDraft(`${state.me.id} ${channel.id} ${thread ?? ''}`)
  const { text } = draft
  const [caret, setCaret] = useState(text.length)
  const [active, setActive] = useState(0)
  const [dismissed, setDismissed] = useState('')
  const { send, share, sending, trouble } = useSend(channel, thread, draft)

  // Whoever opens a thread wants to reply.
  useEffect(() => {
    if (thread) field.current?.focus()
  }, [thread])

  const completion = dismissed === text ? null : completionAt(text, caret, state)
  const suggestions = completion?.suggestions ?? []
  const type = (typed: string, at: number) => {
    draft.change(typed)
    setCaret(at)
    setActive(0)
  }
  const pick = (suggestion: Suggestion) => {
    if (!completion) return
    type(...complete(text, caret, completion.from, suggestion))
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = suggestions[active]
    if (chosen && step) setActive((active + step + suggestions.length) % suggestions.length)
    else if (chosen && (event.key === 'Tab' || event.key === 'Enter')) pick(chosen)
    else if (chosen && event.key === 'Escape') setDismissed(text)
    else if (event.key === 'Enter' && !event.shiftKey) void send(text)
    else return
    event.preventDefault()
  }

  return (
    <footer className="composer">
      {suggestions.length > 0 && (
        <Suggestions id={listId} suggestions={suggestions} active={active} onPick={pick} />
      )}
      {suggestions.length === 0 && <UsageHint text={text} />}
      {trouble && (
        <p role="alert" className="trouble composer-trouble">
          {trouble}
        </p>
      )}
      <div className="composer-box">
        <PlusMenu
          onCommand={(command) => type(`${command} `, command.length + 1)}
          onFiles={(files) => void share(files, text)}
        />
        <textarea
          ref={field}
          rows={1}
          aria-label={label}
          aria-autocomplete="list"
          aria-controls={suggestions.length > 0 ? listId : undefined}
          placeholder={label}
          value={text}
          onChange={(event) => type(event.target.value, event.target.selectionStart)}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
        {sending && <Spinner />}
        <button
          type="button"
          className="send"
          aria-label="Send"
          disabled={text.trim() === ''}
          onClick={() => void send(text)}
        >
          <Icon name="send" />
        </button>
      </div>
    </footer>
  )
}

/** How the command that is being typed goes on. */
function UsageHint({ text }: { text: string }) {
  const { state } = useWorkspace()
  const all = [...state.app.commands, ...state.commands]
  const known = all.find(({ command }) => command === commandIn(text))
  if (!known) return null
  return (
    <p className="usage-hint">
      <strong>{known.command}</strong> {known.usageHint} <span className="muted">{known.description}</span>
    </p>
  )
}
