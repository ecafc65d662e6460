import { describe, expect, test } from 'vitest'
import { client, workspace } from './small/start.ts'

describe('pins', () => {
  test('hold messages, once each', async () => {
    const slack = await workspace()
    const { chat, pins } = client(slack)
    const { ts: timestamp = '' } = await chat.postMessage({ channel: 'C0PIER', text: 'Card' })
    const card = { channel: 'C0PIER', timestamp }
    await pins.add(card)
    await expect(pins.add(card)).rejects.toThrow('already_pinned')
    const { items } = await pins.list({ channel: 'C0PIER' })
    expect(items).toMatchObject([{ type: 'message', created_by: 'U0LIGHTHOUSE', message: { text: 'Card' } }])
    await pins.remove(card)
    await expect(pins.remove(card)).rejects.toThrow('no_pin')
    await expect(pins.add({ channel: 'C0PIER', timestamp: '1.000000' })).rejects.toThrow('message_not_found')
    await expect(pins.add({ channel: 'C0PIER', timestamp: 'today' })).rejects.toThrow('bad_timestamp')
    await expect(client(slack).apiCall('pins.add', { channel: 'C0PIER' })).rejects.toThrow(
      'no_item_specified',
    )
  })

  test('hold no word of who joined', async () => {
    const slack = await workspace()
    await slack.as('cy').join('#pier')
    const [joined] = slack.as('cy').sees('#pier')
    const pin = client(slack).pins.add({ channel: 'C0PIER', timestamp: joined?.ts ?? '' })
    await expect(pin).rejects.toThrow('not_pinnable')
  })
})

describe('bookmarks', () => {
  const link = { channel_id: 'C0PIER', title: 'Log', type: 'link', link: 'https://log.example' } as const

  test('are added, changed and removed', async () => {
    const slack = await workspace()
    const { bookmarks } = client(slack)
    const { bookmark } = await bookmarks.add({ ...link, emoji: ':book:' })
    expect(bookmark).toMatchObject({ title: 'Log', link: 'https://log.example', channel_id: 'C0PIER' })
    const { id = '' } = bookmark ?? {}
    await bookmarks.edit({ channel_id: 'C0PIER', bookmark_id: id, title: 'Logs' })
    expect((await bookmarks.list({ channel_id: 'C0PIER' })).bookmarks).toMatchObject([{ id, title: 'Logs' }])
    await bookmarks.remove({ channel_id: 'C0PIER', bookmark_id: id })
    const gone = bookmarks.remove({ channel_id: 'C0PIER', bookmark_id: id })
    await expect(gone).rejects.toThrow('not_found')
  })

  test('★ name the channel by channel_id, lead to the web, and may be forbidden', async () => {
    const slack = await workspace()
    const { link: _, ...linkless } = link
    const named = client(slack).apiCall('bookmarks.add', {
      ...linkless,
      channel: 'C0PIER',
      channel_id: undefined,
    })
    await expect(named).rejects.toThrow('invalid_arguments')
    await expect(client(slack).bookmarks.add({ ...link, link: 'mailto:a@b' })).rejects.toThrow('invalid_link')
    await expect(client(slack).bookmarks.add({ ...link, emoji: 'book' })).rejects.toThrow('invalid_emoji')
    const strict = await workspace({ restricted: true })
    await expect(client(strict).bookmarks.add(link)).rejects.toThrow('permission_denied')
  })
})

describe('reactions', () => {
  test('are listed by who gave them, newest message first, in pages', async () => {
    const slack = await workspace()
    const { reactions } = client(slack)
    for (const text of ['one', 'two']) {
      const said = await slack.as('ada').say('#pier', text)
      await slack.as('bo').react(said, 'wave')
    }
    const first = await reactions.list({ user: 'U0BO', limit: 1 })
    expect(first.items).toMatchObject([{ type: 'message', channel: 'C0PIER', message: { text: 'two' } }])
    const cursor = first.response_metadata?.next_cursor ?? ''
    const second = await reactions.list({ user: 'U0BO', limit: 1, cursor })
    expect(second.items).toMatchObject([{ message: { text: 'one' } }])
    expect((await reactions.list({})).items).toEqual([])
  })

  test('are at most 23 of one person on a message', async () => {
    const slack = await workspace({ rateLimits: 'off' })
    const { ts: timestamp } = await slack.as('ada').say('#pier', 'Vote')
    const add = (name: string) => client(slack).reactions.add({ channel: 'C0PIER', timestamp, name })
    for (let many = 0; many < 23; many += 1) await add(`vote_${many}`)
    await expect(add('one_more')).rejects.toThrow('too_many_reactions')
  })

  test('are counted by name, once a person', async () => {
    const slack = await workspace()
    const said = await slack.as('ada').say('#pier', 'go')
    const { reactions } = client(slack)
    const mark = { channel: 'C0PIER', timestamp: said.ts, name: 'white_check_mark' }
    await reactions.add(mark)
    await slack.as('bo').react(said, 'white_check_mark')
    await expect(reactions.add(mark)).rejects.toThrow('already_reacted')
    await expect(reactions.add({ ...mark, name: ':colons:' })).rejects.toThrow('invalid_name')
    const { message } = await reactions.get({ channel: 'C0PIER', timestamp: said.ts })
    expect(message?.reactions).toEqual([
      { name: 'white_check_mark', users: ['U0LIGHTHOUSE', 'U0BO'], count: 2 },
    ])
    await reactions.remove(mark)
    await expect(reactions.remove(mark)).rejects.toThrow('no_reaction')
    expect(slack.as('ada').again(said).reactions).toEqual(['white_check_mark'])
  })
})
