import { type FormEvent, useState } from 'react'
import type { ClientModal } from '../../protocol.ts'
import { Blocks } from '../blocks/Blocks.tsx'
import { useWorkspace } from '../client/Workspace.tsx'
import { troubleWords } from '../client/words.ts'
import { Dialog } from '../shell/Dialog.tsx'
import { checkInputs } from '../surface/check.ts'
import { knownBlocks } from '../surface/fields.ts'
import { Surface } from '../surface/Surface.tsx'
import { useSurface } from '../surface/useSurface.ts'
import { collectState } from '../surface/values.ts'
import { plainOf } from '../text/SlackText.tsx'
import { ModalFoot } from './ModalFoot.tsx'
import { ModalHead } from './ModalHead.tsx'
import { useFaultFocus } from './useFaultFocus.ts'

/** One modal of the app: its blocks as a form, and what Slack or the app found wrong in it. */
export function Modal({ modal, isPushed }: { modal: ClientModal; isPushed: boolean }) {
  const { act } = useWorkspace()
  const { view } = modal
  const blocks = knownBlocks(view.blocks)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const surface = useSurface({ view: view.id }, blocks, { ...modal.errors, ...faults })
  const title = view.type === 'modal' ? plainOf(view.title) : ''
  const form = useFaultFocus(surface.errors)
  const close = (all: boolean) => void act({ type: 'close', view: view.id, all })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || event.target !== event.currentTarget) return
    const found = checkInputs(blocks, surface.edits)
    setFaults(found)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    const result = await act({ type: 'submit', view: view.id, state: collectState(blocks, surface.edits) })
    setBusy(false)
    setTrouble(result.ok || result.error === 'invalid_fields' ? null : troubleWords(result.error))
  }
  return (
    <Dialog label={title} className="modal" onClose={() => close(false)}>
      <form ref={form} noValidate onSubmit={submit}>
        <ModalHead title={title} onBack={isPushed ? () => close(false) : null} onClose={() => close(true)} />
        <div className="dialog-body">
          <Surface surface={surface}>
            <Blocks blocks={blocks} />
          </Surface>
        </div>
        <ModalFoot
          view={view}
          busy={busy}
          trouble={trouble ?? (modal.trouble ? troubleWords(modal.trouble) : null)}
          onClose={() => close(false)}
        />
      </form>
    </Dialog>
  )
}
