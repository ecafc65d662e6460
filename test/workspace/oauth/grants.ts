import { secret } from '../world/ids.ts'
import { Refusal } from '../world/refusal.ts'
import { freshToken, grant } from '../world/tokens.ts'
import type { World } from '../world/world.ts'

const CODE_LIVES_MS = 10 * 60_000
const TOKEN_LIVES_SECONDS = 43_200
const MOST_LIVE_TOKENS = 2

/** What a person allowed on the page that asks them. */
export interface Consent {
  user: string
  scopes: string[]
  /** As it was given; when it was, it must be given again. */
  redirectUri: string | undefined
}

export interface Credentials {
  access_token: string
  expires_in?: number
  refresh_token?: string
}

/** Codes and the tokens they are exchanged for, on real time. */
export class Grants {
  readonly #world: World
  readonly #now: () => number
  readonly #codes = new Map<string, { consent: Consent; at: number }>()
  readonly #refreshes = new Set<string>()
  readonly #rotating: string[] = []

  constructor(world: World, now = Date.now) {
    this.#world = world
    this.#now = now
  }

  codeFor(consent: Consent): string {
    const code = `${secret(6)}.${secret(6)}.${secret(16)}`
    this.#codes.set(code, { consent, at: this.#now() })
    return code
  }

  /** A code is good once, for ten minutes, with the address that it was asked for with. */
  redeem(code: string, redirectUri: string | undefined): { consent: Consent; credentials: Credentials } {
    const found = this.#codes.get(code)
    if (!found || this.#now() - found.at > CODE_LIVES_MS) throw new Refusal('invalid_code')
    if ((redirectUri || undefined) !== found.consent.redirectUri) throw new Refusal('bad_redirect_uri')
    this.#codes.delete(code)
    const lasting = grant(this.#world, found.consent.scopes)
    const rotates = this.#world.app.manifest.settings.token_rotation_enabled ?? false
    return { consent: found.consent, credentials: rotates ? this.#rotate() : { access_token: lasting } }
  }

  /** A refresh token is good once. */
  refresh(token: string): Credentials {
    if (!this.#refreshes.delete(token)) throw new Refusal('invalid_refresh_token')
    return this.#rotate()
  }

  #rotate(): Credentials {
    const expiresAt = this.#now() + TOKEN_LIVES_SECONDS * 1000
    const access_token = freshToken(this.#world, 'xoxe.xoxb-1-', expiresAt)
    const refresh_token = `xoxe-1-${secret()}`
    this.#refreshes.add(refresh_token)
    this.#rotating.push(access_token)
    for (const old of this.#rotating.splice(0, this.#rotating.length - MOST_LIVE_TOKENS)) {
      this.#world.tokens.delete(old)
    }
    return { access_token, expires_in: TOKEN_LIVES_SECONDS, refresh_token }
  }
}
