import { type ReactNode, useId, useRef } from 'react'
import { focusWhenOpened, moveFocus } from './arrows.ts'

export interface MenuItem {
  label: ReactNode
  detail?: string | undefined
  danger?: boolean
  onSelect: () => void
}

interface Props {
  label: string
  className?: string
  busy?: boolean
  items: MenuItem[]
  children: ReactNode
}

/** A button that opens a menu; arrows move in it, Escape closes it. */
export function Menu({ label, className = 'icon-button', busy = false, items, children }: Props) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-busy={busy}
        popoverTarget={id}
      >
        {children}
      </button>
      <div
        id={id}
        ref={menu}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className="popover menu"
        onKeyDown={(event) => moveFocus(event)}
      >
        {items.map((item, index) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: two items may read the same
            key={index}
            ref={index === 0 ? focusWhenOpened : undefined}
            type="button"
            role="menuitem"
            className={item.danger ? 'menu-item menu-danger' : 'menu-item'}
            onClick={() => {
              menu.current?.hidePopover()
              item.onSelect()
            }}
          >
            {item.label}
            {item.detail && <small>{item.detail}</small>}
          </button>
        ))}
      </div>
    </>
  )
}
