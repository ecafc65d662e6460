import { headline, type Md, type Message, md, message, section } from '../slack/blocks.ts'
import type { Away } from './home-away.ts'

const told: Readonly<Record<Away, (name: string) => { readonly news: Md; readonly helps: Md }>> = {
  missing: (name) => ({
    news: md`Shipshape finds no #${name}: news of releases waits`,
    helps: md`Make #${name}; if it is private, or bears another name now, invite @shipshape and see to the name.`,
  }),
  archived: (name) => ({
    news: md`#${name} is archived: news of releases waits`,
    helps: md`Unarchive it, or make another #${name}, and invite @shipshape there.`,
  }),
  'not invited': (name) => ({
    news: md`Shipshape is not in #${name}: news of releases waits`,
    helps: md`Invite @shipshape to #${name}.`,
  }),
}

export function drawAway(name: string, away: Away): Message {
  const { news, helps } = told[away](name)
  const then = md`What waits is posted within ten minutes then. Nothing is lost; votes and asks go on.`
  return message(news, [headline(news), section(md`${helps} ${then}`)])
}

export function drawBack(name: string): Message {
  const news = md`#${name} is there again, with what waited`
  return message(news, [headline(news)])
}

/** Another cause keeps it away by now, of which a newer message tells. */
export function drawOtherwise(name: string): Message {
  const news = md`#${name} needs something else now: see below`
  return message(news, [headline(news)])
}
