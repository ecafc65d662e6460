import type { Life } from '../life.ts'
import type { Scene } from '../scene.ts'

const card = /is (not )?ready: /

/** Whether the load test is left for the day on which it is due. */
const isLeft = (life: Life) => life.happens(0.5, 'load test left')

/** Who has something to do when they visit their Home. */
const visitors = ['rm', 'qa-lead', 'dba', 'api-owner']
const visits = (life: Life, handle: string) => life.happens(0.2, `${handle} visits`)

const done = (life: Life, handle: string, beside: string) =>
  life.hands.press(
    handle,
    { in: life.channel, on: card, label: 'Done', beside },
    { twice: life.happens(0.2, beside) },
  )

const loadTest = ({ hands, channel, key }: Life) =>
  hands.run('qa-lead', `/release ready 4 done https://ci.example.com/${key}`, channel)

export const preparing: readonly Scene[] = [
  {
    day: 0,
    at: '12:00',
    title: 'plan',
    play: async ({ hands, expected, team, version, target, key }) => {
      expected.message('announcement')
      await hands.run('rm', `/release new ${team} ${version} ${target} because ${key} is wanted`, '#releases')
    },
  },
  {
    day: 0,
    at: '15:00',
    title: 'preparing begins',
    play: ({ expected }) => {
      expected.message('status-card')
      expected.message('readiness-card')
      expected.place('channel', 'bookmark api', 'bookmark ledger')
    },
  },
  {
    day: 1,
    at: '09:00',
    title: 'its target comes nearer',
    play: ({ expected }, date) => expected.reminder(date, 'rm'),
  },
  {
    day: 1,
    at: '12:00',
    title: 'items are finished',
    play: async (life) => {
      const { hands, channel } = life
      await Promise.all(visitors.filter((handle) => visits(life, handle)).map((one) => hands.visit(one)))
      await Promise.all([
        done(life, 'api-owner', '1 api'),
        done(life, 'ledger-owner', '2 ledger'),
        hands.form('dba', { in: channel, on: card, label: 'Done…', beside: '3 Rehearse' }, 'Item 3', {
          'How long does the way back take?': '10 min',
          'Until when is it possible?': 'everyone has it',
          'Narrow at what sign?': '1 % errors for 5 min',
          'Roll back at what sign?': 'a refund is paid twice',
        }),
        hands.run('ops-lead', '/release ready 5 done', channel),
        !isLeft(life) && loadTest(life),
      ])
    },
  },
  {
    day: 2,
    at: '09:00',
    title: 'what is due that day',
    play: (life, date) => isLeft(life) && life.expected.reminder(date, 'qa-lead'),
  },
  {
    day: 2,
    at: '12:00',
    title: 'the rest is finished',
    play: (life) => isLeft(life) && loadTest(life),
  },
]
