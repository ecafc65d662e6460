import { Icon } from '../shell/Icon.tsx'
import type { Choice } from './choices.ts'

/** What is chosen in a multi-select, each with its way out. */
export function ChosenChips({ chosen, onRemove }: { chosen: Choice[]; onRemove: (choice: Choice) => void }) {
  return chosen.map((choice) => (
    <span key={choice.id} className="chip">
      {choice.label}
      <button type="button" aria-label={`Remove ${choice.label}`} onClick={() => onRemove(choice)}>
        <Icon name="close" size={12} />
      </button>
    </span>
  ))
}
