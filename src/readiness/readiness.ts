import type { Offset, Procedure, Risk } from '../models/models.ts'
import type { PersonId } from '../people/people.ts'
import type { Release, State } from '../releases/release.ts'

/** Something that must be true before the vote, as the model asks for it. */
export interface ListedItem {
  /** Its number for the release's whole life, on every surface and in commands. */
  readonly number: number
  readonly title: string
  /** The component it is about; null for a procedure. */
  readonly component: string | null
  readonly procedure: Procedure | null
  /** The role that owns it until a person takes it. */
  readonly role: string
  readonly due: Offset
  /** Whether a person's word is not enough: a link to a result or a file is wanted. */
  readonly wantsEvidence: boolean
  /** Whether the vote waits for it. */
  readonly required: boolean
  readonly risk: Risk | null
}

export interface Item extends ListedItem {
  /** Who took it or was given it; null while it is the role's. */
  readonly owner: PersonId | null
  /** Since when it is asked for. */
  readonly asked: Date
  /** The revision for which it was opened again. */
  readonly again: string | null
  /** Whether the timeline says already that its due time passed. */
  readonly fellLate: boolean
  readonly state: ItemState
}

export type ItemState = Open | Blocked | Done | Skipped

export interface Open {
  readonly is: 'open'
}

export interface Blocked {
  readonly is: 'blocked'
  readonly why: string
  readonly since: Date
  readonly by: PersonId | null
  /** Who can unblock it, if somebody was named. */
  readonly waitsFor: PersonId | null
}

export interface Done {
  readonly is: 'done'
  readonly at: Date
  readonly by: PersonId | null
  /** A link, a note or both; null is a person's word. */
  readonly evidence: string | null
  /** The component's revision it was done for; null while that was not known. */
  readonly revision: string | null
}

export interface Skipped {
  readonly is: 'skipped'
  readonly at: Date
  readonly by: PersonId | null
  readonly why: string
}

/** How to undo the release, agreed before the vote. */
export interface WayBack {
  readonly howLong: string
  /** The last step, or the moment, at which it is still possible. */
  readonly untilStep: string
  /** At what sign to narrow; null where there is nothing to narrow to. */
  readonly sign: string | null
  readonly rollbackSign: string
}

export interface Readiness {
  readonly items: readonly Item[]
  readonly wayBack: WayBack | null
}

declare module '../releases/release.ts' {
  interface Release {
    readonly readiness: Readiness
  }
  interface ReleaseEvents {
    itemsListed: { readonly items: readonly ListedItem[] }
    itemDone: { readonly number: number; readonly evidence: string | null; readonly revision: string | null }
    itemReopened: { readonly number: number }
    itemBlocked: { readonly number: number; readonly why: string; readonly waitsFor: PersonId | null }
    itemUnblocked: { readonly number: number }
    /** A deviation when the item is required. */
    itemSkipped: { readonly number: number; readonly why: string; readonly required: boolean }
    itemTaken: { readonly number: number; readonly owner: PersonId }
    itemGiven: { readonly number: number; readonly owner: PersonId }
    itemsFellLate: { readonly numbers: readonly number[] }
    wayBackSet: WayBack
  }
}

export const emptyReadiness: Readiness = { items: [], wayBack: null }

const whileAsked: readonly State[] = ['preparing', 'deciding', 'cleared']

/** Whether the list may still change: from preparing to the start. */
export const isAsked = (release: Release) => whileAsked.includes(release.state)

export const isOpen = ({ state }: Item) => state.is === 'open' || state.is === 'blocked'

/** What is still to be done, blocked items among it, by number. */
export const openItems = (release: Release) => release.readiness.items.filter(isOpen)

/** Whether an item was done for a revision that was named, so that it is not done for another. */
export const isDoneForOne = ({ state }: Item) => state.is === 'done' && state.revision !== null

/** Whether no required item is open: each is done, or skipped by who runs the release. */
export const requiredDone = (release: Release) => openItems(release).every(({ required }) => !required)

/** Whether its list was made and the vote need not wait for it. */
export const isReady = (release: Release) => release.state !== 'planned' && requiredDone(release)

/** How to undo this release, once that was agreed. */
export const wayBackOf = (release: Release): WayBack | null => release.readiness.wayBack

export type RiskItem = Item & { readonly risk: Risk }

/** What may go wrong. A risk stands whether its item is done or not; that it was skipped makes it no smaller. */
export const riskItems = ({ readiness }: Release): readonly RiskItem[] =>
  readiness.items.filter((item): item is RiskItem => item.risk !== null)

/** What an item is called where there is little room: its component, its procedure, else its title up to a comma. */
export const shortNameOf = ({ component, procedure, title }: Item): string =>
  component ?? (procedure === null || procedure === 'other' ? (title.split(', ')[0] ?? title) : procedure)
