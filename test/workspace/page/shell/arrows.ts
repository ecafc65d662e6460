import type { KeyboardEvent } from 'react'

/** Moves the focus among the buttons in there by arrows, Home and End; past an end it comes round. */
export function moveFocus(event: KeyboardEvent<HTMLElement>, columns = 1): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const from = buttons.findIndex((button) => button === document.activeElement)
  const to = destination(event.key, from, buttons.length, columns)
  if (to === null) return
  event.preventDefault()
  buttons[to]?.focus()
}

/** Where a key leads from a place among so many; null when it leads nowhere. */
export function destination(key: string, from: number, count: number, columns: number): number | null {
  if (count === 0) return null
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = { ArrowDown: columns, ArrowUp: -columns, ArrowRight: 1, ArrowLeft: -1 }[key]
  if (step === undefined) return null
  if (from < 0) return step > 0 ? 0 : count - 1
  return (from + step + count * columns) % count
}

/** A popover gives the focus to what carries this attribute, which React does not write by itself. */
export function focusWhenOpened(item: HTMLElement | null): void {
  item?.setAttribute('autofocus', '')
}
