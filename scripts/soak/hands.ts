import { setTimeout as pause } from 'node:timers/promises'
import type { Answered } from '../../test/workspace/person/answered.ts'
import type { Modal } from '../../test/workspace/person/modal.ts'
import type { Person } from '../../test/workspace/person/person.ts'
import type { Place } from '../../test/workspace/person/place.ts'
import type { Shown } from '../../test/workspace/person/shown.ts'
import type { Workspace } from '../../test/workspace/workspace.ts'
import {
  type Button,
  lastSaid,
  newest,
  notBroken,
  offersIt,
  openForm,
  privately,
  until,
  type Wanted,
} from './sight.ts'
import { memberOf, type Team } from './teams.ts'
import { attemptsToTell, outcomeOf } from './told.ts'

const mostTries = 10
/** So many milliseconds somebody looks whether anything comes of what they pressed. */
const aWhile = 5_000

/**
 * What the people of one team do, as they do it: each does one thing at a time, waits for what they should press, and
 * does it again when Slack says that the app did not answer, or the app that something broke.
 */
export class Hands {
  readonly team: Team
  readonly #slack: Workspace
  readonly #busy = new Map<string, Promise<unknown>>()
  /** Who has opened their Home. */
  readonly visited = new Set<string>()
  /** How often somebody had to do a thing again. */
  repeats = 0

  constructor(slack: Workspace, team: Team) {
    this.#slack = slack
    this.team = team
  }

  /** Types a command. @returns the private answer. */
  run(handle: string, text: string, place: Place): Promise<Answered> {
    return this.#insist(handle, (person) => run(person, text, place))
  }

  /** Types a command, and presses this in the private question that comes back; again the question may be settled. */
  confirm(handle: string, text: string, place: Place, label: string): Promise<void> {
    return this.#insist(handle, async (person, again) => {
      const { first } = await run(person, text, place)
      if (again && !first.buttons.includes(label)) return
      if (!(await press(person, first, { label }))) throw new Error(`nothing came of [${label}]`)
    })
  }

  /** Presses it as soon as it is displayed; `twice` is a double click. */
  async press(handle: string, button: Button, { twice = false } = {}): Promise<void> {
    const card = await this.waits(handle, button)
    await this.#insist(handle, async (person, again) => {
      if (again && !offersIt(person, person.again(card), button)) return
      const isGone = () => !offersIt(person, person.again(card), button)
      const lost = () => `nothing came of [${button.label}], which was acknowledged to ${handle}`
      if (!(await press(person, card, button, twice ? 2 : 1))) await until(isGone, lost).catch(forGood)
    })
  }

  /** Opens a form by a button, fills it in, sends it and closes what comes back. */
  async form(handle: string, button: Button, title: string, entries: Parameters<Modal['fill']>[0]) {
    const card = await this.waits(handle, button)
    await this.#insist(handle, async (person, again) => {
      if (again && !offersIt(person, person.again(card), button)) return
      try {
        await press(person, card, button)
        const form = await until(
          () => openForm(person, title),
          () => `${handle} sees no "${title}"`,
          5_000,
        )
        await form.fill(entries)
        await form.submit()
        const isOpen = () => openForm(person, title)?.open === form.open
        const errors = () => Object.values(form.errors).join(' ')
        await until(
          () => !isOpen(),
          () => `"${title}" of ${handle} stays open: ${errors()}`,
          5_000,
        )
      } finally {
        await openForm(person)?.closeAll()
      }
    })
  }

  /** Opens Home, and waits until it tells of something. */
  async visit(handle: string): Promise<void> {
    const isTold = () => this.home(handle).includes('for you')
    await this.#insist(handle, async (person) => {
      await person.openHome(() => true)
      await until(isTold, () => `the Home of ${handle} stays empty`)
    })
    this.visited.add(handle)
  }

  /** What stands on somebody's Home. */
  home(handle: string): string {
    return this.#as(handle).home().text
  }

  /**
   * Replies in the thread of a message, and waits for the app's check mark; says it again when the app acknowledged
   * none of the attempts to tell it, after which Slack gives up.
   */
  async reply(handle: string, under: Wanted & Partial<Button>, text: string): Promise<void> {
    const card = await this.waits(handle, under)
    const person = this.#as(handle)
    for (let tries = 1; ; tries++) {
      const said = await person.say(under.in, text, { thread: card })
      const marked = () => person.again(said).reactions.includes('white_check_mark')
      const isMarked = await until(marked, () => '').then(
        () => true,
        () => false,
      )
      if (isMarked) return
      const told = attemptsToTell(this.#slack.traffic, said.ts)
      const words = `no check mark for "${text}" of ${handle}, told ${told.map(outcomeOf).join(', ')}`
      if (tries === mostTries || told.some(({ ack }) => ack?.ok)) throw new Lost(words)
      this.repeats++
    }
  }

  /** The newest message of the app in a place that fits, when it offers what shall be pressed. */
  waits(handle: string, wanted: Wanted & Partial<Button>): Promise<Shown> {
    const person = this.#as(handle)
    const ask = () => {
      const shown = newest(person, wanted)
      return shown && (wanted.label === undefined || offersIt(person, shown, wanted)) ? shown : undefined
    }
    const giveUp = () =>
      `${handle} sees no [${wanted.label ?? ''}] on ${wanted.on} in ${wanted.in}, only ${lastSaid(person, wanted)}`
    return until(ask, giveUp)
  }

  #as(handle: string): Person {
    return this.#slack.as(memberOf(this.team, handle))
  }

  /** One thing after the other, each again until the app has answered. */
  #insist<T>(handle: string, act: (person: Person, again: boolean) => Promise<T>): Promise<T> {
    const person = this.#as(handle)
    const turn = async () => {
      for (let tries = 1; ; tries++) {
        try {
          return await act(person, tries > 1)
        } catch (error) {
          if (tries === mostTries || error instanceof Lost) throw error
          this.repeats++
          await pause(500)
        }
      }
    }
    const before = this.#busy.get(handle) ?? Promise.resolve()
    const done = before.then(turn)
    this.#busy.set(
      handle,
      done.catch(() => {}),
    )
    return done
  }
}

/** What was acknowledged and did not happen: pressing again would only hide it. */
class Lost extends Error {}
const forGood = (error: Error) => Promise.reject(new Lost(error.message))

async function run(person: Person, text: string, place: Place): Promise<Answered> {
  const answered = await person.run(text, { in: place })
  notBroken(answered.text)
  return answered
}

/**
 * Clicks so many times at once, and reads what comes back privately.
 * @returns whether anything came of it within a while: an answer, a form, or that it cannot be pressed any more.
 */
async function press(person: Person, on: Shown, button: Omit<Button, 'in' | 'on'>, clicks = 1) {
  const { label, beside } = button
  const told = () => privately(person, on).map(({ ts, text }) => `${ts} ${text}`)
  const before = new Set(told())
  const isNew = (one: string) => !before.has(one)
  const each = () => person.press(on, label, beside ? { beside } : {})
  const all = await Promise.allSettled(Array.from({ length: clicks }, each))
  for (const click of all) if (click.status === 'rejected') throw click.reason
  const isSettled = () =>
    openForm(person) || told().some(isNew) || !offersIt(person, person.again(on), button)
  const came = await until(isSettled, () => '', aWhile).then(
    () => true,
    () => false,
  )
  told().filter(isNew).forEach(notBroken)
  return came
}
