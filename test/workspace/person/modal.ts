import { perform } from '../acts/act.ts'
import { controls, known } from '../blocks/controls.ts'
import { displayedBlock, displayedText } from '../blocks/display.ts'
import type { Engine } from '../engine.ts'
import type { Act, StateValues } from '../protocol.ts'
import type { Member, OpenView } from '../world/shapes.ts'
import { stateOf } from '../world/views.ts'
import { named, nameOf, offered, offers } from './offers.ts'
import { displayedValue, type Entry, entered } from './values.ts'

/** The form on top of a person's screen. What they typed stays with it until it is sent or closed. */
export class Modal {
  readonly open: OpenView
  readonly #engine: Engine
  readonly #person: Member
  readonly #typed: StateValues = {}

  constructor(engine: Engine, person: Member, open: OpenView) {
    this.#engine = engine
    this.#person = person
    this.open = open
  }

  get title(): string {
    return 'title' in this.open.view ? this.open.view.title.text : ''
  }

  /** What is written in it, block by block; inputs with their labels. */
  get texts(): string[] {
    return known(this.open.view.blocks)
      .map((block) => displayedBlock(this.#reader, block))
      .filter(Boolean)
  }

  /** What stands in each field, by its label or placeholder. */
  get fields(): Record<string, string> {
    const state = stateOf(this.open, this.#typed)
    const held = controls(this.open.view.blocks).flatMap(({ blockId, actionId, element, block }) => {
      const value = state[blockId]?.[actionId]
      return value ? [[nameOf(element, block), displayedValue(this.#engine.world, value)]] : []
    })
    return Object.fromEntries(held)
  }

  /** What is wrong with which field, by its label. */
  get errors(): Record<string, string> {
    const labelOf = (blockId: string) => {
      const block = known(this.open.view.blocks).find((one) => one.block_id === blockId)
      return block?.type === 'input' ? displayedText(this.#reader, block.label) : blockId
    }
    return Object.fromEntries(Object.entries(this.open.errors).map(([id, text]) => [labelOf(id), text]))
  }

  get buttons(): string[] {
    return offers(this.#reader, this.open.view.blocks).map((offer) => offer.label)
  }

  /** Enters values by label; a field that tells the app of each change does so. */
  async fill(entries: Record<string, Entry>): Promise<this> {
    for (const [label, entry] of Object.entries(entries)) {
      const control = named(this.open.view.blocks, label)
      const where = { view: this.open.id }
      const value = await entered({ engine: this.#engine, person: this.#person, where, control }, entry)
      const { blockId, actionId, block } = control
      this.#typed[blockId] = { ...this.#typed[blockId], [actionId]: value }
      if (block.type === 'input' && !block.dispatch_action) continue
      await this.#act({ type: 'press', where, blockId, actionId, value, state: this.#typed })
    }
    return this
  }

  /** Sends the form. Field errors stay on it; any other trouble is an error here. */
  async submit(): Promise<void> {
    const { view, id } = this.open
    if (!('submit' in view && view.submit)) throw new Error(`"${this.title}" has no button to send it`)
    const result = await perform(this.#engine, this.#person, { type: 'submit', view: id, state: this.#typed })
    if (!result.ok && result.error !== 'invalid_fields')
      throw new Error(`"${this.title}" was not sent: ${result.error}`)
  }

  async press(label: string, { beside }: { beside?: string } = {}): Promise<void> {
    const offer = offered(this.#reader, this.open.view.blocks, label, beside)
    const { blockId, actionId } = offer.control
    const where = { view: this.open.id }
    const value = offer.value && { value: offer.value }
    await this.#act({ type: 'press', where, blockId, actionId, state: this.#typed, ...value })
  }

  /** Cancel, or Back when another modal lies below. */
  async cancel(): Promise<void> {
    await this.#act({ type: 'close', view: this.open.id, all: false })
  }

  /** The cross: everything closes. */
  async closeAll(): Promise<void> {
    await this.#act({ type: 'close', view: this.open.id, all: true })
  }

  get #reader() {
    return { world: this.#engine.world, person: this.#person }
  }

  async #act(act: Act): Promise<void> {
    const result = await perform(this.#engine, this.#person, act)
    if (!result.ok) throw new Error(`${act.type} in "${this.title}" failed: ${result.error}`)
  }
}
