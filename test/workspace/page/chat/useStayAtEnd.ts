import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ClientMessage } from '../../protocol.ts'

const nearly = 60

/**
 * Keeps a conversation scrolled to its end while the reader is there, says something or is answered, tells when
 * something came that they have not reached, and goes to a sought message.
 */
export function useStayAtEnd(messages: ClientMessage[], me: string, sought: string | undefined) {
  const list = useRef<HTMLElement>(null)
  const atEnd = useRef(true)
  const newest = messages.at(-1)
  const [reached, setReached] = useState(newest?.ts)
  const latest = useRef(newest?.ts)
  latest.current = newest?.ts

  useEffect(() => {
    const element = list.current
    if (!element) return
    const look = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearly
      if (atEnd.current) setReached(latest.current)
    }
    const resized = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight
    })
    element.addEventListener('scroll', look, { passive: true })
    resized.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      resized.disconnect()
    }
  }, [])

  const toEnd = () => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight
    setReached(latest.current)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: every redrawn message may change the height
  useLayoutEffect(() => {
    const isNew = newest !== undefined && newest.ts !== reached
    const isAwaited = newest?.user === me || (newest?.ephemeral === true && isTyping(list.current))
    if (atEnd.current || (isNew && isAwaited)) toEnd()
  }, [messages])

  useEffect(() => {
    if (sought) list.current?.querySelector(`[data-ts="${sought}"]`)?.scrollIntoView({ block: 'center' })
  }, [sought])
  return { list, behind: newest !== undefined && newest.ts > (reached ?? ''), toEnd }
}

/** Whoever has the composer before them waits there for the answer to a command. */
function isTyping(list: HTMLElement | null): boolean {
  const composer = list?.closest('main, aside')?.querySelector('.composer textarea')
  return composer !== undefined && composer === document.activeElement
}
