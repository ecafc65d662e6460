import type { z } from 'zod'
import type { Engine } from '../engine.ts'
import type { Answer } from '../interceptors.ts'
import type { ApiCall } from '../traffic.ts'
import { Refusal } from '../world/refusal.ts'
import type { World } from '../world/world.ts'
import type { Method } from './method.ts'
import { methods } from './methods.ts'

/** Slack's answer to a call: always HTTP 200, ok or a word for what is wrong. */
export async function answerTo(engine: Engine, call: ApiCall): Promise<Answer> {
  const found = methods[call.method]
  const headers = {
    'x-oauth-scopes': engine.world.app.manifest.oauth_config.scopes.bot.join(','),
    'x-accepted-oauth-scopes': found?.scopes.join(',') ?? '',
  }
  try {
    if (!found) throw new Refusal('unknown_method', { req_method: call.method })
    admit(engine.world, found, call.token)
    // `method()` paired this schema with this function.
    const args = parseArguments(found, call.args) as never
    const body = await found.call({ engine, world: engine.world, args })
    return { body: { ok: true, ...body }, headers }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { body: { ok: false, error: error.word, ...error.details }, headers }
  }
}

function admit(world: World, { scopes, token: kind }: Method, token: string): void {
  const { app } = world
  if (token === '') throw new Refusal('not_authed')
  if (token !== app.botToken && token !== app.appToken) throw new Refusal('invalid_auth')
  if (app.removed) throw new Refusal(kind === 'app' ? 'invalid_auth' : 'account_inactive')
  if ((token === app.appToken) !== (kind === 'app')) throw new Refusal('not_allowed_token_type')
  const held = app.manifest.oauth_config.scopes.bot
  if (scopes.length > 0 && !scopes.some((scope) => held.includes(scope))) {
    throw new Refusal('missing_scope', { needed: scopes.join(','), provided: held.join(',') })
  }
}

function parseArguments(found: Method, args: Record<string, unknown>): unknown {
  const parsed = found.args.safeParse(args, { reportInput: true })
  if (parsed.success) return parsed.data
  const messages = parsed.error.issues.map(wording)
  throw new Refusal('invalid_arguments', { response_metadata: { messages } })
}

function wording(issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.')
  const missing = issue.input === undefined || issue.input === ''
  return missing ? `[ERROR] missing required field: ${field}` : `[ERROR] invalid value for field: ${field}`
}
