import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { doing, during, tellOnce } from '../operation/acting.ts'
import type { Door } from '../people/people.ts'
import { namesOf, zoneOf } from '../people/store.ts'
import type { Message } from './blocks.ts'
import { type Answer, type Call, isForm } from './call.ts'
import { type Failure, failureMessage, failureOf } from './failure.ts'
import { type Received, received } from './received.ts'

/** Who stands at the door, read from what Slack delivered. */
export interface AtDoor {
  readonly workspace: string
  readonly person: string
  readonly channel: string | null
  readonly door: Door
  /** What is tried, for the log and the counts: `command go`, `action votes.go`. Only names that are ours. */
  readonly act: string
}

/** Runs a handler for somebody at a door. What a rule refuses, or what breaks, comes back as the private message that says so. */
export async function answered(ctx: Ctx, at: AtDoor, run: (call: Call) => Promise<Answer>): Promise<Answer> {
  const { answer, failure } = await attempted(ctx, at, run)
  return failure ? failureMessage(failure) : answer
}

/** How an act went. */
export type Attempted<T> =
  | { readonly answer: T; readonly failure?: never }
  | { readonly answer?: never; readonly failure: Failure }

/** Runs a handler for somebody at a door, and writes its one line in the log: done, rejected or failed. */
export function attempted<T>(ctx: Ctx, at: AtDoor, run: (call: Call) => Promise<T>): Promise<Attempted<T>> {
  const began = performance.now()
  const soFar = () => ({ ...doing(), ms: Math.round(performance.now() - began) })
  return during({ ...at }, async () => {
    try {
      const answer = await run(callOf(ctx, at))
      tellOnce()
      ctx.log.info(soFar(), 'done')
      ctx.meters.acted(at.act, 'done')
      return { answer }
    } catch (error) {
      const failure = failureOf(ctx, error, { ...at, ...soFar() })
      ctx.meters.acted(at.act, failure.kind)
      return { failure }
    }
  })
}

/** What a handler is handed. */
export function callOf(ctx: Ctx, { workspace, person, channel, door }: AtDoor): Call {
  const zone = () => zoneOf(ctx.db, workspace, person)
  return { ctx, actor: { workspace, person, door }, channel, zone, now: ctx.now() }
}

/** What Slack sent in plain words; people whom it names by their id only are called by their names. */
export async function saidIn({ ctx, actor }: Pick<Call, 'ctx' | 'actor'>, sent: string): Promise<Received> {
  const names = await namesOf(ctx.db, actor.workspace, received(sent).people)
  return received(sent, (person) => names.get(person))
}

/** A message that only the person sees who acted. */
export type Private = Message & { readonly response_type: 'ephemeral' }
export const forThem = (message: Message): Private => ({ response_type: 'ephemeral', ...message })

export interface Replies {
  readonly ack: (body?: Private) => Promise<void>
  /** Slack's ticket to open a form; it lives three seconds. */
  readonly trigger: string
  /** Answers after the acknowledgement. */
  readonly respond: (body: Private) => Promise<unknown>
}

/** Acknowledges a command with its answer: a message in the response itself, a form by its ticket. */
export async function replyToCommand(ctx: Ctx, at: AtDoor, answer: Answer, replies: Replies): Promise<void> {
  const { ack, trigger, respond } = replies
  if (!answer) return ack()
  if (!isForm(answer)) return ack(forThem(answer))
  await ack()
  await shown(ctx, at, respond, () => ctx.slack.web.views.open({ trigger_id: trigger, view: answer }))
}

/** Shows a view; when Slack does not, the person is told. */
export async function shown(
  ctx: Ctx,
  at: AtDoor,
  respond: (body: Private) => Promise<unknown>,
  show: () => Promise<unknown>,
): Promise<void> {
  await show().catch((error) => respond(forThem(failureMessage(failureOf(ctx, error, at)))))
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
