import { useId } from 'react'
import { type Show, shows } from './lines.ts'

interface Props {
  show: Show
  words: string
  count: string
  onShow: (show: Show) => void
  onWords: (words: string) => void
}

const names: Record<Show, string> = {
  all: 'All',
  'to the app': 'To the app',
  'from the app': 'From the app',
  refused: 'Refused',
}

/** What of the traffic is shown. */
export function TrafficFilter({ show, words, count, onShow, onWords }: Props) {
  const name = useId()
  return (
    <search className="traffic-filter">
      <input
        type="search"
        className="text-field"
        aria-label="Filter by words"
        placeholder="Method, command, channel, error"
        value={words}
        onChange={(event) => onWords(event.target.value)}
      />
      <fieldset className="segments" aria-label="Show">
        {shows.map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={one === show} onChange={() => onShow(one)} />
            {names[one]}
          </label>
        ))}
      </fieldset>
      <output className="muted">{count}</output>
    </search>
  )
}
