import { describe, expect, test } from 'vitest'
import { client, workspace } from './small/start.ts'

describe('conversations.create', () => {
  test.each([
    ['', 'invalid_name_required'],
    ['x'.repeat(81), 'invalid_name_maxlength'],
    ['Has Capitals', 'invalid_name_specials'],
    ['dots.too', 'invalid_name_specials'],
    ['---', 'invalid_name_punctuation'],
    ['pier', 'name_taken'],
    ['keepers', 'name_taken'],
  ])('refuses "%s" with %s', async (name, word) => {
    const slack = await workspace()
    await expect(client(slack).conversations.create({ name })).rejects.toThrow(word)
  })

  test('makes the bot creator and member', async () => {
    const slack = await workspace()
    const { channel } = await client(slack).conversations.create({ name: 'rel-lamp-2-0' })
    expect(channel).toMatchObject({
      name: 'rel-lamp-2-0',
      creator: 'U0LIGHTHOUSE',
      is_member: true,
      is_private: false,
    })
  })

  test('★ refuses the name of an archived channel', async () => {
    const slack = await workspace()
    const { conversations } = client(slack)
    const { channel } = await conversations.create({ name: 'old' })
    await conversations.archive({ channel: channel?.id ?? '' })
    await expect(conversations.create({ name: 'old' })).rejects.toThrow('name_taken')
  })

  test('needs groups:write for a private one, and a workspace that lets it', async () => {
    const slack = await workspace()
    await expect(client(slack).conversations.create({ name: 'x', is_private: true })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'groups:write' },
    })
    const strict = await workspace({ restricted: true })
    await expect(client(strict).conversations.create({ name: 'x' })).rejects.toThrow('restricted_action')
  })
})

describe('who is in a channel', () => {
  test('invitations fail together, unless forced', async () => {
    const slack = await workspace()
    const { conversations } = client(slack)
    const users = 'U0CY,U0BO,U0NOBODY'
    await expect(conversations.invite({ channel: 'C0PIER', users })).rejects.toMatchObject({
      data: {
        error: 'already_in_channel',
        errors: [
          { user: 'U0BO', ok: false, error: 'already_in_channel' },
          { user: 'U0NOBODY', ok: false, error: 'user_not_found' },
        ],
      },
    })
    expect((await conversations.members({ channel: 'C0PIER' })).members).not.toContain('U0CY')
    await conversations.invite({ channel: 'C0PIER', users, force: true })
    expect((await conversations.members({ channel: 'C0PIER' })).members).toContain('U0CY')
  })

  test.each([
    ['U0LIGHTHOUSE', 'cant_invite_self'],
    ['U0GUS', 'user_is_restricted'],
    ['', 'no_user'],
  ])('inviting "%s" is refused with %s', async (users, word) => {
    const slack = await workspace()
    await expect(client(slack).conversations.invite({ channel: 'C0PIER', users })).rejects.toThrow(word)
  })

  test('a member list comes in pages, an empty cursor is the end', async () => {
    const slack = await workspace()
    const { conversations } = client(slack)
    const first = await conversations.members({ channel: 'C0PIER', limit: 2 })
    expect(first.members).toEqual(['U0ADA', 'U0BO'])
    const cursor = first.response_metadata?.next_cursor ?? ''
    const second = await conversations.members({ channel: 'C0PIER', limit: 2, cursor })
    expect(second).toMatchObject({ members: ['U0LIGHTHOUSE'], response_metadata: { next_cursor: '' } })
    const lost = conversations.members({ channel: 'C0PIER', cursor: 'made up' })
    await expect(lost).rejects.toThrow('invalid_cursor')
  })

  test('kicking is for others, joining for public channels', async () => {
    const slack = await workspace()
    const { conversations } = client(slack)
    expect(await conversations.kick({ channel: 'C0PIER', user: 'U0BO' })).toMatchObject({ errors: {} })
    expect(() => slack.as('bo').sees('#pier')).not.toThrow()
    await expect(slack.as('bo').say('#pier', 'x')).rejects.toThrow('not_in_channel')
    await expect(conversations.kick({ channel: 'C0PIER', user: 'U0LIGHTHOUSE' })).rejects.toThrow(
      'cant_kick_self',
    )
    await expect(conversations.kick({ channel: 'C0GENERAL', user: 'U0BO' })).rejects.toThrow(
      'cant_kick_from_general',
    )
    await expect(conversations.join({ channel: 'C0VAULT' })).rejects.toThrow('channel_not_found')
    expect(await conversations.join({ channel: 'C0PIER' })).toMatchObject({ warning: 'already_in_channel' })
  })

  test('★ leaving where it is not answers neither ok nor an error', async () => {
    const slack = await workspace()
    const { conversations } = client(slack)
    await conversations.leave({ channel: 'C0PIER' })
    const again = await conversations.leave({ channel: 'C0PIER' }).catch((error) => error.data)
    expect(again).toMatchObject({ ok: false, not_in_channel: true })
    expect(again.error).toBeUndefined()
  })
})

describe('what a channel is called and about', () => {
  test('★ a bot brings no channel back: it left with the archiving', async () => {
    const slack = await workspace()
    const { conversations } = client(slack)
    const back = () => conversations.unarchive({ channel: 'C0PIER' })
    await expect(back()).rejects.toThrow('not_archived')
    await conversations.archive({ channel: 'C0PIER' })
    await expect(back()).rejects.toThrow('not_in_channel')
  })

  test.each([
    ['conversations.invite', { users: 'U0CY' }, 'groups:write,groups:write.invites'],
    ['conversations.setTopic', { topic: 'x' }, 'groups:write,groups:write.topic'],
    ['conversations.archive', {}, 'groups:write'],
    ['conversations.kick', { user: 'U0ADA' }, 'groups:write'],
    ['conversations.leave', {}, 'groups:write'],
  ])('%s of a private channel wants a scope for private ones', async (method, args, needed) => {
    const slack = await workspace({ channels: [{ name: 'vault', private: true }] })
    const changed = client(slack).apiCall(method, { channel: 'C0VAULT', ...args })
    await expect(changed).rejects.toMatchObject({ data: { error: 'missing_scope', needed } })
  })

  test('topic and purpose take 250 characters, and the channel reads them', async () => {
    const slack = await workspace()
    const { conversations } = client(slack)
    await conversations.setTopic({ channel: 'C0PIER', topic: 'x'.repeat(250) })
    const long = 'x'.repeat(251)
    await expect(conversations.setTopic({ channel: 'C0PIER', topic: long })).rejects.toThrow('too_long')
    await expect(conversations.setPurpose({ channel: 'C0PIER', purpose: long })).rejects.toThrow('too_long')
    const { channel } = await conversations.info({ channel: 'C0PIER', include_num_members: true })
    expect(channel).toMatchObject({
      topic: { value: 'x'.repeat(250), creator: 'U0LIGHTHOUSE' },
      num_members: 3,
    })
    expect(slack.as('bo').sees('#pier')).toMatchObject([{ subtype: 'channel_topic' }])
  })

  test('the app renames only what it made', async () => {
    const slack = await workspace()
    const { conversations } = client(slack)
    await expect(conversations.rename({ channel: 'C0PIER', name: 'quay' })).rejects.toThrow('not_authorized')
    const { channel } = await conversations.create({ name: 'mine' })
    const renamed = await conversations.rename({ channel: channel?.id ?? '', name: 'ours' })
    expect(renamed.channel?.name).toBe('ours')
  })

  test('an archived channel takes nothing more', async () => {
    const slack = await workspace()
    const { conversations, pins } = client(slack)
    const said = await slack.as('bo').say('#pier', 'Last')
    await conversations.archive({ channel: 'C0PIER' })
    const channel = 'C0PIER'
    await expect(conversations.archive({ channel })).rejects.toThrow('already_archived')
    await expect(conversations.setTopic({ channel, topic: 'x' })).rejects.toThrow('is_archived')
    await expect(conversations.invite({ channel, users: 'U0CY' })).rejects.toThrow('is_archived')
    await expect(slack.as('bo').say('#pier', 'One more')).rejects.toThrow('is_archived')
    await expect(pins.list({ channel: 'C0NOWHERE' })).rejects.toThrow('channel_not_found')
    await expect(client(slack).reactions.add({ channel, timestamp: said.ts, name: 'wave' })).rejects.toThrow(
      'is_archived',
    )
    await expect(conversations.archive({ channel: 'C0GENERAL' })).rejects.toThrow('cant_archive_general')
  })
})

describe('reading', () => {
  test('a list holds what the app may see, by kind', async () => {
    const slack = await workspace()
    const { conversations, users } = client(slack)
    const all = await conversations.list({ types: 'public_channel,private_channel' })
    expect(all.channels?.map((channel) => channel.name)).toEqual(['general', 'pier'])
    await slack.as('ada').archive('#pier')
    const open = await conversations.list({ exclude_archived: true })
    expect(open.channels?.map((channel) => channel.name)).toEqual(['general'])
    const bos = await users.conversations({ user: 'U0BO' })
    expect(bos.channels?.map((channel) => channel.name)).toEqual(['general', 'pier'])
    await expect(conversations.list({ types: 'secret' })).rejects.toThrow('invalid_types')
  })

  test('history is newest first, exclusive at its ends, without replies', async () => {
    const slack = await workspace()
    const ada = slack.as('ada')
    const [a, b] = [await ada.say('#pier', 'a'), await ada.say('#pier', 'b')]
    await ada.say('#pier', 'reply', { thread: a })
    const { conversations } = client(slack)
    const texts = async (range: object) => {
      const { messages } = await conversations.history({ channel: 'C0PIER', ...range })
      return messages?.map((message) => message.text)
    }
    expect(await texts({})).toEqual(['b', 'a'])
    expect(await texts({ oldest: a.ts })).toEqual(['b'])
    expect(await texts({ oldest: a.ts, inclusive: true })).toEqual(['b', 'a'])
    expect(await texts({ latest: b.ts })).toEqual(['a'])
    expect(await texts({ limit: 1 })).toEqual(['b'])
  })

  test('metadata is told only to who asks for it', async () => {
    const slack = await workspace()
    const { chat, conversations } = client(slack)
    const metadata = { event_type: 'card', event_payload: { release: 7 } }
    await chat.postMessage({ channel: 'C0PIER', text: 'x', metadata })
    expect((await conversations.history({ channel: 'C0PIER' })).messages?.[0]?.metadata).toBeUndefined()
    const { messages } = await conversations.history({ channel: 'C0PIER', include_all_metadata: true })
    expect(messages?.[0]?.metadata).toEqual(metadata)
  })

  test('history wants membership', async () => {
    const slack = await workspace({ channels: [{ name: 'quay', members: ['ada'] }] })
    await expect(client(slack).conversations.history({ channel: 'C0QUAY' })).rejects.toThrow('not_in_channel')
  })

  test("opening a person's conversation gives its id", async () => {
    const slack = await workspace()
    const { conversations } = client(slack)
    expect((await conversations.open({ users: 'U0BO' })).channel).toEqual({ id: 'D0BO' })
    const { channel } = await conversations.info({ channel: 'D0BO' })
    expect(channel).toMatchObject({ is_im: true, user: 'U0BO' })
    await expect(client(slack).apiCall('conversations.open', {})).rejects.toThrow('users_list_not_supplied')
    await expect(conversations.setTopic({ channel: 'D0BO', topic: 'x' })).rejects.toThrow(
      'method_not_supported_for_channel_type',
    )
  })
})
