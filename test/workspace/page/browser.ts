import type { Browser, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { desk, openPage, phone } from './chromium.ts'

export { hasBrowser, openBrowser } from './chromium.ts'

/** A window of the page in which this person acts; an error in it fails the test. */
export async function windowOf(browser: Browser, url: string, small = false): Promise<Page> {
  const page = await openPage(browser, url, small ? phone : desk)
  onTestFinished(() => page.context().close())
  return page
}

/** Windows that stay from test to test, one for each name: opening one takes longer than most tests do. */
export function keptWindows(browser: Browser): (name: string, url: string, small?: boolean) => Promise<Page> {
  const kept = new Map<string, Page>()
  return async (name, url, small = false) => {
    const known = kept.get(name)
    if (known) await known.goto(url)
    const page = known ?? (await openPage(browser, url, small ? phone : desk))
    kept.set(name, page)
    return page
  }
}

/** What stands beyond the right edge of the window, as it would be read aloud. */
export async function cutOff(page: Page): Promise<string[]> {
  const edge = page.viewportSize()?.width ?? 0
  const all = await page.locator('main :is(a, button, input, .combobox)').all()
  const boxes = await Promise.all(all.map((one) => one.boundingBox()))
  const beyond = all.filter((_, at) => (boxes[at] ? boxes[at].x + boxes[at].width : 0) > edge)
  return Promise.all(beyond.map((one) => one.ariaSnapshot()))
}

const controls =
  'button link textbox combobox checkbox radio switch searchbox spinbutton menuitem option tab dialog'

/** The roles of all that can be used on this page and has no name for those who do not see it. */
export async function nameless(page: Page): Promise<unknown[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const used = nodes.filter((node) => !node.ignored && controls.split(' ').includes(node.role?.value))
  return used.filter((node) => !String(node.name?.value ?? '').trim()).map((node) => node.role?.value)
}
