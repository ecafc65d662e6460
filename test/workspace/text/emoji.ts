import known from './emoji.json' with { type: 'json' }

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const names = new Map(
  Object.entries(known)
    .toReversed()
    .map(([name, character]) => [bare(character), name]),
)

/** Emoji as Slack hands them on, by name: `👍🏽` becomes `:+1::skin-tone-4:`. Rarer ones stay. */
export function withNames(typed: string): string {
  return Array.from(graphemes.segment(typed), ({ segment }) => nameOf(segment) ?? segment).join('')
}

function nameOf(character: string): string | undefined {
  const [, plain = '', tone] = /^(.+?)([\u{1F3FB}-\u{1F3FF}])?$/u.exec(bare(character)) ?? []
  const name = names.get(plain)
  if (!name) return undefined
  return tone ? `:${name}::skin-tone-${(tone.codePointAt(0) ?? 0) - 0x1f3f9}:` : `:${name}:`
}

/** Without what asks for the colourful form. */
function bare(character: string): string {
  return character.replaceAll('\uFE0F', '')
}
