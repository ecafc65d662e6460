import type { PersonId } from '../people/people.ts'
import { wallTime } from '../time/wall.ts'
import type { Attention } from './reviews.ts'

/** A message that notified one person. */
export interface Ping {
  readonly person: PersonId
  readonly at: Date
  /** Where that person lives. */
  readonly zone: string
}

const morning = 7
const evening = 22

/** What a release asked of people's attention; night is before 7:00 and from 22:00 where they are. */
export function attentionOf(pings: readonly Ping[]): Attention {
  const atNight = pings.filter(({ at, zone }) => {
    const { hour } = wallTime(at, zone)
    return hour < morning || hour >= evening
  })
  return {
    pings: pings.length,
    people: new Set(pings.map(({ person }) => person)).size,
    atNight: atNight.length,
  }
}
