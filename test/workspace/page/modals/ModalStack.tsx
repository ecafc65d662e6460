import { useWorkspace } from '../client/Workspace.tsx'
import { Modal } from './Modal.tsx'

/** The acting person's open modals; only the top one can be reached, those beneath keep what was put in. */
export function ModalStack() {
  const { modals } = useWorkspace().state
  return modals.map((modal, index) => <Modal key={modal.view.id} modal={modal} isPushed={index > 0} />)
}
