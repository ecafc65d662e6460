import type { Person } from '../../../test/workspace/person/person.ts'
import { app, card, channel, digest, inChannel, only, readsAndCloses, toPerson } from '../places.ts'
import type { Scene } from '../script.ts'

const readiness = (person: Person) => card(person, /is (not )?ready: /)

async function done(person: Person, item: string) {
  await person.press(await readiness(person), 'Done', { beside: item })
}

export const preparing: readonly Scene[] = [
  {
    at: '2026-11-20 09:05',
    title: 'preparing begins: the release gets its channel',
    brings: [
      digest('Fri 20 Nov', '1 coming'),
      inChannel('payments-2.4.0: preparing. 9 of 9 open'),
      inChannel('payments-2.4.0 is not ready: 9 of 9 open'),
    ],
  },
  {
    at: '2026-11-23 15:10',
    title: 'owners of components and of on-call say that theirs are ready',
    act: async ({ as }) => {
      await done(as('api-owner'), '1 payments-api')
      await done(as('ledger-owner'), '2 payments-ledger')
      await done(as('web-owner'), '3 checkout-web')
      await done(as('ops-oncall'), '9 On-call')
    },
    brings: [
      only('api-owner', '1 is done. 8 of 9 open.'),
      only('ledger-owner', '2 is done. 7 of 9 open.'),
      only('web-owner', '3 is done. 6 of 9 open.'),
      only('ops-oncall', '9 is done. 5 of 9 open.'),
    ],
  },
  {
    at: '2026-11-24 11:30',
    title: 'dba gives the migration to ledger-owner, who has run it on the copy',
    act: async ({ as }) => {
      await as('dba').run('/release ready 5 give @ledger-owner', { in: channel })
      const ledger = as('ledger-owner')
      await ledger.press(await ledger.waits(app, '5 Migration on a copy on payments-2.4.0 is yours'), 'Done')
    },
    brings: [
      toPerson('dba', '1 thing of yours is due today'),
      only('dba', "5 is open, ledger-owner's"),
      toPerson('ledger-owner', '5 Migration on a copy on payments-2.4.0 is yours'),
      only('ledger-owner', '5 is done. 4 of 9 open.'),
    ],
  },
  {
    at: '2026-11-25 14:20',
    title: 'qa-lead is blocked: staging is down',
    act: ({ as }) =>
      as('qa-lead').run('/release ready 6 blocked staging is down @ops-oncall', { in: channel }),
    brings: [
      digest('Wed 25 Nov', '1 at risk'),
      toPerson('dba', '1 thing of yours is late'),
      only('qa-lead', '6 is blocked. 4 of 9 open.'),
    ],
  },
  {
    at: '2026-11-25 14:40',
    title: 'rm looks what a move would move, and keeps the target',
    act: async ({ as }) => {
      const rm = as('rm')
      const shown = await rm.run('/release move thu 3 dec 16:00 because load test late', { in: channel })
      await rm.press(shown.first, 'Keep')
    },
    brings: [only('rm', 'Move payments-2.4.0 to Thu 3 Dec, 16:00 Berlin?')],
  },
  {
    at: '2026-11-25 15:10',
    title: 'dba, late, writes down the way back from the message of the morning',
    act: async ({ as }) => {
      const dba = as('dba')
      await dba.press(await dba.waits(app, '4 Rehearse the rollback'), 'Done…')
      const form = await dba.waitsForModal('Item 4')
      await form.fill({
        'How long does the way back take?': '10 min',
        'Until when is it possible?': 'everyone has it',
        'Narrow at what sign?': '1 % refund errors for 5 min',
        'Roll back at what sign?': 'a refund is paid twice',
      })
      await form.submit()
      await readsAndCloses(dba)
    },
    brings: [],
  },
  {
    at: '2026-11-26 10:00',
    title: 'ops-lead finishes the runbook with a link',
    act: ({ as }) =>
      as('ops-lead').run('/release ready 7 done https://wiki.example.com/runbook/payments', { in: channel }),
    brings: [
      digest('Thu 26 Nov', '1 at risk'),
      toPerson('rm', 'payments-2.4.0 opens Tue 1 Dec, 16:00 Berlin: 3 of 9 open'),
      only('ops-lead', '7 is done. 2 of 9 open.'),
    ],
  },
  {
    at: '2026-11-27 15:30',
    title: 'support is briefed in New York, where the message of the morning has come by now',
    act: async ({ as }) => {
      const support = as('support-lead')
      await support.press(await support.waits(app, '8 Brief support'), 'Done')
    },
    brings: [
      digest('Fri 27 Nov', '1 at risk'),
      toPerson('qa-lead', '1 thing of yours is due today'),
      toPerson('ops-oncall', '1 thing of yours is due today'),
      toPerson('support-lead', '1 thing of yours is due today'),
      only('support-lead', '8 is done. 1 of 9 open.'),
    ],
  },
]
