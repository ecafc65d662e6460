import type { PersonId } from '../people/people.ts'
import { runsIt } from '../people/permissions.ts'
import type { Facts, Release } from '../releases/release.ts'
import {
  actions,
  button,
  context,
  headline,
  joined,
  type Md,
  type Message,
  md,
  message,
  section,
} from '../slack/blocks.ts'
import { acts } from './contract.ts'
import { type Action, openActions } from './reviews.ts'
import { actionLine } from './summary-lines.ts'

const mostShown = 8

interface Asking {
  readonly person: PersonId | null
  readonly now: Date
}

/** The actions of a release, for whoever asks `/release action`: late ones first, a button on those they may finish. */
export function drawActions(release: Release, facts: Facts, { person, now }: Asking): Message {
  const open = openActions(release).toSorted((a, b) => a.due.getTime() - b.due.getTime())
  const late = open.filter(({ due }) => due <= now)
  const news = md`${release.key}: ${newsOf(open.length, late.length)}`
  const more = open.length - mostShown
  const mine = (action: Action) => action.owner === person || runsIt(release, facts, person)
  const line = (action: Action) =>
    section(
      joined([actionLine(action, facts), late.includes(action) && md`late`]),
      mine(action) && doneButton(release, action),
    )
  const value = JSON.stringify({ release: release.id })
  return message(news, [
    headline(news),
    ...open.slice(0, mostShown).map(line),
    context(more > 0 && md`and ${more} more`, doneLine(release)),
    actions([button({ text: 'Add action…', action: acts.openAction, value })]),
  ])
}

function newsOf(open: number, late: number): string {
  if (open === 0) return 'no action is open'
  const actionsOpen = open === 1 ? '1 action open' : `${open} actions open`
  return late > 0 ? `${actionsOpen}, ${late} late` : actionsOpen
}

function doneLine({ review }: Release): Md | null {
  const done = review.actions.filter(({ doneAt }) => doneAt !== null).map(({ number }) => number)
  return done.length > 0 ? md`Done: ${done.join(', ')}` : null
}

const doneButton = ({ id }: Release, { number, what }: Action) =>
  button({
    text: 'Done',
    action: acts.actionDone,
    value: JSON.stringify({ release: id, number }),
    spoken: `${number} done: ${what}`,
  })
