import { app, card, channel, digest, inChannel, only, toPerson } from '../places.ts'
import type { Scene } from '../script.ts'

export const verifying: readonly Scene[] = [
  {
    at: '2026-12-02 17:45',
    title: 'ops-oncall says when the incident ended',
    act: async ({ as }) => {
      const oncall = as('ops-oncall')
      const shown = await oncall.run('/release incident', { in: channel })
      await oncall.press(shown.first, 'More…')
      const form = await oncall.waitsForModal('Incident')
      await form.fill({
        Began: '2026-12-01T20:08+01:00',
        Ended: '2026-12-01T21:01+01:00',
        'What did users notice?': '214 refunds late, all paid',
      })
      await form.submit()
    },
    brings: [only('ops-oncall', 'Incidents of payments-2.4.0')],
  },
  {
    at: '2026-12-03 09:20',
    title: 'checks pass: from the card, the direct message and by command',
    act: async ({ as }) => {
      const qa = as('qa-lead')
      await qa.press(await card(qa, 'checks open'), 'Pass', { beside: '1 Main journey' })
      const dba = as('dba')
      await dba.press(await dba.waits(app, '4 Totals agree'), 'Pass')
      await as('ops-lead').run('/release verify 2 pass', { in: channel })
      await as('payments-lead').run('/release verify 5 pass', { in: channel })
    },
    brings: [
      digest('Thu 3 Dec', '1 shipped'),
      toPerson('qa-lead', '1 check of yours waits'),
      toPerson('ops-lead', '1 check of yours waits'),
      toPerson('dba', '1 check of yours waits'),
      toPerson('payments-lead', '1 check of yours waits'),
      only('qa-lead', '1 passed. 4 of 5 checks open.'),
      only('dba', '4 passed. 3 of 5 checks open.'),
      only('ops-lead', '2 passed. 2 of 5 checks open.'),
      only('payments-lead', '5 passed. 1 of 5 checks open.'),
    ],
  },
  {
    at: '2026-12-03 15:20',
    title: 'the last one with a note: it is verified',
    act: ({ as }) =>
      as('support-lead').run('/release verify 3 pass 11 about the old refund text, help page fixed', {
        in: channel,
      }),
    brings: [
      toPerson('support-lead', '1 check of yours waits'),
      only('support-lead', '3 passed. payments-2.4.0 is verified.'),
      inChannel('payments-2.4.0 is verified, with one note'),
    ],
  },
]
