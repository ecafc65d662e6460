import { useEffect, useRef, useState } from 'react'
import type { Choice } from './choices.ts'

/** What a combobox offers for a query; an answer that comes after a later one is dropped. */
export function useChoices(open: boolean, query: string, find: (query: string) => Promise<Choice[]>) {
  const [choices, setChoices] = useState<Choice[]>([])
  const [searching, setSearching] = useState(false)
  const [active, setActive] = useState(0)
  const latest = useRef(find)
  latest.current = find

  useEffect(() => {
    if (!open) return
    let outdated = false
    setSearching(true)
    void latest.current(query).then((found) => {
      if (outdated) return
      setChoices(found)
      setActive(0)
      setSearching(false)
    })
    return () => {
      outdated = true
    }
  }, [open, query])

  const move = (to: number) => setActive(Math.max(0, Math.min(to, choices.length - 1)))
  return { choices, active, setActive: move, searching }
}
