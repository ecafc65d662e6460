import { type ReactNode, useState } from 'react'

const longest = 700

/** A long text, folded until somebody asks for the rest. */
export function Folded({ length, children }: { length: number; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  if (length <= longest) return children
  return (
    <>
      <div className={open ? '' : 'folded'}>{children}</div>
      <button type="button" className="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Show less' : 'Show more'}
      </button>
    </>
  )
}
