import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jumpsOf } from '../../scripts/demo/jumps.ts'
import { openWorld, type StoryWorld } from '../stories/world.ts'
import { hasBrowser, openBrowser, windowOf } from '../workspace/page/browser.ts'
import { buildPage } from '../workspace/page/build.ts'

const reason = 'skipped, because neither chromium, chromium-browser nor google-chrome is in /usr/bin'

/** What a visitor of `npm run demo` does; each chapter goes on where the one before ended. */
describe.skipIf(!hasBrowser)(`in a browser (${hasBrowser ? 'chromium' : reason})`, () => {
  let browser: Browser
  let world: StoryWorld
  beforeAll(async () => {
    const page = await buildPage()
    world = await openWorld('pglite', { workspace: { page, jumps: jumpsOf(() => world) } })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const windowFor = (handle: string, place: string, phone = false) => {
    const id = [...world.slack.world.channels.values()].find(({ name }) => name === place)?.id ?? place
    return windowOf(browser, `${world.slack.url}/?as=${handle}&c=${id}`, phone)
  }
  const answer = (page: Page) => page.getByRole('dialog', { name: 'Shipshape' })
  const widthOf = (page: Page) => page.locator('html').evaluate((html) => html.scrollWidth)
  const card = (page: Page, words: string | RegExp) =>
    page.getByRole('article').filter({ hasText: words }).last()

  test('a release is planned in one line, and gets its channel when the clock is put forward', async () => {
    const page = await windowFor('rm', 'releases')
    const composer = page.getByRole('textbox', { name: 'Message #releases' })
    await composer.fill(
      '/release new payments 2.4.0 1 dec 16:00 because refunds reach customers the same day',
    )
    await composer.press('Enter')
    await page.getByText('Planned: payments-2.4.0 opens').waitFor()
    await card(page, 'payments-2.4.0 opens').getByText('Refunds reach customers the same day.').waitFor()

    await page.getByRole('button', { name: '+1 day' }).click()
    await page.getByRole('link', { name: 'rel-payments-2-4-0' }).click()
    await card(page, 'payments-2.4.0 is not ready: 9 of 9 open').waitFor()
  })

  test('another is planned in the form, on a phone', async () => {
    const page = await windowFor('rm', 'home', true)
    await page.getByRole('button', { name: 'Plan a release' }).click()
    const form = page.getByRole('dialog', { name: 'Plan a release' })
    await form.getByRole('combobox', { name: 'Product' }).fill('Ledger')
    await page.getByRole('option', { name: 'Ledger' }).click()
    await form.getByRole('textbox', { name: 'Version' }).fill('1.9.0')
    await form.getByLabel('Opens to first users').fill('2026-12-18T14:00')
    await form.getByRole('button', { name: 'Plan it' }).click()
    await answer(page).getByText('Planned: ledger-1.9.0 opens').waitFor()
    expect(await widthOf(page)).toBe(390)
    await answer(page).getByRole('button', { name: 'Close' }).last().click()
    await page.getByRole('region', { name: 'Home' }).getByText('ledger-1.9.0').waitFor()
  })

  test('an item is ticked, and its card says so', async () => {
    const page = await windowFor('rm', 'rel-payments-2-4-0')
    await page.getByRole('button', { name: /Switch person/ }).click()
    await page.getByRole('menuitemradio', { name: 'Act as api-owner' }).click()
    const ready = card(page, 'payments-2.4.0 is not ready')
    await ready.getByRole('button', { name: /1 payments-api/ }).click()
    await ready.getByText('payments-2.4.0 is not ready: 8 of 9 open').waitFor()
    await ready.getByText('Done 1: payments-api').waitFor()
    await page.getByText('1 is done. 8 of 9 open.').waitFor()
  })

  test('the vote is opened undone, answered on a phone, and its card changes', async () => {
    const page = await windowFor('rm', 'rel-payments-2-4-0')
    await card(page, 'payments-2.4.0 is not ready').getByRole('button', { name: 'Open the vote…' }).click()
    const form = page.getByRole('dialog', { name: 'Open the vote' })
    await form.getByRole('textbox', { name: 'Why open it undone?' }).fill('staging is back tonight')
    await form.getByRole('button', { name: 'Open the vote' }).click()
    await answer(page).getByRole('button', { name: 'Close' }).last().click()
    const vote = card(page, 'Vote on payments-2.4.0: Security, Quality, Operations and Product are awaited')
    await vote.waitFor()

    const phone = await windowFor('qa-lead', 'rel-payments-2-4-0', true)
    await card(phone, 'Vote on payments-2.4.0')
      .getByRole('button', { name: 'Go for payments-2.4.0', exact: true })
      .click()
    await card(phone, 'Vote on payments-2.4.0: Security, Operations and Product are awaited').waitFor()
    await card(page, 'Vote on payments-2.4.0').getByText('Go Quality · qa-lead').waitFor()
    expect(await widthOf(phone)).toBe(390)
  })
})
