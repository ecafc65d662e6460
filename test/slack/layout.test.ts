import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  actions,
  bold,
  button,
  context,
  divider,
  headline,
  link,
  md,
  mention,
  message,
  overflow,
  section,
  select,
  userSelect,
  when,
} from '../../src/slack/blocks.ts'
import { misfits } from '../../src/slack/fits.ts'
import { nasty } from './nasty.ts'

const target = new Date('2026-12-01T15:00:00Z')
const done = (value: string) => button({ text: 'Done', action: 'readiness.done', value })

describe('a message', () => {
  test('tells its news in the notification and in its bold first block', () => {
    const news = md`${'payments-2.4.0'} opens ${when(target, 'Europe/Berlin')}`
    const card = message(news, [headline(news), section(md`Refunds the same day.`)])
    expect(card.text).toBe('payments-2.4.0 opens Tue 1 Dec, 16:00 Berlin')
    expect(card.blocks[0]).toEqual({
      type: 'section',
      text: {
        type: 'mrkdwn',
        text: '*payments-2.4.0 opens <!date^1796137200^\u200b{day_divider_pretty}, {time}|Tue 1 Dec, 16:00 Berlin>*',
        verbatim: true,
      },
    })
  })

  test("can be told in one person's zone", () => {
    const news = md`Closes ${when(target, 'Europe/Berlin')}`
    expect(message(news, [], 'America/New_York').text).toBe('Closes Tue 1 Dec, 10:00 New York')
  })

  test('leaves out what is not there: what is over has no buttons, what is empty no small print', () => {
    const card = message(md`a`, [headline(md`a`), actions([null, false]), context(md``, null), undefined])
    expect(card.blocks).toHaveLength(1)
  })

  test('never has more than fifty blocks, nor a row more than Slack takes', () => {
    expect(message(md`a`, Array(60).fill(divider())).blocks).toHaveLength(50)
    expect(actions(Array.from({ length: 30 }, (_, n) => done(`${n}`)))?.elements).toHaveLength(25)
    expect(context(...Array(12).fill(md`a`))?.elements).toHaveLength(10)
  })
})

describe('a row of buttons', () => {
  test('may hold one act for several things', () => {
    const row = actions([done('1'), done('2'), userSelect({ action: 'readiness.give' }), done('3')])
    expect(row?.elements.map((element) => element.action_id)).toEqual([
      'readiness.done',
      'readiness.done:2',
      'readiness.give',
      'readiness.done:3',
    ])
  })
})

describe('a button', () => {
  test('carries what it was made with', () => {
    const confirm = {
      title: 'Roll back?',
      text: 'Everyone gets 2.3.2 again.',
      yes: 'Roll back',
      no: 'Keep',
      danger: true,
    }
    expect(
      button({ text: 'Roll back…', action: 'execution.rollback', value: 'r1', style: 'danger', confirm }),
    ).toEqual({
      type: 'button',
      text: { type: 'plain_text', text: 'Roll back…', emoji: false },
      action_id: 'execution.rollback',
      value: 'r1',
      style: 'danger',
      confirm: {
        title: { type: 'plain_text', text: 'Roll back?', emoji: false },
        text: { type: 'plain_text', text: 'Everyone gets 2.3.2 again.', emoji: false },
        confirm: { type: 'plain_text', text: 'Roll back', emoji: false },
        deny: { type: 'plain_text', text: 'Keep', emoji: false },
        style: 'danger',
      },
    })
  })

  test('shows a long text cut, and refuses a value that a cut would falsify', () => {
    expect(button({ text: 'x'.repeat(80), action: 'a' }).text.text).toBe(`${'x'.repeat(74)}…`)
    expect(() => done('x'.repeat(2001))).toThrow('2001 characters, Slack takes 2000')
    expect(() => button({ text: 'x', action: 'x'.repeat(256) })).toThrow(RangeError)
  })
})

describe('a menu', () => {
  const choices = Array.from({ length: 120 }, (_, n) => ({ text: `Item ${n}`, value: `${n}` }))

  test('holds as many choices as Slack takes, the chosen one exactly as it is offered', () => {
    expect(overflow({ action: 'a', choices }).options).toHaveLength(5)
    const menu = select({ action: 'a', choices, initial: '3' })
    expect(menu.options).toHaveLength(100)
    expect(menu.initial_option).toBe(menu.options?.[3])
    expect(select({ action: 'a', choices, initial: 'gone' })).not.toHaveProperty('initial_option')
  })

  test('needs a choice', () => {
    expect(() => select({ action: 'a', choices: [] })).toThrow('at least one choice')
  })
})

test('whatever people call things, a message made of it fits into Slack', () => {
  fc.assert(
    fc.property(nasty, fc.integer({ min: 0, max: 400 }), (typed, times) => {
      const long = typed.repeat(times)
      const card = message(md`News: ${long}`, [
        headline(md`News: ${long}`),
        section(md`${long} ${mention('U1')}`, button({ text: long, action: 'a', spoken: long })),
        context(md`${long}`),
        actions([
          overflow({ action: 'm', choices: [{ text: long, value: '1', description: long }] }),
          select({ action: 's', choices: [{ text: long, value: '1' }], placeholder: long }),
          button({ text: 'x', action: 'b', confirm: { title: long, text: long, yes: long, no: long } }),
        ]),
      ])
      const linked = message(md`News: ${long}`, [
        section(md`${bold(long)}${link('https://ci.example/', long)}`),
      ])
      expect([...misfits(card), ...misfits(linked)]).toEqual([])
    }),
  )
})
