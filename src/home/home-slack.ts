import type { Ctx } from '../ctx.ts'
import type { Answer, Call } from '../slack/call.ts'
import type { Command } from '../slack/commands.ts'
import type { SlackEvent, Told } from '../slack/events.ts'
import { runCommand } from '../slack/hear-commands.ts'
import { homeOpened } from './contract.ts'
import { commandsOf } from './help-slack.ts'
import { waitingFor } from './mine.ts'
import { knownReleases, noteOpened } from './store.ts'
import { drawMine } from './views.ts'
import { homeJob } from './worker.ts'

/** `/release` alone: what waits for me. With only a name behind it, that release's status. */
export const mineCommand: Command = {
  word: '',
  usage: [{ form: '' }],
  run: async (call) =>
    call.text ? runCommand(commandsOf(call), call, `status ${call.text}`) : whatWaits(call),
}

async function whatWaits({ ctx, actor, now, zone }: Call): Promise<Answer> {
  const known = await knownReleases(ctx, actor.workspace)
  return drawMine(waitingFor(ctx.features, known, actor.person, now), known, await zone())
}

export const homeVisited: SlackEvent = {
  type: 'app_home_opened',
  wanted: ({ tab }) => tab === 'home',
  run: keepOpened,
}

async function keepOpened({ ctx, event }: Told): Promise<void> {
  const { user, view } = homeOpened.parse(event)
  await opened(ctx, user, view === undefined)
}

const opened = ({ db, jobs, workspace }: Ctx, person: string, blank: boolean) =>
  db.transaction(async (tx) => {
    await noteOpened(tx, workspace, person, { blank })
    await jobs.enqueue(tx, [{ job: homeJob.name, payload: { workspace, person } }])
  })
