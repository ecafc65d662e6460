/**
 * A moment relative to another (mostly the target): whole working days at a wall time in the product's zone, or an
 * exact distance in milliseconds. Positive is before, as in "2 working days before, 17:00".
 */
export type Offset = { readonly workingDays: number; readonly at: string } | { readonly before: number }

/** A repeatable, versioned way of doing one kind of release. Durations are milliseconds. */
export interface Model {
  readonly name: string
  readonly version: number
  readonly summary: string
  /** When preparing begins. */
  readonly lead: Offset
  readonly roles: readonly RoleRule[]
  readonly items: readonly ItemRule[]
  readonly vote: { readonly opens: Offset; readonly closes: Offset; readonly goHolds: number }
  readonly steps: readonly StepRule[]
  /** Time kept free between the last step's planned end and the target: the run-of-show begins that much earlier. */
  readonly margin: number
  readonly phases: readonly PhaseRule[]
  readonly checks: readonly CheckRule[]
  readonly review: { readonly lasts: number; readonly archiveAfter: number }
  /** When the release manager hears that the target approaches, with what is still open. */
  readonly reminders: readonly Offset[]
}

/** A responsibility in this model. Only mandatory roles are awaited; the others advise. */
export interface RoleRule {
  readonly name: string
  readonly mandatory: boolean
  /** `manager`: the release manager fills it (solo); otherwise the product's manifest says who. */
  readonly holders: 'product' | 'manager'
}

/** From the gravest. */
export const riskLevels = ['high', 'medium', 'low'] as const

/** Something known that may go wrong: the sign to watch for, and the answer to it. */
export interface Risk {
  readonly level: (typeof riskLevels)[number]
  readonly what: string
  readonly sign: string
  readonly answer: string
}

export type Procedure = 'way back' | 'runbook' | 'communication' | 'on-call' | 'other'

/** Something that must be true before the vote. One `component` rule makes one item per component in scope. */
export interface ItemRule {
  readonly about: 'component' | 'procedure'
  /** For procedures; `way back` items carry the way back as a field. */
  readonly procedure: Procedure | null
  /** `{component}` in a component rule's title is replaced by the component's name. */
  readonly title: string
  /** A role, or `component` for the role that owns the component. */
  readonly owner: string
  readonly due: Offset
  readonly evidence: boolean
  readonly required: boolean
  /** The risk that it is about; the vote hears of it, whether or not the item is done. */
  readonly risk: Risk | null
}

/** One action of the run-of-show; a `deploy` rule makes one step per component in scope. */
export interface StepRule {
  readonly kind: 'task' | 'deploy'
  /** `{component}` in a deploy rule's title is replaced by the component's name. */
  readonly title: string
  /** A role, or `component` for the role that deploys the component. */
  readonly owner: string
  readonly lasts: number
  /** From this step on there is no way back. */
  readonly noWayBack: boolean
}

/** A share of users and how long it is watched before the next; the last is 100. */
export interface PhaseRule {
  readonly share: number
  readonly soak: number
  readonly owner: string
}

/** Something verified after everyone has it. */
export interface CheckRule {
  readonly title: string
  readonly owner: string
  readonly required: boolean
}

/** Every role that a model names: those that vote and those that own something. */
export function rolesIn({ roles, items, steps, phases, checks }: Omit<Model, 'name' | 'version'>): string[] {
  const owners = [items, steps, phases, checks].flat().map(({ owner }) => owner)
  return [...new Set([...roles.map(({ name }) => name), ...owners])].filter((role) => role !== 'component')
}
