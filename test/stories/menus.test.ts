import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { channel, openLate, planned } from './by-the-rules.ts'
import type { StoryWorld } from './world.ts'

let world: StoryWorld
beforeAll(async () => {
  world = await openLate('postgres')
  await planned(world)
  await world.at('2026-11-30 15:00')
})
afterAll(() => world.close())

const answered = (handle: string, words: string | RegExp) =>
  world.as(handle).waits(channel, ({ ephemeral, text }) => ephemeral && new RegExp(words).test(text))

describe('behind ▾ of the status card', () => {
  const card = async () => {
    await world.settled()
    return world
      .as('rm')
      .waits(channel, ({ ephemeral, text }) => !ephemeral && /^payments-2\.4\.0: /.test(text))
  }
  const picks = async (handle: string, choice: string) =>
    world.as(handle).press(await card(), `▾ > ${choice}`)

  test('the timeline and the help are shown to the one who asks', async () => {
    await picks('dba', 'Timeline')
    await answered('dba', 'payments-2.4.0: \\d+ entries, newest first')
    await picks('dba', 'Help')
    await answered('dba', '/release ready')
  })

  test('a hold asks why in a form, and can be resumed from where it was', async () => {
    await picks('dba', 'Hold…')
    const form = await world.as('dba').waitsForModal('Hold the release')
    await form.submit()
    expect(Object.keys(form.errors)).toEqual(['Why is payments-2.4.0 held?'])
    await form.fill({ 'Why is payments-2.4.0 held?': 'refund errors' })
    await form.submit()
    expect((await card()).text).toContain('Held "refund errors"')

    await picks('dba', 'Resume')
    await answered('dba', 'Only rm or an admin resumes it')
    await picks('rm', 'Resume')
    expect((await card()).text).not.toContain('Held')
  })

  test('a move is asked for in a form, previewed, and done', async () => {
    await picks('rm', 'Move…')
    const form = await world.as('rm').waitsForModal('Move the release')
    await form.fill({
      'When does payments-2.4.0 open?': '2026-12-03T16:00+01:00',
      'Why does it move?': 'load test late',
    })
    await form.submit()
    const preview = await world.as('rm').waitsForModal('Shipshape')
    expect(preview.texts.join('\n')).toContain('Move payments-2.4.0 to Thursday, December 3rd, 16:00?')
    await preview.press('Move it')
    const moved = 'payments-2.4.0 opens Thursday, December 3rd, 16:00 now.'
    await world.slack.until(() => preview.texts.join('\n').includes(moved))
    await preview.closeAll()
    expect((await card()).text).toContain('Thursday, December 3rd, 16:00')
  })
})

describe('behind ▾ of the vote card', () => {
  const card = async () => {
    await world.settled()
    return world
      .as('rm')
      .waits(channel, ({ ephemeral, text }) => !ephemeral && /^Vote on payments/.test(text))
  }
  const picks = async (handle: string, choice: string) =>
    world.as(handle).press(await card(), `▾ > ${choice}`)
  beforeAll(async () => {
    await world.as('rm').run('/release vote open because staging is back tonight', { in: channel })
    await (await world.as('rm').waitsForModal('Open the vote')).submit()
  })

  test('a holder abstains, and the next of the role is asked', async () => {
    await picks('sec-lead', 'Abstain')
    await answered('sec-lead', 'You abstain for Security. sec-second is asked.')
  })

  test('only who runs it closes or cancels it', async () => {
    await picks('qa-lead', 'Close the vote…')
    await answered('qa-lead', 'Only rm or an admin closes the vote')
    await picks('qa-lead', 'Cancel the vote…')
    await answered('qa-lead', 'Only rm or an admin cancels the vote')
  })

  test('cancelled, with the reason asked in a form, it has no buttons any more', async () => {
    await picks('rm', 'Cancel the vote…')
    const form = await world.as('rm').waitsForModal('Cancel the vote')
    await form.fill({ 'Why?': 'load test is red' })
    await form.submit()
    await world.settled()
    const over = await world.as('rm').waits(channel, /cancelled.*"load test is red"/s)
    expect(over.buttons).toEqual([])
  })
})
