import type { Inline } from './inline.ts'
import { unescapeSlack } from './inline.ts'

const linkable = /^(?:https?|mailto|tel|slack):/i

/** Reads what stands between `<` and `>`: a mention, a date, a link. */
export function readToken(token: string): Inline {
  const bar = token.indexOf('|')
  const target = bar < 0 ? token : token.slice(0, bar)
  const label = bar < 0 ? undefined : unescapeSlack(token.slice(bar + 1))
  if (target.startsWith('!')) return special(target.slice(1), label)
  const named = label ? { label } : {}
  if (/^@[UW]/.test(target)) return { type: 'person', id: target.slice(1), ...named }
  if (/^#[CG]/.test(target)) return { type: 'channel', id: target.slice(1), ...named }
  return link(unescapeSlack(target), label)
}

function special(target: string, label: string | undefined): Inline {
  const [kind = '', ...parts] = target.split('^')
  if (kind === 'date') return date(parts, label)
  if (kind === 'subteam') return { type: 'group', id: parts[0] ?? '', ...(label ? { label } : {}) }
  if (/^(?:here|channel|everyone)$/.test(kind)) return { type: 'broadcast', range: kind }
  return { type: 'plain', text: label ?? `<!${target}>` }
}

function date([unix, format = '', link]: string[], label = ''): Inline {
  if (!unix || !/^\d+$/.test(unix)) return { type: 'plain', text: label }
  return {
    type: 'date',
    unix: Number(unix),
    format: unescapeSlack(format),
    fallback: label,
    ...(link ? { link } : {}),
  }
}

function link(url: string, label: string | undefined): Inline {
  if (!linkable.test(url)) return { type: 'plain', text: label ?? `<${url}>` }
  return { type: 'link', url, label: label ?? url.replace(/^(?:mailto|tel):/i, '') }
}
