import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'

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
        onKeyDown={moveFocus}
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

/** A popover gives the focus to what carries this attribute, which React does not write by itself. */
function focusWhenOpened(item: HTMLElement | null) {
  item?.setAttribute('autofocus', '')
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const items = [...event.currentTarget.querySelectorAll('button')]
  const current = items.findIndex((item) => item === document.activeElement)
  items.at((current + step) % items.length)?.focus()
}
