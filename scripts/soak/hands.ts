import { setTimeout as pause } from 'node:timers/promises'
import type { Answered } from '../../test/workspace/person/answered.ts'
import type { Modal } from '../../test/workspace/person/modal.ts'
import { offers } from '../../test/workspace/person/offers.ts'
import type { Person } from '../../test/workspace/person/person.ts'
import { type Place, placeFor } from '../../test/workspace/person/place.ts'
import { type Shown, showMessage } from '../../test/workspace/person/shown.ts'
import type { Workspace } from '../../test/workspace/workspace.ts'
import { findChannel } from '../../test/workspace/world/channels.ts'
import { memberOf, type Team } from './teams.ts'

/** A button on the newest message of the app with these words. */
export interface Button {
  readonly in: Place
  readonly on: RegExp
  readonly label: string
  /** Words of the block that it stands in. */
  readonly beside?: string
}

/** A killed replica's work is taken up after some fifteen seconds; what takes longer than this is lost. */
const patience = 90_000
const mostTries = 10

/**
 * What the people of one team do, as they do it: each does one thing at a time, waits for what they should press, and
 * does it again when Slack says that the app did not answer.
 */
export class Hands {
  readonly team: Team
  readonly #slack: Workspace
  readonly #busy = new Map<string, Promise<unknown>>()
  /** How often somebody had to do a thing again. */
  repeats = 0

  constructor(slack: Workspace, team: Team) {
    this.#slack = slack
    this.team = team
  }

  /** Types a command. @returns the private answer. */
  run(handle: string, text: string, place: Place): Promise<Answered> {
    return this.#insist(handle, async (person) => {
      const answered = await person.run(text, { in: place })
      if (/failed with the error|Something broke/.test(answered.text)) throw new Error(answered.text)
      return answered
    })
  }

  /** Presses it as soon as it is displayed; `twice` is a double click. */
  async press(handle: string, button: Button, { twice = false } = {}): Promise<void> {
    const card = await this.waits(handle, button)
    const { label, beside } = button
    const once = (person: Person) => person.press(card, label, beside ? { beside } : {})
    await this.#insist(handle, async (person, again) => {
      if (again && !offersIt(person, person.again(card), button)) return
      const clicks = await Promise.allSettled(twice ? [once(person), once(person)] : [once(person)])
      for (const click of clicks) if (click.status === 'rejected') throw click.reason
    })
  }

  /** Presses a button of a private answer. */
  answer(handle: string, shown: Shown, label: string): Promise<void> {
    return this.#insist(handle, async (person, again) => {
      if (!again || person.again(shown).buttons.includes(label)) await person.press(shown, label)
    })
  }

  /** Opens a form by a button, fills it in, sends it and closes what comes back. */
  async form(handle: string, button: Button, title: string, entries: Parameters<Modal['fill']>[0]) {
    const card = await this.waits(handle, button)
    const { label, beside } = button
    await this.#insist(handle, async (person, again) => {
      if (again && !offersIt(person, person.again(card), button)) return
      try {
        await person.press(card, label, beside ? { beside } : {})
        const form = await until(() => openForm(person, title), `${handle} sees no form "${title}"`, 5_000)
        await form.fill(entries)
        await form.submit()
        const isOpen = () => openForm(person, title)?.open === form.open && !wrong(form)
        await until(() => !isOpen(), `"${title}" of ${handle} stays open`, 5_000)
      } finally {
        await openForm(person)?.closeAll()
      }
    })
  }

  /** Replies in the thread of a message, and waits for the app's check mark. */
  async reply(handle: string, under: Omit<Button, 'label'>, text: string): Promise<void> {
    const card = await this.waits(handle, under)
    const person = this.#as(handle)
    const said = await person.say(under.in, text, { thread: card })
    const marked = () => person.again(said).reactions.includes('white_check_mark')
    await until(marked, `no check mark for "${text}" of ${handle}`)
  }

  /** The newest message of the app in a place that fits, when it offers what shall be pressed. */
  waits(handle: string, wanted: Omit<Button, 'label'> & { readonly label?: string }): Promise<Shown> {
    const person = this.#as(handle)
    const ask = () => {
      const shown = newest(person, wanted)
      return shown && (wanted.label === undefined || offersIt(person, shown, wanted)) ? shown : undefined
    }
    return until(ask, `${handle} sees no [${wanted.label ?? ''}] on ${wanted.on} in ${wanted.in}`)
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
          if (tries === mostTries) throw error
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

function newest({ world, member, reader }: Person, { in: place, on }: Omit<Button, 'label'>) {
  if (place.startsWith('#') && !findChannel(world, place)) return undefined
  const channel = placeFor(world, member, place)
  const found = channel.messages.findLast(({ byApp, text }) => byApp && on.test(text))
  return found && showMessage(reader, channel, found)
}

function offersIt({ reader }: Person, { blocks }: Shown, { label, beside }: Partial<Button>): boolean {
  return offers(reader, blocks).some(
    (offer) => offer.label === label && (beside === undefined || offer.beside.includes(beside)),
  )
}

function openForm(person: Person, title?: string): Modal | undefined {
  const open = person.world.modals.get(person.id) ?? []
  if (open.length === 0) return undefined
  const top = person.modal()
  return title === undefined || top.title === title ? top : undefined
}

const wrong = (form: Modal) => Object.keys(form.errors).length > 0

/** Looks every few milliseconds: among hundreds of lives something changes all the time. */
async function until<T>(ask: () => T | undefined | false, orElse: string, within = patience): Promise<T> {
  for (const end = performance.now() + within; ; ) {
    const found = ask()
    if (found) return found
    if (performance.now() > end) throw new Error(orElse)
    await pause(50)
  }
}
