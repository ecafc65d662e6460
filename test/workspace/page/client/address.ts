import { useCallback, useEffect, useState } from 'react'
import { placeOf } from './links.ts'

/** Where a window is: who acts in it, which conversation is open (`home` for the app's Home), what in it. */
export interface Address {
  as: string
  place: string
  thread?: string | undefined
  /** A message to scroll to. */
  message?: string | undefined
}

/** Goes elsewhere; the thread and the message are left behind unless they are given. */
export type Go = (change: Partial<Address>, how?: 'push' | 'replace') => void

/** Reads a URL of this page; a permalink of the workspace is one too. */
export function readAddress(url: string): Address {
  const { pathname, searchParams: query } = new URL(url)
  const permalink = pathname.startsWith('/archives/') ? placeOf(url) : null
  if (permalink) return { as: '', ...permalink }
  return {
    as: query.get('as') ?? '',
    place: query.get('c') ?? '',
    thread: query.get('t') ?? undefined,
    message: query.get('m') ?? undefined,
  }
}

/** The same as the query of a URL. */
export function writeAddress({ as, place, thread, message }: Address): string {
  const query = new URLSearchParams({ as })
  if (place) query.set('c', place)
  if (thread) query.set('t', thread)
  if (message) query.set('m', message)
  return `/?${query}`
}

/** The window's address, kept in its URL so that two windows can show two people and Back works. */
export function useAddress(): [Address, Go] {
  const [address, setAddress] = useState(() => readAddress(window.location.href))
  useEffect(() => {
    const follow = () => setAddress(readAddress(window.location.href))
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  const go = useCallback<Go>((change, how = 'push') => {
    const { as, place } = readAddress(window.location.href)
    const next = { as, place, ...change }
    if (how === 'push') window.history.pushState(null, '', writeAddress(next))
    else window.history.replaceState(null, '', writeAddress(next))
    setAddress(next)
  }, [])
  return [address, go]
}
