import known from '../../text/emoji.json'

const characters: Record<string, string> = known

/** Reactions offered first. */
const commonReactions = [
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

/** The emoji whose names have all of these words, the common ones first. */
export function emojiNamed(words: string): string[] {
  const wanted = words
    .toLowerCase()
    .split(/[\s:_]+/)
    .filter(Boolean)
  const all = new Set([...commonReactions, ...Object.keys(characters)])
  return [...all].filter((name) => wanted.every((word) => name.includes(word)))
}

/** The character of `:name:`, when it is one of the common ones. */
export function emojiCharacter(name: string): string | undefined {
  return characters[name.split('::')[0] ?? name]
}

/** Puts characters for the emoji names in a plain text. */
export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+-]+):/g, (whole, name: string) => emojiCharacter(name) ?? whole)
}
