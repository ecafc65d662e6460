import { secret } from './ids.ts'
import type { World } from './world.ts'

/** What a caller shows to be let in. */
export interface Token {
  kind: 'bot' | 'app'
  revoked?: boolean
  /** Real milliseconds since 1970; only rotating tokens end. */
  expiresAt?: number
}

/** What an app-level token may do, whatever the app was installed with. */
const APP_LEVEL = ['authorizations:read', 'connections:write']

export function scopesOf(world: World, token: Token): string[] {
  return token.kind === 'app' ? APP_LEVEL : world.app.scopes
}

/** Lets the app in again, with these scopes too; its bot token stays the same while it lives. */
export function grant(world: World, scopes: string[]): string {
  const { app } = world
  if (world.tokens.get(app.botToken)?.revoked) app.botToken = freshToken(world, 'xoxb-')
  app.removed = false
  app.scopes = [...new Set([...app.scopes, ...scopes])]
  world.changed()
  return app.botToken
}

/** A new bot token, which ends if it is told when. */
export function freshToken(world: World, prefix: string, expiresAt?: number): string {
  const value = `${prefix}${world.team.id}-${secret()}`
  world.tokens.set(value, { kind: 'bot', ...(expiresAt !== undefined && { expiresAt }) })
  return value
}

/** A token is dead from now on; the app is told that it has one less. */
export function revoke(world: World, token: Token): void {
  tellRevoked(world)
  token.revoked = true
}

function tellRevoked(world: World): void {
  const tokens = { oauth: [], bot: [world.app.botUserId] }
  world.tell({ declaredAs: 'tokens_revoked', body: { type: 'tokens_revoked', tokens } })
}

/** The app is removed: it is told, and its tokens are dead. */
export function uninstall(world: World): void {
  tellRevoked(world)
  world.tell({ declaredAs: 'app_uninstalled', body: { type: 'app_uninstalled' } })
  world.app.removed = true
  for (const channel of world.channels.values()) channel.members.delete(world.app.botUserId)
}
