import { Icon } from '../shell/Icon.tsx'
import { NumberField } from './NumberField.tsx'
import { PatternField } from './PatternField.tsx'
import { begun, kindsOf, names, type Rule, type Side, settingOf } from './rules.ts'

interface Props {
  side: Side
  rule: Rule
  number: number
  onChange: (rule: Rule) => void
  onRemove: () => void
}

/** One fault: what happens, to which names, how often. */
export function RuleRow({ side, rule, number, onChange, onRemove }: Props) {
  const setting = settingOf(rule.fault)
  return (
    <fieldset className="rule" aria-label={`Fault ${number}`}>
      <select
        className="text-field"
        aria-label="What happens"
        value={rule.fault.kind}
        onChange={(event) => onChange({ ...rule, fault: begun(side, event.target.value) })}
      >
        {kindsOf(side).map((kind) => (
          <option key={kind} value={kind}>
            {names[kind]}
          </option>
        ))}
      </select>
      <PatternField side={side} of={rule.of} onChange={(of) => onChange({ ...rule, of })} />
      <NumberField
        label="% of them"
        value={Math.round(rule.share * 100)}
        least={0}
        most={100}
        onChange={(percent) => onChange({ ...rule, share: percent / 100 })}
      />
      {setting && (
        <NumberField {...setting} onChange={(value) => onChange({ ...rule, fault: setting.with(value) })} />
      )}
      <button type="button" className="icon-button" aria-label={`Remove fault ${number}`} onClick={onRemove}>
        <Icon name="close" size={16} />
      </button>
    </fieldset>
  )
}
