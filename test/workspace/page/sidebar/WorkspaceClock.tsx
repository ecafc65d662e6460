import { useState } from 'react'
import { useWorkspace } from '../client/Workspace.tsx'
import { Icon } from '../shell/Icon.tsx'
import { Spinner } from '../shell/Spinner.tsx'
import { clockLabel, placeName } from '../text/dates.ts'
import { useNow } from './useNow.ts'

/** The workspace's time for the acting person, and the jumps it can make. */
export function WorkspaceClock() {
  const { state, act } = useWorkspace()
  const now = useNow()
  const [jumping, setJumping] = useState<string | null>(null)
  const jump = async (id: string) => {
    setJumping(id)
    await act({ type: 'jump', id })
    setJumping(null)
  }
  return (
    <section className="clock" aria-label="Workspace time">
      <p>
        <Icon name="clock" size={16} /> <time>{clockLabel(now, state.me.zone)}</time>
        <span className="muted"> in {placeName(state.me.zone)}</span>
      </p>
      <div className="jumps">
        {state.jumps.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className="jump"
            disabled={jumping !== null}
            aria-busy={jumping === id}
            onClick={() => void jump(id)}
          >
            {label}
            {jumping === id && <Spinner />}
          </button>
        ))}
      </div>
    </section>
  )
}
