import type { Person } from '../../../test/workspace/person/person.ts'
import { card, channel, digest, inChannel, inNews, inThread, only, toPerson } from '../places.ts'
import type { Scene } from '../script.ts'

const live = 'payments-2.4.0 is live for everyone since Wed 2 Dec, 17:30'

const run = (person: Person) => card(person, 'Way back: ')

/** What is asked of this person in the thread of the run-of-show. */
async function asked(person: Person, words: string) {
  return person.waitsInThread(
    await run(person),
    (shown) => shown.text.includes(words) && shown.buttons.length > 0,
  )
}

export const executing: readonly Scene[] = [
  {
    at: '2026-12-01 15:00',
    title: 'rm starts it',
    act: async ({ as }) => {
      const rm = as('rm')
      const question = await rm.run('/release start', { in: channel })
      await rm.press(question.first, 'Start it')
    },
    brings: [
      only('rm', 'Start payments-2.4.0?'),
      inChannel('payments-2.4.0: step 1 of 8, tell support'),
      inThread('@support-lead: 1 Tell support is yours now'),
    ],
  },
  {
    at: '2026-12-01 15:01',
    title: 'support-lead has told support',
    act: async ({ as }) => {
      const support = as('support-lead')
      await support.press(await asked(support, '1 Tell support'), '1 done')
    },
    brings: [only('support-lead', 'dba has step 2.'), inThread('@dba: 2 Migrate the data is yours now')],
  },
  {
    at: '2026-12-01 15:24',
    title: 'dba has migrated the data, a little late',
    act: async ({ as }) => {
      const dba = as('dba')
      await dba.press(await run(dba), '2 done')
    },
    brings: [
      only('dba', 'ops-oncall has step 3.'),
      inThread('@ops-oncall: 3 Deploy payments-ledger is yours now'),
    ],
  },
  {
    at: '2026-12-01 15:33',
    title: 'ops-oncall has deployed the ledger',
    act: ({ as }) => as('ops-oncall').run('/release step 3 done', { in: channel }),
    brings: [
      only('ops-oncall', 'ops-oncall has step 4.'),
      inThread(/^ops-oncall: 4 Deploy payments-api is yours now/),
    ],
  },
  {
    at: '2026-12-01 15:47',
    title: 'ops-oncall has deployed the API',
    act: async ({ as }) => {
      const oncall = as('ops-oncall')
      await oncall.press(await asked(oncall, '4 Deploy payments-api'), '4 done')
    },
    brings: [
      only('ops-oncall', 'web-owner has step 5.'),
      inThread('@web-owner: 5 Deploy checkout-web is yours now'),
    ],
  },
  {
    at: '2026-12-01 15:56',
    title: 'web-owner has deployed the checkout',
    act: ({ as }) => as('web-owner').run('/release step 5 done', { in: channel }),
    brings: [only('web-owner', 'payments-lead has step 6.')],
  },
  {
    at: '2026-12-01 16:04',
    title: 'payments-lead opens it to 1 %',
    act: async ({ as }) => {
      const product = as('payments-lead')
      await product.press(await asked(product, 'Open to 1 %?'), 'Open to 1 %')
    },
    brings: [
      inThread('@payments-lead: everything before it is done. Open to 1 %?'),
      only('payments-lead', 'Open to 1 % since 16:04'),
    ],
  },
  {
    at: '2026-12-01 17:06',
    title: 'and to 10 %',
    act: ({ as }) => as('payments-lead').run('/release open 10%', { in: channel }),
    brings: [
      inThread('@payments-lead: 1 % was watched for 1 h. Open to 10 %?'),
      only('payments-lead', 'Open to 10 % since 17:06'),
    ],
  },
  {
    at: '2026-12-01 20:15',
    title: 'an incident: ops-oncall ties it to the release and narrows to 1 %',
    act: async ({ as }) => {
      const oncall = as('ops-oncall')
      const tied = await oncall.run(
        '/release incident https://status.example.com/INC-482 refund errors 2.3 %',
        { in: channel },
      )
      await oncall.press(tied.first, 'Yes')
      await oncall.run('/release open 1% INC-482, refund errors 2.3 %, agreed limit 1 %', { in: channel })
    },
    brings: [
      only('ops-oncall', 'INC-482, perhaps this release'),
      only('ops-oncall', 'Open to 1 % since 20:15 Berlin, was 10 %. rm knows.'),
      inChannel('payments-2.4.0 narrowed to 1 %: INC-482'),
      toPerson('reader', 'payments-2.4.0 was narrowed to 1 %'),
    ],
  },
  {
    at: '2026-12-01 20:21',
    title: 'rm has it fixed forward',
    act: async ({ as }) => {
      const rm = as('rm')
      await rm.press(await card(rm, 'narrowed to 1 %: INC-482'), 'Fix forward…')
      const form = await rm.waitsForModal('Fix forward')
      await form.fill({ 'What is fixed?': 'Size the pool' })
      await form.submit()
    },
    brings: [inThread(/^rm: step 9 is yours now, fix forward: Size the pool/)],
  },
  {
    at: '2026-12-01 21:03',
    title: 'the fix is done',
    act: ({ as }) => as('rm').run('/release step 9 done pool of 40', { in: channel }),
    brings: [only('rm', 'payments-lead has step 7.')],
  },
  {
    at: '2026-12-01 21:16',
    title: 'it is widened to 10 % again',
    act: ({ as }) => as('payments-lead').run('/release open 10%', { in: channel }),
    brings: [
      inThread('@payments-lead: 1 % was watched for 1 h. Open to 10 %?'),
      only('payments-lead', 'Open to 10 % since 21:16'),
    ],
  },
  {
    at: '2026-12-02 10:00',
    title: 'ops-oncall holds it while the books are closed',
    act: ({ as }) =>
      as('ops-oncall').run('/release hold the ledger closes its books until noon', { in: channel }),
    brings: [
      digest('Wed 2 Dec', '1 watched'),
      only('ops-oncall', 'On hold. Step 8 waits. rm knows.'),
      inChannel(
        'payments-2.4.0 is on hold: ops-oncall, "the ledger closes its books until noon". @rm resumes it.',
      ),
      inNews('payments-2.4.0 is on hold'),
      toPerson('reader', 'payments-2.4.0 is on hold'),
    ],
  },
  {
    at: '2026-12-02 12:10',
    title: 'rm resumes it',
    act: async ({ as }) => {
      const rm = as('rm')
      await rm.press(await card(rm, 'payments-2.4.0 is on hold: ops-oncall'), 'Resume')
    },
    // Seconds of four acts add up to it.
    brings: [only('rm', /^payments-2\.4\.0 goes on\. 10 % is watched until 17:2[56]/)],
  },
  {
    at: '2026-12-02 17:30',
    title: 'and opened to everyone',
    act: async ({ as }) => {
      const product = as('payments-lead')
      await product.press(await asked(product, 'Open to everyone?'), 'Open to everyone')
    },
    brings: [
      inThread('@payments-lead: 10 % was watched for 18 h. Open to everyone?'),
      only('payments-lead', 'Live for everyone since 17:30'),
      inChannel(live),
      inNews(live),
      toPerson('reader', live),
      inChannel('payments-2.4.0 is live, 5 of 5 checks open'),
      toPerson('qa-lead', 'is live for everyone. 1 check is yours'),
      toPerson('ops-lead', 'is live for everyone. 1 check is yours'),
      toPerson('support-lead', 'is live for everyone. 1 check is yours'),
      toPerson('dba', 'is live for everyone. 1 check is yours'),
      toPerson('payments-lead', 'is live for everyone. 1 check is yours'),
    ],
  },
]
