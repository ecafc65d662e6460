import type { ClientPerson } from '../../protocol.ts'
import { displayName } from '../client/Workspace.tsx'
import { withEmoji } from '../text/emoji.ts'

interface Props {
  person: ClientPerson | undefined
  size?: number
  /** What an app chose to be seen with. */
  icon?: string | undefined
}

/** A person's initials on a colour of their own. */
export function Avatar({ person, size = 36, icon }: Props) {
  if (icon?.startsWith(':'))
    return (
      <span className="avatar" aria-hidden="true" style={{ width: size, height: size, fontSize: size * 0.7 }}>
        {withEmoji(icon)}
      </span>
    )
  if (icon) return <img className="avatar" src={icon} alt="" width={size} height={size} />
  const name = person ? displayName(person) : '?'
  const hue = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7)
  const colour = person?.isBot ? 'var(--accent)' : `oklch(56% 0.09 ${hue})`
  return (
    <span
      className="avatar"
      aria-hidden="true"
      style={{ width: size, height: size, fontSize: size * 0.38, background: colour }}
    >
      {initials(name)}
    </span>
  )
}

function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter(Boolean)
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => word[0]) : [name.slice(0, 2)]
  return letters.join('').toUpperCase()
}
