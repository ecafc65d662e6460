import { Rejection } from '../errors.ts'
import type { PersonId } from '../people/people.ts'
import { firstNumber } from '../slack/grammar.ts'
import { firstWord } from '../slack/kindly.ts'
import { type Reading, readWhen } from '../time/read-when.ts'

/** An action that says only a day is due at the end of its working day. */
export const endOfDay = '17:00'

export type ReviewSaid =
  | { readonly act: 'show' | 'start' | 'close' }
  | { readonly act: 'rate'; readonly stars: number; readonly sentence: string | undefined }

/** Reads what follows `review`: nothing, `start`, `close`, `4 good handover`. @throws Rejection */
export function readReview(text: string): ReviewSaid {
  const { word, rest } = firstWord(text)
  if (word === '') return { act: 'show' }
  if (rest === '' && /^(?:start|begin|open)$/.test(word)) return { act: 'start' }
  if (rest === '' && /^(?:close|end|stop)$/.test(word)) return { act: 'close' }
  const stars = /^([1-5])(?:\/5)?$/.exec(word)?.[1]
  if (stars) return { act: 'rate', stars: Number(stars), sentence: rest || undefined }
  throw new Rejection(`I read "${text.trim()}". Rate it from 1 to 5, like: /release review 4 good handover`)
}

export type ActionSaid =
  | { readonly act: 'show' }
  | { readonly act: 'done'; readonly number: number }
  | { readonly act: 'add'; readonly what: string; readonly owner: PersonId | null; readonly due: Date | null }

/** Reads what follows `action`: nothing, `2 done`, or `size the pool @api-owner tue 15 dec`. */
export function readAction(text: string, people: readonly PersonId[], reading: Reading): ActionSaid {
  const numbered = firstNumber(text)
  if (text.trim() === '' || numbered?.rest === '') return { act: 'show' }
  if (numbered && /^(?:done|finished|ok)$/.test(firstWord(numbered.rest).word))
    return { act: 'done', number: numbered.number }
  const [before, after] = aroundName(text)
  const day = { ...reading, defaultTime: endOfDay }
  const due = readWhen(after, day)
  if (due) return added(`${before} ${due.rest}`, people, due.instant)
  const earlier = readWhen(before, day)
  return added(`${earlier?.rest ?? before} ${after}`, people, earlier?.instant ?? null)
}

const added = (what: string, people: readonly PersonId[], due: Date | null): ActionSaid => ({
  act: 'add',
  what: what.trim(),
  owner: people.at(-1) ?? null,
  due,
})

/** What stands before and after the last name: what is to be done, and until when. */
function aroundName(text: string): [string, string] {
  const [name] = [...text.matchAll(/(?<!\S)@[\w.-]+/g)].slice(-1)
  if (!name) return [text, '']
  return [text.slice(0, name.index), text.slice(name.index + name[0].length)]
}
