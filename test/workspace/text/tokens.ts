/** Slack's `<…>` tokens, which text on the wire is made of. */
export type Token =
  | { type: 'text'; text: string }
  | { type: 'user'; id: string }
  | { type: 'channel'; id: string; label: string }
  | { type: 'group'; id: string }
  | { type: 'broadcast'; range: string }
  | { type: 'date'; unix: number; format: string; fallback: string }
  | { type: 'link'; url: string; label: string }

export function tokens(text: string): Token[] {
  return text
    .split(/(<[^<>]*>)/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('<') && part.endsWith('>') ? token(part.slice(1, -1)) : { type: 'text', text: part },
    )
}

function token(inside: string): Token {
  const [target = '', label = ''] = split(inside, '|')
  if (/^@[UW]/.test(target)) return { type: 'user', id: target.slice(1) }
  if (target.startsWith('#C')) return { type: 'channel', id: target.slice(1), label }
  if (target.startsWith('!subteam^')) return { type: 'group', id: target.split('^')[1] ?? '' }
  if (target.startsWith('!date^')) {
    const [, unix = '', format = ''] = target.split('^')
    return { type: 'date', unix: Number(unix), format, fallback: label }
  }
  if (target.startsWith('!')) return { type: 'broadcast', range: target.slice(1) }
  return { type: 'link', url: target, label }
}

function split(text: string, at: string): [string, string] {
  const index = text.indexOf(at)
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)]
}

export function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

export function encode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
