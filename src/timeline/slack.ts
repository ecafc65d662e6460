import type { Ctx } from '../ctx.ts'
import { Rejection } from '../errors.ts'
import type { ReleaseRef } from '../feature.ts'
import { peopleById } from '../people/store.ts'
import { change } from '../releases/change.ts'
import { idsIn } from '../releases/load-store.ts'
import { meantRelease, type Read, releaseOfChannel, theRelease } from '../releases/meant.ts'
import { defineAction } from '../slack/actions.ts'
import { md, message, section } from '../slack/blocks.ts'
import type { Answer, Call } from '../slack/call.ts'
import type { Command } from '../slack/commands.ts'
import { firstWord } from '../slack/kindly.ts'
import type { Shortcut } from '../slack/shortcuts.ts'
import { acts, pageValue } from './contract.ts'
import { type Note, note } from './noting.ts'
import { entriesOf, isNoted } from './store.ts'
import { drawTimeline, pageSize } from './views.ts'

export const timelineCommand: Command = {
  word: 'timeline',
  usage: [{ form: 'timeline', states: ['closed', 'cancelled'] }, { form: 'timeline add <note>' }],
  run: async (call) => {
    const meant = await meantRelease(call, 'timeline')
    const { word, rest } = firstWord(meant.text)
    if (word === 'add') return noted(call, meant.ref, { text: rest, link: null, author: null })
    if (word === '') return page(call.ctx, meant)
    throw new Rejection(
      `I read "${meant.text}". A note is added like this: /release timeline add ${meant.text}`,
    )
  },
}

/** A page of the record, with the names of everyone in it, also of those whom the release names no more. */
async function page(ctx: Ctx, { ref, release, facts }: Read, top = release.revision): Promise<Answer> {
  const from = Math.min(top, release.revision)
  const entries = await entriesOf(ctx.db, ref, { top: from, count: pageSize })
  const named = await peopleById(ctx.db, ref.workspace, idsIn(entries))
  const people = new Map([...facts.people, ...named.people])
  return drawTimeline(ctx.features, entries, release, { ...facts, people })
}

export const pagePressed = defineAction({
  id: acts.show,
  value: pageValue,
  run: async ({ ctx, actor, value }) =>
    page(ctx, await theRelease(ctx, { workspace: actor.workspace, id: value.release }), value.top),
})

async function noted({ ctx, actor }: Call, ref: ReleaseRef, said: Note): Promise<Answer> {
  const { release } = await change(ctx, ref, actor, (...on) => note(...on, actor, said))
  return answer(`It is on the timeline of ${release.key}.`)
}

/** *Add to timeline*, on a message of the release's channel. */
export const addToTimeline: Shortcut = {
  callbackId: 'add_to_timeline',
  run: async (call) => {
    const ref = await releaseOfChannel(call.ctx, call)
    if (!ref) throw new Rejection('That message is in no release’s channel, so I do not know whose timeline.')
    if (await isNoted(call.ctx.db, ref, call.permalink)) return answer('It is on the timeline already.')
    const { text, author } = call.message
    return noted(call, ref, { text, link: call.permalink, author })
  },
}

function answer(words: string): Answer {
  const said = md`${words}`
  return message(said, [section(said)])
}
