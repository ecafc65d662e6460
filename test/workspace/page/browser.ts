import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

/** Where Debian's package puts it; the project brings no browser of its own. */
const browserPath = '/usr/bin/chromium'
export const hasBrowser = existsSync(browserPath)

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath, args: quiet })
}

/** A window of the page in which this person acts; an error in it fails the test. */
export async function windowOf(browser: Browser, url: string, phone = false): Promise<Page> {
  const viewport = phone ? { width: 390, height: 844 } : { width: 1280, height: 860 }
  const context = await browser.newContext({ viewport })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(5_000)
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(url)
  return page
}
