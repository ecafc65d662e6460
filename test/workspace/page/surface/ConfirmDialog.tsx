import type { ConfirmationDialog } from '@slack/types'
import { Dialog } from '../shell/Dialog.tsx'
import { plainOf, SlackText } from '../text/SlackText.tsx'

interface Props {
  confirm: ConfirmationDialog
  answer: (yes: boolean) => void
}

/** Asks before the app is told; "no" tells it nothing. */
export function ConfirmDialog({ confirm, answer }: Props) {
  const style = confirm.style === 'danger' ? 'danger' : 'primary'
  return (
    <Dialog
      label={plainOf(confirm.title) || 'Are you sure?'}
      role="alertdialog"
      onClose={() => answer(false)}
    >
      <h2 className="confirm-title">{plainOf(confirm.title) || 'Are you sure?'}</h2>
      <div className="confirm-text">
        <SlackText text={confirm.text} />
      </div>
      <div className="dialog-foot">
        <button type="button" className="button" onClick={() => answer(false)}>
          {plainOf(confirm.deny) || 'Cancel'}
        </button>
        <button type="button" className={`button button-${style}`} onClick={() => answer(true)}>
          {plainOf(confirm.confirm) || 'Yes'}
        </button>
      </div>
    </Dialog>
  )
}
