import { distance } from 'fastest-levenshtein'
import { workedOnce } from '../worked-once.ts'
import { firstWord, kindly, meant, unquoted, wordsOf } from './kindly.ts'

/** A word that is known, with the other words for it. */
export interface Known {
  readonly word: string
  readonly synonyms?: readonly string[]
}

export interface Said {
  /** The subcommand if it is known, else the word that was typed; empty when nothing was. */
  readonly word: string
  /** What follows, as it was typed. */
  readonly rest: string
  /** The words of `rest` as they are meant. */
  readonly tokens: readonly string[]
}

/** Reads the text after `/release` kindly: `No–go`, `no go` and `nogo` are one word, a key may stand before it. */
export function readCommand(text: string, known: readonly Known[]): Said {
  const first = firstWord(text)
  const second = firstWord(first.rest)
  const said = (word: string, rest: string) => ({ word, rest, tokens: wordsOf(rest) })
  const pair = find(`${first.word}-${second.word}`, known)
  if (pair) return said(pair, second.rest)
  const single = find(first.word, known)
  if (single) return said(single, first.rest)
  const key = keyFirst(first.word, second.word)
  if (!key) return said(first.word, first.rest)
  const behind = readCommand(key === first.word ? first.rest : second.rest, known)
  return behind.word === '' ? said(key, '') : said(behind.word, `${key} ${behind.rest}`.trim())
}

/** The release's key that the words begin with: `payments-2.4.0`, or a product and its version. */
function keyFirst(first: string, second: string): string | undefined {
  if (looksLikeKey(first)) return first
  return /^v?\d+\../.test(second) && looksLikeKey(`${first}-${second}`) ? `${first}-${second}` : undefined
}

const undashed = (word: string) => word.replace(/(?<=[a-z])-(?=[a-z])/g, '')

const find = (word: string, known: readonly Known[]) => namesOf(known).get(undashed(meant(word)))

/** By every name the word it stands for; the first that has a name keeps it. */
const namesOf = workedOnce((known: readonly Known[]): ReadonlyMap<string, string> => {
  const all = known.flatMap(({ word, synonyms = [] }) =>
    [word, ...synonyms].map((name) => [undashed(meant(name)), word] as const),
  )
  return new Map(all.toReversed())
})

/** A product, a dash and a version with a digit: enough to tell a key from a word that is misspelt. */
const looksLikeKey = (word: string) => /^[a-z0-9][a-z0-9.+_-]*-[a-z.+_-]*\d[a-z0-9.+_-]*$/.test(word)

/** The known word that was probably meant: "Did you mean status?" */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const typed = meant(word)
  const near = known
    .map((name) => ({ name, apart: name.startsWith(typed) && typed.length > 2 ? 1 : distance(typed, name) }))
    .filter(
      ({ name, apart }) => apart <= (Math.min(typed.length, name.length) > 3 ? 2 : 1) && apart < typed.length,
    )
  return near.sort((a, b) => a.apart - b.apart)[0]?.name
}

/** `tue 16:00 because load test late`: what was said, and why. Quotes around the reason are not part of it. */
export function splitBecause(text: string): { head: string; because?: string } {
  const found = /(?:^|[\s,;])because\b[:,]?/i.exec(kindly(text))
  if (!found) return { head: text.trim() }
  const head = text.slice(0, found.index).trim()
  const because = unquoted(text.slice(found.index + found[0].length))
  return because === '' ? { head } : { head, because }
}

/** The number on the card, if the text begins with one: `4 done`, `#4`, `item 4: done`. */
export function firstNumber(text: string): { number: number; rest: string } | undefined {
  const { word, rest } = firstWord(text)
  if (/^(?:item|step|check|action|number|no)$/.test(word)) return firstNumber(rest)
  const digits = /^#?(\d{1,6})\)?$/.exec(word)?.[1]
  return digits === undefined ? undefined : { number: Number(digits), rest }
}

/** The release's key stands first, last, or nowhere; the rest stays as it was typed. */
export function takeKey(text: string, isKey: (word: string) => boolean): { key?: string; rest: string } {
  const first = firstWord(text)
  if (first.word !== '' && isKey(first.word)) return { key: first.word, rest: first.rest }
  const trimmed = text.trim()
  const [last = ''] = /\S*$/.exec(trimmed) ?? []
  const word = meant(last)
  if (word === '' || !isKey(word)) return { rest: trimmed }
  return { key: word, rest: trimmed.slice(0, trimmed.length - last.length).trimEnd() }
}

/** A share of users in percent, the next phase, or everyone; and what follows. */
export interface ShareSaid {
  readonly share: number | 'next' | 'everyone'
  readonly rest: string
}

/** `10%`, `10 %`, `0,5 percent`, `next`, `everyone`; more than everyone is no share. */
export function readPercent(text: string): ShareSaid | undefined {
  const { word, rest } = firstWord(text)
  if (word === 'next') return { share: 'next', rest }
  if (/^(?:everyone|everybody|all|full)$/.test(word)) return { share: 'everyone', rest }
  const found = /^\s*(\d{1,3}(?:[.,]\d{1,3})?) ?(?:%|percent\b|pct\b)[.,;:]?(?=\s|$)/i.exec(kindly(text))
  if (!found) return undefined
  const percent = Number(found[1]?.replace(',', '.'))
  if (percent > 100) return undefined
  return { share: percent === 100 ? 'everyone' : percent, rest: text.slice(found[0].length).trim() }
}
