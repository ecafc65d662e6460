import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { minutePasses } from './process-stage.ts'
import { openWorld, type StoryWorld } from './world.ts'

const channel = '#rel-payments-2-4-0'
let world: StoryWorld
/** By how many milliseconds Slack's count of calls is ahead. */
let ahead = 0

beforeAll(async () => {
  const stopwatch = () => performance.now() + ahead
  world = await openWorld('postgres', {
    begins: '2026-11-20 20:00',
    paced: true,
    workspace: { rateLimits: 'slack', stopwatch },
  })
})
afterAll(() => world.close())

/** A minute in which nobody says anything: what was put off is sent. */
async function quietMinute() {
  ahead += 60_000
  await minutePasses(world.database)
  await world.database.db.execute(
    sql`update rate_limits set taken = array(select at - 60000 from unnest(taken) as at)`,
  )
  await world.app.tick()
  await world.settled()
}

const refusals = () =>
  world.slack.traffic.all.filter((entry) => entry.kind === 'call' && entry.answer?.error === 'ratelimited')
const run = (handle: string, words: string) => world.as(handle).run(`/release ${words}`, { in: channel })
const voteCard = () => world.as('rm').waits(channel, /^(Vote on|No-go|Go)/)

const voters = ['qa-lead', 'ops-lead', 'payments-lead', 'sec-lead']

beforeAll(async () => {
  await world.as('rm').run('/release new payments 2.4.0 1 dec 16:00', { in: '#releases' })
  await world.settled()
  for (let minute = 0; minute < 2; minute++) await quietMinute()
  await run('rm', 'vote open because it is urgent')
  await (await world.as('rm').waitsForModal('Open the vote')).submit()
  await world.settled()
})

test('in a busy minute everybody is answered, though the card is not drawn any more', async () => {
  for (const round of [1, 2, 3, 4, 5, 6]) {
    for (const handle of voters) {
      const answer = await run(handle, `no-go not in round ${round}`)
      expect(answer.text).toContain('Counted for')
      // Each is drawn by itself: drawn together, a quick machine needs too few edits.
      await world.settled()
    }
  }
  expect((await voteCard()).text).not.toContain('not in round 6')
})

test('when it is over the card says what everybody said', async () => {
  await quietMinute()
  const { text } = await voteCard()
  expect(text.split('not in round 6')).toHaveLength(1 + voters.length)
})

test('a topic that changes all the time is set when there is room for it', async () => {
  const topics = () => world.slack.calls('conversations.setTopic')
  const before = topics().length
  for (let turn = 0; turn < 11; turn++) {
    for (const words of ['hold it flickers', 'resume']) {
      await run('rm', words)
      await world.settled()
    }
  }
  await run('rm', 'hold it flickers')
  expect(topics().length - before).toBeLessThan(20)
  await quietMinute()
  expect(topics().at(-1)?.args.topic).toContain('on hold')
})

test('Slack refused no call', () => {
  expect(refusals()).toEqual([])
})
