import type { ReactNode } from 'react'
import { placeOf } from '../client/links.ts'
import { useWorkspace } from '../client/Workspace.tsx'

/** A link; one that leads to this workspace opens there. */
export function Link({ url, children }: { url: string; children: ReactNode }) {
  const { go } = useWorkspace()
  const place = placeOf(url)
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        if (!place) return
        event.preventDefault()
        go(place)
      }}
    >
      {children}
    </a>
  )
}
