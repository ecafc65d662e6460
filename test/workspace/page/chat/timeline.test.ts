import { describe, expect, test } from 'vitest'
import { channel, message, now } from '../given.tsx'
import { channelMessages, linesOf, repliesTo, threadMessages } from './timeline.ts'

const day = 86_400
const vote = message('vote', { user: 'UB', ago: 3 * day })
const reply = message('go', { user: 'U2', ago: 2 * day, threadTs: vote.ts })
const sent = message('decided', { user: 'UB', ago: day, threadTs: vote.ts, broadcast: true })
const said = message('good', { ago: 60 })
const room = channel([vote, reply, sent, said])

describe('a channel', () => {
  test('shows no replies but those that were also sent to it', () => {
    expect(channelMessages(room)).toEqual([vote, sent, said])
  })

  test('counts them all under their message, each person once', () => {
    expect(repliesTo(room, vote.ts)).toEqual({ count: 2, users: ['U2', 'UB'], last: sent.ts })
    expect(repliesTo(room, said.ts)).toBeNull()
  })

  test('a thread is its message and every reply', () => {
    expect(threadMessages(room, vote.ts)).toEqual([vote, reply, sent])
  })
})

describe('days', () => {
  const labels = (zone: string) =>
    linesOf(channelMessages(room), zone, now).flatMap((line) => (line.type === 'day' ? [line.label] : []))

  test('are told between the messages', () => {
    expect(labels('Europe/Berlin')).toEqual(['Friday, November 27th', 'Yesterday', 'Today'])
  })

  test('begin when they begin for the reader', () => {
    const atNight = message('late', { ago: 12 * 3600 })
    const days = (zone: string) =>
      linesOf([atNight, said], zone, now).filter(({ type }) => type === 'day').length
    expect(days('Europe/Berlin')).toBe(1)
    expect(days('America/New_York')).toBe(2)
  })
})

describe('one message after another', () => {
  const continued = (first: object, second: object) =>
    linesOf([message('a', { ago: 100, ...first }), message('b', { ago: 40, ...second })], 'UTC', now).at(-1)

  test('of the same person within minutes continues it', () => {
    expect(continued({}, {})).toMatchObject({ continued: true })
  })

  test.each([
    ['another person', {}, { user: 'U2' }],
    ['a long pause', { ago: 1000 }, {}],
    ['private after public', {}, { ephemeral: true }],
    ['somebody joining', { subtype: 'channel_join' }, {}],
    ['a reply sent to the channel', {}, { broadcast: true }],
    ['a card', {}, { blocks: [{ type: 'divider' }] }],
  ])('does not with %s', (_, first, second) => {
    expect(continued(first, second)).toMatchObject({ continued: false })
  })
})

describe('what happens to a channel', () => {
  const joined = (user: string) => message('has joined', { user, subtype: 'channel_join' })
  const topic = message('set the topic', { user: 'UB', subtype: 'channel_topic' })
  const notices = (...messages: ReturnType<typeof message>[]) =>
    linesOf(messages, 'UTC', now).flatMap((line) => (line.type === 'notice' ? [line.users] : []))

  test('is told in one line of all who joined one after another', () => {
    expect(notices(joined('U1'), joined('U2'), topic, joined('UB'))).toEqual([['U1', 'U2'], ['UB'], ['UB']])
  })

  test('does not gather them over what was said between', () => {
    expect(notices(joined('U1'), message('hello'), joined('U2'))).toEqual([['U1'], ['U2']])
  })

  test('leaves out what an app or a person said', () => {
    expect(
      notices(message('go', { subtype: 'bot_message' }), message('go', { subtype: 'thread_broadcast' })),
    ).toEqual([])
  })
})
