import type { Changed, Effect, Feature } from '../feature.ts'
import { askedToCheck, checkAsk, checkFailedNotice } from './asks.ts'
import { verificationCard } from './card.ts'
import { dueToVerify, wakesToVerify } from './checking.ts'
import * as checking from './checking-slack.ts'
import { evolveVerification } from './events.ts'
import * as incidents from './incidents-slack.ts'
import { verificationPart, writeVerification } from './store.ts'
import { verificationSummary } from './summary.ts'
import { tellsVerification } from './tells.ts'
import { latestRound } from './verification.ts'
import { waitingVerification } from './waiting.ts'

/** Once everyone has it: the checks, the incidents tied to it, and the word that it is verified. */
export const verification: Feature = {
  name: 'verification',
  part: verificationPart,
  evolve: evolveVerification,
  write: writeVerification,
  tells: tellsVerification,
  react: posts,
  due: dueToVerify,
  wakes: wakesToVerify,
  waiting: waitingVerification,
  commands: [checking.verifyCommand, incidents.incidentCommand],
  actions: [checking.passPressed, checking.failPressed, incidents.incidentPressed, incidents.causedPressed],
  forms: [checking.failSubmitted, incidents.incidentSubmitted],
  surfaces: [verificationCard, checkAsk, checkFailedNotice, verificationSummary],
}

function posts({ after, facts, events }: Changed): Effect[] {
  const round = String(latestRound(after)?.number ?? 0)
  return events.flatMap((event): Effect[] => {
    if (event.type === 'liveForEveryone') {
      const asks = askedToCheck(after, facts).map((person) => ({
        post: checkAsk.kind,
        key: `${round}:${person}`,
        person,
      }))
      return [{ post: verificationCard.kind, key: round }, ...asks]
    }
    if (event.type === 'releaseVerified') return [{ post: verificationSummary.kind, key: round }]
    if (event.type !== 'checkFailed') return []
    const check = after.verification.checks.find(({ number }) => number === event.number)
    return check?.required ? [{ post: checkFailedNotice.kind, key: `${check.number}.${check.failures}` }] : []
  })
}
