/**
 * `npm run pictures`: plays the demo's release and takes the README's pictures at the right moments;
 * `-- traffic vote` takes only these.
 */
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Browser } from 'playwright-core'
import { openEmbedded } from '../src/db/database.ts'
import { buildPage } from '../test/workspace/page/build.ts'
import { desk, openBrowser, openPage, phone } from '../test/workspace/page/chromium.ts'
import { inBerlin } from './demo/clock.ts'
import { jumpsOf } from './demo/jumps.ts'
import { channel } from './demo/places.ts'
import { scenes } from './demo/play.ts'
import { playScenes, type Scene } from './demo/script.ts'
import { openStage, type Stage } from './demo/stage.ts'

interface Picture {
  readonly name: string
  /** The scene, by its time, after which it is taken. */
  readonly after: string
  readonly as: string
  readonly on: typeof desk
  /** The card that it is about, by words in it. */
  readonly shows: RegExp
  /** Where, when not in the release's channel. */
  readonly place?: 'home' | 'traffic'
}

const pictures: readonly Picture[] = [
  { name: 'readiness-phone', after: '2026-11-25 14:40', as: 'sec-lead', on: phone, shows: /is not ready/ },
  { name: 'vote', after: '2026-11-30 15:40', as: 'sec-lead', on: desk, shows: /Vote on payments/ },
  {
    name: 'home-phone',
    after: '2026-11-30 15:40',
    as: 'qa-lead',
    on: phone,
    place: 'home',
    shows: /Your vote for/,
  },
  { name: 'status-phone', after: '2026-11-30 17:40', as: 'sec-lead', on: phone, shows: /: deciding\./ },
  {
    name: 'traffic',
    after: '2026-11-30 17:40',
    as: 'sec-lead',
    on: { width: 1100, height: 480 },
    place: 'traffic',
    shows: /chat\.update/,
  },
  { name: 'trouble', after: '2026-12-01 20:15', as: 'sec-lead', on: desk, shows: /narrowed to 1 %/ },
  { name: 'review', after: '2026-12-10 16:30', as: 'web-owner', on: desk, shows: /reviewed: shipped/ },
]

const wanted = process.argv.slice(2)
const folder = 'docs/pictures'
const mostBytes = 200_000

const database = await openEmbedded()
const set: { stage?: Stage } = {}
set.stage = await openStage({
  database,
  log: pino({ level: 'warn' }),
  begins: inBerlin('2026-11-19 10:00'),
  transport: 'http',
  workspace: { page: await buildPage(), jumps: jumpsOf(() => set.stage) },
})
const { stage } = set
const browser = await openBrowser()
await mkdir(folder, { recursive: true })
let left: readonly Scene[] = scenes
for (const picture of pictures) {
  const next = left.findIndex(({ at }) => at === picture.after) + 1
  await playScenes(stage, left.slice(0, next))
  left = left.slice(next)
  if (wanted.length === 0 || wanted.includes(picture.name)) await take(browser, stage, picture)
}
await browser.close()
await stage.close()
await database.close()

async function take(from: Browser, { slack }: Stage, { name, as, on, shows, place }: Picture) {
  const id = [...slack.world.channels.values()].find((one) => `#${one.name}` === channel)?.id
  const page = await openPage(from, `${slack.url}/?as=${as}&c=${place ?? id}`, on)
  const shown = place ? page.getByText(shows) : page.getByRole('article').filter({ hasText: shows }).last()
  await shown.first().waitFor()
  if (!place) await shown.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path })
  await page.context().close()
  const { size } = await stat(path)
  console.log(`${path}, ${Math.round(size / 1000)} kB`)
  if (size > mostBytes) throw new Error(`${path} is too large to load with a README`)
}
