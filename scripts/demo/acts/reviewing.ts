import { app, card, channel, inChannel, inNews, only, toPerson } from '../places.ts'
import type { Scene } from '../script.ts'

const review = 'payments-2.4.0 in review: shipped, 6 h 30 min late, one incident'

/** Whose word never comes: they are reminded on the last day. */
const silent = ['api-owner', 'ledger-owner', 'payments-lead', 'sec-second', 'web-owner']
const users = ['billing-lead', 'shop-lead']
const asked = [...silent, ...users, 'rm', 'qa-lead', 'ops-lead', 'ops-oncall', 'dba', 'support-lead']

export const reviewing: readonly Scene[] = [
  {
    at: '2026-12-03 16:00',
    title: 'rm starts the review',
    act: async ({ as }) => {
      const rm = as('rm')
      await rm.press(await card(rm, 'is verified'), 'Start the review')
    },
    brings: [
      only('rm', 'The review of payments-2.4.0 has begun: 13 are asked'),
      inChannel(review),
      inNews(review),
      ...asked.map((handle) => toPerson(handle, 'How was payments-2.4.0? One tap')),
    ],
  },
  {
    at: '2026-12-03 16:30',
    title: 'those who did it, those who receive it and those who use it rate it',
    act: async ({ as }) => {
      const stars = {
        rm: '4',
        'qa-lead': '4',
        'ops-lead': '4',
        dba: '5',
        'support-lead': '5',
        'billing-lead': '4',
        'shop-lead': '5',
      }
      for (const [handle, star] of Object.entries(stars)) {
        const person = as(handle)
        await person.press(await person.waits(app, 'How was payments-2.4.0?'), star)
      }
      const oncall = as('ops-oncall')
      await oncall.run('/release review 5 best handover to New York so far', { in: channel })
    },
    brings: [only('ops-oncall', 'Your 5 of 5 counts')],
  },
  {
    at: '2026-12-03 16:45',
    title: 'rm gives an action to api-owner',
    act: ({ as }) =>
      as('rm').run('/release action size the pool by load test @api-owner tue 15 dec', { in: channel }),
    brings: [
      only('rm', 'Action 1 of payments-2.4.0: size the pool by load test, api-owner, by Tue 15 Dec.'),
      toPerson('api-owner', 'rm gave you action 1 of payments-2.4.0'),
    ],
  },
  {
    at: '2026-12-10 16:30',
    title: 'the review closes at its date',
    brings: [...silent.map((handle) => toPerson(handle, '1 thing of yours is due today'))],
  },
  {
    at: '2026-12-15 16:00',
    title: 'the action lives on: api-owner finishes it',
    act: async ({ as }) => {
      const api = as('api-owner')
      await api.press(await api.waits(app, 'size the pool by load test'), 'Done')
    },
    brings: [toPerson('api-owner', '1 thing of yours is due today')],
  },
]
