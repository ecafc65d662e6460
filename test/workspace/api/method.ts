import { z } from 'zod'
import type { Engine } from '../engine.ts'
import type { Token } from '../world/tokens.ts'
import type { World } from '../world/world.ts'

export type Tier = 1 | 2 | 3 | 4 | 'special'
export type Body = Record<string, unknown>

/** What a method works with: the workspace, its arguments, and who calls. */
export interface Request<Args> {
  engine: Engine
  world: World
  args: Args
  /** Absent for methods that take no token. */
  token: Token | undefined
}

/** One method of the Web API, as Slack's reference describes it. */
export interface Method {
  tier: Tier
  /** One of these is needed; none means that any token will do. */
  scopes: readonly string[]
  token: 'bot' | 'app' | 'none'
  /** Slack reads its arguments from a query or a form only, never from a JSON body. */
  formOnly: boolean
  args: z.ZodType
  call(request: Request<never>): Body | Promise<Body>
  /** What is left out, for the table of coverage. */
  partly?: string
}

interface Definition<A extends z.ZodRawShape> {
  tier: Tier
  scopes?: readonly string[]
  token?: 'app' | 'none'
  formOnly?: true
  args?: A
  partly?: string
  call(request: Request<z.infer<z.ZodObject<A>>>): Body | Promise<Body> | undefined
}

/** Describes a method; its arguments are parsed before it is called, unknown ones ignored. */
export function method<A extends z.ZodRawShape = Record<never, never>>(definition: Definition<A>): Method {
  const { tier, scopes = [], token = 'bot', formOnly = false, partly } = definition
  // An absent `args` leaves A at its default, the empty shape.
  const args = z.object(definition.args ?? ({} as A))
  const call = (request: Request<never>) => definition.call(request) ?? {}
  return { tier, scopes, token, formOnly, args, call, ...(partly && { partly }) }
}
