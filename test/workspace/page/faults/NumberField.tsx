import { useEffect, useState } from 'react'

interface Props {
  label: string
  value: number
  least: number
  most: number
  onChange: (value: number) => void
}

/** A whole number within bounds, told as soon as it is one. */
export function NumberField({ label, value, least, most, onChange }: Props) {
  const [typed, setTyped] = useState(String(value))
  useEffect(() => setTyped(String(value)), [value])
  return (
    <label className="rule-number">
      <input
        type="number"
        className="text-field"
        min={least}
        max={most}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          const number = target.valueAsNumber
          if (Number.isInteger(number) && number >= least && number <= most) onChange(number)
        }}
        onBlur={() => setTyped(String(value))}
      />{' '}
      {label}
    </label>
  )
}
