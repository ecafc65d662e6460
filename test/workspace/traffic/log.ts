import type { Entry, Traffic } from '../traffic.ts'
import type { World } from '../world/world.ts'
import { detailsOf, lineOf } from './lines.ts'
import type { TrafficDetails, TrafficNews } from './protocol.ts'

const MOST = 500

interface Mark {
  id: number
  revision: number
}

/** The last five hundred things that went between the app and the workspace, as people read them. */
export class TrafficLog {
  readonly #world: World
  /** Oldest first. */
  readonly #ring = new Map<Entry, Mark>()
  #revision = 0
  #lastId = 0

  constructor(world: World, traffic: Traffic) {
    this.#world = world
    traffic.news.on('moved', (entry) => this.#note(entry))
  }

  /** What began or ended after that revision. */
  since(revision: number): TrafficNews {
    const moved = [...this.#ring].filter(([, mark]) => mark.revision > revision)
    return { revision: this.#revision, lines: moved.map(([entry, { id }]) => lineOf(this.#world, id, entry)) }
  }

  details(id: number): TrafficDetails | undefined {
    const found = [...this.#ring].find(([, mark]) => mark.id === id)
    return found && detailsOf(found[0])
  }

  #note(entry: Entry): void {
    this.#revision += 1
    const revision = this.#revision
    const known = this.#ring.get(entry)
    if (known) known.revision = revision
    // What ends without being known has left the ring.
    if (known || entry.ms !== undefined) return
    this.#lastId += 1
    this.#ring.set(entry, { id: this.#lastId, revision })
    const [oldest] = this.#ring.keys()
    if (oldest && this.#ring.size > MOST) this.#ring.delete(oldest)
  }
}
