import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { tz } from '@date-fns/tz'
import { parse } from 'date-fns/parse'
import { expect } from 'vitest'
import { Rejection } from '../src/errors.ts'
import type { Feature } from '../src/feature.ts'
import { parseManifest } from '../src/manifest/manifest.ts'
import type { Model } from '../src/models/models.ts'
import type { Actor, Door, Person, PersonId } from '../src/people/people.ts'
import type { Product } from '../src/products/products.ts'
import { evolve } from '../src/releases/evolve.ts'
import type { Decide, Facts, Recorded, Release, ReleaseEvent } from '../src/releases/release.ts'

// The givens are the real manifest: a test that reads "item 4" reads what teams get.
const folder = fileURLToPath(new URL('../manifest/', import.meta.url))
const read = (file: string) => ({ file, written: readFileSync(folder + file, 'utf8') })
const manifest = parseManifest({
  products: read('products.yml'),
  models: [read('models/standard.yml'), read('models/solo.yml')],
})

function named<T extends { readonly name: string }>(all: readonly T[], name: string): T {
  return all.find((one) => one.name === name) ?? expect.fail(`the manifest has no ${name}`)
}

export const standard: Model = { ...named(manifest.models, 'standard'), version: 1 }
export const solo: Model = { ...named(manifest.models, 'solo'), version: 1 }
export const payments: Product = named(manifest.products, 'payments')

/** Everyone in the givens, by Slack id. In New York: sec-second, ops-oncall, api-owner and support-lead. */
export const people = {
  rm: 'URM',
  deputy: 'UDEPUTY',
  secLead: 'USECLEAD',
  secSecond: 'USECSECOND',
  qaLead: 'UQALEAD',
  opsLead: 'UOPSLEAD',
  opsOncall: 'UOPSONCALL',
  paymentsLead: 'UPAYMENTSLEAD',
  supportLead: 'USUPPORTLEAD',
  ledgerOwner: 'ULEDGEROWNER',
  apiOwner: 'UAPIOWNER',
  webOwner: 'UWEBOWNER',
  dba: 'UDBA',
  /** Their teams use Payments. */
  billingLead: 'UBILLINGLEAD',
  shopLead: 'USHOPLEAD',
  admin: 'UADMIN',
  /** In the workspace, without any part in the release. */
  bystander: 'UBYSTANDER',
  guest: 'UGUEST',
  /** Of another workspace, so the directory does not know them. */
  stranger: 'USTRANGER',
} as const satisfies Record<string, PersonId>

const inNewYork: readonly PersonId[] = [
  people.secSecond,
  people.opsOncall,
  people.apiOwner,
  people.supportLead,
]

/** `sec-lead` for secLead: how cards name them, and the first half of their e-mail. */
const spoken = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const directory: readonly Person[] = Object.entries(people)
  .filter(([, id]) => id !== people.stranger)
  .map(([key, id]) => ({
    id,
    name: spoken(key),
    email: `${spoken(key)}@example.com`,
    zone: inNewYork.includes(id) ? 'America/New_York' : 'Europe/Berlin',
    guest: id === people.guest,
    deleted: false,
    admin: id === people.admin,
  }))

export const workspace = 'T1'

/** The 1st of December 2026 at 16:00 in Berlin is `berlin('1 Dec 16:00')`. */
export function berlin(wallTime: string): Date {
  const inZone = parse(wallTime, 'd MMM HH:mm', new Date('2026-06-01T00:00:00Z'), { in: tz('Europe/Berlin') })
  if (Number.isNaN(inZone.getTime())) throw new Error(`"${wallTime}" is not like "1 Dec 16:00"`)
  return new Date(inZone.getTime())
}

export function givenFacts(overrides: Partial<Facts> = {}): Facts {
  return {
    model: standard,
    product: payments,
    holders: {
      Security: [people.secLead, people.secSecond],
      Quality: [people.qaLead],
      Operations: [people.opsLead],
      Product: [people.paymentsLead],
      Support: [people.supportLead],
      Data: [people.dba],
      'On call': [people.opsOncall],
      API: [people.apiOwner],
      Ledger: [people.ledgerOwner],
      Web: [people.webOwner],
    },
    consumers: [],
    people: new Map(directory.map((person) => [person.id, person])),
    admins: [people.admin],
    previous: null,
    ...overrides,
  }
}

/** payments-2.4.0, preparing for Tue 1 Dec, 16:00 Berlin. A test hands in the parts of the features that it is about. */
export function givenRelease(overrides: Partial<Release> = {}): Release {
  const head = {
    id: 'r1',
    workspace,
    key: 'payments-2.4.0',
    product: 'payments',
    version: '2.4.0',
    model: { name: 'standard', version: 1 },
    intent: 'Refunds reach customers the same day, not in three.',
    state: 'preparing',
    outcome: null,
    outcomeReason: null,
    hold: null,
    target: berlin('1 Dec 16:00'),
    manager: people.rm,
    deputy: people.deputy,
    plannedBy: people.rm,
    plannedAt: berlin('16 Nov 10:00'),
    revision: 1,
  } satisfies Partial<Release>
  // A rule reads only the parts that its test hands in; the others are left out on purpose.
  return { ...head, ...overrides } as Release
}

export const actor = (person: PersonId, door: Door = 'command') =>
  ({ workspace, person, door }) satisfies Actor

/** Shipshape itself: what the clock brings. */
export const system: Actor = { workspace, person: null, door: 'timer' }

interface Told {
  readonly at?: Date
  readonly by?: Actor
}

/** The release after these events, as the pipeline would leave it. */
export function after(
  features: readonly Feature[],
  release: Release,
  events: readonly ReleaseEvent[],
  { at = berlin('27 Nov 10:00'), by = actor(people.rm) }: Told = {},
): Release {
  return recorded(release, events, { at, by }).reduce(
    (state, event) => evolve(features, state, event),
    release,
  )
}

/** These events as the timeline would hold them, numbered on from the release's newest. */
export function recorded(
  release: Release,
  events: readonly ReleaseEvent[],
  { at = berlin('27 Nov 10:00'), by = actor(people.rm) }: Told = {},
): Recorded[] {
  return events.map((event, i) => ({ ...event, at, by, seq: release.revision + i + 1 }))
}

/** The words with which a rule refuses; fails when it does not. */
export function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof Rejection) return error.message
    throw error
  }
  return expect.fail('it was allowed')
}

/**
 * `given(features, release).when(decide, { now }).happens([...events])`, or `.isRefused('Why no-go?')`, or `.state` for the release after what was decided.
 */
export function given(features: readonly Feature[], release: Release, facts: Facts = givenFacts()) {
  return {
    when(
      decide: Decide,
      { now = berlin('27 Nov 10:00'), by = actor(people.rm) }: { now?: Date; by?: Actor } = {},
    ) {
      return {
        happens: (events: readonly ReleaseEvent[]) => expect(decide(release, facts, now)).toEqual(events),
        isRefused: (words: string | RegExp) =>
          expect(refusal(() => decide(release, facts, now))).toMatch(words),
        get state() {
          return after(features, release, decide(release, facts, now), { at: now, by })
        },
      }
    },
  }
}
