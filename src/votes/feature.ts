import type { Feature } from '../feature.ts'
import * as answering from './answering-slack.ts'
import { followVote } from './asking.ts'
import { voteAgain, voteAsk, votePassed } from './asks.ts'
import { voteCard } from './card.ts'
import { dueVotes, wakesVotes } from './clock.ts'
import { evolveVotes } from './evolve.ts'
import { movedVote } from './moving.ts'
import { voteNoGo } from './no-go-ask.ts'
import { voteDecided, voteLost } from './notices.ts'
import * as opening from './opening-slack.ts'
import { votesPart, writeVotes } from './store.ts'
import { tellsVotes } from './tells.ts'
import { replyHeard } from './thread-slack.ts'
import { waitingVotes } from './waiting.ts'
import { markReplyJob } from './worker.ts'

/** The go/no-go question: who is asked, what they say about which scope, and what that decides. */
export const votes: Feature = {
  name: 'votes',
  part: votesPart,
  evolve: evolveVotes,
  write: writeVotes,
  react: followVote,
  due: dueVotes,
  wakes: wakesVotes,
  waiting: waitingVotes,
  moves: movedVote,
  tells: tellsVotes,
  commands: [opening.voteCommand, answering.goCommand, answering.noGoCommand, answering.abstainCommand],
  actions: [
    answering.goPressed,
    answering.noGoPressed,
    answering.abstainPressed,
    answering.undoPressed,
    opening.openPressed,
    opening.closePressed,
    opening.morePicked,
  ],
  forms: [answering.noGoSubmitted, opening.openSubmitted, opening.cancelSubmitted],
  events: [replyHeard],
  surfaces: [voteCard, voteAsk, votePassed, voteAgain, voteNoGo, voteDecided, voteLost],
  jobs: [markReplyJob],
}
