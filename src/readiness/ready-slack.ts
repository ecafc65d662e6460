import { personNamed } from '../people/named.ts'
import { change, type Result } from '../releases/change.ts'
import { type Meant, meantRelease } from '../releases/meant.ts'
import type { Decide } from '../releases/release.ts'
import type { Answer } from '../slack/call.ts'
import type { Command, CommandCall } from '../slack/commands.ts'
import { block, reopen, skip, unblock } from './acting.ts'
import { readinessCard } from './card.ts'
import { asksMore, finish } from './finishing.ts'
import { itemView } from './forms.ts'
import { give, take } from './owning.ts'
import { type ReadySaid, readReady, reasonIn } from './reading.ts'
import { itemNumbered, listThere } from './standing.ts'
import { itemAnswer, itemReceipt } from './views.ts'

export const readyCommand: Command = {
  word: 'ready',
  usage: [
    { form: 'ready <n> done <link or note>', states: ['preparing'] },
    { form: 'ready <n> blocked <why>', states: ['preparing'] },
    { form: 'ready', states: ['preparing'] },
    { form: 'ready <n> give @who', states: ['preparing'], whoRunsIt: true },
    { form: 'ready <n> unblock|skip <why>|take|undo' },
  ],
  run: runReady,
}

/** `/release ready …`: shows the list or an item, or does what is said to one. */
async function runReady(call: CommandCall): Promise<Answer> {
  const meant = await meantRelease(call, 'ready')
  const said = readReady(meant.text)
  listThere(meant.release)
  if (!said) return readinessCard(meant.release, meant.facts, call.now)
  const item = itemNumbered(meant.release, said.number)
  if (!said.act) return itemAnswer(meant.release, meant.facts, call.now, item)
  const form =
    said.act === 'done' &&
    (said.rest === '' || item.procedure === 'way back') &&
    asksMore(item, meant.release)
  if (form) {
    const choice = { is: 'done', person: call.actor.person, note: said.rest } as const
    return itemView(meant.release, meant.facts, item, choice)
  }
  return itemReceipt(await acted(call, meant, said), said.number)
}

async function acted(call: CommandCall, { ref }: Meant, { number, act, rest }: ReadySaid): Promise<Result> {
  const { ctx, actor } = call
  const named = await personNamed(call, call.said.people[0])
  const decide: Decide = (release, facts, now) => {
    const on = [release, facts, now, actor, number] as const
    switch (act) {
      case 'done':
        return finish(...on, { evidence: rest })
      case 'blocked':
        return block(...on, { why: named ? reasonIn(rest) : rest, waitsFor: named?.id ?? null })
      case 'unblock':
        return unblock(...on)
      case 'skip':
        return skip(...on, rest)
      case 'take':
        return take(...on)
      case 'give':
        return give(...on, named)
      default:
        return reopen(...on)
    }
  }
  return change(ctx, ref, actor, decide)
}
