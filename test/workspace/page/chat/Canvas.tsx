import { useState } from 'react'
import type { ClientChannel } from '../../protocol.ts'
import { ModalHead } from '../modals/ModalHead.tsx'
import { Dialog } from '../shell/Dialog.tsx'
import { Icon } from '../shell/Icon.tsx'
import { Markdown } from '../text/Markdown.tsx'

/** A canvas by its title; opened, it is read like a page. */
export function Canvas({ canvas }: { canvas: ClientChannel['canvases'][number] }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        <Icon name="canvas" size={14} /> {canvas.title}
      </button>
      {open && (
        <Dialog label={canvas.title} className="modal canvas" onClose={() => setOpen(false)}>
          <ModalHead title={canvas.title} onBack={null} onClose={() => setOpen(false)} />
          <div className="dialog-body">
            <Markdown text={canvas.markdown} />
          </div>
        </Dialog>
      )}
    </>
  )
}
