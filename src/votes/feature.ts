import type { Feature } from '../feature.ts'
import { dueVotes, wakesVotes } from './clock.ts'
import { evolveVotes } from './evolve.ts'
import { votesPart, writeVotes } from './store.ts'

export const votes: Feature = {
  name: 'votes',
  part: votesPart,
  evolve: evolveVotes,
  write: writeVotes,
  due: dueVotes,
  wakes: wakesVotes,
}
