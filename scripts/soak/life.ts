import type { Place } from '../../test/workspace/person/place.ts'
import { inBerlin } from '../demo/clock.ts'
import { chance } from './chance.ts'
import { Expected } from './expected.ts'
import { type Fate, fateOf } from './fate.ts'
import type { Hands } from './hands.ts'
import { memberOf, type Team } from './teams.ts'

/** The working days on which lives are lived, from the one on which the first begin. */
const days = [
  '2026-11-20',
  '2026-11-23',
  '2026-11-24',
  '2026-11-25',
  '2026-11-26',
  '2026-11-27',
  '2026-11-30',
]

/** How many lives begin on one day; those of the next are a day behind. */
const perDay = 100

/** One release from its plan to its archived channel, and what shall be found of it in the end. */
export class Life {
  readonly team: Team
  readonly version: string
  readonly key: string
  readonly channel: Place
  readonly hands: Hands
  readonly expected: Expected
  readonly fate: Fate
  /** Why it cannot go on. */
  stuck: string | null = null
  readonly #seed: number
  readonly #number: number

  constructor(number: number, seed: number, hands: Hands) {
    this.team = hands.team
    this.version = `3.${100 + number}.0`
    this.key = `${this.team}-${this.version}`
    this.channel = `#rel-${this.team}-3-${100 + number}-0`
    this.hands = hands
    this.expected = new Expected(this.key, (handle) => memberOf(this.team, handle))
    this.#seed = seed
    this.#number = number
    this.fate = fateOf(this)
  }

  /** The date of its nth working day. */
  date(day: number): string {
    return days[day + Math.floor(this.#number / perDay)] ?? ''
  }

  at(day: number, time: string): Date {
    return inBerlin(`${this.date(day)} ${time}`)
  }

  /** Whether it happens in this life; the same for the same seed. */
  readonly happens = (share: number, what: string): boolean => chance(this.#seed, this.#number, what) < share

  /** One of these ways of doing it. */
  readonly way = <const T>(ways: readonly [T, ...T[]], what: string): T =>
    ways[Math.floor(chance(this.#seed, this.#number, what) * ways.length)] ?? ways[0]

  /** These words, among which `key` is this release. */
  readonly saying = (words: string): RegExp =>
    new RegExp(words.replace('key', this.key.replaceAll('.', '\\.')))

  /** Such as `2026-11-25 16:00`, as it is planned. */
  get target(): string {
    return `${this.date(2)} 16:00`
  }

  /** An hour of the day on which it opens, an hour later when it was refused at first. */
  readonly opening = (hour: number, minutes: string): string =>
    `${this.fate.refused ? hour + 1 : hour}:${minutes}`
}
