import {
  app,
  card,
  channel,
  digest,
  inChannel,
  inNews,
  inThread,
  only,
  readsAndCloses,
  toPerson,
} from '../places.ts'
import type { Scene } from '../script.ts'

const vote = /Vote on payments-2\.4\.0|asks again/

export const deciding: readonly Scene[] = [
  {
    at: '2026-11-30 14:30',
    title: 'ops-oncall brings staging back',
    act: async ({ as }) => {
      const oncall = as('ops-oncall')
      await oncall.press(await card(oncall, /is not ready: /), 'Unblock', { beside: '6 Load test' })
    },
    brings: [
      digest('Mon 30 Nov', '1 at risk'),
      toPerson('rm', '1 of 9 open, 1 late'),
      toPerson('qa-lead', '1 thing of yours is late'),
      only('ops-oncall', '6 is open'),
    ],
  },
  {
    at: '2026-11-30 15:00',
    title: 'rm opens the vote undone, with a reason',
    act: async ({ as }) => {
      const rm = as('rm')
      await rm.press(await card(rm, /is not ready: /), 'Open the vote…')
      const form = await rm.waitsForModal('Open the vote')
      await form.fill({ 'Why open it undone?': 'staging is back, the test runs tonight' })
      await form.submit()
      await readsAndCloses(rm)
    },
    brings: [
      inChannel('Vote on payments-2.4.0: Security, Quality, Operations and Product are awaited'),
      toPerson('sec-lead', 'Your vote for Security on payments-2.4.0'),
      toPerson('sec-second', 'Your vote for Security on payments-2.4.0'),
      toPerson('qa-lead', 'Your vote for Quality on payments-2.4.0'),
      toPerson('ops-lead', 'Your vote for Operations on payments-2.4.0'),
      toPerson('payments-lead', 'Your vote for Product on payments-2.4.0'),
      toPerson('support-lead', 'Your advice for Support on payments-2.4.0'),
    ],
  },
  {
    at: '2026-11-30 15:20',
    title: 'ops-lead presses Go on the card',
    act: async ({ as }) => {
      const ops = as('ops-lead')
      await ops.press(await card(ops, vote), 'Go')
    },
    brings: [only('ops-lead', 'Counted for Operations.')],
  },
  {
    at: '2026-11-30 15:40',
    title: 'payments-lead presses Go in the direct message',
    act: async ({ as }) => {
      const product = as('payments-lead')
      await product.press(await product.waits(app, 'Your vote for Product'), 'Go')
    },
    brings: [only('payments-lead', 'Counted for Product.')],
  },
  {
    at: '2026-11-30 16:10',
    title: 'qa-lead types it',
    act: ({ as }) => as('qa-lead').run('/release go the rest is green', { in: channel }),
    brings: [only('qa-lead', 'Counted for Quality.')],
  },
  {
    at: '2026-11-30 16:30',
    title:
      'sec-second, in New York, replies a no-go with its reason, support-lead an advice; each gets a check mark',
    act: async ({ as, slack }) => {
      const [sec, support] = [as('sec-second'), as('support-lead')]
      const no = await sec.say(channel, 'no-go: token in the logs', { thread: await card(sec, vote) })
      const advice = await support.say(channel, 'go', { thread: await card(support, vote) })
      await slack.until(() =>
        [sec.again(no), support.again(advice)].every((one) => one.reactions.includes('white_check_mark')),
      )
    },
    brings: [toPerson('rm', 'No-go for Security on payments-2.4.0: sec-second, "token in the logs"')],
  },
  {
    at: '2026-11-30 17:40',
    title: 'ledger-owner names a new revision without the token, and says that it is ready',
    act: async ({ as }) => {
      const ledger = as('ledger-owner')
      await ledger.run('/release scope payments-ledger 4be77d1', { in: channel })
      await ledger.press(await card(ledger, 'payments-ledger · ledger-owner · again'), 'Done', {
        beside: '2 payments-ledger',
      })
    },
    brings: [
      only('ledger-owner', 'payments-ledger is 4be77d1, was 9ac01f2. Item 2 is open again.'),
      toPerson('qa-lead', 'payments-ledger changed after your go. Still go?'),
      toPerson('ops-lead', 'payments-ledger changed after your go. Still go?'),
      toPerson('payments-lead', 'payments-ledger changed after your go. Still go?'),
      only('ledger-owner', '2 is done. 1 of 9 open.'),
    ],
  },
  {
    at: '2026-11-30 18:05',
    title: 'sec-second changes the no-go to a go',
    act: async ({ as, slack }) => {
      const sec = as('sec-second')
      const go = await sec.say(channel, 'go', { thread: await card(sec, vote) })
      await slack.until(() => sec.again(go).reactions.includes('white_check_mark'))
    },
    brings: [],
  },
  {
    at: '2026-11-30 18:20',
    title: 'ops-lead and payments-lead still say go',
    act: async ({ as }) => {
      for (const handle of ['ops-lead', 'payments-lead']) {
        const person = as(handle)
        await person.press(await person.waits(app, 'payments-ledger changed after your go'), 'Still go')
      }
    },
    brings: [only('ops-lead', 'Counted for Operations.'), only('payments-lead', 'Counted for Product.')],
  },
  {
    at: '2026-12-01 09:52',
    title: 'the load test is green, with its evidence',
    act: async ({ as }) => {
      const qa = as('qa-lead')
      await qa.run('/release ready 6 done looked fine', { in: channel })
      await qa.run('/release ready 6 done https://ci.example.com/runs/812', { in: channel })
    },
    brings: [
      digest('Tue 1 Dec', '1 to decide by 12:00'),
      toPerson('qa-lead', '1 thing of yours is late, 1 vote waits'),
      only('qa-lead', 'Item 6 wants evidence, a link to a result or a file.'),
      only('qa-lead', '6 is done. Nothing is open any more.'),
    ],
  },
  {
    at: '2026-12-01 10:05',
    title: 'qa-lead still says go, and the vote is decided',
    act: async ({ as }) => {
      const qa = as('qa-lead')
      await qa.press(await qa.waits(app, 'payments-ledger changed after your go'), 'Still go')
    },
    brings: [
      only('qa-lead', 'Go is decided: 4 of 4.'),
      inThread('Go for payments-2.4.0: 4 of 4, Tue 1 Dec, 10:05 Berlin. @rm starts it at 15:00'),
      inNews('Go for payments-2.4.0'),
      toPerson('reader', 'Go for payments-2.4.0: 4 of 4'),
    ],
  },
]
