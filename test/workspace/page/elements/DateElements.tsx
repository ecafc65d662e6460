import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types'
import { useEffect, useState } from 'react'
import { useWorkspace } from '../client/Workspace.tsx'
import { useSurfaceOf } from '../surface/Surface.tsx'
import { contentOf } from '../surface/values.ts'
import { fromLocalField, placeName, toLocalField } from '../text/dates.ts'
import type { Control } from './Element.tsx'

/** A day. */
export function DateElement({ field, tells, ...names }: Control<Datepicker>) {
  const surface = useSurfaceOf()
  const chosen = contentOf(surface.value(field))
  return (
    <Picker
      {...names}
      kind="date"
      value={typeof chosen === 'string' ? chosen : ''}
      onPick={(day) => surface.change(field, { type: 'datepicker', selected_date: day || null }, tells)}
    />
  )
}

/** A time of day. */
export function TimeElement({ field, tells, ...names }: Control<Timepicker>) {
  const surface = useSurfaceOf()
  const chosen = contentOf(surface.value(field))
  return (
    <Picker
      {...names}
      kind="time"
      value={typeof chosen === 'string' ? chosen : ''}
      onPick={(time) => surface.change(field, { type: 'timepicker', selected_time: time || null }, tells)}
    />
  )
}

/** An instant, shown and chosen in the acting person's zone. */
export function DateTimeElement({ field, tells, ...names }: Control<DateTimepicker>) {
  const surface = useSurfaceOf()
  const { zone } = useWorkspace().state.me
  const chosen = contentOf(surface.value(field))
  return (
    <>
      <Picker
        {...names}
        kind="datetime-local"
        value={typeof chosen === 'number' ? toLocalField(chosen, zone) : ''}
        onPick={(local) => {
          const unix = fromLocalField(local, zone)
          surface.change(field, { type: 'datetimepicker', selected_date_time: unix }, tells)
        }}
      />{' '}
      <small>{placeName(zone)} time</small>
    </>
  )
}

interface PickerProps extends Pick<Control, 'label' | 'id' | 'describedBy' | 'invalid'> {
  kind: 'date' | 'time' | 'datetime-local'
  value: string
  onPick: (value: string) => void
}

function Picker({ kind, value, onPick, label, id, describedBy, invalid }: PickerProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  return (
    <input
      type={kind}
      id={id}
      className="text-field date-field"
      value={typed}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onChange={(event) => {
        setTyped(event.target.value)
        if (isRealYear(event.target.value)) onPick(event.target.value)
      }}
    />
  )
}

/** While a year is being typed the browser reports the years 2, 20 and 202. */
function isRealYear(value: string): boolean {
  return !/^\d{4}-/.test(value) || Number(value.slice(0, 4)) >= 1970
}
