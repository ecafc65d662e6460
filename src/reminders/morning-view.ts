import type { Mine } from '../home/mine.ts'
import { dueWords, rowsOf } from '../home/rows.ts'
import { at, headline, joined, type Md, type Message, md, message } from '../slack/blocks.ts'
import { endOfDate, morningOf } from '../time/mornings.ts'
import { weekdayDay } from '../time/words.ts'
import type { Morning } from './mornings.ts'

const most = 8

/** One person's morning: everything that is due, each with its button; what is settled is not there any more. */
export function drawMorning(mine: readonly Mine[], morning: Morning): Message {
  if (mine.length === 0) return over(md`Nothing of yours is due on ${dayOf(morning)} any more`, morning)
  const news = morningNews(mine)
  return message(news, [headline(news), ...rowsOf(mine, most, (one) => dueShown(one, morning))], morning.zone)
}

/** What is left of it once the next one is there. */
export const drawReplaced = (morning: Morning): Message =>
  over(md`Your list of ${dayOf(morning)} goes on below`, morning)

const over = (news: Md, { zone }: Morning) => message(news, [headline(news)], zone)

/** In words, because "today" would not be true of it tomorrow. */
const dayOf = ({ date, zone }: Morning) => weekdayDay(morningOf(date, zone), zone)

const phrases: readonly (readonly [noun: string, one: string, many: string, has: (mine: Mine) => boolean])[] =
  [
    ['thing', 'is late', 'are late', ({ late }) => late],
    ['thing', 'is due today', 'are due today', (mine) => !mine.late && !waits(mine)],
    ['vote', 'waits', 'wait', ({ kind, late }) => kind === 'vote' && !late],
    ['check', 'waits', 'wait', ({ kind, late }) => kind === 'check' && !late],
  ]

/** What is asked of somebody until they answer, whenever it is due. */
const waits = ({ kind }: Mine) => kind === 'vote' || kind === 'check'

/** `1 thing of yours is late, 2 are due today, 1 vote waits` */
export function morningNews(mine: readonly Mine[]): Md {
  const counted = phrases
    .map(([noun, one, many, has]) => ({ noun, one, many, count: mine.filter(has).length }))
    .filter(({ count }) => count > 0)
  const said = counted.map(({ noun, one, many, count }, i) => {
    const nouns = noun === counted[i - 1]?.noun ? '' : ` ${noun}${count === 1 ? '' : 's'}`
    return md`${count}${nouns}${i === 0 && ' of yours'} ${count === 1 ? one : many}`
  })
  return joined(said, ', ')
}

/** What is due that day needs only the time. */
function dueShown(one: Mine, { date, zone }: Morning): Md | null {
  const thatDay = one.due !== null && !one.late && !waits(one) && one.due < endOfDate(date, zone)
  return thatDay && one.due ? at(one.due, one.zone) : dueWords(one)
}
