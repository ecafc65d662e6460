import type { Ctx } from '../ctx.ts'
import { defineAction } from '../slack/actions.ts'
import { headline, lines, md, message, section } from '../slack/blocks.ts'
import type { Answer, Call } from '../slack/call.ts'
import type { Command, CommandCall } from '../slack/commands.ts'
import { namesIn, planningChoices } from './choices.ts'
import { acts, releaseValue } from './contract.ts'
import { lineOf } from './list-view.ts'
import { type Meant, meantRelease, namedRelease, type Read, theRelease } from './meant.ts'
import { unknownProduct } from './reading.ts'
import { drawStatus } from './status-card.ts'
import { listReleases } from './store.ts'

export const statusCommand: Command = {
  word: 'status',
  usage: [{ form: 'status', states: ['planned', 'cleared', 'closed', 'hold'] }],
  run: async (call) => shown(await meantRelease(call, 'status'), call),
  otherwise: async (call) => {
    const named = await namedRelease(call, 'status')
    return named?.text === ''
      ? shown(await theRelease(call.ctx, named.ref, call.actor.person), call)
      : undefined
  },
}

function shown(read: Read | Meant, { now }: Call): Answer {
  return drawStatus(read.release, read.facts, now)
}

export const showPressed = defineAction({
  id: acts.show,
  value: releaseValue,
  run: async (call) =>
    shown(
      await theRelease(
        call.ctx,
        { workspace: call.actor.workspace, id: call.value.release },
        call.actor.person,
      ),
      call,
    ),
})

export const listCommand: Command = {
  word: 'list',
  usage: [{ form: 'list [mine|<product>|all]' }],
  run: listed,
}

async function listed({ ctx, actor, text, now }: CommandCall): Promise<Answer> {
  const word = text.trim().toLowerCase()
  if (!Object.hasOwn(noneOf, word)) await knownProduct(ctx, actor.workspace, word)
  const found = await listReleases(ctx, actor.workspace, word === 'all' ? 'all' : 'in flight')
  const wanted = found.filter(({ release }) => {
    if (word === 'mine') return release.manager === actor.person || release.deputy === actor.person
    return word === '' || word === 'all' || release.product === word
  })
  const some = md`${wanted.length} ${wanted.length === 1 ? 'release' : 'releases'}`
  const news = wanted.length > 0 ? some : md`${noneOf[word] ?? `Nothing of ${word} is in flight`}. ${planOne}`
  const rows = wanted.slice(0, 20).map((read) => lineOf(read, now))
  const more = wanted.length > 20 ? md`and ${wanted.length - 20} more` : null
  return message(news, [headline(news), rows.length > 0 && section(lines(...rows, more))])
}

/** What is said of an empty list, by what was asked for. */
const noneOf: Readonly<Record<string, string>> = {
  '': 'Nothing is in flight',
  all: 'No release was planned yet',
  mine: 'You run nothing that is in flight',
}
const planOne = md`/release new plans one.`

async function knownProduct(ctx: Ctx, workspace: string, word: string) {
  const { products, retired } = await planningChoices(ctx.db, workspace)
  const names = [...namesIn(products), ...retired.products]
  if (!names.includes(word)) throw unknownProduct(word, names, (near) => `list ${near}`)
}
