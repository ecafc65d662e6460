import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { client, fullManifest, servedApp, sharedWorkspace } from '../small/start.ts'
import { cutOff, hasBrowser, keptWindows, nameless, openBrowser } from './browser.ts'
import { buildPage } from './build.ts'
import { card, type Heard, lighthouse } from './lighthouse.ts'

const slack = await sharedWorkspace({
  manifest: await fullManifest(),
  ...(hasBrowser && { page: await buildPage() }),
})
const heard: Heard = { pressed: [], planned: [], lit: Promise.withResolvers() }

describe.skipIf(!hasBrowser)('in a browser (skipped where /usr/bin/chromium is not installed)', () => {
  let browser: Browser
  let windows: ReturnType<typeof keptWindows>
  let app: Awaited<ReturnType<typeof servedApp>>
  let piers = 0
  beforeAll(async () => {
    browser = await openBrowser()
    windows = keptWindows(browser)
    app = await servedApp(slack, lighthouse(heard))
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  })

  /** A pier of the test's own with a card of the app in it, seen by Ada. */
  async function pier() {
    Object.assign(heard, { pressed: [], planned: [], lit: Promise.withResolvers() })
    piers += 1
    const name = `pier-${String.fromCharCode(96 + piers)}`
    const { conversations, chat } = client(slack)
    const { channel: { id: channel = '' } = {} } = await conversations.create({ name })
    await conversations.invite({ channel, users: 'U0ADA,U0BO' })
    await chat.postMessage({ channel, text: 'The lamp is out', blocks: card })
    const open = (as: string, phone = false) =>
      windows(`${as} ${phone}`, `${slack.url}/?as=${as}&c=${channel}`, phone)
    return { name, channel, open, ada: await open('ada') }
  }
  const composer = (page: Page) => page.getByRole('textbox', { name: /^Message #pier/ })
  const say = async (page: Page, text: string) => {
    await composer(page).fill(text)
    await composer(page).press('Enter')
  }

  test('a pressed button shows that the app is awaited, then what came of it', async () => {
    const { ada } = await pier()
    await ada.getByRole('button', { name: 'Light it' }).click()
    await ada.getByRole('progressbar', { name: 'Waiting for the app' }).waitFor()
    expect(heard.pressed).toEqual([])

    heard.lit.resolve()
    await ada.getByText('The lamp is lit').waitFor()
    expect(heard.pressed).toEqual(['light'])
    expect(await ada.getByRole('button', { name: 'Light it' }).count()).toBe(0)
  })

  test('a press that does not reach the app says so beside the button', async () => {
    const { ada } = await pier()
    slack.faults.nextDelivery('block_actions', { kind: 'drop' })
    await ada.getByRole('button', { name: 'Break it' }).click()
    const trouble = ada.getByRole('alert')
    await trouble.waitFor()
    expect(await trouble.textContent()).toMatch(/did not respond/)
  })

  test('a question that is denied tells the app nothing', async () => {
    const { ada } = await pier()
    const question = ada.getByRole('alertdialog', { name: 'Douse the lamp?' })
    await ada.getByRole('button', { name: 'Douse it…' }).click()
    await question.getByRole('button', { name: 'Cancel' }).click()
    await question.waitFor({ state: 'detached' })
    expect(heard.pressed).toEqual([])

    await ada.getByRole('button', { name: 'Douse it…' }).click()
    await question.getByRole('button', { name: 'Yes' }).click()
    await expect.poll(() => heard.pressed).toEqual(['douse'])
  })

  test('a form keeps what was put in through its errors and a view over it', async () => {
    const { ada } = await pier()
    await say(ada, '/lamp form')
    const form = ada.getByRole('dialog', { name: 'Plan the watch' })
    const send = form.getByRole('button', { name: 'Plan it' })
    expect(await nameless(ada)).toEqual([])
    await send.click()
    expect(await form.getByText('Please complete this required field.').count()).toBe(2)

    await form.getByRole('textbox', { name: 'Name' }).fill('taken')
    await form.getByRole('combobox', { name: 'Keeper' }).focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await ada.keyboard.press(key)
    const log = { name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from('all well') }
    await form.getByLabel('Log', { exact: true }).setInputFiles(log)
    await form.getByRole('button', { name: 'Remove log.txt' }).waitFor()
    await form.getByRole('combobox', { name: 'Lamp' }).fill('back')
    await ada.getByRole('option', { name: 'back lamp' }).click()
    await form.getByRole('button', { name: 'Compare…' }).click()
    await ada.getByRole('dialog', { name: 'Compare' }).getByRole('button', { name: 'Back' }).click()

    await send.click()
    await form.getByText('There is one already.').waitFor()
    await form.getByRole('textbox', { name: 'Name' }).fill('night')
    await send.click()
    await form.waitFor({ state: 'detached' })
    await ada.locator('[aria-label^="Message #pier"]:focus').waitFor()
    expect(heard.planned).toMatchObject([
      {
        name: { v: { value: 'night' } },
        keeper: { v: { selected_user: expect.any(String) } },
        log: { v: { files: [{ name: 'log.txt', mimetype: 'text/plain', size: 8 }] } },
        lamp: { lamps: { selected_option: { value: 'back lamp' } } },
      },
    ])
  })

  test('a command is offered while it is typed, answered privately, and refused in a thread', async () => {
    const { ada, channel } = await pier()
    for (let line = 1; line <= 30; line++) await client(slack).chat.postMessage({ channel, text: `${line}` })
    await ada.getByText('30', { exact: true }).waitFor()
    await ada.getByText('The lamp is out').scrollIntoViewIfNeeded()
    await composer(ada).fill('/la')
    await ada.getByRole('option', { name: '/lamp on or off' }).waitFor()
    await say(ada, '/lamp on')
    const answer = ada.getByText('Heard: on')
    await expect.poll(async () => (await answer.boundingBox())?.y).toBeLessThan(860)
    await ada.getByText('Only visible to you').waitFor()

    await ada
      .getByRole('article', { name: /Lighthouse/ })
      .first()
      .hover()
    await ada.getByRole('button', { name: 'Reply in thread' }).first().click()
    await ada.locator('[aria-label="Reply…"]:focus').waitFor()
    await ada.keyboard.type('/lamp on')
    await ada.keyboard.press('Enter')
    await ada.getByText('/lamp is not supported in threads. Sorry!').waitFor()
  })

  test('a file is put into a channel with its words, and a channel is made', async () => {
    const { ada, open } = await pier()
    const bo = await open('bo')
    await composer(ada).fill('see the log')
    const log = { name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from('all well') }
    await ada.getByLabel('Files to upload').setInputFiles(log)
    const shared = bo.getByRole('article', { name: /^ada/ }).filter({ hasText: 'see the log' })
    await shared.getByRole('link', { name: /log.txt/ }).waitFor()
    expect(await composer(ada).inputValue()).toBe('')

    await ada.getByRole('button', { name: 'Add a channel' }).click()
    await ada.getByRole('textbox', { name: 'Channel name' }).fill('night-watch')
    await ada.getByRole('button', { name: 'Create' }).click()
    await ada.getByRole('heading', { name: 'night-watch' }).waitFor()
  })

  test('two windows show two people, each message at once in both', async () => {
    const { ada, open } = await pier()
    const bo = await open('bo')
    await say(ada, 'all well, @bo?')
    await bo.getByRole('article', { name: /^ada/ }).getByText('@bo').waitFor()

    await ada.getByRole('button', { name: /Switch person/ }).click()
    await ada.getByRole('menuitemradio', { name: 'Act as cy' }).click()
    await ada.getByRole('button', { name: /Acting as cy/ }).waitFor()
  })

  test('what is said elsewhere is bold, counted when it calls, and read when it is opened', async () => {
    const { name, ada, open } = await pier()
    const pierLink = (page: Page) => page.getByRole('link', { name: new RegExp(name) })
    const bo = await open('bo')
    await bo.getByRole('link', { name: /general/ }).click()
    await say(ada, 'come, @bo!')
    await pierLink(bo).getByLabel('1 unread mention').waitFor()
    expect(await bo.title()).toMatch(/^\(1\) /)
    await pierLink(bo).click()
    await bo.getByRole('link', { name, exact: true }).waitFor()
    await expect.poll(() => bo.title()).not.toContain('(1)')
  })

  test('an emoji is found and given by keys alone, and the focus comes back', async () => {
    const { ada } = await pier()
    const opener = ada.getByRole('button', { name: 'Add reaction' }).first()
    await opener.focus()
    await ada.keyboard.press('Enter')
    await ada.getByRole('searchbox', { name: 'Search emoji' }).fill('rock')
    await ada.keyboard.press('Enter')
    await ada.getByRole('button', { name: 'rocket, 1: ada' }).waitFor()

    await opener.focus()
    await ada.keyboard.press('Enter')
    await ada.getByRole('searchbox', { name: 'Search emoji' }).waitFor()
    await ada.keyboard.press('Escape')
    await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true)
  })

  test('the traffic is shown as it comes, and a fault that is switched on strikes', async () => {
    const { ada, open } = await pier()
    onTestFinished(() => void slack.faults.change({}))
    const watcher = await open('bo')
    await watcher.getByRole('link', { name: 'Traffic' }).click()
    await watcher.getByRole('radio', { name: 'To the app' }).check()
    await say(ada, '/lamp on')
    const line = watcher.getByRole('button', { name: /to the app \/lamp/ })
    await line.filter({ hasText: 'acknowledged' }).last().click()
    await watcher.getByText('"command": "/lamp"').waitFor()

    await watcher.getByRole('link', { name: 'Faults' }).click()
    await watcher.getByText('Delivered there, signed.').waitFor()
    await watcher.getByRole('textbox', { name: 'Request URL' }).fill(slack.url)
    await watcher.getByRole('button', { name: 'Save' }).click()
    await watcher.getByText('That URL did not give the challenge back.').waitFor()
    const deliveries = watcher.getByRole('group', { name: 'Deliveries to the app' })
    await deliveries.getByRole('button', { name: 'Add a fault' }).click()
    expect(await nameless(watcher)).toEqual([])
    await deliveries.getByRole('combobox', { name: 'What happens' }).selectOption('Lose it')
    await deliveries.getByRole('spinbutton', { name: '% of them' }).fill('100')
    await say(ada, '/lamp off')
    await watcher.getByText(/faults? met: .*Lose it/).waitFor()
  })

  test('on a phone the sidebar is a drawer and nothing is wider than the screen', async () => {
    const { open } = await pier()
    const phone = await open('ada', true)
    await phone.getByRole('button', { name: 'Light it' }).waitFor()
    const width = () => phone.evaluate(() => document.documentElement.scrollWidth)
    expect(await width()).toBe(390)
    expect(await cutOff(phone)).toEqual([])
    expect(await nameless(phone)).toEqual([])

    await phone.getByRole('button', { name: 'Open sidebar, acting as ada' }).click()
    await phone.getByRole('link', { name: 'general' }).click()
    await phone.getByRole('heading', { name: 'general' }).waitFor()
    expect(await width()).toBe(390)
  })
})
