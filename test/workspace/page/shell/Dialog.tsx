import { type ReactNode, useEffect, useRef } from 'react'

interface Props {
  label: string
  role?: 'dialog' | 'alertdialog'
  className?: string
  onClose: () => void
  children: ReactNode
}

/** A dialog over everything; what is beneath it cannot be reached until it is closed. */
export function Dialog({ label, role = 'dialog', className = '', onClose, children }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = element.current
    if (!dialog || dialog.open) return
    const before = document.activeElement
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-focus-on-load], .dialog-body :is(input, textarea)')?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={element}
      role={role}
      aria-label={label}
      className={`dialog ${className}`}
      onCancel={(event) => {
        if (event.target !== element.current) return
        event.preventDefault()
        onClose()
      }}
    >
      {children}
    </dialog>
  )
}
