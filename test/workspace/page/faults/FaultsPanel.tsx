import { RequestUrl } from './RequestUrl.tsx'
import { RuleTable } from './RuleTable.tsx'
import { metWords, withRules } from './rules.ts'
import { useFaults } from './useFaults.ts'
import { WorkspaceSwitches } from './WorkspaceSwitches.tsx'

/** What goes wrong on purpose; every change counts at once, for all windows. */
export function FaultsPanel() {
  const { now, trouble, change } = useFaults()
  if (!now) return <p className="nothing">Asking for the faults…</p>
  const { plan, met, workspace } = now
  return (
    <section className="faults" aria-label="Faults">
      <output className="faults-met">{metWords(met)}</output>
      {trouble && (
        <p role="alert" className="trouble">
          {trouble}
        </p>
      )}
      <WorkspaceSwitches
        workspace={workspace}
        onChange={(turned) => void change({ ...plan, workspace: { ...plan.workspace, ...turned } })}
      />
      <RuleTable
        side="calls"
        title="Calls of the Web API"
        rules={plan.calls}
        onChange={(rules) => void change(withRules(plan, 'calls', rules))}
      />
      <RuleTable
        side="deliveries"
        title="Deliveries to the app"
        rules={plan.deliveries}
        onChange={(rules) => void change(withRules(plan, 'deliveries', rules))}
      />
      <RequestUrl />
      <label className="faults-seed">
        Seed{' '}
        <input
          type="number"
          className="text-field"
          value={plan.seed}
          onChange={({ target }) =>
            target.value && void change({ ...plan, seed: Math.trunc(target.valueAsNumber) })
          }
        />{' '}
        <small>The same seed and the same calls meet the same faults.</small>
      </label>
    </section>
  )
}
