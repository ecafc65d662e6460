import { describe, expect, test } from 'vitest'
import { client, fullManifest, sharedWorkspace } from './small/start.ts'

const at = (iso: string) => Date.parse(iso) / 1000
let now = Date.parse('2026-07-01T12:00:00Z')
const slack = await sharedWorkspace({ manifest: await fullManifest(), clock: () => now })
const { dnd, users } = client(slack)

describe('quiet hours', () => {
  test.each([
    ['in the day, of the coming night', '2026-07-01T12:00:00Z', '2026-07-01T20:00Z', '2026-07-02T06:00Z'],
    ['late, of the night that began', '2026-07-01T21:00:00Z', '2026-07-01T20:00Z', '2026-07-02T06:00Z'],
    ['early, of the night that ends', '2026-07-02T05:00:00Z', '2026-07-01T20:00Z', '2026-07-02T06:00Z'],
    ['in the night of a change of clocks', '2026-10-24T22:00:00Z', '2026-10-24T20:00Z', '2026-10-25T07:00Z'],
  ])('are told %s, in their own zone', async (_, clock, start, end) => {
    now = Date.parse(clock)
    expect(await dnd.info({ user: 'U0ADA' })).toMatchObject({
      dnd_enabled: true,
      next_dnd_start_ts: at(start),
      next_dnd_end_ts: at(end),
    })
  })

  test('are 1 for who has none, and told of several at once', async () => {
    slack.admin.change('bo', { quietHours: null })
    slack.admin.change('cy', { quietHours: { from: '12:00', to: '13:00' } })
    now = Date.parse('2026-07-01T12:30:00Z')
    const { users: told } = await dnd.teamInfo({ users: 'U0BO,U0CY,U0NOBODY' })
    expect(told).toEqual({
      U0BO: { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 },
      U0CY: {
        dnd_enabled: true,
        next_dnd_start_ts: at('2026-07-01T12:00Z'),
        next_dnd_end_ts: at('2026-07-01T13:00Z'),
      },
    })
    await expect(dnd.info({ user: 'U0NOBODY' })).rejects.toThrow('user_not_found')
    await expect(client(slack).apiCall('dnd.teamInfo', {})).rejects.toThrow('no_users_provided')
  })
})

test('presence is active or away, and more only of oneself', async () => {
  slack.admin.change('cy', { away: true })
  expect(await users.getPresence({ user: 'U0ADA' })).toMatchObject({ presence: 'active' })
  expect(await users.getPresence({ user: 'U0CY' })).toMatchObject({ presence: 'away' })
  expect((await users.getPresence({ user: 'U0CY' })).online).toBeUndefined()
  expect(await users.getPresence({})).toMatchObject({ presence: 'active', online: true })
})

test('a profile is told alone, with the e-mail for who may read it', async () => {
  const { profile } = await users.profile.get({ user: 'U0BO' })
  expect(profile).toMatchObject({ display_name: 'bo', email: 'bo@harbour.example', fields: {} })
  await expect(users.profile.get({ user: 'U0NOBODY' })).rejects.toThrow('user_not_found')
})

test('the app says itself whether it is there', async () => {
  await users.setPresence({ presence: 'away' })
  expect(await users.getPresence({})).toMatchObject({ presence: 'away', manual_away: true })
  await users.setPresence({ presence: 'auto' })
  expect(await users.getPresence({})).toMatchObject({ presence: 'active', manual_away: false })
  const other = client(slack).apiCall('users.setPresence', { presence: 'asleep' })
  await expect(other).rejects.toThrow('invalid_presence')
})
