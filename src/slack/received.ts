/** What somebody typed, as they typed it, with what Slack marked in it. */
export interface Received {
  /** Plain text: names stay readable (`@rm`, `#releases`), entities are characters again. */
  readonly text: string
  /** Ids of the people, channels and user groups named, in order, each once. */
  readonly people: readonly string[]
  readonly channels: readonly string[]
  readonly groups: readonly string[]
  readonly links: readonly string[]
  /** What Slack marked, in plain letters, and how Slack sent it. */
  readonly tokens: readonly { readonly shown: string; readonly sent: string }[]
}

/** A token of Slack's in plain letters, and what it points at. */
interface Named {
  readonly shown: string
  readonly names?: readonly [kind: 'people' | 'channels' | 'groups' | 'links', id: string]
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }
const unescaped = (text: string) => text.replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity)

/** Makes text from commands and events plain. `nameOf` names people where Slack sends only their id. */
export function received(
  sent: string,
  nameOf: (person: string) => string | undefined = () => undefined,
): Received {
  const found = {
    people: new Set<string>(),
    channels: new Set<string>(),
    groups: new Set<string>(),
    links: new Set<string>(),
  }
  const tokens: Received['tokens'][number][] = []
  const text = sent.replace(/<([^<>]+)>|&(?:lt|gt|amp);/g, (whole, token?: string) => {
    if (token === undefined) return unescaped(whole)
    const { shown, names } = named(token, nameOf)
    if (names) {
      found[names[0]].add(names[1])
      tokens.push({ shown, sent: whole })
    }
    return shown
  })
  return {
    text,
    people: [...found.people],
    channels: [...found.channels],
    groups: [...found.groups],
    links: [...found.links],
    tokens,
  }
}

/** Plain words as Slack would send them, with whom and what they name as far as it was named in `said`. */
export function sentAgain(words: string, said: Pick<Received, 'tokens'>): string {
  const marked = new Map(said.tokens.map(({ shown, sent }) => [escaped(shown), sent]))
  if (marked.size === 0) return escaped(words)
  const longestFirst = [...marked.keys()].sort((one, other) => other.length - one.length)
  const any = new RegExp(longestFirst.map(literally).join('|'), 'g')
  return escaped(words).replace(any, (shown) => marked.get(shown) ?? shown)
}

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function named(token: string, nameOf: (person: string) => string | undefined): Named {
  const bar = token.indexOf('|')
  const target = bar < 0 ? token : token.slice(0, bar)
  const label = bar < 0 ? '' : unescaped(token.slice(bar + 1))
  const id = target.slice(1)
  if (/^@[UW]\w+$/.test(target)) return { shown: `@${label || nameOf(id) || id}`, names: ['people', id] }
  if (/^#[CGD]\w+$/.test(target)) return { shown: `#${label || id}`, names: ['channels', id] }
  if (target.startsWith('!')) return special(id, label)
  return linked(unescaped(target), label)
}

function special(command: string, label: string): Named {
  const [kind, id] = command.split('^')
  if (kind === 'subteam' && id) return { shown: `@${label.replace(/^@/, '') || id}`, names: ['groups', id] }
  if (kind === 'date') return { shown: label }
  return { shown: `@${kind}` }
}

/** An address stays as it was typed; one behind other words is kept beside them, or the record would lose it. */
function linked(address: string, label: string): Named {
  const names = ['links', address] as const
  if (address.startsWith('mailto:')) return { shown: label || address.slice('mailto:'.length) }
  const typed = address.replace(/^https?:\/\//, '').replace(/\/$/, '')
  if (label === '' || label === address) return { shown: address, names }
  return { shown: label.replace(/\/$/, '') === typed ? label : `${label} (${address})`, names }
}
