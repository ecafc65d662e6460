import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ClientMessage } from '../../protocol.ts'

/** Keeps a conversation scrolled to its end while the reader is there, and goes to a sought message once. */
export function useStayAtEnd(messages: ClientMessage[], sought: string | undefined) {
  const list = useRef<HTMLElement>(null)
  const atEnd = useRef(true)

  useEffect(() => {
    const element = list.current
    if (!element) return
    const look = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 60
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: every redrawn message may change the height
  useLayoutEffect(() => {
    if (atEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight
  }, [messages])

  useEffect(() => {
    if (sought) list.current?.querySelector(`[data-ts="${sought}"]`)?.scrollIntoView({ block: 'center' })
  }, [sought])
  return list
}
