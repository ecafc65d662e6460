import { describe, expect, test } from 'vitest'
import { client, fullManifest, sharedWorkspace } from './small/start.ts'

const people = ['ada', 'bo', 'cy', 'di', 'ed', 'flo', 'gil', 'hal', 'ida', 'jo']
const slack = await sharedWorkspace({
  manifest: await fullManifest(),
  people: people.map((handle) => ({ handle, name: handle, zone: 'UTC' })),
  groups: [],
  channels: [{ name: 'pier' }],
})
const web = client(slack)
const ids = people.map((handle) => `U0${handle.toUpperCase()}`)
const open = (args: Record<string, unknown>) => web.apiCall('conversations.open', args)

describe('a conversation of several', () => {
  test('is one and the same for the same people, private, and without a name of its own', async () => {
    const { channel } = await web.conversations.open({ users: 'U0BO,U0ADA', return_im: true })
    expect(channel).toMatchObject({
      name: 'mpdm-ada--bo--lighthouse-1',
      is_mpim: true,
      is_private: true,
      is_member: true,
    })
    const again = await web.conversations.open({ users: 'U0ADA,U0BO' })
    expect(again).toMatchObject({ channel: { id: channel?.id }, already_open: true, no_op: true })
    const id = channel?.id ?? ''
    await web.chat.postMessage({ channel: id, text: 'To you both' })
    await expect(web.conversations.rename({ channel: id, name: 'us' })).rejects.toThrow(
      'method_not_supported_for_channel_type',
    )
    await expect(web.conversations.invite({ channel: id, users: 'U0CY' })).rejects.toThrow(
      'method_not_supported_for_channel_type',
    )
    const { channels } = await web.users.conversations({ types: 'mpim' })
    expect(channels?.map((one) => one.id)).toEqual([id])
    await web.conversations.setTopic({ channel: id, topic: 'Lamps' })
  })

  test.each([
    ['nobody', {}, 'users_list_not_supplied'],
    ['nobody but itself', { users: 'U0LIGHTHOUSE' }, 'not_enough_users'],
    ['more than eight', { users: ids.slice(0, 9).join(',') }, 'too_many_users'],
    ['somebody who is not there', { users: 'U0ADA,U0NOBODY' }, 'user_not_found'],
    ['a channel', { channel: 'C0PIER' }, 'method_not_supported_for_channel_type'],
  ])('is not opened with %s', async (_, args, word) => {
    await expect(open(args)).rejects.toThrow(word)
  })
})

test('a conversation closes once, and opens again when something is said', async () => {
  const { channel } = await web.conversations.open({ users: 'U0CY' })
  const dm = { channel: channel?.id ?? '' }
  expect((await web.conversations.close(dm)).already_closed).toBeUndefined()
  expect(await web.conversations.close(dm)).toMatchObject({ no_op: true, already_closed: true })
  expect((await web.conversations.info(dm)).channel).toMatchObject({ is_open: false })
  const { ts = '' } = await web.chat.postMessage({ ...dm, text: 'Still there?' })
  expect((await web.conversations.info(dm)).channel).toMatchObject({ is_open: true })
  await web.conversations.mark({ ...dm, ts })
  await expect(web.conversations.mark({ ...dm, ts: '1.000001' })).rejects.toThrow('invalid_timestamp')
  await expect(web.conversations.close({ channel: 'C0PIER' })).rejects.toThrow(
    'method_not_supported_for_channel_type',
  )
})
