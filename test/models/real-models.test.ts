import { tz } from '@date-fns/tz'
import { format } from 'date-fns/format'
import { describe, expect, test } from 'vitest'
import type { Offset } from '../../src/models/models.ts'
import { momentOf } from '../../src/models/offsets.ts'
import { inDeployOrder } from '../../src/products/products.ts'
import { berlin, payments, solo, standard } from '../given.ts'

const target = berlin('1 Dec 16:00')
const told = (instant: Date | number) => format(instant, 'EEE d MMM HH:mm', { in: tz('Europe/Berlin') })
const moment = (offset: Offset) => told(momentOf(offset, target, payments.zone))
const sum = (lengths: readonly number[]) => lengths.reduce((all, length) => all + length, 0)

describe('standard, for payments-2.4.0 on Tue 1 Dec, 16:00', () => {
  test('prepares from Fri 20 Nov; everything is due by Fri 27 Nov, 17:00', () => {
    expect(moment(standard.lead)).toBe('Fri 20 Nov 09:00')
    const due = standard.items.map((item) => momentOf(item.due, target, payments.zone).getTime())
    expect(told(Math.max(...due))).toBe('Fri 27 Nov 17:00')
  })

  test('votes from Mon 15:00 to Tue 12:00; a go holds three days', () => {
    expect(moment(standard.vote.opens)).toBe('Mon 30 Nov 15:00')
    expect(moment(standard.vote.closes)).toBe('Tue 1 Dec 12:00')
    expect(told(berlin('1 Dec 10:05').getTime() + standard.vote.goHolds)).toBe('Fri 4 Dec 10:05')
  })

  test('has nine items, four of them by their well-known numbers', () => {
    const titles = standard.items.flatMap(({ about, title }) =>
      about === 'component'
        ? payments.components.map(({ name }) => title.replace('{component}', name))
        : [title],
    )
    expect(titles).toEqual([
      'payments-api',
      'payments-ledger',
      'checkout-web',
      'Rehearse the rollback',
      'Migration on a copy',
      'Load test, twice the traffic',
      'Runbook',
      'Brief support',
      'On-call',
    ])
    expect(standard.items.filter((item) => item.evidence).map((item) => item.title)).toEqual([
      'Load test, twice the traffic',
    ])
  })

  test('starts at 15:00 and has the deployments where the story tells them', () => {
    const steps = standard.steps.flatMap((step) =>
      step.kind === 'task'
        ? [{ ...step, by: step.owner }]
        : inDeployOrder(payments.components).map(({ name, deployedBy }) => ({
            ...step,
            title: step.title.replace('{component}', name),
            by: deployedBy,
          })),
    )
    const start = target.getTime() - standard.margin - sum(steps.map((step) => step.lasts))
    const planned = steps.map(({ title, by }, i) => {
      const from = start + sum(steps.slice(0, i).map((step) => step.lasts))
      return `${format(from, 'HH:mm', { in: tz('Europe/Berlin') })} ${title} · ${by}`
    })
    expect(planned).toEqual([
      '15:00 Tell support · Support',
      '15:05 Migrate the data · Data',
      '15:20 Deploy payments-ledger · On call',
      '15:30 Deploy payments-api · On call',
      '15:40 Deploy checkout-web · Web',
    ])
  })

  test('is open to everyone on Wed 11:00', () => {
    const opens = standard.phases.map(
      ({ share }, i) =>
        `${share} % ${told(target.getTime() + sum(standard.phases.slice(0, i).map(({ soak }) => soak)))}`,
    )
    expect(opens).toEqual(['1 % Tue 1 Dec 16:00', '10 % Tue 1 Dec 17:00', '100 % Wed 2 Dec 11:00'])
  })

  test('is decided by four; Support advises', () => {
    expect(standard.roles.filter((role) => role.mandatory).map((role) => role.name)).toEqual([
      'Security',
      'Quality',
      'Operations',
      'Product',
    ])
    expect(standard.roles.filter((role) => !role.mandatory).map((role) => role.name)).toEqual(['Support'])
  })

  test('finds each of its owners in payments', () => {
    const owners = [standard.items, standard.steps, standard.phases, standard.checks]
      .flat()
      .map(({ owner }) => owner)
    expect(owners.filter((owner) => owner !== 'component' && !(owner in payments.roles))).toEqual([])
  })
})

describe('solo', () => {
  test('needs nobody but the release manager', () => {
    const filled = solo.roles.filter((role) => role.holders === 'manager').map((role) => role.name)
    expect(solo.roles).toHaveLength(filled.length)
    const owners = [solo.items, solo.steps, solo.phases, solo.checks].flat().map(({ owner }) => owner)
    expect(filled).toEqual(expect.arrayContaining(owners))
  })

  test('fits into a quarter of an hour: the vote may open at once and closes before the target', () => {
    const soon = new Date(target.getTime() - 15 * 60_000)
    expect(momentOf(solo.lead, target, payments.zone) < soon).toBe(true)
    expect(momentOf(solo.vote.opens, target, payments.zone) < soon).toBe(true)
    expect(momentOf(solo.vote.closes, target, payments.zone) < target).toBe(true)
    expect(sum(solo.phases.map(({ soak }) => soak))).toBeLessThanOrEqual(60_000)
  })
})
