import type { View } from '@slack/types'
import { Spinner } from '../shell/Spinner.tsx'
import { plainOf } from '../text/SlackText.tsx'

interface Props {
  view: View
  busy: boolean
  trouble: string | null
  onClose: () => void
}

/** The ways out of a modal; the app's words on them, or Slack's own. */
export function ModalFoot({ view, busy, trouble, onClose }: Props) {
  if (view.type !== 'modal') return null
  return (
    <footer className="dialog-foot">
      {trouble && (
        <p role="alert" className="trouble">
          {trouble}
        </p>
      )}
      <button type="button" className="button" onClick={onClose}>
        {plainOf(view.close) || (view.submit ? 'Cancel' : 'Close')}
      </button>
      {view.submit && (
        <button type="submit" className="button button-primary" disabled={busy} aria-busy={busy}>
          {plainOf(view.submit)}
          {busy && <Spinner />}
        </button>
      )}
    </footer>
  )
}
