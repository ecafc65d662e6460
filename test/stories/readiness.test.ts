import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../databases.ts'
import { openWorld, type StoryWorld } from './world.ts'

const channel = '#rel-payments-2-4-0'

/** One release's preparation; each chapter goes on where the one before ended. */
describe.each(engines)('preparing on %s', (engine) => {
  let world: StoryWorld
  beforeAll(async () => {
    world = await openWorld(engine)
    await world
      .as('rm')
      .run('/release new payments 2.4.0 1 dec 16:00 because refunds the same day', { in: '#releases' })
    await world.at('2026-11-20 17:05')
  })
  afterAll(() => world.close())

  const cardFor = async (handle: string) => {
    await world.settled()
    return world
      .as(handle)
      .waits(channel, (shown) => !shown.ephemeral && /is (not )?ready: /.test(shown.text))
  }
  const answerTo = (handle: string, words: string) =>
    world.as(handle).waits(channel, (shown) => shown.ephemeral && shown.text.includes(words))

  test('the wrong person, a wrong number and a missing reason are told so, and nothing changes', async () => {
    const [web, qa] = [world.as('web-owner'), world.as('qa-lead')]
    const card = await cardFor('web-owner')
    expect(card.text).toContain('payments-2.4.0 is not ready: 9 of 9 open')
    expect(card.text).toContain('and 1 more')
    await web.press(card, 'Done', { beside: '2 payments-ledger' })
    await answerTo('web-owner', 'Only ledger-owner or rm finishes item 2.')

    const refused = async (command: string) => (await qa.run(command, { in: channel })).text
    expect(await refused('/release ready 12 done')).toContain('There is no item 12; the list ends at 9.')
    expect(await refused('/release ready 6 blocked')).toContain(
      'Blocked by what? Like: /release ready 6 blocked staging is down',
    )
    expect(await refused('/release ready 6 skip too late')).toContain('Only rm or an admin skips an item')
    expect(await refused('/release ready 6 dnoe')).toContain('Did you mean done?')
    expect((await cardFor('web-owner')).text).toContain('9 of 9 open')
  })

  test('a new revision opens the item of its component again', async () => {
    const [ledger, api] = [world.as('ledger-owner'), world.as('api-owner')]
    const revise = async (who: typeof ledger, words: string) =>
      (await who.run(`/release scope ${words}`, { in: channel })).text
    expect(await revise(ledger, 'payments-ledger 1f00c2d')).toBe('payments-ledger is 1f00c2d.')
    await ledger.run('/release ready 2 done', { in: channel })
    await ledger.waits(channel, 'not ready: 8 of 9 open')

    expect(await revise(ledger, 'payments-ledger 4be77d1')).toBe(
      'payments-ledger is 4be77d1, was 1f00c2d. Item 2 is open again.',
    )
    await ledger.waits(channel, '2 payments-ledger · ledger-owner · again, for 4be77d1')
    expect(await revise(api, 'payments-ledger 9')).toContain('Only ledger-owner, rm or an admin names')
    expect(await revise(ledger, 'payments-leger 9')).toContain('Did you mean payments-ledger?')
  })

  test('items are finished by a tap, with what the model demands, and the card follows', async () => {
    const [api, dba, qa] = [world.as('api-owner'), world.as('dba'), world.as('qa-lead')]
    const card = await cardFor('api-owner')
    await api.press(card, 'Done', { beside: '1 payments-api' })
    await api.press(await answerTo('api-owner', '1 is done. 8 of 9 open.'), 'Undo')
    await answerTo('api-owner', '1 is open, api-owner')
    await api.press(await cardFor('api-owner'), 'Done', { beside: '1 payments-api' })
    await api.waits(channel, 'not ready: 8 of 9 open')

    await dba.press(await cardFor('dba'), 'Done…', { beside: '4 Rehearse the rollback' })
    const form = await dba.waitsForModal('Item 4')
    await form.submit()
    expect(form.errors).toEqual({
      'How long does the way back take?': expect.stringContaining('Item 4 asks how long'),
    })
    await form.fill({
      'How long does the way back take?': '10 min',
      'Until when is it possible?': 'everyone has it',
      'Narrow at what sign?': '1 % refund errors for 5 min',
      'Roll back at what sign?': 'a refund is paid twice',
    })
    await form.submit()
    await dba.waits(channel, 'not ready: 7 of 9 open')

    const wanting = await qa.run('/release ready 6 done looked fine', { in: channel })
    expect(wanting.text).toBe(
      'Item 6 wants evidence, a link to a result or a file. Like: /release ready 6 done https://ci/812',
    )
    const finished = await qa.run('/release ready 6 done https://ci/812', { in: channel })
    expect(finished.text).toContain('6 is done. 6 of 9 open.')
  })

  test('what is blocked stands on the card with its reason, until it is not', async () => {
    const dba = world.as('dba')
    const long = await dba.run(`/release ready 5 blocked ${'x'.repeat(5000)}`, { in: channel })
    expect(long.text).toBe('That has 5,000 characters, and 800 fit. Put the rest behind a link.')
    const hostile = `<!channel> @here *b* _i_ \`c\` שלום 🎉 ${'x'.repeat(700)}`
    await dba.run(`/release ready 5 blocked ${hostile}`, { in: channel })
    const card = await dba.waits(channel, (shown) => !shown.ephemeral && shown.text.includes('שלום'))
    expect(card.pings).toEqual([])
    expect(card.text.length).toBeLessThan(2000)
    await dba.press(card, 'Unblock', { beside: '5 Migration' })
    await answerTo('dba', '5 is open')
    await dba.waits(channel, (shown) => shown.ts === card.ts && !shown.text.includes('Blocked'))
  })

  test('an item goes to whom it is given, who hears of it once', async () => {
    const [rm, dba, oncall] = [world.as('rm'), world.as('dba'), world.as('ops-oncall')]
    const nobody = await rm.run('/release ready 5 give', { in: channel })
    expect(nobody.text).toBe('Give it to whom? Like: /release ready 5 give @dba')
    await rm.run('/release ready 5 give @ops-oncall', { in: channel })
    const ask = await oncall.waits('@shipshape', '5 Migration on a copy on payments-2.4.0 is yours')
    expect(ask.buttons).toEqual(['Done', 'Blocked…'])

    await dba.run('/release ready 5 take', { in: channel })
    await oncall.waits('@shipshape', '5 Migration on a copy on payments-2.4.0: dba')
    expect(oncall.again(ask).buttons).toEqual([])
  })

  test('the whole list opens, is changed and shows the change', async () => {
    const rm = world.as('rm')
    await rm.press(await cardFor('rm'), 'All 9 items')
    const list = await rm.waitsForModal('Readiness')
    await list.press('Change…', { beside: '7 Runbook' })
    const form = await rm.waitsForModal('Item 7')
    await form.fill({ 'It is': 'Skipped, and not by the book' })
    await form.submit()
    expect(Object.values(form.errors)[0]).toContain('Skip it why?')
    await form.fill({ 'Link, note or reason': 'nothing new to run' })
    await form.submit()
    const again = await rm.waitsForModal('Readiness')
    expect(again.texts.join('\n')).toContain('skipped by rm')
    await again.closeAll()
    await rm.waits(channel, 'Skipped 7 runbook · rm: "nothing new to run"')
  })

  test('a message becomes evidence by pointing at it', async () => {
    const support = world.as('support-lead')
    const said = await support.say(channel, 'Support is briefed, here are the notes')
    await support.shortcut(said, 'Use as evidence')
    const form = await support.waitsForModal('Use as evidence')
    await form.fill({ 'It shows that this is done': '8 Brief support' })
    await form.submit()
    await world.settled()
    const shown = await support.run('/release ready 8', { in: channel })
    expect(shown.text).toContain('done by support-lead')
    expect(shown.text).toContain('evidence')
  })

  test('a scope form that is behind is told so, and keeps what was written', async () => {
    const [rm, ledger] = [world.as('rm'), world.as('ledger-owner')]
    const answer = await rm.run('/release scope', { in: channel })
    expect(answer.text).toContain('brings 3 components; no changes listed, 2 of 3 revisions not known yet')
    await rm.press(answer.first, 'Edit…')
    const form = await rm.waitsForModal('Scope')
    await ledger.run('/release scope payments-ledger 5c0ffee', { in: channel })
    await form.fill({ Changes: 'fix: mine' })
    await form.submit()
    expect(Object.values(form.errors)[0]).toContain('Somebody changed the scope meanwhile')
    expect(form.fields.Changes).toBe('fix: mine')
    await form.closeAll()
  })

  test('three hundred changes are written, read and edited without losing one', async () => {
    const rm = world.as('rm')
    const start = await rm.run('/release scope', { in: channel })
    await rm.press(start.first, 'Edit…')
    for (const [hundred, label] of ['Changes', 'More changes', 'More changes'].entries()) {
      const form = await rm.waitsForModal('Scope')
      const lines = Array.from({ length: 100 }, (_, i) => `fix: change ${hundred * 100 + i + 1}`)
      await form.fill({ [label]: lines.join('\n') })
      await form.submit()
      const saved = await rm.waitsForModal('Shipshape')
      expect(saved.texts.join('\n')).toContain(`brings ${(hundred + 1) * 100} changes`)
      if (hundred < 2) await saved.press('Edit…')
      else await saved.closeAll()
    }

    const page = await rm.run('/release scope', { in: channel })
    expect(page.text).toContain('1 to 12 of 300')
    await rm.press(page.first, 'More')
    await rm.press(await rm.waits(channel, '13 to 24 of 300'), 'Edit…')
    const form = await rm.waitsForModal('Scope')
    const shown = form.fields['Changes 13 to 24 of 300'] ?? expect.fail('the page is not there')
    await form.fill({ 'Changes 13 to 24 of 300': shown.replace('change 13', 'change thirteen') })
    await form.submit()
    const saved = await rm.waitsForModal('Shipshape')
    expect(saved.texts.join('\n')).toContain('fix: change thirteen')
    expect(saved.texts.join('\n')).toContain('brings 300 changes')
  })
})
