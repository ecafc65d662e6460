import { useCallback, useState } from 'react'

const drafts = new Map<string, string>()

/** What is typed but not sent, kept while the reader looks elsewhere. */
export function useDraft(key: string) {
  const [text, setText] = useState(() => drafts.get(key) ?? '')
  const change = useCallback(
    (typed: string) => {
      drafts.set(key, typed)
      setText(typed)
    },
    [key],
  )
  const giveBack = useCallback(
    (sent: string) => {
      if (!drafts.get(key)) change(sent)
    },
    [key, change],
  )
  return { text, change, giveBack }
}
