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
