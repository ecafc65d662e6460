import { perform } from '../acts/act.ts'
import { command } from '../acts/command.ts'
import type { Act, ActResult } from '../protocol.ts'
import { until } from '../waiting.ts'
import { dmWithApp } from '../world/channels.ts'
import { ownFile } from '../world/files.ts'
import { byHandle } from '../world/people.ts'
import { Refusal } from '../world/refusal.ts'
import type { Channel } from '../world/shapes.ts'
import { stackOf } from '../world/views.ts'
import { Answered } from './answered.ts'
import { Eyes } from './eyes.ts'
import { Modal } from './modal.ts'
import { named, offered } from './offers.ts'
import { type Place, placeFor } from './place.ts'
import type { Match, Shown } from './shown.ts'
import { type Entry, entered } from './values.ts'

interface Running {
  in: Place
  /** Waits until so many answers came, when they come later than the acknowledgement. */
  answers?: number
}

interface Pressing {
  /** Words of the block that the button stands in, to tell three `Done` apart. */
  beside?: string
  /** Says no when asked "are you sure?"; otherwise the answer is yes. */
  deny?: boolean
}

/** One of the workspace's people. They act only through what is displayed to them. */
export class Person extends Eyes {
  readonly #modals = new Map<string, Modal>()

  /** Types a slash command and reads what comes back. */
  async run(text: string, { in: place, answers = 0 }: Running): Promise<Answered> {
    const channel = this.#place(place)
    const result = await this.#command(channel, text)
    const giveUp = () => `${answers} answers to ${text} were wanted, ${result.answers.length} came`
    await until(this.world, () => result.answers.length >= answers, { giveUp })
    const stamps = result.answers.map((ref) => ref.ts)
    return new Answered(
      text,
      this.sees(place).filter((shown) => stamps.includes(shown.ts)),
    )
  }

  async say(place: Place, text: string, { thread }: { thread?: Shown } = {}): Promise<Shown> {
    const channel = this.#place(place)
    const threadTs = thread && { threadTs: thread.threadTs ?? thread.ts }
    const { ts = '' } = await this.#act(`say "${text}"`, {
      type: 'say',
      channel: channel.id,
      text,
      ...threadTs,
    })
    return this.at(channel, ts)
  }

  /** Presses a button (`Go`) or picks from a menu (`▾ > History`), as displayed now. */
  async press(shown: Shown, label: string, { beside, deny = false }: Pressing = {}): Promise<void> {
    const { blocks, where } = this.again(shown)
    const { control, value } = offered(this.reader, blocks, label, beside)
    const asksFirst = 'confirm' in control.element && control.element.confirm !== undefined
    if (deny && !asksFirst) throw new Error(`"${label}" does not ask before it acts`)
    if (deny) return
    const { blockId, actionId } = control
    await this.#act(`press "${label}"`, { type: 'press', where, blockId, actionId, ...(value && { value }) })
  }

  /** Picks in a select, picker or set of boxes on a message or on Home, found by its placeholder or label. */
  async choose(shown: Shown, name: string, entry: Entry): Promise<void> {
    const { blocks, where } = this.again(shown)
    const control = named(blocks, name)
    const value = await entered({ engine: this.engine, person: this.member, where, control }, entry)
    const { blockId, actionId } = control
    await this.#act(`choose in "${name}"`, { type: 'press', where, blockId, actionId, value })
  }

  /** The modal on top of the screen. */
  modal(): Modal {
    const top = stackOf(this.world, this.id).at(-1)
    if (!top) throw new Error(`${this.member.handle} has no modal open`)
    const modal = this.#modals.get(top.id) ?? new Modal(this.engine, this.member, top)
    this.#modals.set(top.id, modal)
    return modal
  }

  async waitsForModal(title: string): Promise<Modal> {
    const titles = () =>
      stackOf(this.world, this.id).map(({ view }) => ('title' in view ? view.title.text : ''))
    const giveUp = () =>
      `${this.member.handle} sees no modal "${title}", only: ${titles().join(', ') || 'none'}`
    await until(this.world, () => titles().at(-1) === title, { giveUp })
    return this.modal()
  }

  /** Uses a message's shortcut, by its name. */
  async shortcut(shown: Shown, name: string): Promise<void> {
    const { channel, ts } = this.again(shown)
    await this.#shortcut('message', name, { message: { channel, ts } })
  }

  async globalShortcut(name: string): Promise<void> {
    await this.#shortcut('global', name, {})
  }

  /** Visits the app's Home tab, and waits for what matches there. */
  async openHome(match: Match = () => true): Promise<Shown> {
    await this.#act('open Home', { type: 'home' })
    return this.waitsAtHome(match)
  }

  /** Looks into the app's messages; the app is told of that visit too. */
  async openMessages(): Promise<void> {
    await this.#act('open Messages', { type: 'home', tab: 'messages' })
  }

  /** Begins a conversation with the app, which must be an agent; answers its first message. */
  async startsChat(): Promise<Shown> {
    const { ts = '' } = await this.#act('begin a chat', { type: 'chat' })
    return this.at(dmWithApp(this.world, this.member), ts)
  }

  async react({ channel, ts }: Shown, name: string, { remove = false } = {}): Promise<void> {
    await this.#act(`react with ${name}`, { type: 'react', channel, ts, name, remove })
  }

  async edit({ channel, ts }: Shown, text: string): Promise<void> {
    await this.#act('edit', { type: 'edit', channel, ts, text })
  }

  async deletes({ channel, ts }: Shown): Promise<void> {
    await this.#act('delete', { type: 'delete', channel, ts })
  }

  async pin({ channel, ts }: Shown): Promise<void> {
    await this.#act('pin', { type: 'pin', channel, ts })
  }

  async unpin({ channel, ts }: Shown): Promise<void> {
    await this.#act('unpin', { type: 'unpin', channel, ts })
  }

  /** Puts files of these names into a place; in each stands its name. */
  async shares(place: Place, names: string[], text = ''): Promise<Shown> {
    const channel = this.#place(place)
    const { world } = this.engine
    const own = (name: string) => ownFile(world, this.engine.url(), this.member, name, Buffer.from(name)).id
    const files = names.map(own)
    const { ts = '' } = await this.#act('share files', { type: 'share', channel: channel.id, files, text })
    return this.at(channel, ts)
  }

  async creates(name: string, options: { private?: boolean } = {}): Promise<void> {
    await this.#act(`create #${name}`, { type: 'create', name, ...options })
  }

  async setTopic(place: Place, topic: string): Promise<void> {
    await this.#act(`set the topic of ${place}`, { type: 'topic', channel: this.#place(place).id, topic })
  }

  async join(place: Place): Promise<void> {
    await this.#act(`join ${place}`, { type: 'join', channel: this.#place(place).id })
  }

  async leave(place: Place): Promise<void> {
    await this.#act(`leave ${place}`, { type: 'leave', channel: this.#place(place).id })
  }

  /** Brings somebody, or the app, into a channel. */
  async invite(place: Place, handle: string): Promise<void> {
    const user = byHandle(this.world, handle).id
    await this.#act(`invite ${handle}`, { type: 'invite', channel: this.#place(place).id, user })
  }

  /** Takes somebody, or the app, out of a channel. */
  async removes(place: Place, handle: string): Promise<void> {
    const user = byHandle(this.world, handle).id
    await this.#act(`remove ${handle}`, { type: 'remove', channel: this.#place(place).id, user })
  }

  async archive(place: Place): Promise<void> {
    await this.#act(`archive ${place}`, { type: 'archive', channel: this.#place(place).id })
  }

  async unarchive(place: Place): Promise<void> {
    await this.#act(`unarchive ${place}`, { type: 'unarchive', channel: this.#place(place).id })
  }

  async rename(place: Place, name: string): Promise<void> {
    await this.#act(`rename ${place}`, { type: 'rename', channel: this.#place(place).id, name })
  }

  #place(place: Place): Channel {
    return placeFor(this.world, this.member, place)
  }

  async #command(channel: Channel, text: string) {
    try {
      return await command(this.engine, this.member, { type: 'command', channel: channel.id, text })
    } catch (error) {
      if (error instanceof Refusal)
        throw new Error(`${this.member.handle} could not type ${text}: ${error.word}`)
      throw error
    }
  }

  async #shortcut(
    type: 'global' | 'message',
    name: string,
    on: { message?: { channel: string; ts: string } },
  ) {
    const offer = this.world.app.manifest.features.shortcuts.filter((one) => one.type === type)
    const found = offer.find((one) => one.name === name)
    if (!found)
      throw new Error(`there is no shortcut "${name}"; displayed: ${offer.map((one) => one.name).join(', ')}`)
    await this.#act(`use "${name}"`, { type: 'shortcut', callbackId: found.callback_id, ...on })
  }

  async #act(what: string, act: Act): Promise<ActResult> {
    const result = await perform(this.engine, this.member, act)
    if (!result.ok) throw new Error(`${this.member.handle} could not ${what}: ${result.error}`)
    return result
  }
}
