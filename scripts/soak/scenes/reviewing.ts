import type { Life } from '../life.ts'
import { goes, type Scene, ships } from '../scene.ts'
import { securityOf } from './voting.ts'

/** Whoever did something for it, and those it is handed over to. */
const raters = (life: Life) => [
  ...['rm', 'qa-lead', 'ops-lead', 'dba', 'payments-lead', 'ops-oncall', 'api-owner', 'ledger-owner'],
  'support-lead',
  securityOf(life),
]

const rates = (life: Life, handle: string) => life.happens(0.7, `${handle} rates`)

/** Their morning comes when a review that began at noon is over. */
const inNewYork = ['ops-oncall', 'api-owner', 'support-lead', 'sec-second']

const isEarly = (life: Life) => life.happens(0.5, 'a check passes at once')

const passes = (life: Life, handle: string) =>
  life.hands.press(handle, { in: '@shipshape', on: life.saying('^key is live for everyone'), label: 'Pass' })

/** Those who rate it do so at once. */
async function isReviewed(life: Life) {
  const { hands, expected, saying } = life
  expected.message('review-summary')
  expected.message('review-summary-home')
  expected.message('rating-ask', ...raters(life))
  const rate = (handle: string) =>
    hands.press(handle, { in: '@shipshape', on: saying('^How was key'), label: '4' })
  await Promise.all(
    raters(life)
      .filter((handle) => rates(life, handle))
      .map(rate),
  )
}

const silent = (life: Life) => raters(life).filter((handle) => !rates(life, handle))
const livesInNewYork = (handle: string) => inNewYork.includes(handle)

const expectReminded = (life: Life, date: string) =>
  life.expected.reminder(date, ...silent(life).filter((handle) => !livesInNewYork(handle)))

const expectRemindedInNewYork = (life: Life, date: string) =>
  life.expected.reminder(date, ...silent(life).filter(livesInNewYork))

export const reviewing: readonly Scene[] = [
  {
    day: 2,
    at: ({ opening }) => opening(17, '05'),
    title: 'a check passes at once',
    when: (life) => ships(life) && isEarly(life),
    play: (life) => passes(life, 'qa-lead'),
  },
  {
    day: 2,
    at: ({ opening }) => opening(17, '05'),
    title: 'what was rolled back is reviewed',
    when: (life) => goes(life) && life.fate.rolledBack,
    play: isReviewed,
  },
  {
    day: 3,
    at: '09:00',
    title: 'checks that wait',
    when: ships,
    play: (life, date) => life.expected.reminder(date, 'dba', ...(isEarly(life) ? [] : ['qa-lead'])),
  },
  {
    day: 3,
    at: '09:00',
    title: 'ratings of what was rolled back',
    when: (life) => goes(life) && life.fate.rolledBack,
    play: expectReminded,
  },
  {
    day: 3,
    at: '15:00',
    title: 'ratings of what was rolled back, in New York',
    when: (life) => goes(life) && life.fate.rolledBack,
    play: expectRemindedInNewYork,
  },
  {
    day: 3,
    at: '12:00',
    title: 'it is verified, and reviewed',
    when: ships,
    play: async (life) => {
      const { hands, channel, expected } = life
      if (!isEarly(life)) await passes(life, 'qa-lead')
      await hands.run('dba', '/release verify 2 pass', channel)
      expected.message('verification-summary')
      await hands.press('rm', { in: channel, on: /is verified/, label: 'Start the review' })
      await isReviewed(life)
    },
  },
  {
    day: 4,
    at: '09:00',
    title: 'ratings that are due that day',
    when: ships,
    play: expectReminded,
  },
  {
    day: 4,
    at: '12:00',
    title: 'the review closes at its date',
  },
  {
    day: 5,
    at: '15:00',
    title: 'its channel is put away',
    play: ({ expected }) => expected.place('archived'),
  },
]
