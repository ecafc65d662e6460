import { z } from 'zod'
import { defineAction } from '../slack/actions.ts'
import { runCommand } from '../slack/hear-commands.ts'
import { acts, releaseValue } from './contract.ts'
import { holdView } from './forms.ts'
import { theRelease } from './meant.ts'

const menuValue = releaseValue.extend({ run: z.enum(['hold', 'resume', 'move', 'timeline', 'help']) })

/** What stands behind ▾ on the status card: the same words as commands, for this release. */
export const menuPicked = defineAction({
  id: acts.menu,
  value: menuValue,
  run: async (call) => {
    const { ctx, actor, value } = call
    const read = await theRelease(ctx, { workspace: actor.workspace, id: value.release }, actor.person)
    if (value.run === 'hold') return holdView(read)
    const commands = ctx.features.flatMap((feature) => feature.commands ?? [])
    return runCommand(commands, call, `${value.run} ${read.release.key}`)
  },
})
