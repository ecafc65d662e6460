import type { Mine } from '../home/mine.ts'
import { dueWords, rowsOf } from '../home/rows.ts'
import { at, day, headline, joined, type Md, type Message, md, message } from '../slack/blocks.ts'
import { endOfDate, morningOf } from '../time/mornings.ts'
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

const dayOf = ({ date, zone }: Morning) => day(morningOf(date, zone), zone)

/** `1 thing of yours is late, 2 are due today, 1 vote is awaited` */
export function morningNews(mine: readonly Mine[]): Md {
  const things = mine.filter(({ kind }) => kind !== 'vote')
  const late = things.filter((one) => one.late).length
  const votes = mine.length - things.length
  const said = [
    ...phrase(late, 'thing', 'late', false),
    ...phrase(things.length - late, 'thing', 'due today', late > 0),
    ...phrase(votes, 'vote', 'awaited', things.length > 0),
  ]
  return joined(said, ', ')
}

/** `2 things of yours are late`; after another phrase shorter. */
function phrase(count: number, noun: 'thing' | 'vote', how: string, follows: boolean): Md[] {
  if (count === 0) return []
  const nouns = count === 1 ? noun : `${noun}s`
  const subject = !follows ? ` ${nouns} of yours` : noun === 'vote' ? ` ${nouns}` : ''
  return [md`${count}${subject} ${count === 1 ? 'is' : 'are'} ${how}`]
}

/** What is due that day needs only the time. */
function dueShown(one: Mine, { date, zone }: Morning): Md | null {
  const thatDay = one.due !== null && !one.late && one.kind !== 'vote' && one.due < endOfDate(date, zone)
  return thatDay && one.due ? at(one.due, one.zone) : dueWords(one)
}
