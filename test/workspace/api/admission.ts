import { Refusal } from '../world/refusal.ts'
import { scopesOf, type Token } from '../world/tokens.ts'
import type { World } from '../world/world.ts'
import type { Method } from './method.ts'

/** The token behind a call, when it is good for this kind of method. */
export function authenticate(world: World, { token: kind }: Method, given: string): Token | undefined {
  if (kind === 'none') return undefined
  if (given === '') throw new Refusal('not_authed')
  const token = world.tokens.get(given)
  if (!token) throw new Refusal('invalid_auth')
  if (world.app.removed) throw new Refusal(token.kind === 'app' ? 'invalid_auth' : 'account_inactive')
  if (token.revoked) throw new Refusal('token_revoked')
  if (token.expiresAt !== undefined && token.expiresAt <= Date.now()) throw new Refusal('token_expired')
  if (token.kind !== kind) throw new Refusal('not_allowed_token_type')
  return token
}

/** Refuses, naming the scopes, when the token has none that the method accepts. */
export function authorize(world: World, { scopes }: Method, token: Token | undefined): void {
  if (!token || scopes.length === 0) return
  const held = scopesOf(world, token)
  if (scopes.some((scope) => held.includes(scope))) return
  throw new Refusal('missing_scope', { needed: scopes.join(','), provided: held.join(',') })
}
