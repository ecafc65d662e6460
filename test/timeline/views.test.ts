import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Feature } from '../../src/feature.ts'
import { misfits } from '../../src/slack/fits.ts'
import type { KeptEvent } from '../../src/timeline/telling.ts'
import { tellsNotes } from '../../src/timeline/tells.ts'
import { drawTimeline } from '../../src/timeline/views.ts'
import { actor, berlin, givenFacts, givenRelease, people } from '../given.ts'
import { buttonsOf, shown } from '../shown.ts'
import { nasty } from '../slack/nasty.ts'

const features: readonly Feature[] = [{ name: 'timeline', tells: tellsNotes }]
const facts = givenFacts()

const noted = (seq: number, text = `note ${seq}`, more: Partial<KeptEvent> = {}) =>
  ({
    type: 'noted',
    at: berlin('1 Dec 20:15'),
    by: actor(people.opsLead),
    seq,
    text,
    link: null,
    author: null,
    ...more,
    // What a row of the timeline says is known by its type only.
  }) as KeptEvent

const draw = (entries: readonly KeptEvent[], revision: number) =>
  drawTimeline(features, entries, givenRelease({ revision }), facts)
const newestFirst = (top: number, count = 12) => Array.from({ length: count }, (_, i) => noted(top - i))
const topOf = (label: string, message: ReturnType<typeof draw>) => {
  const row = message.blocks.find((block) => block.type === 'actions')
  const found = row?.elements.find((one) => one.type === 'button' && one.text.text === label)
  return found?.type === 'button' ? JSON.parse(found.value ?? '{}').top : undefined
}

describe('an entry is one line', () => {
  const line = (entry: KeptEvent) => shown(draw([entry], 1)).split('\n')[1]

  test('when, who did what, through which door', () => {
    expect(line(noted(1, 'the CDN was slow'))).toBe(
      'Tue 1 Dec, 20:15 · ops-lead noted "the CDN was slow" · command',
    )
  })

  test('with the author of a message, and its address', () => {
    const message = {
      link: 'https://example.com/p1',
      author: people.dba,
      by: actor(people.opsLead, 'shortcut'),
    }
    expect(line(noted(1, 'slow', message))).toBe(
      'Tue 1 Dec, 20:15 · ops-lead noted "slow" of dba, the message · shortcut',
    )
  })

  test('also when nobody tells its type any more', () => {
    expect(line(noted(1, '', { type: 'itemGlued' }))).toBe(
      'Tue 1 Dec, 20:15 · ops-lead recorded: item glued · command',
    )
  })

  test('also when its type is a word that every object knows', () => {
    expect(line(noted(1, '', { type: 'constructor' }))).toContain('recorded: constructor')
  })
})

describe('a page', () => {
  test('is the newest twelve, with a way to the older ones', () => {
    const page = draw(newestFirst(43), 43)
    expect(shown(page).split('\n')[0]).toBe('*payments-2.4.0: 43 entries, 43 to 32, newest first*')
    expect(buttonsOf(page)).toEqual(['Older'])
    expect(topOf('Older', page)).toBe(31)
  })

  test('in between goes both ways', () => {
    const page = draw(newestFirst(31), 43)
    expect([topOf('Newer', page), topOf('Older', page)]).toEqual([43, 19])
  })

  test('at the end goes back only', () => {
    const page = draw(newestFirst(7, 7), 43)
    expect(buttonsOf(page)).toEqual(['Newer'])
    expect(topOf('Newer', page)).toBe(19)
  })

  test('of few entries has no buttons', () => {
    const page = draw(newestFirst(3, 3), 3)
    expect(shown(page).split('\n')[0]).toBe('*payments-2.4.0: 3 entries, newest first*')
    expect(buttonsOf(page)).toEqual([])
  })

  test('fits into Slack whatever was said', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 12 }), (texts) => {
        const entries = texts.map((text, i) => noted(texts.length - i, text.repeat(20)))
        expect(misfits(draw(entries, texts.length))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
