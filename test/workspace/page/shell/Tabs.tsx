import type { ReactNode } from 'react'
import { moveFocus } from './arrows.ts'

interface Tab {
  id: string
  label: ReactNode
}

interface Props {
  label: string
  tabs: Tab[]
  current: string
  onGo: (id: string) => void
}

/** Parts of one place; Tab enters them once, arrows move among them. */
export function Tabs({ label, tabs, current, onGo }: Props) {
  return (
    <div
      role="tablist"
      className="tabs"
      aria-label={label}
      onKeyDown={(event) => moveFocus(event)}
      tabIndex={-1}
    >
      {tabs.map(({ id, label: name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={id === current}
          tabIndex={id === current ? 0 : -1}
          onClick={() => onGo(id)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
