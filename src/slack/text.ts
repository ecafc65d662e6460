import { clipMrkdwn } from './clip.ts'
import { harmless } from './harmless.ts'

declare const madeHere: unique symbol

/** Text in Slack's mrkdwn that is safe to show: only this file makes it. */
export interface Md {
  readonly mrkdwn: string
  readonly [madeHere]: true
}

/** What may stand in `${}`: strings are somebody's words and become harmless; nothing is shown as nothing. */
export type Shown = string | number | Md | readonly Md[] | null | undefined | false

// The one cast: the symbol exists only for the type checker, so that nobody else can make an `Md`.
const trusted = (mrkdwn: string) => ({ mrkdwn }) as Md

function rendered(value: Shown): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string') return harmless(value)
  if (typeof value === 'number') return String(value)
  if ('mrkdwn' in value) return value.mrkdwn
  return value.map(rendered).join('')
}

/** `` md`*${key}* opens ${when(target, zone)}` ``: our words are mrkdwn, theirs are only text. */
export function md(ours: TemplateStringsArray, ...theirs: readonly Shown[]): Md {
  return trusted(String.raw({ raw: ours }, ...theirs.map(rendered)))
}

export const isEmpty = (text: Md) => text.mrkdwn.trim() === ''

/** Cut to `max` characters without breaking a token, an entity or a letter; formatting is closed again. */
export const clip = (text: Md, max: number) => trusted(clipMrkdwn(text.mrkdwn, max))

/** Bold, line by line, because Slack's bold ends with the line. */
export function bold(text: Md | string): Md {
  const unbold = rendered(text).replace(/<[^<>]*>|\*/g, (part) => (part === '*' ? '' : part))
  return trusted(unbold.replace(/^[^\S\n]*(\S.*?)[^\S\n]*$/gm, '*$1*'))
}

/** Somebody's words in quotes, cut at 140 characters: never formatted, never able to ping. */
export function quoted(words: string, max = 140): Md {
  return trusted(`"${clipMrkdwn(harmless(words.trim()), max)}"`)
}

/** One line of several facts; those that are empty are left out. */
export function joined(items: readonly Shown[], separator = ' · '): Md {
  const facts = items.flat().map(rendered)
  return trusted(facts.filter((fact) => fact.trim() !== '').join(separator))
}

/** Each on its own line; those that are empty are left out. */
export const lines = (...items: readonly Shown[]) => joined(items, '\n')

/** A real mention: it pings. One ask, one ping. */
export const mention = (person: string) => token('@', person)

/** A real mention of a user group: it pings everybody in it. */
export const mentionGroup = (group: string) => token('!subteam^', group)

/** A channel's name that opens it. */
export const channelLink = (channel: string) => token('#', channel)

function token(kind: string, id: string): Md {
  return /^[A-Za-z0-9]+$/.test(id) ? trusted(`<${kind}${id}>`) : md`${id}`
}

/** A link with our label. What is not http or https stays mere text. */
export function link(address: string, label: string): Md {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return md`${label}`
  const href = url.href.replaceAll('&', '&amp;').replaceAll('|', '%7C')
  return trusted(`<${href}|${rendered(label) || href}>`)
}
