import { Icon } from '../shell/Icon.tsx'

interface Props {
  title: string
  /** Back to the view beneath, when there is one. */
  onBack: (() => void) | null
  onClose: () => void
}

export function ModalHead({ title, onBack, onClose }: Props) {
  return (
    <header className="modal-head">
      {onBack && (
        <button type="button" className="icon-button" aria-label="Back" onClick={onBack}>
          <Icon name="back" />
        </button>
      )}
      <h2>{title}</h2>
      <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
        <Icon name="close" />
      </button>
    </header>
  )
}
