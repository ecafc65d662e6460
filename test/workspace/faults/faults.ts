import type { Parcel } from '../delivery/courier.ts'
import { administration } from '../world/administration.ts'
import type { World } from '../world/world.ts'
import { Lottery } from './lottery.ts'
import {
  type CallFault,
  type DeliveryFault,
  type FaultKind,
  type FaultPlan,
  type FaultPlanInput,
  faultPlan,
} from './plan.ts'

/** The workspace's faults: some ordered one by one, others made by a seeded plan that may change at any time. */
export class Faults {
  /** How many of each kind were met so far. */
  readonly met: Partial<Record<FaultKind, number>> = {}
  readonly #world: World
  readonly #calls = new Lottery<CallFault>()
  readonly #deliveries = new Lottery<DeliveryFault>()
  #plan: FaultPlan

  constructor(world: World, plan: FaultPlanInput = {}) {
    this.#world = world
    this.#plan = this.change(plan)
  }

  get plan(): FaultPlan {
    return this.#plan
  }

  /** Makes faults by this plan from now on. */
  change(plan: FaultPlanInput): FaultPlan {
    this.#plan = faultPlan.parse(plan)
    this.#calls.rules = this.#plan.calls
    this.#deliveries.rules = this.#plan.deliveries
    this.#turn(this.#plan.workspace)
    this.#world.changed()
    return this.#plan
  }

  /** The next call of this method meets this fault; several are met in the order given. */
  nextCall(method: string, fault: CallFault): void {
    this.#calls.order(method, fault)
  }

  /** The next delivery of this name meets this fault. */
  nextDelivery(name: string, fault: DeliveryFault): void {
    this.#deliveries.order(name, fault)
  }

  ofCall(method: string): CallFault | undefined {
    return this.#count(this.#calls.draw(this.#plan.seed, method))
  }

  ofDelivery({ name, type }: Parcel): DeliveryFault | undefined {
    const drawn = this.#deliveries.draw(this.#plan.seed, name)
    const forEvents = drawn?.kind === 'duplicate' || drawn?.kind === 'reorder'
    return forEvents && type !== 'event' ? undefined : this.#count(drawn)
  }

  #turn({ paid, restricted, removed }: FaultPlan['workspace']): void {
    const world = this.#world
    if (paid !== undefined) world.paid = paid
    if (restricted !== undefined) world.restricted = restricted
    if (removed === undefined || removed === world.app.removed) return
    const { install, uninstall } = administration(world)
    if (removed) uninstall()
    else install()
  }

  #count<F extends CallFault | DeliveryFault>(fault: F | undefined): F | undefined {
    if (fault) this.met[fault.kind] = (this.met[fault.kind] ?? 0) + 1
    return fault
  }
}
