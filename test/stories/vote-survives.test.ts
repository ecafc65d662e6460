import { eq, isNotNull, sql } from 'drizzle-orm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { releases } from '../../src/releases/tables.ts'
import { slackEvents } from '../../src/slack/tables.ts'
import { ballots } from '../../src/votes/tables.ts'
import { channel, openProcess, type ProcessStage, without } from './process-stage.ts'

let stage: ProcessStage
afterEach(() => stage.close())

/** A release whose vote is open. */
async function openVote(env?: Readonly<Record<string, string>>) {
  stage = await openProcess(env)
  const rm = stage.slack.as('rm')
  await rm.run('/release new payments 2.4.0 1 dec 16:00 because refunds the same day', { in: '#releases' })
  await stage.slack.answered('pins.add')
  await rm.run('/release vote open because it is urgent', { in: channel })
  await (await rm.waitsForModal('Open the vote')).submit()
  await card('rm')
}

const card = (handle: string, words = 'Vote on payments-2.4.0') => stage.sees(handle, words)

/** Holds the release as a change in progress does: whatever would write a ballot has to wait. */
async function holdRelease() {
  const [held, freed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const done = stage.database.db.transaction(async (tx) => {
    await tx.select().from(releases).for('update')
    held.resolve()
    await freed.promise
  })
  await held.promise
  const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return {
    isWaitedFor: () =>
      vi.waitFor(async () => expect(await stage.database.db.execute(waiting)).toHaveLength(1), 20_000),
    release: async () => {
      freed.resolve()
      await done
    },
  }
}

async function pressGo() {
  const qa = stage.slack.as('qa-lead')
  await qa.press(await card('qa-lead'), 'Go')
}

async function replyGo() {
  const { slack } = stage
  const { ts } = await slack.as('payments-lead').say(channel, 'go', { thread: await card('payments-lead') })
  await slack.until(() =>
    slack.traffic
      .deliveries('message')
      .some(({ payload, ack }) => ack?.ok && JSON.stringify(payload).includes(ts)),
  )
}

/** Kills Shipshape when it has acknowledged a button and a reply, with whatever it has put off still undone. */
async function killedAfterAcks() {
  const first = await holdRelease()
  let isAcknowledged = false
  const acknowledged = pressGo().then(() => {
    isAcknowledged = true
  })
  await Promise.race([acknowledged, first.isWaitedFor()])
  const isPutOff = isAcknowledged
  if (!isPutOff) await first.release()
  await acknowledged
  const hold = isPutOff ? first : await holdRelease()
  await replyGo()
  await stage.killed('after a button and a thread reply were acknowledged', hold.release)
}

const answersOf = (handle: string) =>
  stage.database.db
    .select()
    .from(ballots)
    .where(eq(ballots.person, stage.slack.as(handle).id))
const keptEvents = () => stage.database.db.select().from(slackEvents).where(isNotNull(slackEvents.body))

describe('an answer that was acknowledged', { timeout: 120_000 }, () => {
  test('is there, once, although Shipshape was killed before it could do more', async () => {
    await openVote()
    await killedAfterAcks()
    const shown = await card('rm', 'Go Product · payments-lead')
    expect(shown.text).toContain('Go Quality · qa-lead')
    expect(await answersOf('qa-lead')).toHaveLength(1)
    expect(await answersOf('payments-lead')).toHaveLength(1)
    const marked = () =>
      stage.slack
        .as('rm')
        .thread(shown)
        .filter(({ reactions }) => reactions.length === 1)
    await stage.slack.until(() => marked().length === 1, 60_000)
  })

  test('would be lost without its guards', async () => {
    await openVote(without('guards-off.ts'))
    await killedAfterAcks()
    expect(await answersOf('qa-lead')).toEqual([])
    expect(await answersOf('payments-lead')).toEqual([])
    expect(await keptEvents()).toEqual([])
  })
})
