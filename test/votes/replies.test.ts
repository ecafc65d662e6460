import { describe, expect, test } from 'vitest'
import { answerIn, mayBeBallot, readReply } from '../../src/votes/replies.ts'
import { longestNote } from '../../src/votes/votes.ts'
import { givenFacts, people } from '../given.ts'

const plain = { type: 'message', channel: 'C1', user: 'U1', text: 'go', ts: '1000.2', thread_ts: '1000.1' }
const edited = {
  type: 'message',
  subtype: 'message_changed',
  channel: 'C1',
  message: {
    user: 'U1',
    text: 'no-go: red',
    ts: '1000.2',
    thread_ts: '1000.1',
    edited: { user: 'U1', ts: '1000.9' },
  },
  previous_message: { text: 'go' },
}

describe('what Slack tells of a message', () => {
  test('a reply is what a person wrote in a thread', () => {
    const read = {
      person: 'U1',
      thread: '1000.1',
      text: 'go',
      reply: { channel: 'C1', ts: '1000.2', said: '1000.2' },
    }
    expect(readReply(plain)).toEqual(read)
    expect(readReply({ ...plain, subtype: 'thread_broadcast' })).toEqual(read)
  })

  test('an edited reply is said when it was edited', () => {
    expect(readReply(edited)).toMatchObject({ text: 'no-go: red', reply: { ts: '1000.2', said: '1000.9' } })
  })

  test.each([
    ['a message outside threads', { ...plain, thread_ts: undefined }],
    ['the message that a thread hangs from', { ...plain, thread_ts: plain.ts }],
    ['a bot', { ...plain, bot_id: 'B1' }],
    ['somebody who joined', { ...plain, subtype: 'channel_join' }],
    ['a file', { ...plain, subtype: 'file_share' }],
    ['a deleted reply', { ...edited, subtype: 'message_deleted' }],
    ['a preview that Slack added', { ...edited, previous_message: { text: 'no-go: red' } }],
    ['a change that nobody typed', { ...edited, message: { ...edited.message, edited: undefined } }],
    ['the card itself, redrawn', { ...edited, message: { ...edited.message, bot_id: 'B1' } }],
  ])('%s is none', (_, event) => {
    expect(readReply(event)).toBeNull()
  })

  test('only what begins like an answer is worth keeping', () => {
    expect(mayBeBallot(plain)).toBe(true)
    expect(mayBeBallot({ ...plain, text: 'go but only after the fix' })).toBe(true)
    expect(mayBeBallot({ ...plain, text: 'lunch?' })).toBe(false)
    expect(mayBeBallot({ ...plain, text: 'good morning' })).toBe(false)
  })
})

describe('what a reply says', () => {
  const facts = givenFacts()
  const said = (text: string) => answerIn(text, facts)

  test.each([
    ['go', 'go', null],
    ['+1', 'go', null],
    ['no-go: checkout is red', 'no-go', 'checkout is red'],
    ['-1 checkout is red', 'no-go', 'checkout is red'],
    ['abstain', 'abstain', null],
  ])('"%s" counts', (text, says, note) => {
    expect(said(text)).toEqual({ counts: true, says, note, roles: null })
  })

  test('a role may be named', () => {
    expect(said('go for quality')).toMatchObject({ counts: true, says: 'go', roles: ['quality'] })
  })

  test.each([
    ['go but only after the fix', 'go', 'but only after the fix'],
    ['go if load test green by 10:00', 'go', 'if load test green by 10:00'],
    ['no-go?', 'no-go', '?'],
  ])('"%s" is asked about', (text, like, note) => {
    expect(said(text)).toEqual({ counts: false, like, note, words: text })
  })

  test('talk is nothing', () => {
    expect(said('when is lunch?')).toBeNull()
    expect(said(`go ${'and '.repeat(longestNote)}`)).toBeNull()
  })

  test('names stay readable, and entities are letters again', () => {
    expect(said(`no-go: ask <@${people.dba}> &amp; wait`)).toMatchObject({ note: 'ask @dba & wait' })
  })
})
