import type { Feature } from '../feature.ts'
import { dueVotes, wakesVotes } from './clock.ts'
import { evolveVotes } from './evolve.ts'
import { votesPart, writeVotes } from './store.ts'
import { tellsVotes } from './tells.ts'

export const votes: Feature = {
  name: 'votes',
  part: votesPart,
  evolve: evolveVotes,
  write: writeVotes,
  tells: tellsVotes,
  due: dueVotes,
  wakes: wakesVotes,
}
