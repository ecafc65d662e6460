import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

/** Where Debian, Ubuntu and Google put it; the project brings no browser of its own. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const installed = places.find((path) => existsSync(path))
export const hasBrowser = installed !== undefined

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

export function openBrowser(): Promise<Browser> {
  if (!installed) throw new Error(`No browser is installed: ${places.join(', ')}`)
  return chromium.launch({ executablePath: installed, args: quiet })
}

export const desk = { width: 1280, height: 860 }
export const phone = { width: 390, height: 844 }

/** A page of its own, with nobody's cookies; an error in it is an error here. */
export async function openPage(browser: Browser, url: string, viewport: typeof desk): Promise<Page> {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(url)
  return page
}
