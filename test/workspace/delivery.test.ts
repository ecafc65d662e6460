import { describe, expect, test } from 'vitest'
import { ResponseUrls } from './delivery/response-urls.ts'
import { signature } from './delivery/signature.ts'
import { Triggers } from './delivery/triggers.ts'
import { Refusal } from './world/refusal.ts'

test('★ bodies are signed v0, as in the published example', () => {
  const body =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c'
  expect(signature('8f742231b10e8888abcd99yyyzzz85a5', 1531420618, body)).toBe(
    'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  )
})

describe('★ a trigger id', () => {
  test('lives three seconds', () => {
    let now = 0
    const triggers = new Triggers(() => now)
    const early = triggers.issue('U1')
    const late = triggers.issue('U1')
    now = 3000
    expect(triggers.spend(early)).toMatchObject({ user: 'U1' })
    now = 3001
    expect(() => triggers.spend(late)).toThrow(new Refusal('expired_trigger_id'))
  })

  test('is good once', () => {
    const triggers = new Triggers()
    const id = triggers.issue('U1')
    triggers.spend(id)
    expect(() => triggers.spend(id)).toThrow(new Refusal('exchanged_trigger_id'))
    expect(() => triggers.spend('made up')).toThrow(new Refusal('invalid_trigger_id'))
  })

  test('is known to have been one for a while only', () => {
    let now = 0
    const triggers = new Triggers(() => now)
    const id = triggers.issue('U1')
    now = 10 * 60_000
    triggers.issue('U1')
    expect(() => triggers.spend(id)).toThrow(new Refusal('expired_trigger_id'))
    now += 1
    triggers.issue('U1')
    expect(() => triggers.spend(id)).toThrow(new Refusal('invalid_trigger_id'))
  })
})

describe('★ a response URL', () => {
  const interaction = { user: 'U1', channel: 'C1', answers: [] }
  const issued = (urls: ResponseUrls) => new URL(urls.issue('commands', interaction)).pathname

  test('is good five times', () => {
    const urls = new ResponseUrls('T1', () => 'http://slack.example')
    const path = issued(urls)
    for (let use = 1; use <= 5; use++) expect(urls.use(path)).toBe(interaction)
    expect(urls.use(path)).toBe('used_url')
  })

  test('is good for thirty minutes', () => {
    let now = 0
    const urls = new ResponseUrls(
      'T1',
      () => 'http://slack.example',
      () => now,
    )
    const path = issued(urls)
    now = 30 * 60_000
    expect(urls.use(path)).toBe(interaction)
    now += 1
    expect(urls.use(path)).toBe('expired_url')
  })
})
