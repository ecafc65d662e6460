import type { Mine } from '../home/mine.ts'
import { dueWords, rowsOf } from '../home/rows.ts'
import { at, headline, joined, type Md, type Message, md, message, section } from '../slack/blocks.ts'
import { endOfDate, type Morning, morningOf } from '../time/mornings.ts'
import { weekdayDay } from '../time/words.ts'
import { approachingNews, approachingRow, opensWords } from './approaching-view.ts'
import type { List } from './mornings.ts'

const most = 8
const mostApproaching = 3

/**
 * One person's morning: everything that is due, each with its button, and what is still open in releases that they
 * run and that open soon. What is settled is not there any more.
 */
export function drawMorning(list: List, morning: Morning, now: Date): Message {
  if (isEmpty(list)) return over(md`Nothing of yours is due on ${dayOf(morning)} any more`, morning)
  const news = morningNews(list, now)
  const rows = rowsOf(list.mine, most, (one) => dueShown(one, morning))
  return message(news, [headline(news), ...rows, ...approachingRows(list, now)], morning.zone)
}

const isEmpty = ({ mine, approaching }: List) => mine.length + approaching.length === 0

/** What is left of it once the next one is there. */
export const drawReplaced = (morning: Morning): Message =>
  over(md`Your list of ${dayOf(morning)} goes on below`, morning)

const over = (news: Md, { zone }: Morning) => message(news, [headline(news)], zone)

/** In words, because "today" would not be true of it tomorrow. */
const dayOf = ({ date, zone }: Morning) => weekdayDay(morningOf(date, zone), zone)

function approachingRows({ mine, approaching }: List, now: Date) {
  const [only] = approaching
  if (only && mine.length + approaching.length === 1) return approachingRow(only, now, null)
  const rows = approaching
    .slice(0, mostApproaching)
    .flatMap((one) => approachingRow(one, now, approachingNews(one, now)))
  const more = approaching.length - mostApproaching
  return more > 0 ? [...rows, section(md`and ${more} more that open soon`)] : rows
}

const phrases: readonly (readonly [noun: string, one: string, many: string, has: (mine: Mine) => boolean])[] =
  [
    ['thing', 'is late', 'are late', ({ late }) => late],
    ['thing', 'is due today', 'are due today', (mine) => !mine.late && !waits(mine)],
    ['thing', 'waits', 'wait', ({ kind, late }) => kind === 'plan' && !late],
    ['vote', 'waits', 'wait', ({ kind, late }) => kind === 'vote' && !late],
    ['check', 'waits', 'wait', ({ kind, late }) => kind === 'check' && !late],
  ]

/** What is asked of somebody until they answer, whenever it is due. */
const waits = ({ kind }: Mine) => ['vote', 'check', 'plan'].includes(kind)

/** `1 thing of yours is late, 2 are due today, 1 vote waits, payments-2.4.0 opens Tue 1 Dec, 16:00` */
export function morningNews({ mine, approaching }: List, now: Date): Md {
  const [only] = approaching
  if (only && mine.length + approaching.length === 1) return approachingNews(only, now)
  const soon =
    only && (approaching.length === 1 ? opensWords(only) : md`${approaching.length} releases open soon`)
  return joined([...counts(mine), soon], ', ')
}

function counts(mine: readonly Mine[]): Md[] {
  const counted = phrases
    .map(([noun, one, many, has]) => ({ noun, one, many, count: mine.filter(has).length }))
    .filter(({ count }) => count > 0)
  return counted.map(({ noun, one, many, count }, i) => {
    const nouns = noun === counted[i - 1]?.noun ? '' : ` ${noun}${count === 1 ? '' : 's'}`
    return md`${count}${nouns}${i === 0 && ' of yours'} ${count === 1 ? one : many}`
  })
}

/** What is due that day needs only the time. */
function dueShown(one: Mine, { date, zone }: Morning): Md | null {
  const thatDay = one.due !== null && !one.late && !waits(one) && one.due < endOfDate(date, zone)
  return thatDay && one.due ? at(one.due, one.zone) : dueWords(one)
}
