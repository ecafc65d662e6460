import { secret } from '../world/ids.ts'
import type { World } from '../world/world.ts'
import { FORM, post } from './http.ts'
import { signed } from './signature.ts'

/** Whether a request URL gives the challenge back; Slack saves no other. */
export async function passesChallenge(world: World, url: string): Promise<boolean> {
  const challenge = secret(16)
  const body = JSON.stringify({ token: world.app.verificationToken, challenge, type: 'url_verification' })
  const headers = { ...signed(world, body), 'content-type': 'application/json' }
  const signal = AbortSignal.timeout(world.acksWithin)
  try {
    const response = await post(url, { body, headers, signal })
    return response.status === 200 && (await challengeIn(response)) === challenge
  } catch {
    return false
  }
}

/** It may come back as text, as a form or as JSON. */
async function challengeIn(response: Response): Promise<unknown> {
  const text = await response.text()
  const type = response.headers.get('content-type') ?? ''
  if (type.includes(FORM)) return new URLSearchParams(text).get('challenge')
  return type.includes('json') ? JSON.parse(text).challenge : text
}

/** Slack's look, now and then, at whether a public app's certificate is good. Nothing in it is signed. */
export async function probeCertificate(world: World, url: string): Promise<number> {
  const body = new URLSearchParams({ ssl_check: '1', token: world.app.verificationToken }).toString()
  const response = await post(url, { body, headers: { 'content-type': FORM } })
  return response.status
}
