import type { HomeView } from '@slack/types'
import { acts } from '../releases/contract.ts'
import { isOver } from '../releases/lifecycle.ts'
import { lineOf } from '../releases/list-view.ts'
import type { Known } from '../releases/release.ts'
import { actions, button, divider, headline, home, type Message, md, message } from '../slack/blocks.ts'
import type { Mine } from './mine.ts'
import { countWords, listed, rowsOf } from './rows.ts'

const onACard = 8
const onHome = 20

/** `/release` alone: what waits for the one who asks, over all releases. */
export function drawMine(mine: readonly Mine[], known: readonly Known[], zone: string): Message {
  if (mine.length === 0) return drawNothing(known)
  const news = countWords(mine)
  return message(news, [headline(news), ...rowsOf(mine, onACard)], zone)
}

function drawNothing(known: readonly Known[]): Message {
  const keys = inFlight(known).map(({ release }) => release.key)
  const flying =
    keys.length > 0 ? md`In flight: ${keys.join(', ')}. /release new plans one.` : md`/release new plans one.`
  const news = md`Nothing waits for you. ${flying}`
  return message(news, [headline(news), actions([planButton()])])
}

/** One person's Home tab: what waits for them, and what is on its way. */
export function drawHome(mine: readonly Mine[], known: readonly Known[], now: Date): HomeView {
  const flying = inFlight(known)
  const waits = mine.length > 0 ? countWords(mine) : md`Nothing waits for you`
  const lines = flying.slice(0, onHome).map((one) => lineOf(one, now))
  const more = flying.length > onHome ? [md`and ${flying.length - onHome} more: /release list`] : []
  return home([
    headline(waits),
    ...rowsOf(mine, onHome),
    divider(),
    listed('In flight', lines.length > 0 ? [...lines, ...more] : [md`Nothing`]),
    actions([planButton()]),
  ])
}

const inFlight = (known: readonly Known[]) => known.filter(({ release }) => !isOver(release))

const planButton = () => button({ text: 'Plan a release', action: acts.openPlan, value: '{}' })
