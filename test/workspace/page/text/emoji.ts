import known from './emoji.json'

const characters: Record<string, string> = known

/** Reactions offered first. */
export const commonReactions = [
  'white_check_mark',
  '+1',
  '-1',
  'eyes',
  'tada',
  'raised_hands',
  'heart',
  'rocket',
  'pray',
  'thinking_face',
  'x',
  'warning',
]

/** The character of `:name:`, when it is one of the common ones. */
export function emojiCharacter(name: string): string | undefined {
  return characters[name.split('::')[0] ?? name]
}

/** Puts characters for the emoji names in a plain text. */
export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+-]+):/g, (whole, name: string) => emojiCharacter(name) ?? whole)
}
