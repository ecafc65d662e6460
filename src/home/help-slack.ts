import { meantRelease, namedRelease, type Read, releaseOfChannel, theRelease } from '../releases/meant.ts'
import type { Answer } from '../slack/call.ts'
import type { Command, CommandCall } from '../slack/commands.ts'
import { drawEverydayHelp, drawEverything, drawHelp } from './help.ts'
import { waitingFor, waitingIn } from './mine.ts'
import { knownReleases, whoCancelled } from './store.ts'

export const helpCommand: Command = {
  word: 'help',
  usage: [{ form: 'help' }, { form: 'help all' }],
  run: async (call) => {
    if (call.text.trim().toLowerCase() === 'all') return drawEverything(commandsOf(call))
    const ref = (await namedRelease(call, 'help'))?.ref ?? (await releaseOfChannel(call.ctx, call))
    return ref ? helpWith(call, await theRelease(call.ctx, ref, call.actor.person)) : helpAnywhere(call)
  },
}

/** Means `ready` or `verify`, as the release's state has it. */
export const checkCommand: Command = {
  word: 'check',
  usage: [],
  run: async (call) => {
    const { release } = await meantRelease(call, 'check')
    const word = release.state === 'verifying' ? 'verify' : 'ready'
    return commandsOf(call)
      .find((command) => command.word === word)
      ?.run(call)
  },
}

export const commandsOf = ({ ctx }: Pick<CommandCall, 'ctx'>) =>
  ctx.features.flatMap((feature) => feature.commands ?? [])

async function helpWith(call: CommandCall, { ref, release, facts }: Read): Promise<Answer> {
  const { ctx, actor, now, zone } = call
  const mine = waitingIn(ctx.features, { release, facts }, now).filter((one) => one.person === actor.person)
  const endedBy = release.state === 'cancelled' ? await whoCancelled(ctx.db, ref) : null
  const reader = { release, facts, person: actor.person, mine, now, endedBy }
  return drawHelp(commandsOf(call), reader, await zone())
}

async function helpAnywhere(call: CommandCall): Promise<Answer> {
  const { ctx, actor, now, zone } = call
  const known = await knownReleases(ctx, actor.workspace)
  return drawEverydayHelp(commandsOf(call), waitingFor(ctx.features, known, actor.person, now), await zone())
}
