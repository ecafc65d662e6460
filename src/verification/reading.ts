import { Rejection } from '../errors.ts'
import { firstNumber } from '../slack/grammar.ts'
import { firstWord, unquoted } from '../slack/kindly.ts'
import { nameOfLink } from './incidents.ts'

export type VerifySaid =
  | { readonly act: 'show' }
  | { readonly act: 'pass'; readonly number: number; readonly note: string | null }
  | { readonly act: 'fail'; readonly number: number; readonly why: string }

/** Reads what follows `verify`: nothing, `3 pass [note]`, `3 fail <why>`. @throws Rejection */
export function readVerify(text: string): VerifySaid {
  if (text.trim() === '') return { act: 'show' }
  const numbered = firstNumber(text)
  if (!numbered)
    throw new Rejection(`Which check? I read "${text.trim()}", no number. Like: /release verify 3 pass`)
  const { word, rest } = firstWord(numbered.rest)
  const { number } = numbered
  if (word === '') return { act: 'show' }
  if (/^(?:pass|passed|passes|ok|done|good)$/.test(word)) {
    return { act: 'pass', number, note: unquoted(rest) || null }
  }
  if (/^(?:fail|failed|fails|bad)$/.test(word)) return { act: 'fail', number, why: unquoted(rest) }
  throw new Rejection(
    `Check ${number} passed or failed? I read "${word}". Like: /release verify ${number} pass`,
  )
}

export interface IncidentSaid {
  readonly name: string
  readonly link: string | null
  readonly note: string | null
}

/** Reads what follows `incident`: `https://example.com/INC-482 refunds late`, or a name in place of the link. */
export function readIncident(text: string): IncidentSaid | null {
  const found = /https?:\/\/\S+/.exec(text)
  if (!found) {
    const { rest } = firstWord(text)
    const name = text.trim().split(/\s/, 1)[0] ?? ''
    return name ? { name, link: null, note: unquoted(rest) || null } : null
  }
  const link = found[0].replace(/[).,;]+$/, '')
  const note = unquoted(text.replace(link, '').replace(/^[\s()]+|[\s(),;:.]+$/g, ''))
  return { name: nameOfLink(link), link, note: note || null }
}
