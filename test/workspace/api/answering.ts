import type { z } from 'zod'
import type { Engine } from '../engine.ts'
import type { Answer } from '../interceptors.ts'
import type { ApiCall } from '../traffic.ts'
import { Refusal } from '../world/refusal.ts'
import { scopesOf } from '../world/tokens.ts'
import type { World } from '../world/world.ts'
import { authenticate, authorize } from './admission.ts'
import type { Method } from './method.ts'
import { methods } from './methods.ts'

/** Slack's answer to a call: ok or a word for what is wrong, HTTP 200 unless there were too many. */
export async function answerTo(engine: Engine, call: ApiCall): Promise<Answer> {
  const found = methods[call.method]
  const headers = scopeHeaders(engine.world, found, call.token)
  try {
    if (!found) throw new Refusal('unknown_method', { req_method: call.method })
    const token = authenticate(engine.world, found, call.token)
    const wait = engine.limits.take(call.method, found.tier, call.args.channel)
    if (wait > 0) return tooMany(wait, headers)
    authorize(engine.world, found, token)
    // `method()` paired this schema with this function.
    const args = parseArguments(found, call.args) as never
    const body = await found.call({ engine, world: engine.world, args, token })
    return { body: { ok: true, ...body }, headers }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { body: { ok: false, error: error.word, ...error.details }, headers }
  }
}

function scopeHeaders(world: World, found: Method | undefined, given: string): Record<string, string> {
  const token = world.tokens.get(given)
  return {
    'x-oauth-scopes': token ? scopesOf(world, token).join(',') : '',
    'x-accepted-oauth-scopes': found?.scopes.join(',') ?? '',
  }
}

function tooMany(seconds: number, headers: Record<string, string>): Answer {
  const body = { ok: false, error: 'ratelimited' }
  return { status: 429, body, headers: { ...headers, 'retry-after': String(seconds) } }
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
