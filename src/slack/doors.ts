import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import type { Door } from '../people/people.ts'
import { zoneOf } from '../people/store.ts'
import type { Message } from './blocks.ts'
import { type Answer, type Call, isForm } from './call.ts'
import { failureMessage, failureOf } from './failure.ts'

/** Who stands at the door, read from what Slack delivered. */
export interface AtDoor {
  readonly workspace: string
  readonly person: string
  readonly channel: string | null
  readonly door: Door
  /** What is tried, for the log: `command go`, `action votes.go`. */
  readonly act: string
}

/** Runs a handler for somebody at a door. What a rule refuses, or what breaks, comes back as the private message that says so. */
export async function answered(ctx: Ctx, at: AtDoor, run: (call: Call) => Promise<Answer>): Promise<Answer> {
  try {
    return await run(await callOf(ctx, at))
  } catch (error) {
    return failureMessage(failureOf(ctx, error, at))
  }
}

/** What a handler is handed. */
export async function callOf(ctx: Ctx, { workspace, person, channel, door }: AtDoor): Promise<Call> {
  const zone = await zoneOf(ctx.db, workspace, person)
  return { ctx, actor: { workspace, person, door }, channel, zone, now: ctx.now() }
}

export interface Replies {
  readonly ack: (body?: Message & { response_type: 'ephemeral' }) => Promise<void>
  /** Slack's ticket to open a form; it lives three seconds. */
  readonly trigger: string
}

/** Acknowledges a command with its answer: a message in the response itself, a form by its ticket. */
export async function replyToCommand(ctx: Ctx, answer: Answer, { ack, trigger }: Replies): Promise<void> {
  if (!answer) return ack()
  if (!isForm(answer)) return ack({ response_type: 'ephemeral', ...answer })
  await ack()
  await ctx.slack.web.views.open({ trigger_id: trigger, view: answer })
}

/** Everything Slack's interactions say about where they come from. */
export const interaction = z.looseObject({
  team: z.object({ id: z.string() }).nullish(),
  user: z.looseObject({ id: z.string(), team_id: z.string().optional() }),
  channel: z.looseObject({ id: z.string() }).optional(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
})

export const teamOf = (body: z.infer<typeof interaction>) => body.team?.id ?? body.user.team_id ?? ''
