import { Icon } from '../shell/Icon.tsx'
import { RuleRow } from './RuleRow.tsx'
import { begun, type Rule, type Side } from './rules.ts'

interface Props {
  side: Side
  title: string
  rules: Rule[]
  onChange: (rules: Rule[]) => void
}

/** The faults of one side; the first whose turn it is wins. */
export function RuleTable({ side, title, rules, onChange }: Props) {
  const add = () => onChange([...rules, { of: '*', share: 0.1, fault: begun(side, '') }])
  return (
    <fieldset>
      <legend>{title}</legend>
      {rules.map((rule, index) => (
        <RuleRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no identity but its place
          key={index}
          side={side}
          rule={rule}
          number={index + 1}
          onChange={(changed) => onChange(rules.with(index, changed))}
          onRemove={() => onChange(rules.toSpliced(index, 1))}
        />
      ))}
      <button type="button" className="button" onClick={add}>
        <Icon name="plus" size={16} /> Add a fault
      </button>
    </fieldset>
  )
}
