import type { FaultsNow } from '../../traffic/protocol.ts'

type Whole = FaultsNow['workspace']

interface Props {
  workspace: Whole
  onChange: (turned: Partial<Whole>) => void
}

/** What befalls the workspace as a whole. */
export function WorkspaceSwitches({ workspace, onChange }: Props) {
  const { paid, restricted, removed } = workspace
  return (
    <fieldset>
      <legend>The whole workspace</legend>
      <Switch isOn={!paid} turn={(on) => onChange({ paid: !on })} label="No paid features">
        no user groups, no canvases
      </Switch>
      <Switch isOn={restricted} turn={(on) => onChange({ restricted: on })} label="Restricted">
        apps may create no channels and add no bookmarks
      </Switch>
      <Switch isOn={removed} turn={(on) => onChange({ removed: on })} label="App removed">
        its tokens are refused and it is in no channel
      </Switch>
    </fieldset>
  )
}

interface SwitchProps {
  isOn: boolean
  turn: (on: boolean) => void
  label: string
  children: string
}

function Switch({ isOn, turn, label, children }: SwitchProps) {
  return (
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        onChange={(event) => turn(event.target.checked)}
      />
      <span>
        {label} <small>{children}</small>
      </span>
    </label>
  )
}
