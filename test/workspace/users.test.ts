import { describe, expect, test } from 'vitest'
import { client, workspace } from './small/start.ts'

describe('users', () => {
  test('carry their zone, and e-mail for who may read it', async () => {
    const slack = await workspace({ clock: () => Date.UTC(2026, 6, 1) })
    const { user } = await client(slack).users.info({ user: 'U0ADA', include_locale: true })
    expect(user).toMatchObject({
      name: 'ada',
      tz: 'Europe/Berlin',
      tz_offset: 7200,
      is_admin: true,
      locale: 'en-US',
      profile: { email: 'ada@harbour.example', display_name: 'ada' },
    })
    await expect(client(slack).users.info({ user: 'U0NOBODY' })).rejects.toThrow('user_not_found')
  })

  test('are listed with the bots, in pages', async () => {
    const slack = await workspace()
    const first = await client(slack).users.list({ limit: 4 })
    expect(first.members?.map((member) => member.name)).toEqual(['ada', 'bo', 'cy', 'gus'])
    const rest = await client(slack).users.list({
      limit: 4,
      cursor: first.response_metadata?.next_cursor ?? '',
    })
    expect(rest.members?.map((member) => member.name)).toEqual(['lighthouse', 'slackbot'])
    expect(rest.response_metadata?.next_cursor).toBe('')
    expect(first.members?.[3]).toMatchObject({ is_restricted: true })
    expect(first.members?.[3]).not.toHaveProperty('locale')
    const { members } = await client(slack).users.list({ include_locale: true })
    expect(members?.[0]).toMatchObject({ locale: 'en-US' })
  })

  test('★ are found by e-mail, or users (plural) are not found', async () => {
    const slack = await workspace()
    const { users } = client(slack)
    expect((await users.lookupByEmail({ email: 'BO@harbour.example' })).user?.id).toBe('U0BO')
    await expect(users.lookupByEmail({ email: 'no@harbour.example' })).rejects.toThrow('users_not_found')
  })
})

describe('user groups', () => {
  test('are listed with their members where the workspace pays', async () => {
    const slack = await workspace()
    const { usergroups } = client(slack)
    expect((await usergroups.list({ include_users: true })).usergroups).toMatchObject([
      { id: 'S0KEEPERS', handle: 'keepers', users: ['U0ADA', 'U0BO'] },
    ])
    expect((await usergroups.users.list({ usergroup: 'S0KEEPERS' })).users).toEqual(['U0ADA', 'U0BO'])
    await expect(usergroups.users.list({ usergroup: 'S0NONE' })).rejects.toThrow('no_such_subteam')
  })

  test('do not exist where it does not', async () => {
    const slack = await workspace({ paid: false })
    await expect(client(slack).usergroups.list({})).rejects.toThrow('plan_upgrade_required')
  })
})
