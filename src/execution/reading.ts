import { Rejection } from '../errors.ts'
import { firstNumber, readPercent } from '../slack/grammar.ts'
import { firstWord, unquoted } from '../slack/kindly.ts'
import type { WantedShare } from './opening.ts'

export type StepSaid =
  | { readonly act: 'show' }
  | { readonly act: 'fix'; readonly why: string }
  | { readonly act: 'done'; readonly number: number; readonly note: string | null }
  | { readonly act: 'failed'; readonly number: number; readonly why: string }
  | { readonly act: 'retry' | 'take'; readonly number: number }

/** Reads what follows `step`: nothing, `4 done [note]`, `4 failed <why>`, `4 retry`, `4 take`, `fix <why>`. @throws Rejection */
export function readStep(text: string): StepSaid {
  const { word, rest } = firstWord(text)
  if (word === '') return { act: 'show' }
  if (word === 'fix') return { act: 'fix', why: unquoted(rest) }
  const numbered = firstNumber(text)
  if (!numbered)
    throw new Rejection(`Which step? I read "${text.trim()}", no number. Like: /release step 4 done`)
  return readAct(numbered.number, firstWord(numbered.rest))
}

function readAct(number: number, { word, rest }: { word: string; rest: string }): StepSaid {
  const said = unquoted(rest)
  if (word === '') return { act: 'show' }
  if (/^(?:done|finished|ok|ready)$/.test(word)) return { act: 'done', number, note: said || null }
  if (/^(?:failed|fail|broken)$/.test(word)) return { act: 'failed', number, why: said }
  if (/^(?:retry|again)$/.test(word)) return { act: 'retry', number }
  if (/^(?:take|mine)$/.test(word)) return { act: 'take', number }
  throw new Rejection(
    `Step ${number} is done or failed? I read "${word}". Like: /release step ${number} done`,
  )
}

export interface OpenSaid {
  readonly share: WantedShare
  /** Behind the share: why it is narrowed. */
  readonly why: string | null
}

/** Reads what follows `open`: `10%`, `1% INC-482`, `next`, `everyone`, `nobody`. Null for nothing. @throws Rejection */
export function readOpen(text: string): OpenSaid | null {
  const { word, rest } = firstWord(text)
  if (word === '') return null
  if (/^(?:nobody|none|no-one)$/.test(word)) return { share: 0, why: unquoted(rest) || null }
  const said = readPercent(text.replace(/^\s*(\d+(?:[.,]\d+)?)(?=\s+[^%\s]|\s*$)/, '$1%'))
  if (!said) throw new Rejection(`To whom? I read "${text.trim()}". Like: /release open 10%`)
  return { share: said.share, why: unquoted(said.rest) || null }
}
