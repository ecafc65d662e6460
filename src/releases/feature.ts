import type { Changed, Effect, Feature } from '../feature.ts'
import { announcement } from './announcement.ts'
import { dueToPrepare, evolveLifecycle, preparingBegins } from './lifecycle.ts'
import { listCommand, showPressed, statusCommand } from './looking-slack.ts'
import { heldNotice, movedNotice } from './notices.ts'
import { targetsPart, writeTargets } from './plan-store.ts'
import { evolvePlanning } from './planning.ts'
import { newCommand, openPlanAction, planSubmitted } from './planning-slack.ts'
import { statusCard } from './status-card.ts'
import * as steering from './steering-slack.ts'

/** A release's life from plan to end: planning it, moving, holding, cancelling, and its two lasting cards. */
export const releases: Feature = {
  name: 'releases',
  part: targetsPart,
  evolve: { ...evolvePlanning, ...evolveLifecycle },
  write: writeTargets,
  react: posts,
  due: dueToPrepare,
  wakes: (release, facts) => (release.state === 'planned' ? [preparingBegins(release, facts)] : []),
  commands: [
    newCommand,
    statusCommand,
    listCommand,
    steering.moveCommand,
    steering.holdCommand,
    steering.resumeCommand,
    steering.cancelCommand,
  ],
  actions: [
    openPlanAction,
    showPressed,
    steering.openMove,
    steering.moveConfirmed,
    steering.kept,
    steering.cancelConfirmed,
    steering.openHold,
    steering.resumePressed,
  ],
  forms: [planSubmitted, steering.moveSubmitted, steering.holdSubmitted],
  surfaces: [announcement, statusCard, movedNotice, heldNotice],
}

function posts({ events }: Changed): Effect[] {
  return events.flatMap((event): Effect[] => {
    const key = String(event.seq)
    if (event.type === 'releasePlanned') return [{ post: announcement.kind, key: '' }]
    if (event.type === 'preparingBegan') return [{ post: statusCard.kind, key: '' }]
    if (event.type === 'targetMoved') return [{ post: movedNotice.kind, key }]
    if (event.type === 'releaseHeld') return [{ post: heldNotice.kind, key }]
    return []
  })
}
