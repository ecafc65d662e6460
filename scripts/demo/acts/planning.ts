import { home, inReleases, only, readsAndCloses } from '../places.ts'
import type { Scene } from '../script.ts'

const line =
  '/release new payments 2.4.0 1 dec 16:00 because refunds reach customers the same day, not in three'

const changes = [
  'feature: Same-day refunds https://example.com/changes/101',
  'feature: Refund status in the checkout https://example.com/changes/102',
  'feature: Refund mail with the day it arrives',
  'feature: Support sees the state of a refund',
  'fix: Double tap on "refund" asks once',
  'fix: Rounding of partial refunds',
  'fix: Time-out of the ledger on the first of the month',
  'fix: Refund of a split payment',
  'fix: Currency in the refund mail',
  'fix: Order of lines on the statement',
  'fix: Retry when the bank is down',
  'fix: Cancelled orders are not refunded twice',
  'internal: Ledger table by day',
  'internal: Metrics of the refund queue',
]

export const planning: readonly Scene[] = [
  {
    title: 'rm plans the release in one line',
    act: ({ as }) => as('rm').run(line, { in: home }),
    brings: [
      only('rm', 'Planned: payments-2.4.0 opens'),
      inReleases('payments-2.4.0 opens Tue 1 Dec, 16:00'),
    ],
  },
  {
    at: '2026-11-19 10:05',
    title: 'rm says what it brings',
    act: async ({ as }) => {
      const rm = as('rm')
      const scope = await rm.run('/release scope payments', { in: home })
      await rm.press(scope.first, 'Edit…')
      const form = await rm.waitsForModal('Scope')
      await form.fill({
        Components: 'payments-api a41c09e\npayments-ledger 9ac01f2\ncheckout-web 77d2b10',
        Changes: changes.join('\n'),
        Flags: 'same-day-refunds',
      })
      await form.submit()
      await readsAndCloses(rm)
    },
    brings: [only('rm', 'payments-2.4.0 brings 3 components')],
  },
  {
    at: '2026-11-19 10:20',
    title: 'reader follows it without joining its channel',
    act: async ({ as }) => {
      const reader = as('reader')
      await reader.press(await reader.waits(home, 'payments-2.4.0 opens'), 'Follow')
    },
    brings: [only('reader', 'You follow payments-2.4.0')],
  },
]
