import { describe, expect, test } from 'vitest'
import { features } from '../../src/app.ts'
import { reads, wordsAfterMention } from '../../src/home/mention-slack.ts'

describe('the words of a mention', () => {
  test.each([
    ['<@UBOT> status', 'status'],
    ['<@UBOT|shipshape>: list mine', 'list mine'],
    ['hey <@UBOT>, help', 'help'],
    ['what does <@UBOT> say?', 'say?'],
    ['<@UBOT>', ''],
    ['first line\n<@UBOT> status payments-2.4.0', 'status payments-2.4.0'],
    ['<@UBOT> hold <@URM> asked for it', 'hold <@URM> asked for it'],
  ])('%j says %j', (text, words) => {
    expect(wordsAfterMention(text, 'UBOT')).toBe(words)
  })
})

describe('what a mention may do', () => {
  test.each([
    ['status', ''],
    ['status', 'payments-2.4.0'],
    ['list', 'mine'],
    ['help', 'all'],
    ['ready', ''],
    ['ready', 'payments-2.4.0'],
    ['vote', ''],
  ])('%s %s only shows', (word, rest) => {
    expect(reads(word, rest)).toBe(true)
  })

  test.each([
    ['go', ''],
    ['ready', '4 done'],
    ['vote', 'close'],
    ['hold', 'refund errors'],
    ['start', ''],
    ['new', ''],
    ['follow', ''],
    ['action', 'size the pool @api-owner tue'],
  ])('%s %s acts, so a button is offered instead', (word, rest) => {
    expect(reads(word, rest)).toBe(false)
  })

  test('every word that reads is a command', () => {
    const words = features.flatMap((feature) => feature.commands ?? []).map(({ word }) => word)
    const read = [
      '',
      'status',
      'list',
      'help',
      'timeline',
      'ready',
      'vote',
      'scope',
      'step',
      'verify',
      'check',
    ]
    expect(read.filter((word) => !words.includes(word) || !reads(word, ''))).toEqual([])
  })
})
