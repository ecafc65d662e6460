import type { Suggestion } from './completion.ts'

interface Props {
  id: string
  suggestions: Suggestion[]
  active: number
  onPick: (suggestion: Suggestion) => void
}

/** Over the composer: what the word being typed could become. */
export function Suggestions({ id, suggestions, active, onPick }: Props) {
  return (
    <div id={id} role="listbox" aria-label="Suggestions" className="suggestions">
      {suggestions.map((suggestion, index) => (
        <div
          key={suggestion.insert}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={index === active ? 'option option-active' : 'option'}
          // A press must not take the focus out of the composer.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(suggestion)}
          onKeyDown={(event) => event.key === 'Enter' && onPick(suggestion)}
        >
          <span>{suggestion.label}</span>
          <small>{suggestion.detail}</small>
        </div>
      ))}
    </div>
  )
}
