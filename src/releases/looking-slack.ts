import { defineAction } from '../slack/actions.ts'
import { headline, lines, md, message, section } from '../slack/blocks.ts'
import type { Answer, Call } from '../slack/call.ts'
import type { Command, CommandCall } from '../slack/commands.ts'
import { acts, releaseValue } from './contract.ts'
import { lineOf } from './list-view.ts'
import { type Meant, meantRelease, namedRelease, type Read, theRelease } from './meant.ts'
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
  const found = await listReleases(ctx, actor.workspace, word === 'all' ? 'all' : 'in flight')
  const wanted = found.filter(({ release }) => {
    if (word === 'mine') return release.manager === actor.person || release.deputy === actor.person
    return word === '' || word === 'all' || release.product === word
  })
  const news =
    wanted.length === 0
      ? md`Nothing is in flight. /release new plans one.`
      : md`${wanted.length} ${wanted.length === 1 ? 'release' : 'releases'}`
  const rows = wanted.slice(0, 20).map((read) => lineOf(read, now))
  const more = wanted.length > 20 ? md`and ${wanted.length - 20} more` : null
  return message(news, [headline(news), rows.length > 0 && section(lines(...rows, more))])
}
