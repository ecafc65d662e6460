import { Rejection } from '../errors.ts'
import { firstNumber, suggest } from '../slack/grammar.ts'
import { firstWord, unquoted } from '../slack/kindly.ts'

const words = {
  done: ['done', 'finished', 'ok', 'ready'],
  blocked: ['blocked', 'block'],
  unblock: ['unblock', 'unblocked'],
  skip: ['skip', 'skipped'],
  take: ['take', 'mine'],
  give: ['give', 'assign'],
  undo: ['undo', 'open', 'reopen'],
} as const

export type ItemAct = keyof typeof words

export interface ReadySaid {
  readonly number: number
  /** Null shows the item: a bare word never acts. */
  readonly act: ItemAct | null
  /** The evidence, the reason, or to whom. */
  readonly rest: string
}

/**
 * Reads `4 done https://ci/812`, `done 4`, `4`; null when nothing was said, which shows the card.
 * @throws Rejection that says what was read.
 */
export function readReady(text: string): ReadySaid | null {
  if (text.trim() === '') return null
  const [first, numbered] = [firstWord(text), firstNumber(text)]
  if (numbered) return acted(numbered.number, numbered.rest)
  const behind = actOf(first.word) && firstNumber(first.rest)
  if (behind) return acted(behind.number, `${first.word} ${behind.rest}`)
  throw new Rejection(
    `Which item? I read "${text.trim()}". The number on the card comes first: /release ready 4 done`,
  )
}

/** `staging is down @ops-oncall`: whom it waits for stands beside the reason, not in it. */
export const reasonIn = (said: string): string => said.replace(/(?<=\S)[\s,;:]+@[\w.-]+$/, '')

function acted(number: number, text: string): ReadySaid {
  const { word, rest } = firstWord(text)
  if (word === '') return { number, act: null, rest }
  const act = actOf(word)
  if (act) return { number, act, rest: unquoted(rest) }
  const near = suggest(word, Object.values(words).flat())
  const meant = near ? `Did you mean ${near}?` : 'Done, blocked, skip, take, give or undo?'
  throw new Rejection(`I read item ${number} and "${word}". ${meant} Like: /release ready ${number} done`, {
    offers: near ? [{ label: `${number} ${near}`, run: `ready ${number} ${near} ${rest}`.trim() }] : [],
  })
}

function actOf(word: string): ItemAct | null {
  const found = Object.entries(words).find(([, said]) => said.some((one) => one === word))
  // The keys of `words` are what `ItemAct` lists; `Object.entries` forgets that.
  return (found?.[0] as ItemAct | undefined) ?? null
}
