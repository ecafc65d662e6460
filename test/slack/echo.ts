import { z } from 'zod'
import { Rejection } from '../../src/errors.ts'
import type { Feature } from '../../src/feature.ts'
import { people } from '../../src/people/feature.ts'
import { defineAction } from '../../src/slack/actions.ts'
import {
  actions,
  button,
  checkboxes,
  dateTimeInput,
  home,
  md,
  message,
  modal,
  overflow,
  section,
  selectInput,
  textInput,
  userInput,
  userSelect,
  usersInput,
} from '../../src/slack/blocks.ts'
import type { Answer } from '../../src/slack/call.ts'
import type { Command } from '../../src/slack/commands.ts'
import { defineForm } from '../../src/slack/forms.ts'

/** What each handler was handed, and what it shall do about it. */
export interface Echo {
  readonly heard: unknown[]
  answer: (what: unknown) => Answer
}

export const said = (words: string) => message(md`${words}`, [section(md`${words}`)])

/** Everything that can be pressed: a button, a menu, somebody, a link. */
export const pressable = (words = 'Press') =>
  message(md`${words}`, [
    section(md`${words}`, button({ text: 'One', action: 'echo.press', value: '{"number":1}' })),
    actions([
      button({ text: 'Old', action: 'echo.press', value: '{"was":"otherwise"}' }),
      button({ text: 'Gone', action: 'echo.gone', value: '{}' }),
      button({ text: 'Read', action: 'link', url: 'https://example.com/' }),
      overflow({ action: 'echo.press:menu', choices: [{ text: 'Two', value: '{"number":2}' }] }),
      userSelect({ action: 'echo.person', placeholder: 'Whom?' }),
    ]),
  ])

export const form = (id = 'echo.form') =>
  modal({
    form: id,
    title: 'Echo',
    submit: 'Send',
    metadata: '{"release":"r1"}',
    blocks: [
      textInput({ name: 'why', label: 'Why?', optional: true }),
      selectInput({ name: 'how', label: 'How?', optional: true, choices: [{ text: 'Fast', value: 'fast' }] }),
      checkboxes({ name: 'what', label: 'What?', optional: true, choices: [{ text: 'Tea', value: 'tea' }] }),
      dateTimeInput({ name: 'when', label: 'When?', optional: true }),
      userInput({ name: 'who', label: 'Who?', optional: true }),
      usersInput({ name: 'whom', label: 'Whom?', optional: true }),
    ],
  })

const fields = z.object({
  why: z.string({ error: 'Why? Like: checkout is red' }).nullable(),
  how: z.string().nullable(),
  what: z.array(z.string()),
  when: z.number().nullable(),
  who: z.string().nullable(),
  whom: z.array(z.string()),
})

/** A feature that hands back what it is told through every door. */
export function echoing(echo: Echo): readonly Feature[] {
  const hear = (what: unknown) => {
    echo.heard.push(what)
    return echo.answer(what)
  }
  const command = (word: string, ...synonyms: string[]): Command => ({
    word,
    synonyms,
    usage: [{ form: word }],
    run: async ({ text, said: { people: named, links }, zone, actor }) =>
      hear({ word, text, named, links, zone: await zone(), by: actor.person, door: actor.door }),
  })
  const feature: Feature = {
    name: 'echo',
    commands: [command('status'), command('no-go', '-1'), command('hold', 'stop')],
    actions: [
      defineAction({
        id: 'echo.press',
        value: z.object({ number: z.number() }),
        run: async ({ value, message: on, actor, channel }) =>
          hear({ value, on, channel, door: actor.door, by: actor.person }),
      }),
      defineAction({
        id: 'echo.person',
        value: z.object({ user: z.string() }),
        run: async ({ value }) => hear({ value }),
      }),
    ],
    forms: [
      defineForm({
        id: 'echo.form',
        metadata: z.object({ release: z.string() }),
        fields,
        submit: async ({ metadata, fields: filled, actor }) => hear({ metadata, filled, by: actor.person }),
      }),
      defineForm({
        id: 'echo.strict',
        metadata: z.looseObject({}),
        fields: z.object({ why: z.string({ error: 'Why? Like: checkout is red' }) }),
        submit: async ({ fields: filled }) => hear({ filled }),
      }),
      defineForm({
        id: 'echo.bare',
        metadata: z.looseObject({}),
        fields: z.looseObject({}),
        submit: async () => hear({ bare: true }),
      }),
    ],
    shortcuts: [
      {
        callbackId: 'use_as_evidence',
        run: async ({ message: pointed, permalink, channel }) => hear({ pointed, permalink, channel }),
      },
    ],
    events: [
      {
        type: 'app_mention',
        wanted: ({ text }) => !String(text).includes('psst'),
        run: async ({ event, actor }) => void hear({ text: event.text, by: actor.person, door: actor.door }),
      },
      {
        type: 'app_home_opened',
        run: async ({ ctx, actor }) => {
          const view = home(pressable('Home').blocks)
          await ctx.slack.web.views.publish({ user_id: actor.person ?? '', view })
        },
      },
    ],
  }
  return [people, feature]
}

export const refuse = (words: string, options?: ConstructorParameters<typeof Rejection>[1]) => () => {
  throw new Rejection(words, options)
}
export const breakDown = () => {
  throw new Error('a bug')
}
