import { useEffect, useState } from 'react'
import type { Side } from './rules.ts'

const examples: Record<Side, string> = {
  calls: 'Methods, such as chat.*, views.open or response_url',
  deliveries: 'Names, such as message, block_actions or /lamp',
}

interface Props {
  side: Side
  of: string
  onChange: (of: string) => void
}

/** To what a fault happens; told when it is typed to its end, and never empty. */
export function PatternField({ side, of, onChange }: Props) {
  const [typed, setTyped] = useState(of)
  useEffect(() => setTyped(of), [of])
  const finish = () => {
    const wanted = typed.trim() || '*'
    setTyped(wanted)
    if (wanted !== of) onChange(wanted)
  }
  return (
    <input
      type="text"
      className="text-field"
      aria-label={examples[side]}
      title={examples[side]}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => event.key === 'Enter' && finish()}
    />
  )
}
